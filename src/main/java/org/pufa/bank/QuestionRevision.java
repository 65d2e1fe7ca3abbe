package org.pufa.bank;

import java.time.Instant;
import java.util.Objects;

/**
 * A question as it stands, or once stood, in its bank (修订); never changes.
 *
 * @param id by which papers pin it
 * @param bank code of its bank
 * @param number 1 for the first revision of the question
 * @param reason why it was changed; "" for the first revision, and for one that came with a file
 */
public record QuestionRevision(long id, String bank, int number, Question question, String createdBy,
        Instant createdAt, String reason) {

    public QuestionRevision {
        Objects.requireNonNull(bank);
        Objects.requireNonNull(question);
        Objects.requireNonNull(reason);
    }
}
