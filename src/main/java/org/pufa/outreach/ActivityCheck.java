package org.pufa.outreach;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.outreach.UnitOfMeasure.Counts;

/**
 * What is wrong with an activity, and what is only unusual.
 *
 * @param faults must be mended
 * @param doubts are taken when somebody types that they are right; the record is then marked
 */
public record ActivityCheck(List<FieldError> faults, List<FieldError> doubts) {

    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final int USUAL_DAYS = 31;
    private static final int MOST_DAYS = 366;

    public ActivityCheck {
        faults = List.copyOf(faults);
        doubts = List.copyOf(doubts);
    }

    /**
     * @param before what the record said until now; nothing for a new one
     * @param today in China
     */
    public static ActivityCheck of(Activity activity, Optional<Activity> before, LocalDate today) {
        var faults = new ArrayList<FieldError>();
        var doubts = new ArrayList<FieldError>();
        days(activity, today, faults, doubts);
        if (activity.figures().isEmpty()) {
            faults.add(FieldError.of("figures", "outreach.check.no-figure"));
        }
        activity.figures().forEach(figure -> figure(activity, figure, faults, doubts));
        heads(activity, faults);
        before.filter(earlier -> earlier.year() != activity.year()).ifPresent(earlier -> doubts.add(FieldError.of(
                "starts", "outreach.check.year", Integer.toString(earlier.year()), Integer.toString(activity.year()))));
        return new ActivityCheck(faults, doubts);
    }

    private static void days(Activity activity, LocalDate today, List<FieldError> faults, List<FieldError> doubts) {
        long days = ChronoUnit.DAYS.between(activity.starts(), activity.ends()) + 1;
        if (activity.starts().isBefore(FIRST_DAY)) {
            faults.add(FieldError.of("starts", "outreach.check.too-early"));
        } else if (activity.starts().isAfter(today)) {
            faults.add(FieldError.of("starts", "outreach.check.not-yet"));
        } else if (activity.ends().isAfter(today)) {
            faults.add(FieldError.of("ends", "outreach.check.not-over"));
        }
        if (days > MOST_DAYS) {
            faults.add(FieldError.of("ends", "outreach.check.too-long", days));
        } else if (days > USUAL_DAYS) {
            doubts.add(FieldError.of("ends", "outreach.check.long", days));
        }
    }

    private static void figure(Activity activity, Figure figure, List<FieldError> faults, List<FieldError> doubts) {
        Measure measure = figure.measure();
        String field = field(measure);
        if (!activity.kind().counts(measure)) {
            faults.add(FieldError.of(field, "outreach.check.not-counted", activity.kind().name(), measure.name()));
        } else if (measure.byTitle() && figure.title().isEmpty()) {
            faults.add(FieldError.of(field, "outreach.check.no-title", measure.name()));
        } else if (figure.amount() > measure.usualMost()) {
            doubts.add(FieldError.of(field, "outreach.check.unusual", measure.name(), figure.amount(),
                    measure.unit().name(), measure.usualMost()));
        }
    }

    /** There cannot be more people than participations, however each part of them was counted. */
    private static void heads(Activity activity, List<FieldError> faults) {
        var sums = new LinkedHashMap<Measure, Long>();
        activity.figures().forEach(figure -> sums.merge(figure.measure(), figure.amount(), Long::sum));
        sums.forEach((heads, people) -> sums.forEach((turns, times) -> {
            if (heads.unit().counts() == Counts.HEADS && turns.unit().counts() == Counts.TURNS && times < people
                    && heads.name().equals(turns.name())) {
                faults.add(FieldError.of(field(turns), "outreach.check.heads", people, times));
            }
        }));
    }

    /** The form's field for figures of that measure. */
    public static String field(Measure measure) {
        return "amount." + measure.code();
    }
}
