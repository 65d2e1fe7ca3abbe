package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

class DayChartTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private final ConsoleWords words = new ConsoleWords(new Messages(List.of("campaign.console")));

    @Test
    void everyDaySinceTheFirstHasABar() {
        var chart = DayChart.of(words, Lang.ZH, Map.of("2026-11-20", 10L, "2026-11-22", 5L), TODAY);

        assertThat(chart.bars()).extracting(DayChart.Bar::height).containsExactly("140.0", "0.0", "70.0", "0.0");
        assertThat(chart.description()).isEqualTo("11月20日最多，10 人次。");
        assertThat(chart.days()).hasSize(4);
        assertThat(chart.empty()).isFalse();
    }

    @Test
    void aLongCampaignShowsItsLastTwoMonthsWithFewLabels() {
        var chart = DayChart.of(words, Lang.EN, Map.of("2026-01-01", 10L, "2026-11-23", 1L), TODAY);

        assertThat(chart.bars()).hasSize(62);
        assertThat(chart.days()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void withoutEntriesItSaysSo() {
        assertThat(DayChart.of(words, Lang.ZH, Map.of(), TODAY).empty()).isTrue();
    }
}
