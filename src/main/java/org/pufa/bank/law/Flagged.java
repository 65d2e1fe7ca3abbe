package org.pufa.bank.law;

import java.time.Instant;
import java.util.Objects;

/**
 * A question that an amendment touched and nobody has confirmed yet.
 *
 * @param citedVersion label of the version that the question rests on
 * @param newVersion id of the version that touched it
 * @param newLabel its label
 */
public record Flagged(String bank, String question, String stem, String law, String citedVersion, String article,
        long newVersion, String newLabel, Instant raisedAt) {

    public Flagged {
        Objects.requireNonNull(bank);
        Objects.requireNonNull(question);
    }
}
