package org.pufa.bank.preview;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pufa.bank.Citation;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;

/**
 * A question as an item would be written into the bank, as far as it was understood.
 *
 * @param code the file's own number of it, or ""
 * @param type empty only when the item is refused because it cannot be told
 * @param answer empty only when the item is refused
 * @param pictures those that are kept
 * @param written what stood there where it was understood as something else
 */
public record Draft(String code, Optional<QuestionType> type, String topic, int difficulty, String stem,
        List<Option> options, List<String> answer, Citation citation, String quote, String explanation,
        List<QuestionPicture> pictures, Written written) {

    /** As the file, or whoever mended the item, wrote it. */
    public record Written(String type, String answer, String citation, String difficulty) {
    }

    public Draft {
        Objects.requireNonNull(code);
        Objects.requireNonNull(type);
        Objects.requireNonNull(citation);
        Objects.requireNonNull(written);
        options = List.copyOf(options);
        answer = List.copyOf(answer);
        pictures = List.copyOf(pictures);
    }
}
