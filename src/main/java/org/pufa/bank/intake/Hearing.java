package org.pufa.bank.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionType;

/** One item before the judge: what is known of it so far, and all that speaks against it. */
final class Hearing {

    private final RawQuestion raw;
    private final List<Option> options;
    private final List<Reason> reasons = new ArrayList<>();

    Hearing(RawQuestion raw) {
        this.raw = raw;
        this.options = raw.options();
        reasons.addAll(raw.reasons());
    }

    Item verdict(int number) {
        reasons.addAll(TextCheck.of(raw));
        var found = FoundAnswer.of(raw);
        reasons.addAll(found.reasons());
        boolean judged = Judgements.areIn(options)
                || options.isEmpty() && found.answer().kind() == AnswerText.Kind.JUDGEMENT;
        Optional<QuestionType> type = type(found.answer(), judged);
        if (type.isPresent() && type.get() == QuestionType.JUDGE) {
            return new Item(number, type, found.stem(), Question.JUDGEMENTS, judgement(found.answer()), raw, reasons);
        }
        boolean open = TypeWord.of(raw.typeWord()).isForeign() && options.isEmpty();
        reasons.addAll(open ? List.of() : OptionCheck.of(raw));
        return new Item(number, type, found.stem(), options, letters(found.answer(), type), raw, reasons);
    }

    /** Nothing when it cannot be told; the reasons say why. */
    private Optional<QuestionType> type(AnswerText answer, boolean judged) {
        TypeWord word = TypeWord.of(raw.typeWord());
        boolean choice = options.size() > 1 && answer.kind() == AnswerText.Kind.LETTERS;
        if (word.isForeign() && !judged && !choice) {
            reasons.add(Reason.refusal(word == TypeWord.OPEN ? "bank.intake.type.open" : "bank.intake.type.unknown",
                    raw.typeWord()));
            return Optional.empty();
        } else if (judged || word == TypeWord.JUDGE && options.isEmpty()) {
            return settled(QuestionType.JUDGE, word);
        } else if (answer.values().isEmpty()) {
            return word == TypeWord.SINGLE ? Optional.of(QuestionType.SINGLE)
                    : word == TypeWord.MULTIPLE ? Optional.of(QuestionType.MULTIPLE) : Optional.empty();
        }
        return picked(word, answer.values().size());
    }

    private Optional<QuestionType> picked(TypeWord word, int right) {
        if (word == TypeWord.SINGLE && right > 1) {
            reasons.add(Reason.refusal("bank.intake.answer.several", right));
            return Optional.of(QuestionType.SINGLE);
        } else if (word == TypeWord.MULTIPLE && right == 1) {
            reasons.add(Reason.refusal("bank.intake.answer.single"));
            return Optional.of(QuestionType.MULTIPLE);
        }
        return settled(right > 1 ? QuestionType.MULTIPLE : QuestionType.SINGLE, word);
    }

    /** The type that the shape shows; a warning where the file's word says something else. */
    private Optional<QuestionType> settled(QuestionType type, TypeWord word) {
        if (word != TypeWord.NONE && word != TypeWord.CHOICE && !word.means(type)) {
            reasons.add(Reason.warning("bank.intake.type." + type.code(), raw.typeWord()));
        }
        return Optional.of(type);
    }

    private List<String> judgement(AnswerText answer) {
        if (answer.kind() == AnswerText.Kind.JUDGEMENT) {
            return answer.values();
        }
        var judged = answer.values().stream().map(letter -> Judgements.of(options, letter)).flatMap(Optional::stream)
                .toList();
        if (answer.kind() == AnswerText.Kind.LETTERS && (judged.size() != 1 || answer.values().size() != 1)) {
            reasons.add(Reason.refusal("bank.intake.answer.not-judged", String.join("", answer.values())));
        }
        return judged.size() == 1 ? judged : List.of();
    }

    private List<String> letters(AnswerText answer, Optional<QuestionType> type) {
        var known = options.stream().map(Option::letter).toList();
        if (answer.kind() == AnswerText.Kind.JUDGEMENT) {
            reasons.add(Reason.refusal("bank.intake.answer.judged", answer.values().get(0)));
            return List.of();
        }
        var outside = answer.values().stream().filter(letter -> !known.contains(letter)).toList();
        if (!outside.isEmpty() && !known.isEmpty()) {
            reasons.add(Reason.refusal("bank.intake.answer.outside", String.join("", outside),
                    String.join("", known)));
        }
        return type.isEmpty() ? List.of() : answer.values();
    }
}
