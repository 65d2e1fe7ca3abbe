package org.pufa.bank.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;

/**
 * One item of a file, judged.
 *
 * @param number 1 for the first item of the file
 * @param type empty only when the item is refused because it cannot be told
 * @param stem with an answer that stood in it blanked out
 * @param options for a judgement always {@link Question#JUDGEMENTS}
 * @param answer letters of the right options in order, 对 or 错; empty only when refused
 * @param raw what it was read from
 * @param pictures those that can be kept; any other has its item refused
 * @param reasons why it is refused or should be looked at; none when it is simply accepted
 */
public record Item(int number, Optional<QuestionType> type, String stem, List<Question.Option> options,
        List<String> answer, RawQuestion raw, List<QuestionPicture> pictures, List<Reason> reasons) {

    /** What becomes of an item. */
    public enum State {
        ACCEPTED, WARNED, REFUSED
    }

    public Item {
        Objects.requireNonNull(type);
        Objects.requireNonNull(stem);
        Objects.requireNonNull(raw);
        options = List.copyOf(options);
        answer = List.copyOf(answer);
        pictures = List.copyOf(pictures);
        reasons = List.copyOf(reasons);
    }

    /** An item without pictures. */
    public Item(int number, Optional<QuestionType> type, String stem, List<Question.Option> options,
            List<String> answer, RawQuestion raw, List<Reason> reasons) {
        this(number, type, stem, options, answer, raw, List.of(), reasons);
    }

    /** The same item with other pictures and reasons. */
    Item with(List<QuestionPicture> otherPictures, List<Reason> otherReasons) {
        return new Item(number, type, stem, options, answer, raw, otherPictures, otherReasons);
    }

    public State state() {
        if (reasons.stream().anyMatch(reason -> reason.level() == Reason.Level.REFUSAL)) {
            return State.REFUSED;
        }
        return reasons.isEmpty() ? State.ACCEPTED : State.WARNED;
    }
}
