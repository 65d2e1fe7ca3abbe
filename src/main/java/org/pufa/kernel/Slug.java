package org.pufa.kernel;

import java.util.Optional;

/** The name of a campaign in its public address: 3 to 60 lower-case letters, digits and single hyphens. */
public record Slug(String value) {

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
        if (text == null || text.length() < 3 || text.length() > 60) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inner = c == '-' && i > 0 && i < text.length() - 1 && text.charAt(i - 1) != '-';
            if (!inner && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
