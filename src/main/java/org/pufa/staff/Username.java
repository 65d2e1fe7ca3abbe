package org.pufa.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a staff member signs in with: 3 to 32 lower-case letters, digits, dots, hyphens and underscores. */
public record Username(String value) {

    static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{2,31}");
    /** The actor of what nobody did, and the word that stands where a name would in an address. */
    private static final Set<String> RESERVED = Set.of("system", "new");

    public Username {
        if (!FORM.matcher(value).matches() || RESERVED.contains(value)) {
            throw new IllegalArgumentException("not a user name: " + value);
        }
    }

    /** The user name somebody typed, in any case; nothing when it cannot be one. */
    public static Optional<Username> parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(name).matches() && !RESERVED.contains(name) ? Optional.of(new Username(name))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
