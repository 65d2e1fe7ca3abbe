package org.pufa.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pufa.kernel.Window;

class StepTest {

    private static final Instant OPENS = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-12-01T00:00:00Z");
    private static final Window WINDOW = new Window(OPENS, CLOSES);

    /** Every cell of the table that is not named here must be forbidden. */
    private static final Map<Step, Map<State, State>> ALLOWED = Map.of(
            Step.SUBMIT, Map.of(State.DRAFT, State.SUBMITTED),
            Step.RETURN, Map.of(State.SUBMITTED, State.DRAFT),
            Step.APPROVE, Map.of(State.SUBMITTED, State.SCHEDULED),
            Step.PAUSE, Map.of(State.OPEN, State.PAUSED),
            Step.RESUME, Map.of(State.PAUSED, State.OPEN),
            Step.CLOSE, Map.of(State.SCHEDULED, State.CLOSED, State.OPEN, State.CLOSED, State.PAUSED, State.CLOSED),
            Step.CERTIFY, Map.of(State.CLOSED, State.CERTIFIED));

    static Stream<Arguments> everyCell() {
        return Stream.of(Step.values()).flatMap(step -> Stream.of(State.values())
                .map(state -> Arguments.of(step, state)));
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void aStepLeadsWhereTheTableSaysAndNowhereElse(Step step, State from) {
        var expected = ALLOWED.get(step).get(from);

        assertThat(step.from(from).orElse(null)).isEqualTo(expected);
    }

    @Test
    void aScheduledCampaignOpensAndClosesByItself() {
        assertThat(Step.at(State.SCHEDULED, WINDOW, OPENS.minusMillis(1))).isEqualTo(State.SCHEDULED);
        assertThat(Step.at(State.SCHEDULED, WINDOW, OPENS)).isEqualTo(State.OPEN);
        assertThat(Step.at(State.SCHEDULED, WINDOW, CLOSES.minusMillis(1))).isEqualTo(State.OPEN);
        assertThat(Step.at(State.SCHEDULED, WINDOW, CLOSES)).isEqualTo(State.CLOSED);
    }

    @Test
    void aPausedCampaignStaysPausedUntilItsWindowIsOver() {
        assertThat(Step.at(State.PAUSED, WINDOW, CLOSES.minusMillis(1))).isEqualTo(State.PAUSED);
        assertThat(Step.at(State.PAUSED, WINDOW, CLOSES)).isEqualTo(State.CLOSED);
    }

    @Test
    void whatStaffEndedNeverOpensAgain() {
        for (State ended : EnumSet.of(State.DRAFT, State.SUBMITTED, State.CLOSED, State.CERTIFIED)) {
            assertThat(Step.at(ended, WINDOW, OPENS)).isEqualTo(ended);
            assertThat(Step.at(ended, WINDOW, CLOSES)).isEqualTo(ended);
        }
    }
}
