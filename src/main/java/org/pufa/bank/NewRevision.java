package org.pufa.bank;

import java.util.Objects;

/**
 * A revision on its way into the bank.
 *
 * @param number 1 for the first of its question
 * @param reason why the question is changed, or ""
 */
record NewRevision(int number, Question question, String reason) {

    NewRevision {
        Objects.requireNonNull(question);
        Objects.requireNonNull(reason);
    }
}
