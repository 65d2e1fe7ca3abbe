package org.pufa.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatTest {

    private static final Instant TIME = Instant.parse("2026-11-23T02:42:07Z");
    private static final Instant MIDNIGHT_IN_CHINA = Instant.parse("2026-11-30T16:00:00Z");

    @Test
    void momentsAreChinas() {
        assertThat(Format.moment(Lang.ZH, TIME)).isEqualTo("11月23日 10:42");
        assertThat(Format.moment(Lang.EN, TIME)).isEqualTo("23 November 10:42");
        assertThat(Format.day(Lang.ZH, MIDNIGHT_IN_CHINA)).isEqualTo("12月1日");
        assertThat(Format.time(MIDNIGHT_IN_CHINA)).isEqualTo("0:00");
    }

    @Test
    void daysComeWithAndWithoutTheYear() {
        var day = LocalDate.of(2026, 1, 5);

        assertThat(Format.day(Lang.ZH, day)).isEqualTo("1月5日");
        assertThat(Format.fullDay(Lang.ZH, day)).isEqualTo("2026年1月5日");
        assertThat(Format.fullDay(Lang.EN, day)).isEqualTo("5 January 2026");
    }

    @Test
    void aWindowThatEndsAtMidnightEndsAt24OClockOfTheDayBefore() {
        assertThat(Format.end(Lang.ZH, MIDNIGHT_IN_CHINA)).isEqualTo("11月30日 24:00");
        assertThat(Format.end(Lang.ZH, TIME)).isEqualTo("11月23日 10:42");
    }

    @Test
    void numbersAreSeparatedAndSharesHaveOneDecimal() {
        assertThat(Format.number(1_208_345)).isEqualTo("1,208,345");
        assertThat(Format.number(0)).isEqualTo("0");
        assertThat(Format.percent(0.521)).isEqualTo("52.1%");
        assertThat(Format.percent(1)).isEqualTo("100.0%");
        assertThat(Format.decimal(78.44, 1)).isEqualTo("78.4");
    }
}
