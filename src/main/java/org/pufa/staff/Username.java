package org.pufa.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a staff member signs in with: 3 to 32 lower-case letters, digits, dots, hyphens and underscores. */
public record Username(String value) {

    static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{2,31}");

    public Username {
        if (!FORM.matcher(value).matches() || value.equals("system")) {
            throw new IllegalArgumentException("not a user name: " + value);
        }
    }

    /** The user name somebody typed, in any case; nothing when it cannot be one. */
    public static Optional<Username> parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(name).matches() && !name.equals("system") ? Optional.of(new Username(name))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
