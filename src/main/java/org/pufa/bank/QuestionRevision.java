package org.pufa.bank;

import java.time.Instant;
import java.util.Objects;

/**
 * A question as it stands, or once stood, in its bank (修订); never changes.
 *
 * @param id by which papers pin it
 * @param bank code of its bank
 * @param number 1 for the first revision of the question
 */
public record QuestionRevision(long id, String bank, int number, Question question, String createdBy,
        Instant createdAt) {

    public QuestionRevision {
        Objects.requireNonNull(bank);
        Objects.requireNonNull(question);
    }
}
