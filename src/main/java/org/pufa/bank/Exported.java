package org.pufa.bank;

import java.util.List;
import java.util.Objects;

/**
 * A file of questions.
 *
 * @param content the whole file
 * @param leftOut questions that are not in it, in their order
 */
public record Exported(byte[] content, List<LeftOut> leftOut) {

    /**
     * A question that the format cannot carry.
     *
     * @param key of a sentence in the message bundle that says why
     */
    public record LeftOut(String question, String key) {

        public LeftOut {
            Objects.requireNonNull(question);
            Objects.requireNonNull(key);
        }
    }

    public Exported {
        Objects.requireNonNull(content);
        leftOut = List.copyOf(leftOut);
    }
}
