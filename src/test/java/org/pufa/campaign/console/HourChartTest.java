package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

class HourChartTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:42:07Z");
    private final ConsoleWords words = new ConsoleWords(new Messages(List.of("campaign.console")));

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "5,1", "6,2", "10,2", "11,5", "25,5", "26,10", "3104,1000", "5001,2000", "1000000,200000"})
    void theAxisGoesInStepsOfOneTwoOrFive(long highest, long step) {
        assertThat(HourChart.step(highest)).isEqualTo(step);
    }

    @Test
    void onlyFullHoursOfTodayAreDrawn() {
        var chart = HourChart.of(words, Lang.ZH, Map.of("2026-11-22T20", 3104L, "2026-11-23T08", 2236L,
                "2026-11-23T10", 843L), NOW);

        assertThat(chart.today().split(" ")).hasSize(10).contains("270.0,126.6");
        assertThat(chart.yesterday().split(" ")).hasSize(24);
        assertThat(chart.note()).contains("今天 10 时至 10:42 另有 843 人次");
        assertThat(chart.description()).isEqualTo("昨天 20 时最多，3,104 人次；今天 10 时以前，8 时最多，2,236 人次。");
        assertThat(chart.peaks()).extracting(HourChart.Peak::label).containsExactly("今天 2,236", "昨天 3,104");
        assertThat(chart.rows().get(10)).isEqualTo(new HourChart.HourRow("10 时", "0", "–"));
    }

    @Test
    void justAfterMidnightTodayHasNoLineYet() {
        var chart = HourChart.of(words, Lang.ZH, Map.of("2026-11-23T00", 5L), Instant.parse("2026-11-22T16:10:00Z"));

        assertThat(chart.today()).isEmpty();
        assertThat(chart.dotX()).isEmpty();
        assertThat(chart.empty()).isFalse();
        assertThat(chart.note()).contains("今天 0 时至 0:10 另有 5 人次");
    }

    @Test
    void withoutEntriesTheChartSaysSo() {
        assertThat(HourChart.of(words, Lang.EN, Map.of(), NOW).empty()).isTrue();
    }
}
