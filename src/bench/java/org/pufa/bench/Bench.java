package org.pufa.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs the whole benchmark: starts server and load generator, warms up, measures in rounds, reports, ends both. */
public final class Bench {

    private static final List<Integer> POOLS = List.of(16, 24, 32);
    private static final int BALLOTS_OF_SMALL = 1_000;
    private static final int TIMES = 1_000;

    private static final int MOST_WARM_UPS = 8;
    private static final double STILL_COMPILING = 0.1;

    private final Path directory;
    private final double seconds;
    private final int rounds;
    private final String only;
    private final String flags;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private Subjects subjects;
    private Trial trial;

    private Bench(Map<String, String> options) {
        directory = Path.of(options.get("directory"));
        seconds = Double.parseDouble(options.get("seconds"));
        rounds = Integer.parseInt(options.get("rounds"));
        only = options.get("only");
        flags = options.get("flags");
    }

    /**
     * Options: {@code --directory}, {@code --seconds} for each case in each round, {@code --rounds},
     * {@code --only=<regular expression>} to try some cases alone, {@code --flags} for the server's Java.
     * Exits with 1 when anything was lost, refused or counted wrong; a target that was missed is only said.
     */
    public static void main(String[] arguments) throws Exception {
        var options = new LinkedHashMap<>(Map.of("directory", "target/bench", "seconds", "6", "rounds", "3", "only", "",
                "flags", ""));
        Arrays.stream(arguments).map(argument -> argument.replaceFirst("^--", "").split("=", 2))
                .forEach(option -> options.put(option[0], option[1]));
        if (!new Bench(options).run()) {
            System.exit(1);
        }
    }

    private boolean run() throws Exception {
        long begun = System.nanoTime();
        prepareDirectory();
        try (var platform = Platform.start(directory, flags);
                var generator = LoadGenerator.start(directory);
                var rows = platform.rows(directory)) {
            trial = new Trial(platform, generator);
            subjects = Subjects.prepare(platform, generator, rows, only);
            warmUp(platform);
            measure(subjects.cases(), seconds);
            if (only.isEmpty()) {
                measureResults(generator, rows);
            }
            var report = report(platform, rows, Duration.ofNanos(System.nanoTime() - begun));
            Files.writeString(directory.resolve("report.md"), report);
            System.out.println(report);
            return trial.complaints().isEmpty();
        }
    }

    /** Empties it, but for the programs of PostgreSQL, which take a while to unpack. */
    private void prepareDirectory() throws IOException {
        Files.createDirectories(directory);
        var programs = directory.resolve("data/postgres-bin");
        try (var all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.startsWith(programs) && !programs.startsWith(path)) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Through all cases until the server hardly compiles any more, at least twice; then the fair pool. */
    private void warmUp(Platform platform) throws IOException, InterruptedException {
        double compiling = 1;
        for (int pass = 1; pass <= MOST_WARM_UPS && (pass <= 2 || compiling > STILL_COMPILING); pass++) {
            long compiled = platform.compiled();
            long begun = System.nanoTime();
            for (Case one : subjects.cases()) {
                trial.run(one, seconds / 4);
            }
            compiling = (platform.compiled() - compiled) * 1e6 / (System.nanoTime() - begun);
            progress(String.format(Locale.ROOT, "warm-up %d: compiling %.0f %% of the time", pass, 100 * compiling));
        }
        if (compiling > STILL_COMPILING) {
            notes.add(String.format(Locale.ROOT, "When the measuring began the server was still compiling %.0f %% of the"
                    + " time; on a machine that does nothing else it is done by then.", 100 * compiling));
        }
        if (subjects.cases().stream().anyMatch(one -> one.order().getString("path", "").startsWith("/plain"))) {
            choosePool();
        }
    }

    private void choosePool() throws IOException, InterruptedException {
        int best = 0;
        double bestRate = 0;
        for (int pool : POOLS) {
            trial.run(subjects.plain(64, pool), 0.5);
            double rate = trial.run(subjects.plain(64, pool), seconds / 3).rate();
            progress(String.format(Locale.ROOT, "the plain design with a pool of %d: %,.0f a second", pool, rate));
            if (rate > bestRate) {
                best = pool;
                bestRate = rate;
            }
        }
        subjects.usePool(best);
        notes.add("The plain design uses a pool of " + best + " connections, the fastest of " + POOLS + ".");
    }

    /** In each round another order, so that nothing is always measured behind the same neighbour. */
    private void measure(List<Case> cases, double time) throws IOException, InterruptedException {
        var order = new ArrayList<>(cases);
        order.forEach(one -> samples.put(one.name(), new ArrayList<>()));
        for (int round = 1; round <= rounds; round++) {
            for (Case one : order) {
                Sample sample = trial.run(one, time);
                samples.get(one.name()).add(sample);
                progress(String.format(Locale.ROOT, "round %d, %s: %,.0f a second, p99 %.1f ms", round, one.name(),
                        sample.rate(), sample.load().p99() / 1e3));
            }
            Collections.rotate(order, cases.size() / rounds + 1);
        }
    }

    private void measureResults(LoadGenerator generator, Rows rows) throws IOException, InterruptedException {
        progress("storing a million ballots");
        subjects.fillResults(generator, BALLOTS_OF_SMALL, TIMES);
        for (String slug : List.of(Subjects.SMALL, Subjects.LARGE)) {
            long entries = rows.entries(slug);
            notes.add(String.format(Locale.ROOT, "%s holds %,d entries, and its tallies say %,d.", slug, entries,
                    rows.counted(slug)));
        }
        for (Case one : subjects.results()) {
            trial.run(one, seconds / 4);
        }
        measure(subjects.results(), seconds / 3);
    }

    private String report(Platform platform, Rows rows, Duration took) throws IOException, InterruptedException {
        var report = new Report(samples);
        report.paragraph(String.format(Locale.ROOT, "`mvn -q -Pbench verify`: %d rounds of %.0f s, %d min %d s in all; "
                + "%d processors, shared by load generator, server and database; Java %s, PostgreSQL %s with fsync on, "
                + "Vert.x %s.", rounds, seconds, took.toMinutes(), took.toSecondsPart(),
                Runtime.getRuntime().availableProcessors(), Runtime.version(), rows.version(),
                vertxVersion()));
        report.ratios(subjects.ratios());
        report.heap(platform.heap());
        report.cases();
        notes.add(others());
        report.list("Notes:", notes);
        report.list("**What must not happen and did:**", trial.complaints());
        return report.toString();
    }

    /** A figure that was taken beside other work is worth less. */
    private String others() {
        var shares = samples.values().stream().flatMap(List::stream).map(one -> 100 * one.others()).toList();
        return "Everything else on this machine, the kernel's own work included, kept " + Figure.of(shares).text(0)
                + " % of the processors busy while the cases were measured.";
    }

    private static String vertxVersion() throws IOException {
        try (var file = Bench.class.getResourceAsStream("/META-INF/vertx/vertx-version.txt")) {
            return file == null ? "?" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void progress(String what) {
        System.err.println("bench: " + what);
    }
}
