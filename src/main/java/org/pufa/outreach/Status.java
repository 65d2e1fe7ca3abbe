package org.pufa.outreach;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of the current revision of a record. Only confirmed ones count. */
public enum Status {

    WAITING, RETURNED, CONFIRMED, WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
