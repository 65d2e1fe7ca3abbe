package org.pufa.bank;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a question says in one of its revisions (题目). A draft may still lack topic, difficulty, citation, quote and
 * explanation; type, stem, options and answer are always there.
 *
 * @param id unique within its bank, such as LC-001
 * @param topic "" while nobody has given one
 * @param difficulty 1 (easy) to 3; {@link #UNKNOWN} while nobody has given one
 * @param options what can be picked, in the author's order; for a judge question always {@link #JUDGEMENTS}
 * @param answer the letters of the right options, in their order
 * @param citation {@link Citation#NONE} while nobody has given one
 * @param quote the words of the article, verbatim, or ""
 * @param explanation why the answer is right, in plain words, or ""
 * @param pictures those of the stem first, then those of the options
 */
public record Question(String id, QuestionType type, String topic, int difficulty, String stem, List<Option> options,
        List<String> answer, Citation citation, String quote, String explanation, List<QuestionPicture> pictures) {

    /** The difficulty of a draft that nobody has rated. */
    public static final int UNKNOWN = 0;
    public static final int EASIEST = 1;
    public static final int HARDEST = 3;
    /** 对 and 错, in the order in which they are always shown. */
    public static final List<Option> JUDGEMENTS = List.of(new Option("对", "对"), new Option("错", "错"));

    /**
     * One thing that can be picked.
     *
     * @param letter names it within its question: A, B, C …, or 对 or 错
     */
    public record Option(String letter, String text) {

        public Option {
            Objects.requireNonNull(letter);
            Objects.requireNonNull(text);
        }
    }

    public Question {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(stem);
        Objects.requireNonNull(citation);
        Objects.requireNonNull(quote);
        Objects.requireNonNull(explanation);
        options = List.copyOf(options);
        answer = List.copyOf(new TreeSet<>(answer));
        pictures = inOrder(pictures);
        if (difficulty < UNKNOWN || difficulty > HARDEST) {
            throw new IllegalArgumentException("question " + id + " has difficulty " + difficulty);
        }
        if (answer.isEmpty() || !letters(options).containsAll(answer)) {
            throw new IllegalArgumentException("question " + id + " has no option " + answer);
        }
        if (type != QuestionType.MULTIPLE && answer.size() > 1) {
            throw new IllegalArgumentException("question " + id + " has several right answers: " + answer);
        }
        for (QuestionPicture picture : pictures) {
            if (!hasPlace(picture.place(), type, options)) {
                throw new IllegalArgumentException("question " + id + " has no place " + picture.place());
            }
        }
    }

    /** A question without pictures. */
    public Question(String id, QuestionType type, String topic, int difficulty, String stem, List<Option> options,
            List<String> answer, Citation citation, String quote, String explanation) {
        this(id, type, topic, difficulty, stem, options, answer, citation, quote, explanation, List.of());
    }

    /** The pictures in the order in which a question keeps them: those of the stem, then those of each option. */
    public static List<QuestionPicture> inOrder(List<QuestionPicture> pictures) {
        return pictures.stream().sorted(Comparator.comparing(Question::rank)).toList();
    }

    private static String rank(QuestionPicture picture) {
        return picture.isInStem() ? "" : picture.place();
    }

    /** Whether a picture of a question of that type, with these options, can stand there. */
    public static boolean hasPlace(String place, QuestionType type, List<Option> options) {
        return place.equals(QuestionPicture.STEM) || type != QuestionType.JUDGE && letters(options).contains(place);
    }

    private static Set<String> letters(List<Option> options) {
        return options.stream().map(Option::letter).collect(Collectors.toSet());
    }

    /** The same question resting on another place of the law, or on another version of it. */
    public Question citing(Citation other) {
        return new Question(id, type, topic, difficulty, stem, options, answer, other, quote, explanation,
                pictures);
    }

    /**
     * The same question with another key.
     *
     * @throws IllegalArgumentException when these letters cannot be its key
     */
    public Question keyed(List<String> otherAnswer) {
        return new Question(id, type, topic, difficulty, stem, options, otherAnswer, citation, quote, explanation,
                pictures);
    }

    /** The same question filed under another topic, with another difficulty. */
    public Question filed(String otherTopic, int otherDifficulty) {
        return new Question(id, type, otherTopic, otherDifficulty, stem, options, answer, citation, quote,
                explanation, pictures);
    }

    /** The pictures of that place, in their order. */
    public List<QuestionPicture> picturesAt(String place) {
        return pictures.isEmpty() ? pictures
                : pictures.stream().filter(picture -> picture.place().equals(place)).toList();
    }

    /** The option of that letter. @throws IllegalArgumentException when there is none */
    public Option option(String letter) {
        return options.stream().filter(option -> option.letter().equals(letter)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("question " + id + " has no option " + letter));
    }
}
