package org.pufa.bank.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pufa.bank.Question.Option;

/** What the texts of an item are checked for, whatever its type. */
final class TextCheck {

    private TextCheck() {
    }

    static List<Reason> of(RawQuestion raw) {
        var reasons = new ArrayList<Reason>();
        if (CleanText.bare(raw.stem()).isEmpty()) {
            reasons.add(Reason.refusal("bank.intake.stem.empty"));
        }
        tooLong(reasons, raw.stem(), Judge.LONGEST_STEM, "bank.intake.stem.long");
        tooLong(reasons, raw.explanation(), Judge.LONGEST_EXPLANATION, "bank.intake.explanation.long");
        if (texts(raw).anyMatch(text -> text.indexOf(CleanText.GARBLED) >= 0)) {
            reasons.add(Reason.refusal("bank.intake.garbled"));
        }
        if (texts(raw).anyMatch(CleanText::looksLikeMarkup)) {
            reasons.add(Reason.warning("bank.intake.markup"));
        }
        return reasons;
    }

    private static void tooLong(List<Reason> reasons, String text, int longest, String key) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            reasons.add(Reason.refusal(key, length, longest));
        }
    }

    private static Stream<String> texts(RawQuestion raw) {
        return Stream.concat(Stream.of(raw.stem(), raw.answer(), raw.explanation(), raw.citation(), raw.topic()),
                raw.options().stream().map(Option::text));
    }
}
