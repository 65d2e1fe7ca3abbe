package org.pufa.bank.preview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which items of a preview are looked at. */
public enum Shown {

    /** Every item, those that need a look first. */
    ALL,
    WARNED,
    REFUSED,
    ACCEPTED,
    /** Those that stay out although they could be taken. */
    LEFT;

    /** The word in addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Shown> parse(String code) {
        return Arrays.stream(values()).filter(shown -> shown.code().equals(code)).findFirst();
    }
}
