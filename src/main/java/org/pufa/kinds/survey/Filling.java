package org.pufa.kinds.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pufa.campaign.Filled;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;

/** A survey being filled in: the answers that are right so far, and what is wrong with the others. */
final class Filling {

    private final Map<String, Object> answers = new TreeMap<>();
    private final Map<String, String> words = new TreeMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    /** @param value whole number, or list of option ids */
    void answer(String field, Object value) {
        answers.put(field, value);
    }

    /** What was written in one's own words. */
    void write(String field, String text) {
        words.put(field, text);
    }

    void refuse(String field, String key, Object... args) {
        errors.add(FieldError.of(field, key, args));
    }

    /** The filled paper. @throws Problem INVALID with everything that was refused */
    Filled filled() {
        if (!errors.isEmpty()) {
            throw Problem.invalid("kinds.survey.invalid", errors);
        }
        var given = new TreeMap<>(answers);
        given.putAll(words);
        return new Filled(Map.of(AnswerSheet.ANSWERS, answers), null, AnswerSheet.counts(given), words);
    }
}
