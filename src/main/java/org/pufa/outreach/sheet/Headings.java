package org.pufa.outreach.sheet;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The headings that one sort of spreadsheet can have. */
public final class Headings {

    private static final Pattern ASIDE = Pattern.compile("[\\s*:_/、,.()\\[\\]【】《》“”\"-]");
    private static final int LONGEST = 40;

    private final Map<String, String> fields = new HashMap<>();
    private final Predicate<Set<String>> enough;
    private final String missingKey;

    /**
     * @param names fields with the headings under which they stand; a heading belongs to the first that claims it
     * @param enough whether a row with these fields is taken for the heading row
     * @param missingKey message of a file without such a row
     */
    public Headings(List<Map.Entry<String, List<String>>> names, Predicate<Set<String>> enough, String missingKey) {
        names.forEach(entry -> entry.getValue().forEach(name -> fields.putIfAbsent(bare(name), entry.getKey())));
        this.enough = Objects.requireNonNull(enough);
        this.missingKey = Objects.requireNonNull(missingKey);
    }

    /** A heading without what people put around it. */
    public static String bare(String heading) {
        return heading.length() > LONGEST ? "" : ASIDE.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** The field that a heading names, however it is written. */
    public Optional<String> fieldOf(String heading) {
        return field(bare(heading));
    }

    Optional<String> field(String bare) {
        return Optional.ofNullable(fields.get(bare));
    }

    boolean suffice(Set<String> found) {
        return enough.test(found);
    }

    String missingKey() {
        return missingKey;
    }
}
