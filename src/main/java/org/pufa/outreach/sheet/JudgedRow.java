package org.pufa.outreach.sheet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a row would become.
 *
 * @param becomes nothing when it cannot be taken
 * @param findings sentences by key and arguments, the grave ones first
 * @param doubtful whether somebody must type that unusual figures are right
 * @param leftOut whether it stays out, by hand or because it is registered already
 */
public record JudgedRow<T>(SheetRow row, Optional<T> becomes, List<Finding> findings, boolean doubtful,
        boolean leftOut) {

    /** One thing to say of a row. @param refusal whether it keeps the row from being taken */
    public record Finding(boolean refusal, String key, List<Object> args) {

        public Finding {
            Objects.requireNonNull(key);
            args = List.copyOf(args);
        }
    }

    public JudgedRow {
        Objects.requireNonNull(row);
        Objects.requireNonNull(becomes);
        findings = List.copyOf(findings);
    }

    /** Whether it is registered when the file is confirmed. */
    public boolean isTaken() {
        return becomes.isPresent() && !leftOut;
    }

    /** accepted, warned, refused, or left out. */
    public String state() {
        return becomes.isEmpty() ? "refused" : leftOut ? "left" : findings.isEmpty() ? "accepted" : "warned";
    }
}
