package org.pufa.insight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({"2034,2000余", "83412,8.3万余", "2000,2000", "1012,1000余", "97,97", "40212,4万余", "12860,1.2万余",
        "216385,21万余", "30001,3万余", "83000,8.3万", "100000000,1亿", "123456789,1.2亿余", "0,0", "101,100余"})
    void overFloorsToTwoLeadingFiguresAndOnlyWhereTheTrueValueIsLarger(long number, String written) {
        assertThat(Rounding.OVER.write(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"19870,近2万", "3954,近4000", "20000,2万", "99,99", "9990,近1万", "995,近1000"})
    void nearCeilsAndOnlyWhereTheTrueValueIsSmaller(long number, String written) {
        assertThat(Rounding.NEAR.write(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"2034,约2000", "2067,约2100", "2000,2000", "64,64", "2050,约2100"})
    void aboutTakesTheNearest(long number, String written) {
        assertThat(Rounding.ABOUT.write(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1250,1250", "5000,5000", "83412,83412", "20000,2万", "12500,1.25万", "97,97", "11,11"})
    void exactLeavesNothingOut(long number, String written) {
        assertThat(Rounding.EXACT.write(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"2034,2000余", "83412,8.3万余", "19870,近2万", "1036,1000余", "2000,2000", "3954,近4000", "1998,近2000",
        "99,99", "0,0", "2090,2000余", "104,100余", "9990,近1万"})
    void usuallyItIsOverAndNearOnlyWhereHardlyAnythingIsMissing(long number, String written) {
        assertThat(Rounding.USUAL.write(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"61.2,61.2%", "78.449,78.4%", "78.45,78.5%", "100,100.0%"})
    void ratesHaveOneDecimal(String percent, String written) {
        assertThat(Rounding.percent(new BigDecimal(percent))).isEqualTo(written);
    }

    @Test
    void differencesOfRatesArePointsBetweenWhatIsWritten() {
        assertThat(Rounding.points(new BigDecimal("61.24"), new BigDecimal("78.36"))).isEqualTo("17.2个百分点");
        assertThat(Rounding.points(new BigDecimal("78.36"), new BigDecimal("61.24"))).isEqualTo("17.2个百分点");
    }

    @Test
    void whatIsNoCountIsRefused() {
        assertThatThrownBy(() -> Rounding.EXACT.write(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void noWayOfWritingTellsAnUntruth(@ForAll @LongRange(min = 0, max = 20_000_000_000L) long number) {
        for (Rounding one : Rounding.values()) {
            String written = one.write(number);
            BigDecimal value = valueOf(written);

            assertThat(written).doesNotMatch(".*(近|约).*余.*");
            if (written.endsWith("余")) {
                assertThat(value).isLessThan(BigDecimal.valueOf(number));
            } else if (written.startsWith("近")) {
                assertThat(value).isGreaterThan(BigDecimal.valueOf(number));
            } else if (!written.startsWith("约")) {
                assertThat(value).isEqualByComparingTo(BigDecimal.valueOf(number));
            }
            assertThat(value.subtract(BigDecimal.valueOf(number)).abs().multiply(BigDecimal.TEN))
                    .isLessThanOrEqualTo(BigDecimal.valueOf(number));
        }
    }

    /** Reads a number as a person would. */
    private static BigDecimal valueOf(String written) {
        String plain = written.replaceAll("[余近约]", "");
        int shift = plain.endsWith("亿") ? 8 : plain.endsWith("万") ? 4 : 0;
        return new BigDecimal(plain.replaceAll("[万亿]", "")).scaleByPowerOfTen(shift);
    }
}
