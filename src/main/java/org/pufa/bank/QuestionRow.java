package org.pufa.bank;

import java.util.Objects;

/**
 * A question of a bank with its latest revision.
 *
 * @param retired whether it is kept out of new papers
 */
public record QuestionRow(QuestionRevision revision, boolean retired) {

    public QuestionRow {
        Objects.requireNonNull(revision);
    }

    public Question question() {
        return revision.question();
    }
}
