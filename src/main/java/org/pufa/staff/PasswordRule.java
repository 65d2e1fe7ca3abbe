package org.pufa.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Secret;

/** Which passwords are good enough: long, and not among the first that a stranger would try. */
final class PasswordRule {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private final Set<String> common = read("common-passwords.txt");

    private static Set<String> read(String file) {
        try (var in = new BufferedReader(new InputStreamReader(PasswordRule.class.getResourceAsStream(file),
                StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the password, to be said beside its field. */
    Optional<FieldError> refuse(String field, Secret password, String username) {
        String plain = password.value();
        int length = plain.codePointCount(0, plain.length());
        String lower = plain.toLowerCase(Locale.ROOT);
        if (length < SHORTEST) {
            return Optional.of(FieldError.of(field, "staff.password.short", SHORTEST));
        } else if (length > LONGEST) {
            return Optional.of(FieldError.of(field, "staff.password.long", LONGEST));
        } else if (lower.equals(username)) {
            return Optional.of(FieldError.of(field, "staff.password.username"));
        } else if (common.contains(lower) || plain.codePoints().distinct().count() < 3) {
            return Optional.of(FieldError.of(field, "staff.password.common"));
        }
        return Optional.empty();
    }
}
