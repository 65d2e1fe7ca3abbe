package org.pufa.campaign.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pufa.campaign.Outcomes;
import org.pufa.campaign.watch.Alarm.Finding;
import org.pufa.campaign.watch.Alarm.Kind;

/** Decides from figures alone whether something is out of the ordinary. */
public final class AlarmRules {

    private static final Duration WARM = Duration.ofHours(1);
    private static final Set<String> OURS = Set.of(Outcomes.FAILED, Outcomes.BUSY);
    private static final Set<String> GOOD = Set.of(Outcomes.ACCEPTED, Outcomes.REPLAYED);
    private static final int PERCENT = 100;

    private final Settings settings;

    public AlarmRules(Settings settings) {
        this.settings = settings;
    }

    /**
     * From when on something is out of the ordinary.
     *
     * @param burstFactor so many times the usual number of entries in five minutes, and
     * @param burstLeast at least so many
     * @param quietMinutes so long without an entry, where
     * @param quietUsual so many entries an hour are usual
     * @param failedPercent so many of a hundred submissions in five minutes fail, or
     * @param refusedPercent so many are refused, of
     * @param errorLeast at least so many
     * @param closingHours so long before the window closes
     */
    public record Settings(int burstFactor, int burstLeast, int quietMinutes, int quietUsual, int failedPercent,
            int refusedPercent, int errorLeast, int closingHours) {

        public static final Settings STANDARD = new Settings(10, 100, 15, 60, 2, 50, 50, 24);
    }

    /**
     * What is known of an open campaign at one moment.
     *
     * @param outcomes of the submissions of the last five minutes
     * @param recent entries of the last {@link Settings#quietMinutes}
     * @param usualHour entries that an hour like this one usually has
     * @param openFor how long it has been open
     * @param left until it closes
     */
    public record Observation(Map<String, Long> outcomes, long recent, long usualHour, Duration openFor, Duration left) {

        long accepted() {
            return outcomes.getOrDefault(Outcomes.ACCEPTED, 0L);
        }
    }

    Settings settings() {
        return settings;
    }

    /** All that is out of the ordinary. */
    public List<Finding> findings(Observation seen) {
        var findings = new ArrayList<Finding>();
        burst(seen).ifPresent(findings::add);
        quiet(seen).ifPresent(findings::add);
        errors(seen).ifPresent(findings::add);
        closing(seen).ifPresent(findings::add);
        return findings;
    }

    /** A campaign that has just opened has nothing usual yet. */
    private Optional<Finding> burst(Observation seen) {
        long usual = Math.max(1, Math.round(seen.usualHour / 12.0));
        boolean burst = seen.openFor.compareTo(WARM) >= 0 && seen.accepted() >= settings.burstLeast
                && seen.accepted() >= settings.burstFactor * usual;
        return burst ? Optional.of(new Finding(Kind.BURST, seen.accepted(), usual, "")) : Optional.empty();
    }

    private Optional<Finding> quiet(Observation seen) {
        boolean quiet = seen.openFor.toMinutes() >= settings.quietMinutes && seen.recent == 0
                && seen.usualHour >= settings.quietUsual;
        return quiet ? Optional.of(new Finding(Kind.QUIET, settings.quietMinutes, seen.usualHour, "")) : Optional.empty();
    }

    private Optional<Finding> errors(Observation seen) {
        long all = seen.outcomes.values().stream().mapToLong(Long::longValue).sum();
        long failed = sum(seen, OURS);
        long refused = all - failed - sum(seen, GOOD);
        if (all < settings.errorLeast) {
            return Optional.empty();
        } else if (failed * PERCENT >= settings.failedPercent * all) {
            return Optional.of(new Finding(Kind.ERRORS, failed * PERCENT / all, settings.failedPercent, most(seen, true)));
        } else if (refused * PERCENT >= settings.refusedPercent * all) {
            return Optional.of(new Finding(Kind.ERRORS, refused * PERCENT / all, settings.refusedPercent,
                    most(seen, false)));
        }
        return Optional.empty();
    }

    private static long sum(Observation seen, Set<String> outcomes) {
        return outcomes.stream().mapToLong(outcome -> seen.outcomes.getOrDefault(outcome, 0L)).sum();
    }

    private static String most(Observation seen, boolean ours) {
        return seen.outcomes.entrySet().stream().filter(one -> !GOOD.contains(one.getKey()))
                .filter(one -> OURS.contains(one.getKey()) == ours)
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey).orElse("");
    }

    private Optional<Finding> closing(Observation seen) {
        boolean soon = !seen.left.isNegative() && seen.left.compareTo(Duration.ofHours(settings.closingHours)) <= 0;
        return soon ? Optional.of(new Finding(Kind.CLOSING, Math.max(1, seen.left.toHours()), 0, "")) : Optional.empty();
    }
}
