package org.pufa.bank;

import java.util.Objects;

/**
 * A question of a bank with its latest revision.
 *
 * @param flagged whether its law was amended and nobody has confirmed the question since
 */
public record QuestionRow(QuestionRevision revision, QuestionState state, boolean flagged) {

    public QuestionRow {
        Objects.requireNonNull(revision);
        Objects.requireNonNull(state);
    }

    public Question question() {
        return revision.question();
    }

    /** Whether new papers may hold it. */
    public boolean usable() {
        return state == QuestionState.IN_USE && !flagged;
    }
}
