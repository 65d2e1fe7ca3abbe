package org.pufa.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was found, as Markdown. */
final class Report {

    private static final double MEGABYTE = 1 << 20;

    private final StringBuilder text = new StringBuilder();
    private final Map<String, List<Sample>> samples;

    Report(Map<String, List<Sample>> samples) {
        this.samples = samples;
    }

    void paragraph(String sentence) {
        text.append(sentence).append("\n\n");
    }

    void ratios(List<Ratio> ratios) {
        row("comparison", "median [range]", "target", "");
        row("---", "---", "---", "---");
        for (Ratio ratio : ratios) {
            if (!samples.containsKey(ratio.of()) || !samples.containsKey(ratio.to())) {
                continue;
            }
            Figure figure = ratio.figure(samples);
            row(ratio.name(), figure.text(2), ratio.targetText(), ratio.isMet(figure) ? "met" : "**missed**");
        }
        text.append('\n');
    }

    void heap(JsonObject heap) {
        double limit = heap.getLong("limit") / MEGABYTE;
        double most = heap.getLong("most") / MEGABYTE;
        paragraph(String.format(Locale.ROOT, "Heap of the server, baselines included: limit %.0f MB, at most %.0f MB in "
                + "use right after any of %d collections, %.0f MB in use at the end; never out of memory: %s.", limit,
                most, heap.getLong("collections"), heap.getLong("live") / MEGABYTE,
                limit <= 256 ? "met" : "**missed**"));
    }

    void cases() {
        row("case", "a second", "p50 ms", "p99 ms", "longest ms", "µs server", "µs database", "µs generator");
        row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
        samples.forEach((name, all) -> row(name, figure(all, Sample::rate).text(0),
                figure(all, one -> one.load().p50() / 1e3).text(1),
                figure(all, one -> one.load().p99() / 1e3).text(1),
                figure(all, one -> one.load().longest() / 1e3).text(0),
                median(all, Sample::server), median(all, Sample::database), median(all, one -> one.load().cpu())));
        text.append('\n');
    }

    private static Figure figure(List<Sample> all, ToDoubleFunction<Sample> measure) {
        return Figure.of(all.stream().map(measure::applyAsDouble).toList());
    }

    private static String median(List<Sample> all, ToDoubleFunction<Sample> measure) {
        return String.format(Locale.ROOT, "%.0f", figure(all, measure).median());
    }

    void list(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            paragraph(heading);
            lines.forEach(line -> text.append("- ").append(line).append('\n'));
            text.append('\n');
        }
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", new ArrayList<>(List.of(cells)))).append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
