package org.pufa.outreach.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.outreach.plan.Deed.Stage;
import org.pufa.outreach.plan.Progress.Measured;
import org.pufa.outreach.plan.Progress.State;

class ProgressTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private static Task task(Timing timing, Target... targets) {
        return new Task("局", List.of("宪法"), "", List.of(), "", "", "", timing, "法规处", "", List.of(targets));
    }

    private static Task trainings(long many) {
        return task(Timing.until(LocalDate.of(2026, 12, 31)), new Target("training.held", many));
    }

    private static Deed training(Stage stage, long held, int year) {
        var day = LocalDate.of(year, 5, 6);
        return new Deed("outreach", "1", "培训", "/", day, day, stage, Optional.empty(), Map.of("training.held", held));
    }

    private static Progress of(Task task, LocalDate today, Deed... deeds) {
        return Progress.of(task, List.of(deeds), 2026, today);
    }

    @Test
    void onlyWhatWasConfirmedCountsAndWhatWasNotStandsApart() {
        var progress = of(trainings(4), JUNE, training(Stage.COUNTS, 3, 2026), training(Stage.WAITING, 2, 2026),
                training(Stage.VOID, 9, 2026), training(Stage.AHEAD, 9, 2026));

        assertThat(progress.measured()).containsExactly(new Measured(new Target("training.held", 4), 3, 2));
        assertThat(progress.state()).isEqualTo(State.UNDER_WAY);
    }

    @Test
    void whatIsOfAnotherYearCountsForNothing() {
        var progress = of(trainings(4), JUNE, training(Stage.COUNTS, 4, 2025));

        assertThat(progress.state()).isEqualTo(State.NOT_BEGUN);
        assertThat(progress.measured().get(0).counted()).isZero();
    }

    @Test
    void aTaskIsFulfilledWhenAllTargetsAreMetEvenAfterItsDeadline() {
        var both = task(Timing.until(JUNE), new Target("training.held", 2), new Target("booklets", 5));

        assertThat(of(both, JUNE.plusYears(1), training(Stage.COUNTS, 2, 2026)).state()).isEqualTo(State.BEHIND);
        assertThat(of(trainings(2), JUNE.plusYears(1), training(Stage.COUNTS, 2, 2026)).state())
                .isEqualTo(State.FULFILLED);
    }

    @Test
    void withoutTargetsAnythingThatCountsFulfils() {
        var open = task(Timing.until(LocalDate.of(2026, 12, 31)));

        assertThat(of(open, JUNE).state()).isEqualTo(State.NOT_BEGUN);
        assertThat(of(open, JUNE, training(Stage.WAITING, 1, 2026)).state()).isEqualTo(State.UNDER_WAY);
        assertThat(of(open, JUNE, training(Stage.AHEAD, 1, 2026)).state()).isEqualTo(State.UNDER_WAY);
        assertThat(of(open, JUNE, training(Stage.COUNTS, 1, 2026)).state()).isEqualTo(State.FULFILLED);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-16,NOT_BEGUN,false", "2026-12-17,BEHIND,true", "2026-12-31,BEHIND,true", "2027-01-01,BEHIND,false"})
    void aTaskIsBehindWhenItsDeadlineIsNearOrOver(LocalDate today, State state, boolean near) {
        var progress = of(trainings(1), today);

        assertThat(progress.state()).isEqualTo(state);
        assertThat(progress.near()).isEqualTo(near);
    }

    @Test
    void aTaskOfAFewDaysIsNotBehindBeforeTheyCome() {
        var week = task(Timing.between(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 7)));

        assertThat(of(week, LocalDate.of(2026, 11, 28)).state()).isEqualTo(State.NOT_BEGUN);
        assertThat(of(week, LocalDate.of(2026, 12, 1)).state()).isEqualTo(State.BEHIND);
    }

    @Property(tries = 200)
    void confirmingMoreNeverTakesFulfilmentAway(@ForAll @Size(max = 5) List<@LongRange(min = 1, max = 9) Long> held,
            @ForAll @LongRange(min = 1, max = 20) long wanted, @ForAll @LongRange(min = 0, max = 400) long day) {
        var deeds = held.stream().map(many -> training(Stage.COUNTS, many, 2026)).toList();
        var more = new java.util.ArrayList<>(deeds);
        more.add(training(Stage.COUNTS, 1, 2026));
        var today = LocalDate.of(2026, 1, 1).plusDays(day);

        boolean before = Progress.of(trainings(wanted), deeds, 2026, today).state() == State.FULFILLED;
        boolean after = Progress.of(trainings(wanted), more, 2026, today).state() == State.FULFILLED;

        assertThat(before).isEqualTo(held.stream().mapToLong(Long::longValue).sum() >= wanted);
        assertThat(!before || after).isTrue();
    }
}
