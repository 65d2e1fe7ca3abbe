package org.pufa.bank.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pufa.bank.Exported;
import org.pufa.bank.Exported.LeftOut;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionType;
import org.pufa.bank.intake.CleanText;

/**
 * Sorts out the questions that can be read back as they are. Texts are carried in the form of {@link CleanText}:
 * without spaces at the ends of lines, without empty lines and without unseen characters.
 */
public final class Carriage {

    private static final String UNCLEAN = "bank.export.left-out.text";

    private Carriage() {
    }

    /** Writes what can be carried. @param refusal the key that says why a question cannot, beyond what holds for all */
    public static Exported write(List<Question> questions, Function<Question, Optional<String>> refusal,
            Function<List<Question>, byte[]> writing) {
        var carried = new ArrayList<Question>();
        var leftOut = new ArrayList<LeftOut>();
        for (Question question : questions) {
            Optional<String> reason = isClean(question) ? refusal.apply(question) : Optional.of(UNCLEAN);
            reason.ifPresentOrElse(key -> leftOut.add(new LeftOut(question.id(), key)), () -> carried.add(question));
        }
        return new Exported(writing.apply(carried), leftOut);
    }

    /** Writes everything that is in clean form. */
    public static Exported write(List<Question> questions, Function<List<Question>, byte[]> writing) {
        return write(questions, question -> Optional.empty(), writing);
    }

    private static boolean isClean(Question question) {
        var options = question.options();
        boolean inOrder = question.type() == QuestionType.JUDGE ? options.equals(Question.JUDGEMENTS)
                : letters(options).equals(letters(options.size()));
        return inOrder && texts(question).allMatch(text -> text.equals(CleanText.of(text)))
                && !question.stem().isEmpty() && options.stream().noneMatch(option -> option.text().isEmpty());
    }

    private static List<String> letters(List<Option> options) {
        return options.stream().map(Option::letter).toList();
    }

    private static List<String> letters(int count) {
        return Stream.iterate(0, place -> place + 1).limit(count).map(RawDraft::letter).toList();
    }

    /** Every text of the question. */
    public static Stream<String> texts(Question question) {
        return Stream.concat(Stream.of(question.id(), question.topic(), question.stem(), question.quote(),
                question.explanation(), question.citation().toString()), question.options().stream().map(Option::text));
    }

    /** 单选题, 多选题 or 判断题: how files for people name the type. */
    public static String typeWord(QuestionType type) {
        return switch (type) {
            case SINGLE -> "单选题";
            case MULTIPLE -> "多选题";
            case JUDGE -> "判断题";
        };
    }

    /** The letters of the right options without anything between them, or 对 or 错. */
    public static String answer(Question question) {
        return String.join("", question.answer());
    }

    /** The texts of the options; none for a judgement, whose options are always the same. */
    public static List<String> options(Question question) {
        return question.type() == QuestionType.JUDGE ? List.of()
                : question.options().stream().map(Option::text).toList();
    }
}
