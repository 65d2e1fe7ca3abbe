package org.pufa.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.outreach.UnitOfMeasure.Counts;

class ActivityCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Measure HEADS = measure("heads", "参加", "ren", Counts.HEADS, false);
    private static final Measure TURNS = measure("turns", "参加", "renci", Counts.TURNS, false);
    private static final Measure BOOKLETS = measure("booklets", "发放宣传册", "ce", Counts.THINGS, true);
    private static final Measure AWARDS = measure("awards", "获奖", "xiang", Counts.THINGS, false);
    private static final ActivityKind TRAINING = new ActivityKind("training", LocalText.of("培训"), List.of(),
            List.of(HEADS, TURNS, BOOKLETS));

    private static Measure measure(String code, String name, String unit, Counts counts, boolean byTitle) {
        return new Measure(code, LocalText.of(name), new UnitOfMeasure(unit, LocalText.of(unit), counts), List.of(),
                3000, byTitle, Counted.HEADCOUNT);
    }

    private static Figure figure(Measure measure, long amount) {
        return Figure.typed(measure, amount, Counted.HEADCOUNT);
    }

    private static ActivityCheck check(LocalDate starts, LocalDate ends, Figure... figures) {
        return ActivityCheck.of(activity(starts, ends, figures), Optional.empty(), TODAY);
    }

    private static Activity activity(LocalDate starts, LocalDate ends, Figure... figures) {
        return new Activity(TRAINING, "仲裁员培训", starts, ends, "", "", List.of(), List.of(), List.of(), List.of(), "",
                List.of(figures));
    }

    private static ActivityCheck on(String day, Figure... figures) {
        return check(LocalDate.parse(day), LocalDate.parse(day), figures);
    }

    private static List<String> keys(List<FieldError> findings) {
        return findings.stream().map(FieldError::key).toList();
    }

    @Test
    void anOrdinaryTrainingIsRight() {
        var check = on("2019-05-08", figure(HEADS, 45), figure(TURNS, 90));

        assertThat(check.faults()).isEmpty();
        assertThat(check.doubts()).isEmpty();
    }

    @Test
    void aFigureLargerThanUsualIsAskedAbout() {
        assertThat(keys(on("2019-05-08", figure(HEADS, 3000)).doubts())).isEmpty();
        assertThat(on("2019-05-08", figure(HEADS, 3001)).doubts()).containsExactly(
                FieldError.of("amount.heads", "outreach.check.unusual", HEADS.name(), 3001L, HEADS.unit().name(), 3000L));
    }

    @Test
    void thereAreNeverMorePeopleThanParticipations() {
        assertThat(keys(on("2019-05-08", figure(HEADS, 90), figure(TURNS, 45)).faults()))
                .containsExactly("outreach.check.heads");
    }

    @Test
    void whatIsNotOverOrNotCountedOfTheKindIsRefused() {
        assertThat(keys(on("2026-11-24", figure(HEADS, 1)).faults())).containsExactly("outreach.check.not-yet");
        assertThat(keys(check(TODAY, TODAY.plusDays(1), figure(HEADS, 1)).faults()))
                .containsExactly("outreach.check.not-over");
        assertThat(keys(on("1019-05-08", figure(HEADS, 1)).faults())).containsExactly("outreach.check.too-early");
        assertThat(keys(on("2019-05-08", figure(AWARDS, 1)).faults())).containsExactly("outreach.check.not-counted");
        assertThat(keys(on("2019-05-08", figure(BOOKLETS, 1)).faults())).containsExactly("outreach.check.no-title");
        assertThat(keys(on("2019-05-08").faults())).containsExactly("outreach.check.no-figure");
    }

    @Test
    void whatWentOnOverMidnightBelongsToTheYearInWhichItStarted() {
        var night = activity(LocalDate.of(2019, 12, 31), LocalDate.of(2020, 1, 1), figure(HEADS, 5));

        assertThat(night.year()).isEqualTo(2019);
        assertThat(ActivityCheck.of(night, Optional.empty(), TODAY).faults()).isEmpty();
    }

    @Test
    void aLongPeriodIsAskedAboutAndMoreThanAYearRefused() {
        assertThat(keys(check(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 12, 31), figure(HEADS, 5)).doubts()))
                .containsExactly("outreach.check.long");
        assertThat(keys(check(LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 2), figure(HEADS, 5)).faults()))
                .containsExactly("outreach.check.too-long");
    }

    @Test
    void movingARecordToAnotherYearIsAskedAbout() {
        var before = activity(LocalDate.of(2019, 12, 4), LocalDate.of(2019, 12, 4), figure(HEADS, 5));
        var after = activity(LocalDate.of(2020, 12, 4), LocalDate.of(2020, 12, 4), figure(HEADS, 5));

        assertThat(ActivityCheck.of(after, Optional.of(before), TODAY).doubts())
                .containsExactly(FieldError.of("starts", "outreach.check.year", "2019", "2020"));
    }
}
