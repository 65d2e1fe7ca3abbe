package org.pufa.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A comparison of two cases, made anew in each round.
 *
 * @param target what the median should be, at least or, for what should be small, at most
 */
record Ratio(String name, String of, String to, ToDoubleFunction<Sample> measure, boolean atLeast, double target) {

    static Ratio ofRates(String name, String of, String to, double atLeast) {
        return new Ratio(name, of, to, Sample::rate, true, atLeast);
    }

    static Ratio ofP99(String name, String of, String to, double atMost) {
        return new Ratio(name, of, to, sample -> sample.load().p99(), false, atMost);
    }

    static Ratio ofMedians(String name, String of, String to, double atMost) {
        return new Ratio(name, of, to, sample -> sample.load().p50(), false, atMost);
    }

    Figure figure(Map<String, List<Sample>> samples) {
        List<Sample> above = samples.get(of);
        List<Sample> below = samples.get(to);
        return Figure.of(IntStream.range(0, above.size()).mapToObj(round ->
                measure.applyAsDouble(above.get(round)) / measure.applyAsDouble(below.get(round))).toList());
    }

    boolean isMet(Figure figure) {
        return atLeast ? figure.median() >= target : figure.median() <= target;
    }

    String targetText() {
        return (atLeast ? "≥ " : "≤ ") + String.format(java.util.Locale.ROOT, "%.2f", target);
    }
}
