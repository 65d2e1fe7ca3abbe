package org.pufa.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Secret;

/**
 * Which passwords are good enough: long, and not among the first that a stranger would try. Words that everybody uses,
 * the user's and the bureau's own names, rows of keys and years count for nothing; what is left must be worth guessing.
 */
final class PasswordRule {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;
    /** So many characters must be left once everything was taken out that is easily guessed. */
    private static final int FEWEST_OWN = 5;
    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_NAME = 2;

    private final Set<String> common = Set.copyOf(read("common-passwords.txt"));
    private final List<String> words;

    /** @param house names of the bureau and of the site, in any language */
    PasswordRule(List<String> house) {
        words = new ArrayList<>(read("common-words.txt"));
        house.stream().flatMap(name -> List.of(name.split("[\\s,.，、/:]+")).stream()).map(PasswordRule::plain)
                .filter(name -> name.codePointCount(0, name.length()) >= SHORTEST_WORD).forEach(words::add);
        words.sort((one, other) -> other.length() - one.length());
    }

    private static List<String> read(String file) {
        try (var in = new BufferedReader(new InputStreamReader(PasswordRule.class.getResourceAsStream(file),
                StandardCharsets.UTF_8))) {
            return in.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the password, to be said beside its field. @param names of the user, as far as known */
    Optional<FieldError> refuse(String field, Secret password, List<String> names) {
        String lower = plain(password.value());
        int length = password.value().codePointCount(0, password.value().length());
        if (length < SHORTEST) {
            return Optional.of(FieldError.of(field, "staff.password.short", SHORTEST));
        } else if (length > LONGEST) {
            return Optional.of(FieldError.of(field, "staff.password.long", LONGEST));
        } else if (common.contains(lower) || own(lower) < FEWEST_OWN || GuessableRows.isRepeated(lower)) {
            return Optional.of(FieldError.of(field, "staff.password.common"));
        }
        return own(without(lower, names)) < FEWEST_OWN ? Optional.of(FieldError.of(field, "staff.password.names"))
                : Optional.empty();
    }

    private static String without(String lower, List<String> names) {
        String rest = lower;
        for (String name : names) {
            String plain = plain(name.strip());
            rest = plain.length() < SHORTEST_NAME ? rest : rest.replace(plain, "\0");
        }
        return rest;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** How many characters are not part of anything that is easily guessed. */
    private int own(String lower) {
        String rest = GuessableRows.unmask(lower);
        String typed = lower;
        for (String word : words) {
            typed = typed.replace(word, "\0");
            rest = rest.replace(word, "\0");
        }
        return Math.min(GuessableRows.own(typed), GuessableRows.own(rest));
    }
}
