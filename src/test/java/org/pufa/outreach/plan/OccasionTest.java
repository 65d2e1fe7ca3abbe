package org.pufa.outreach.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.kernel.Days;

class OccasionTest {

    private static final Instant NOON_OF_2000 = Instant.parse("2000-01-01T12:00:00Z");

    /** The time of a new moon, by the series of Jean Meeus (Astronomical Algorithms, chapter 49) without its last terms. */
    private static Instant newMoon(int number) {
        double t = number / 1236.85;
        double day = 5.09766 + 29.530588861 * number + 0.00015437 * t * t;
        double e = 1 - 0.002516 * t;
        double sun = Math.toRadians(2.5534 + 29.1053567 * number);
        double moon = Math.toRadians(201.5643 + 385.81693528 * number + 0.0107582 * t * t);
        double latitude = Math.toRadians(160.7108 + 390.67050284 * number - 0.0016118 * t * t);
        double node = Math.toRadians(124.7746 - 1.56375588 * number);
        day += -0.40720 * Math.sin(moon) + 0.17241 * e * Math.sin(sun) + 0.01608 * Math.sin(2 * moon)
                + 0.01039 * Math.sin(2 * latitude) + 0.00739 * e * Math.sin(moon - sun)
                - 0.00514 * e * Math.sin(moon + sun) + 0.00208 * e * e * Math.sin(2 * sun)
                - 0.00111 * Math.sin(moon - 2 * latitude) - 0.00057 * Math.sin(moon + 2 * latitude)
                + 0.00056 * e * Math.sin(2 * moon + sun) - 0.00042 * Math.sin(3 * moon)
                + 0.00042 * e * Math.sin(sun + 2 * latitude) + 0.00038 * e * Math.sin(sun - 2 * latitude)
                - 0.00024 * e * Math.sin(2 * moon - sun) - 0.00017 * Math.sin(node)
                + 0.000325 * Math.sin(Math.toRadians(299.77 + 0.107408 * number - 0.009173 * t * t));
        return NOON_OF_2000.plusMillis((long) (day * 86_400_000)).minusSeconds(70);
    }

    @Test
    void theMoonIsNewOnEveryFirstDayOfTheLunarYear() {
        for (int year = 2019; year <= 2035; year++) {
            LocalDate first = SpringFestival.of(year).orElseThrow();
            int number = (int) Math.round(Duration.between(newMoon(0), Days.startOf(first)).toHours() / 24.0 / 29.530588);

            assertThat(Days.of(newMoon(number))).as(Integer.toString(year)).isEqualTo(first);
            assertThat(first).isBetween(LocalDate.of(year, 1, 21), LocalDate.of(year, 2, 20));
        }
        assertThat(SpringFestival.of(2036)).isEmpty();
        assertThat(SpringFestival.of(2018)).isEmpty();
    }

    @Test
    void theFixedTimesOfAYearStandInTheirOrder() {
        var all = Occasion.of(2027);

        assertThat(all).extracting(Occasion::code).containsExactly("wages", "spring", "injury", "regulation", "code",
                "insurance", "week", "constitution");
        assertThat(all.get(0).ends()).isEqualTo("2027-02-05");
        assertThat(all).filteredOn(one -> one.touches(YearMonth.of(2027, 5))).extracting(Occasion::code)
                .containsExactly("injury", "regulation", "code");
        assertThat(Occasion.of(2050)).extracting(Occasion::code).doesNotContain("wages").hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"全年,2026-01-01,2026-12-31,全年", "5月,2026-05-01,2026-05-31,5月", "3—4月,2026-03-01,2026-04-30,3月至4月",
        "3月至4月,2026-03-01,2026-04-30,3月至4月", "12月4日前,,2026-12-04,12月4日前", "2026年12月4日,2026-12-04,2026-12-04,12月4日",
        "12月1日至7日,2026-12-01,2026-12-07,12月1日至7日", "年底前,,2026-12-31,12月31日前", "2027年1月31日前,,2027-01-31,2027年1月31日前",
        "2026.5.6-5.8,2026-05-06,2026-05-08,5月6日至8日", "长期坚持,2026-01-01,2026-12-31,全年", "6月底前完成,,2026-06-30,6月30日前",
        "2月,2026-02-01,2026-02-28,2月", "第一季度,2026-01-01,2026-03-31,1月至3月", "上半年,2026-01-01,2026-06-30,1月至6月"})
    void whenIsReadAsPeopleWriteItAndSaidAsTablesSayIt(String text, String starts, String ends, String said) {
        var timing = Timing.parse(text, 2026).orElseThrow();

        assertThat(timing.starts().map(LocalDate::toString).orElse(null)).isEqualTo(starts);
        assertThat(timing.ends()).isEqualTo(ends);
        assertThat(timing.say(org.pufa.i18n.Lang.ZH, 2026)).isEqualTo(said);
        assertThat(Timing.parse(said, 2026)).contains(timing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "尽快", "13月", "2月30日", "5月至3月", "国庆前后", "第五季度"})
    void whatSaysNoTimeIsNotGuessed(String text) {
        assertThat(Timing.parse(text, 2026)).isEmpty();
    }

    @Test
    void aYearLaterTheLastOfFebruaryIsStillTheLast() {
        var leap = Timing.between(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));

        assertThat(leap.movedBy(1)).isEqualTo(Timing.between(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28)));
        assertThat(leap.movedBy(1).movedBy(3).ends()).isEqualTo("2028-02-29");
        assertThat(Timing.until(LocalDate.of(2026, 12, 4)).movedBy(1).ends()).isEqualTo("2027-12-04");
    }
}
