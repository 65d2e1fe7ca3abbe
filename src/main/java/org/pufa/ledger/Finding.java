package org.pufa.ledger;

import java.util.List;
import java.util.Objects;

/**
 * One thing that a check of the ledger found wrong, and where.
 *
 * @param key message key of the sentence that says it; every key starts with {@code ledger.finding.}
 * @param args arguments of that sentence: receipts, chains and hashes as text, heights and counts as whole numbers
 */
public record Finding(String key, List<Object> args) {

    private static final String PREFIX = "ledger.finding.";

    public Finding {
        Objects.requireNonNull(key);
        args = List.copyOf(args);
    }

    static Finding of(String name, Object... args) {
        return new Finding(PREFIX + name, List.of(args));
    }
}
