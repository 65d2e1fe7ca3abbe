package org.pufa.bank.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Reason;

/** Puts each item of a file beside the question it repeats, in the bank or earlier in the file. */
final class TwinSearch {

    private TwinSearch() {
    }

    /** An item that says exactly what its twin says is left out unless somebody ticks it again. */
    static List<PreviewItem> among(List<PreviewItem> items, List<Twins.Known> bank) {
        var twins = new Twins(Stream.concat(bank.stream(), items.stream().map(TwinSearch::known)).toList());
        bank.forEach(twins::add);
        var found = new ArrayList<PreviewItem>(items.size());
        for (PreviewItem item : items) {
            var known = known(item);
            var twin = item.state() == Item.State.REFUSED ? Optional.<Twin>empty() : twins.of(known);
            found.add(twin.map(one -> with(item, one)).orElse(item));
            if (item.state() != Item.State.REFUSED) {
                twins.add(known);
            }
        }
        return found;
    }

    private static Twins.Known known(PreviewItem item) {
        return new Twins.Known("", Integer.toString(item.number()), item.draft().stem(), item.draft().options(),
                item.draft().answer(), item.draft().pictures());
    }

    /** A changed question under its own number is no repetition. */
    private static PreviewItem with(PreviewItem item, Twin twin) {
        boolean itself = !twin.bank().isEmpty() && twin.question().equals(item.draft().code());
        var reasons = new ArrayList<>(item.reasons());
        if (!itself) {
            reasons.add(reason(twin));
        }
        var state = reasons.isEmpty() ? Item.State.ACCEPTED : Item.State.WARNED;
        return new PreviewItem(item.number(), item.line(), state, twin.same() && !itself, item.edited(), item.draft(),
                item.source(), reasons, Optional.of(twin));
    }

    private static Reason reason(Twin twin) {
        String key = twin.share() < 1 ? "similar" : twin.same() ? "same" : "same-stem";
        String where = twin.bank().isEmpty() ? "item" : "bank";
        return Reason.warning("bank.preview.twin." + key + '.' + where, twin.question(),
                Math.round(twin.share() * 100));
    }
}
