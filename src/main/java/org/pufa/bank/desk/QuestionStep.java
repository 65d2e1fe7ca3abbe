package org.pufa.bank.desk;

import java.time.Instant;
import java.util.Objects;
import org.pufa.bank.QuestionState;

/** A question was brought from one state to another. */
public record QuestionStep(QuestionState from, QuestionState to, String actor, String reason, Instant at) {

    public QuestionStep {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(at);
    }
}
