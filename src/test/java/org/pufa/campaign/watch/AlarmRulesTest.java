package org.pufa.campaign.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.campaign.watch.Alarm.Finding;
import org.pufa.campaign.watch.Alarm.Kind;
import org.pufa.campaign.watch.AlarmRules.Observation;

class AlarmRulesTest {

    private static final Duration LONG = Duration.ofDays(3);
    private final AlarmRules rules = new AlarmRules(AlarmRules.Settings.STANDARD);

    private static Observation accepted(long n, long usualHour) {
        return new Observation(Map.of("accepted", n), n, usualHour, LONG, LONG);
    }

    @Test
    void anOrdinaryHourRaisesNothing() {
        assertThat(rules.findings(accepted(30, 300))).isEmpty();
        assertThat(rules.findings(accepted(0, 0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"99,0,false", "100,0,true", "299,360,false", "300,360,true", "5000,60000,false"})
    void aBurstIsTenTimesTheUsualAndAtLeastAHundred(long entries, long usualHour, boolean burst) {
        assertThat(rules.findings(accepted(entries, usualHour))).extracting(Finding::kind)
                .isEqualTo(burst ? java.util.List.of(Kind.BURST) : java.util.List.of());
    }

    @Test
    void theRushAtTheOpeningIsNoBurst() {
        var opening = new Observation(Map.of("accepted", 5000L), 5000, 0, Duration.ofMinutes(20), LONG);

        assertThat(rules.findings(opening)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,60,true", "1,60,false", "0,59,false"})
    void nobodyAtAUsualHourIsQuiet(long recent, long usualHour, boolean quiet) {
        var seen = new Observation(Map.of(), recent, usualHour, LONG, LONG);

        assertThat(rules.findings(seen)).extracting(Finding::kind)
                .isEqualTo(quiet ? java.util.List.of(Kind.QUIET) : java.util.List.of());
    }

    @Test
    void faultsOfOursWeighMoreThanRefusals() {
        var faults = new Observation(Map.of("accepted", 96L, "failed", 3L, "busy", 1L), 96, 1000, LONG, LONG);
        var refusals = new Observation(Map.of("accepted", 40L, "conflict", 35L, "forbidden", 25L), 40, 1000, LONG, LONG);
        var few = new Observation(Map.of("failed", 49L), 1, 10, LONG, LONG);

        assertThat(rules.findings(faults)).containsExactly(new Finding(Kind.ERRORS, 4, 2, "failed"));
        assertThat(rules.findings(refusals)).containsExactly(new Finding(Kind.ERRORS, 60, 50, "conflict"));
        assertThat(rules.findings(few)).isEmpty();
    }

    @Test
    void theLastDayIsTold() {
        var last = new Observation(Map.of(), 1, 0, LONG, Duration.ofHours(24));
        var earlier = new Observation(Map.of(), 1, 0, LONG, Duration.ofHours(24).plusMinutes(1));

        assertThat(rules.findings(last)).containsExactly(new Finding(Kind.CLOSING, 24, 0, ""));
        assertThat(rules.findings(earlier)).isEmpty();
    }
}
