package org.pufa.outreach.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How far a task has come.
 *
 * @param near whether it is behind because its deadline is near, and not over
 * @param measured target by target
 */
public record Progress(State state, boolean near, List<Measured> measured) {

    /** So many days before its deadline a task is called behind that is not fulfilled. */
    public static final int NEAR_DAYS = 14;

    /** Where a task stands. */
    public enum State {

        NOT_BEGUN, UNDER_WAY, FULFILLED, BEHIND;

        /** The word that message keys use. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One target.
     *
     * @param counted what counts
     * @param waiting what nobody else has confirmed yet; never added to what counts
     */
    public record Measured(Target target, long counted, long waiting) {

        public boolean isMet() {
            return counted >= target.amount();
        }
    }

    public Progress {
        Objects.requireNonNull(state);
        measured = List.copyOf(measured);
    }

    /**
     * What follows from what is linked. Without targets, a task is fulfilled by anything that counts.
     *
     * @param deeds what is linked; what is of another year changes nothing
     * @param year of the plan
     */
    public static Progress of(Task task, List<Deed> deeds, int year, LocalDate today) {
        var own = deeds.stream().filter(deed -> deed.isOf(year) && deed.stage() != Deed.Stage.VOID).toList();
        var measured = task.targets().stream().map(target -> new Measured(target, sum(own, target, Deed.Stage.COUNTS),
                sum(own, target, Deed.Stage.WAITING))).toList();
        boolean fulfilled = measured.isEmpty() ? own.stream().anyMatch(deed -> deed.stage() == Deed.Stage.COUNTS)
                : measured.stream().allMatch(Measured::isMet);
        LocalDate deadline = task.timing().ends();
        boolean over = today.isAfter(deadline);
        if (fulfilled) {
            return new Progress(State.FULFILLED, false, measured);
        } else if (over || !today.isBefore(deadline.minusDays(NEAR_DAYS)) && hasBegun(task, today)) {
            return new Progress(State.BEHIND, !over, measured);
        }
        return new Progress(own.isEmpty() ? State.NOT_BEGUN : State.UNDER_WAY, false, measured);
    }

    /** A task of a few days is not behind before they come. */
    private static boolean hasBegun(Task task, LocalDate today) {
        return task.timing().starts().map(starts -> !today.isBefore(starts)).orElse(true);
    }

    private static long sum(List<Deed> deeds, Target target, Deed.Stage stage) {
        return deeds.stream().filter(deed -> deed.stage() == stage).map(Deed::amounts)
                .mapToLong((Map<String, Long> amounts) -> amounts.getOrDefault(target.gauge(), 0L)).sum();
    }
}
