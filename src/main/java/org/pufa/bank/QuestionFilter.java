package org.pufa.bank;

import java.util.Objects;
import java.util.Optional;

/**
 * Which questions of a bank are wanted; every empty part lets all through.
 *
 * @param words must stand in the stem or in the id
 * @param retired only those retired (true) or only those in use (false)
 */
public record QuestionFilter(Optional<QuestionType> type, Optional<String> topic, Optional<Integer> difficulty,
        Optional<String> words, Optional<Boolean> retired) {

    public static final QuestionFilter ALL = new QuestionFilter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());
    /** Those that new papers may hold. */
    public static final QuestionFilter IN_USE = new QuestionFilter(Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.of(false));

    public QuestionFilter {
        Objects.requireNonNull(type);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(difficulty);
        Objects.requireNonNull(words);
        Objects.requireNonNull(retired);
    }
}
