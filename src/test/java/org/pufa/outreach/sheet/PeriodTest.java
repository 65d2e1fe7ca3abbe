package org.pufa.outreach.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({"2019-12-04,2019-12-04,2019-12-04", "2019/12/4,2019-12-04,2019-12-04", "2019.12.4,2019-12-04,2019-12-04",
        "2019年12月4日,2019-12-04,2019-12-04", "２０１９年１２月４日,2019-12-04,2019-12-04", "20191204,2019-12-04,2019-12-04",
        "43803,2019-12-04,2019-12-04", "2019年 12月 4日,2019-12-04,2019-12-04", "2019年3月,2019-03-01,2019-03-31",
        "2019-02,2019-02-01,2019-02-28", "2019年,2019-01-01,2019-12-31", "2019,2019-01-01,2019-12-31",
        "2019年全年,2019-01-01,2019-12-31", "2019年5月6日至5月8日,2019-05-06,2019-05-08", "2019.5.6-5.8,,",
        "2019.5.6至5.8,2019-05-06,2019-05-08", "2019年5月6日-8日,2019-05-06,2019-05-08",
        "2019年3月至5月,2019-03-01,2019-05-31", "2019年3-5月,2019-03-01,2019-05-31",
        "2019-12-31 至 2020-01-01,2019-12-31,2020-01-01", "2019年12月31日~2020年1月1日,2019-12-31,2020-01-01"})
    void daysAreReadAsPeopleWriteThem(String text, LocalDate starts, LocalDate ends) {
        assertThat(Period.of(text)).isEqualTo(starts == null ? Optional.empty() : Optional.of(new Period(starts, ends)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "春节前", "12月4日", "2019-02-30", "2019-13-01", "5", "2019年5月8日至5月6日", "2019年至", "99999999"})
    void whatSaysNoDayIsNoDay(String text) {
        assertThat(Period.of(text)).isEmpty();
    }

    @Property
    void noTextBreaksIt(@ForAll String text) {
        assertThatCode(() -> Period.of(text)).doesNotThrowAnyException();
    }
}
