package org.pufa.kinds.survey;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Item;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;

/**
 * A question that is answered by a whole number.
 *
 * @param min smallest answer
 * @param max greatest answer
 * @param unit written behind the field, or empty
 */
record WholeNumber(Prompt prompt, int min, int max, LocalText unit) implements Question {

    private static final int USUAL_EXAMPLE = 6500;
    /** How much of a wrong answer its error repeats. */
    private static final int REPEATED = 20;

    WholeNumber {
        Objects.requireNonNull(unit);
        if (min > max) {
            throw new IllegalArgumentException("no number from " + min + " to " + max);
        }
    }

    @Override
    public Item item(String group, Lang lang) {
        return new Item(id(), "number", group, prompt.ask().in(lang), prompt.hint().in(lang), prompt.required(),
                List.of(), min, max, unit.in(lang));
    }

    @Override
    public List<String> fields() {
        return List.of(id());
    }

    @Override
    public List<String> written() {
        return List.of();
    }

    @Override
    public void fill(Answers given, Filling into) {
        String typed = given.text(id());
        if (typed.isEmpty()) {
            if (prompt.required()) {
                into.refuse(id(), "kinds.survey.nothing-written");
            }
        } else if (given.picks(id()).size() > 1) {
            into.refuse(id(), "kinds.survey.only-one-text");
        } else {
            fill(TypedNumber.of(typed), typed, into);
        }
    }

    private void fill(TypedNumber number, String typed, Filling into) {
        if (number.fault() != TypedNumber.Fault.NONE) {
            into.refuse(id(), "kinds.survey.number." + number.fault().code(), repeated(typed), example(number));
        } else if (!isAllowed(number.value())) {
            into.refuse(id(), "kinds.survey.number.range", repeated(typed), min, max);
        } else {
            into.answer(id(), (int) number.value());
        }
    }

    private boolean isAllowed(long value) {
        return value >= min && value <= max;
    }

    /** What was most likely meant, or else some number that would do; a text, so that it shows plain digits. */
    private String example(TypedNumber number) {
        long meant = number.meant();
        long usual = isAllowed(USUAL_EXAMPLE) ? USUAL_EXAMPLE : max;
        return Long.toString(meant > 0 && isAllowed(meant) ? meant : usual);
    }

    private static String repeated(String typed) {
        int length = typed.codePointCount(0, typed.length());
        return length <= REPEATED ? typed : typed.substring(0, typed.offsetByCodePoints(0, REPEATED)) + "…";
    }

    @Override
    public List<String> cells(Map<String, Object> answers, Lang lang) {
        return List.of(String.valueOf(answers.getOrDefault(id(), "")));
    }
}
