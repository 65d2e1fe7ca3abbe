package org.pufa.learn;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A question that a page offers for practice, written {@code bank/code}. */
public record QuestionRef(String bank, String code) {

    private static final Pattern WRITTEN = Pattern.compile("([^/\\s]{1,60})/([^/\\s]{1,60})");

    static Optional<QuestionRef> parse(String written) {
        var found = WRITTEN.matcher(written);
        return found.matches() ? Optional.of(new QuestionRef(found.group(1), found.group(2))) : Optional.empty();
    }

    /** Those that a text names, one in each line; lines that name none are left out. */
    static List<QuestionRef> all(String text) {
        return text.lines().map(String::strip).map(QuestionRef::parse).flatMap(Optional::stream).distinct().toList();
    }

    @Override
    public String toString() {
        return bank + '/' + code;
    }
}
