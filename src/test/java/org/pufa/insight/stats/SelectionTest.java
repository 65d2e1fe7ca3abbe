package org.pufa.insight.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pufa.kernel.Window;

class SelectionTest {

    private static final Period YEAR = Period.ofYear(2019);

    private static Selection parsed(String query) {
        Map<String, String> parts = new HashMap<>();
        for (String part : query.split("&")) {
            parts.put(part.substring(0, part.indexOf('=')),
                    URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        return Selection.parse(name -> Optional.ofNullable(parts.get(name)), YEAR);
    }

    @Test
    void whatAnAddressCarriesIsReadBackTheSame() {
        var selection = new Selection(new Period(LocalDate.of(2019, 3, 1), LocalDate.of(2019, 4, 1)),
                Set.of("wage-survey", "prize-quiz"), Optional.of("gongshu"), Optional.of("拱墅区 & 余杭"),
                Optional.of("gzh"), Set.of("quiz"));

        assertThat(parsed(selection.query())).isEqualTo(selection);
        assertThat(selection.query()).startsWith("from=2019-03-01&until=2019-03-31&campaign=prize-quiz,wage-survey"
                .replace(",", "%2C"));
        assertThat(selection.toJson().getJsonArray("campaign")).containsExactly("prize-quiz", "wage-survey");
    }

    @Test
    void whatCannotBeUnderstoodCountsAsLeftOut() {
        for (String wrong : new String[] {"from=2019-02-30&until=2019-03-01", "from=2019-03-02&until=2019-03-01",
            "from=x&until=y", "from=0001-01-01&until=9999-12-31", "unit=../..", "ch=<script>", "campaign=';--",
            "district=" + "区".repeat(61)}) {
            assertThat(parsed(wrong)).as(wrong).isEqualTo(Selection.of(YEAR));
        }
    }

    @Test
    void aPeriodNamesItsDaysFromMidnightToMidnightInChina() {
        var december = Period.between("2019-12-01", "2019-12-31").orElseThrow();

        assertThat(december.begins()).isEqualTo(Instant.parse("2019-11-30T16:00:00Z"));
        assertThat(december.ends()).isEqualTo(Instant.parse("2019-12-31T16:00:00Z"));
        assertThat(december.days()).isEqualTo(31);
        assertThat(december.before()).isEqualTo(Period.between("2019-11-01", "2019-11-30").orElseThrow());
        assertThat(december.yearBefore()).isEqualTo(Period.between("2018-12-01", "2018-12-31").orElseThrow());
        assertThat(YEAR.before()).isEqualTo(Period.ofYear(2018));
    }

    @Test
    void aWeekHasTheWeekBeforeItAndALeapDayAYearBefore() {
        assertThat(Period.between("2019-03-11", "2019-03-17").orElseThrow().before())
                .isEqualTo(Period.between("2019-03-04", "2019-03-10").orElseThrow());
        assertThat(Period.between("2020-02-29", "2020-02-29").orElseThrow().yearBefore().days()).isEqualTo(1);
    }

    @Test
    void aWindowIsCutWhereAPartOfItLiesOutside() {
        var window = new Window(Instant.parse("2018-12-20T00:00:00Z"), Instant.parse("2019-01-10T00:00:00Z"));

        assertThat(YEAR.cuts(window)).isTrue();
        assertThat(YEAR.touches(window)).isTrue();
        assertThat(new Period(LocalDate.of(2018, 12, 1), LocalDate.of(2019, 2, 1)).cuts(window)).isFalse();
        assertThat(Period.ofYear(2017).touches(window)).isFalse();
        assertThat(Period.ofYear(2017).cuts(window)).isFalse();
    }
}
