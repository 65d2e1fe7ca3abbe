package org.pufa.bank.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pufa.bank.Album;
import org.pufa.bank.Exported;
import org.pufa.bank.Exported.LeftOut;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.intake.CleanText;

/**
 * Sorts out the questions that can be read back as they are. Texts are carried in the form of {@link CleanText}:
 * without spaces at the ends of lines, without empty lines and without unseen characters.
 */
public final class Carriage {

    private static final String UNCLEAN = "bank.export.left-out.text";
    private static final String PICTURES = "bank.export.left-out.picture";
    private static final String ROOM = "bank.export.left-out.room";

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

    /** The key that says why a format of mere text cannot carry a question; nothing for one without pictures. */
    public static Optional<String> unpictured(Question question) {
        return question.pictures().isEmpty() ? Optional.empty() : Optional.of(PICTURES);
    }

    /**
     * The key that says that a file would grow too large to be read back, for each question from there on whose
     * pictures find no more room in it.
     *
     * @param room for pictures in the file, each of them counted once, in bytes
     * @param album a picture that is not in it found no room there already
     */
    public static Function<Question, Optional<String>> within(long room, Album album) {
        var taken = new HashSet<String>();
        long[] left = {room};
        return question -> {
            var more = question.pictures().stream().map(QuestionPicture::hash).filter(hash -> !taken.contains(hash))
                    .collect(Collectors.toSet());
            var found = more.stream().map(album::find).flatMap(Optional::stream).toList();
            long needed = found.stream().mapToLong(picture -> picture.content().length).sum();
            if (found.size() < more.size() || needed > left[0]) {
                return Optional.of(ROOM);
            }
            left[0] -= needed;
            taken.addAll(more);
            return Optional.empty();
        };
    }

    private static boolean isClean(Question question) {
        var options = question.options();
        boolean inOrder = question.type() == QuestionType.JUDGE ? options.equals(Question.JUDGEMENTS)
                : letters(options).equals(letters(options.size()));
        return inOrder && texts(question).allMatch(text -> text.equals(CleanText.of(text)))
                && question.pictures().stream().map(QuestionPicture::alt).allMatch(alt -> alt.equals(CleanText.of(alt)))
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
