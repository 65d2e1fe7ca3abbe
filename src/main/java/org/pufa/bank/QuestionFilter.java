package org.pufa.bank;

import java.util.Objects;
import java.util.Optional;

/**
 * Which questions of a bank are wanted; every empty part lets all through.
 *
 * @param difficulty {@link Question#UNKNOWN} for those that nobody has rated
 * @param words must stand in the stem, in an option or in the id
 * @param law short name
 * @param article how the cited place begins, such as 第十九条
 */
public record QuestionFilter(Optional<QuestionType> type, Optional<String> topic, Optional<Integer> difficulty,
        Optional<String> words, Optional<String> law, Optional<String> article, Optional<QuestionState> state) {

    public static final QuestionFilter ALL = new QuestionFilter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    /** Those in use, also the ones whose law was amended. */
    public static final QuestionFilter IN_USE = new QuestionFilter(Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(QuestionState.IN_USE));

    public QuestionFilter {
        Objects.requireNonNull(type);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(difficulty);
        Objects.requireNonNull(words);
        Objects.requireNonNull(law);
        Objects.requireNonNull(article);
        Objects.requireNonNull(state);
    }
}
