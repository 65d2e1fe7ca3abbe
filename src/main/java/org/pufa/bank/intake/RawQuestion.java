package org.pufa.bank.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pufa.bank.Question;

/**
 * What a reader understood of one item, before it is judged. A text that the file does not give is "", never null.
 *
 * @param line where the item begins: line of a text, paragraph of a document, row of a sheet; 1 is the first
 * @param typeWord how the file names the type, such as 单选题 or multichoice; "" where only the shape tells
 * @param options in the file's order, lettered A, B, C … whatever the file called them; none for a judgement
 * @param answer as the file gives it: letters in any form, 对, √, 正确, or the texts of options
 * @param citation such as 《劳动合同法》第十九条第一款; "" when the file names none
 * @param quote the words of the article, where the file has a place of its own for them
 * @param difficulty as the file gives it
 * @param code the file's own number of the question
 * @param source the lines it was read from, for the preview
 * @param reasons what the reader itself noticed
 */
public record RawQuestion(int line, String typeWord, String stem, List<Question.Option> options, String answer,
        String explanation, String citation, String quote, String difficulty, String topic, String code,
        String source, List<RawPicture> pictures, List<Reason> reasons) {

    public RawQuestion {
        Objects.requireNonNull(typeWord);
        Objects.requireNonNull(stem);
        Objects.requireNonNull(answer);
        Objects.requireNonNull(explanation);
        Objects.requireNonNull(citation);
        Objects.requireNonNull(quote);
        Objects.requireNonNull(difficulty);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(code);
        Objects.requireNonNull(source);
        options = List.copyOf(options);
        pictures = List.copyOf(pictures);
        reasons = List.copyOf(reasons);
    }

    /** The same without a quote. */
    public RawQuestion(int line, String typeWord, String stem, List<Question.Option> options, String answer,
            String explanation, String citation, String difficulty, String topic, String code, String source,
            List<RawPicture> pictures, List<Reason> reasons) {
        this(line, typeWord, stem, options, answer, explanation, citation, "", difficulty, topic, code, source,
                pictures, reasons);
    }

    /** The questions, of which the first has one more reason, because nothing else of a file can say it. */
    public static List<RawQuestion> firstNoted(List<RawQuestion> questions, Reason reason) {
        if (questions.isEmpty()) {
            return questions;
        }
        var noted = new ArrayList<>(questions);
        noted.set(0, questions.get(0).with(reason));
        return noted;
    }

    private RawQuestion with(Reason reason) {
        var more = new ArrayList<>(reasons);
        more.add(reason);
        return new RawQuestion(line, typeWord, stem, options, answer, explanation, citation, quote, difficulty, topic,
                code, source, pictures, more);
    }
}
