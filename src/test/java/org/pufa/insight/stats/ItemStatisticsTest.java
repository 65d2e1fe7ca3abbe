package org.pufa.insight.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemStatisticsTest {

    /** Ten papers of five questions, some half right; what follows from them was worked out with exact fractions. */
    private static final double[][] PAPERS = {
        {1, 1, 1, 0.5, 1}, {1, 1, 0, 1, 1}, {1, 0, 1, 0.5, 1}, {1, 1, 1, 0, 0}, {0, 1, 1, 1, 1},
        {1, 0, 0, 0.5, 1}, {0, 1, 0, 0, 1}, {1, 0, 0, 0.5, 0}, {0, 0, 1, 0, 1}, {0, 0, 0, 0, 0}};

    private static JointScores question(int number) {
        var scores = new JointScores();
        for (double[] paper : PAPERS) {
            scores.add(paper[number], Arrays.stream(paper).sum() - paper[number]);
        }
        return scores;
    }

    @ParameterizedTest
    @CsvSource({"0, 0.600000, 0.516398, 0.044444, 6.925434, 9.090909",
        "1, 0.500000, 0.527046, 0.166667, 27.854301, 33.333333",
        "2, 0.500000, 0.527046, 0.111111, 17.817416, 22.222222",
        "3, 0.400000, 0.394405, 0.200000, 43.733658, 54.545455",
        "4, 0.700000, 0.483046, 0.166667, 29.880715, 37.500000"})
    void aWorkedExampleIsReproducedToItsPrintedDigits(int number, String facility, String deviation, String covariance,
            String discrimination, String efficiency) {
        var scores = question(number);

        assertThat(printed(scores.mean().orElseThrow())).isEqualTo(facility);
        assertThat(printed(scores.deviation().orElseThrow())).isEqualTo(deviation);
        assertThat(printed(scores.covariance().orElseThrow())).isEqualTo(covariance);
        assertThat(printed(scores.discrimination().orElseThrow())).isEqualTo(discrimination);
        assertThat(printed(scores.efficiency().orElseThrow())).isEqualTo(efficiency);
    }

    private static String printed(double number) {
        return String.format(Locale.ROOT, "%.6f", number);
    }

    @Test
    void whereNothingDiffersNothingIsStated() {
        var alike = new JointScores();
        alike.add(1, 3);
        alike.add(1, 4);
        var single = new JointScores();
        single.add(1, 3);

        assertThat(new JointScores().mean()).isEmpty();
        assertThat(single.mean()).hasValue(1);
        assertThat(single.deviation()).isEmpty();
        assertThat(single.discrimination()).isEmpty();
        assertThat(alike.deviation()).hasValue(0);
        assertThat(alike.discrimination()).isEmpty();
        assertThat(alike.efficiency()).isEmpty();
    }

    @Property(tries = 200)
    void indexAndEfficiencyNeverLieBeyondAHundred(@ForAll @Size(min = 2, max = 60) byte[] marks) {
        var scores = new JointScores();
        for (byte mark : marks) {
            scores.add(mark & 1, mark >> 1 & 7);
        }

        scores.discrimination().ifPresent(index -> assertThat(index).isBetween(-100.000001, 100.000001));
        scores.efficiency().ifPresent(efficiency -> assertThat(efficiency).isLessThanOrEqualTo(100.000001));
    }

    /** Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void intervalsAreThePublishedOnes(long hits, long n, double low, double high) {
        var interval = Wilson.of(hits, n);

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Property
    void anIntervalHoldsItsShareAndMirrorsThatOfTheMisses(@ForAll @LongRange(min = 1, max = 1_000_000) long n,
            @ForAll @LongRange(min = 0, max = 1_000_000) long some) {
        long hits = some % (n + 1);
        var interval = Wilson.of(hits, n);
        var misses = Wilson.of(n - hits, n);

        assertThat(interval.low()).isBetween(0.0, (double) hits / n);
        assertThat(interval.high()).isBetween((double) hits / n, 1.0);
        assertThat(misses.low()).isCloseTo(1 - interval.high(), within(1e-9));
    }

    @Test
    void moreHitsThanAnswersAreAMistakeOfTheCaller() {
        assertThatThrownBy(() -> Wilson.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
