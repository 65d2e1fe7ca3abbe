package org.pufa.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a campaign in its public address: 3 to 60 lower-case letters, digits and single hyphens. */
public record Slug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a slug: " + value);
        }
    }

    /** The slug written in {@code text}, or nothing when the text is no slug. */
    public static Optional<Slug> parse(String text) {
        return isValid(text) ? Optional.of(new Slug(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text != null && text.length() >= 3 && text.length() <= 60 && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
