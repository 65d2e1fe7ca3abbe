package org.pufa.bank.console;

import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.Banks;
import org.pufa.bank.Fared;
import org.pufa.bank.Fared.Ease;
import org.pufa.bank.Fared.Facility;
import org.pufa.bank.QuestionFilter;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.QuestionType;
import org.pufa.bank.QuestionState;
import org.pufa.db.Tx;
import org.pufa.web.Request;

/**
 * Which questions of a bank an address asks for, and in which order.
 *
 * @param ease how hard they prove; all when empty
 * @param hardestFirst else in the order of their codes
 */
record Wanted(QuestionFilter filter, Optional<Ease> ease, boolean hardestFirst) {

    static Wanted of(Request request) {
        return new Wanted(new QuestionFilter(request.query("type").flatMap(QuestionType::parse),
                given(request, "topic"),
                request.query("difficulty").filter(level -> level.matches("[0-9]")).map(Integer::valueOf),
                given(request, "words"), given(request, "law"), given(request, "article"),
                request.query("state").flatMap(QuestionState::parse)),
                request.query("fared").flatMap(Wanted::ease), request.query("order").filter("fared"::equals).isPresent());
    }

    private static Optional<String> given(Request request, String name) {
        return request.query(name).map(String::strip).filter(some -> !some.isEmpty() && some.length() <= 100);
    }

    private static Optional<Ease> ease(String word) {
        return java.util.Arrays.stream(Ease.values()).filter(ease -> code(ease).equals(word)).findFirst();
    }

    static String code(Ease ease) {
        return ease.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @param facilities code to how people fare on the question */
    record Found(List<QuestionRow> rows, Map<String, Facility> facilities) {

        Optional<Facility> facility(QuestionRow row) {
            return Optional.ofNullable(facilities.get(row.question().id())).filter(Facility::isTold);
        }
    }

    Future<Found> find(Tx tx, Banks banks, Fared fared, String bank) {
        return banks.questions(tx, bank, filter).compose(rows -> fared.of(tx, bank).map(facilities ->
                chosen(new Found(rows, facilities))));
    }

    private Found chosen(Found all) {
        var rows = all.rows().stream().filter(row -> ease.isEmpty()
                || all.facility(row).filter(ease.get()::holds).isPresent());
        var ordered = hardestFirst ? rows.sorted(Comparator.comparingDouble(row ->
                all.facility(row).map(Facility::share).orElse(2.0))) : rows;
        return new Found(ordered.toList(), all.facilities());
    }
}
