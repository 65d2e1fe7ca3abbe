package org.pufa.insight.report;

import java.util.Objects;
import java.util.Optional;
import org.pufa.kernel.Slug;

/**
 * What the figures of a point are of.
 *
 * @param name slug of the campaign, code of the sort of outreach, plan and key of the task, or ""
 * @param words only records of outreach in whose title they stand; or ""
 */
public record Source(Sort sort, String name, String words) {

    /** More are no part of a title. */
    public static final int LONGEST_WORDS = 60;

    /** What there is to tell of. */
    public enum Sort {

        /** Words only. */
        NONE,
        /** All campaigns together. */
        ONLINE,
        CAMPAIGN,
        OUTREACH,
        /** Outreach that fulfils a task of the yearly plan. */
        TASK;

        private String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Source {
        Objects.requireNonNull(sort);
        Objects.requireNonNull(name);
        Objects.requireNonNull(words);
    }

    public static Source none() {
        return new Source(Sort.NONE, "", "");
    }

    public static Source online() {
        return new Source(Sort.ONLINE, "", "");
    }

    public static Source campaign(Slug slug) {
        return new Source(Sort.CAMPAIGN, slug.value(), "");
    }

    /** @param kind of outreach */
    public static Source outreach(String kind, String words) {
        return new Source(Sort.OUTREACH, kind, words.strip());
    }

    /** @param key of the task, the same in all revisions of its plan */
    public static Source task(long plan, long key) {
        return new Source(Sort.TASK, plan + "-" + key, "");
    }

    /** The plan of a task. */
    long plan() {
        return Long.parseLong(name.substring(0, name.indexOf('-')));
    }

    /** The key of a task. */
    long task() {
        return Long.parseLong(name.substring(name.indexOf('-') + 1));
    }

    /** What {@link #code} wrote: {@code outreach:training/基层干部}. */
    public static Optional<Source> parse(String code) {
        int colon = code.indexOf(':');
        String rest = code.substring(colon + 1);
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        return switch (colon < 0 ? code : code.substring(0, colon)) {
            case "none" -> Optional.of(none());
            case "online" -> Optional.of(online());
            case "campaign" -> Slug.parse(rest).map(Source::campaign);
            case "outreach" -> name.matches("[a-z][a-z-]{0,39}")
                    ? Optional.of(outreach(name, slash < 0 ? "" : rest.substring(slash + 1))) : Optional.empty();
            case "task" -> rest.matches("[1-9]\\d{0,17}-[1-9]\\d{0,17}") ? Optional.of(new Source(Sort.TASK, rest, ""))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    public String code() {
        return sort.code() + (name.isEmpty() ? "" : ':' + name) + (words.isEmpty() ? "" : '/' + words);
    }
}
