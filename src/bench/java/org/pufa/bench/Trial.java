package org.pufa.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs cases one at a time and notes everything that must not happen. */
final class Trial {

    /** A case that needs tokens ends early rather than that preparing them takes forever. */
    private static final int MOST_TOKENS = 150_000;

    private final Platform platform;
    private final LoadGenerator generator;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Double> rates = new HashMap<>();

    Trial(Platform platform, LoadGenerator generator) {
        this.platform = platform;
        this.generator = generator;
    }

    /** What went wrong so far: replies that were refused, lost, or not matched by rows. */
    List<String> complaints() {
        return complaints;
    }

    Sample run(Case what, double seconds) throws IOException, InterruptedException {
        if (!what.attempts().isEmpty()) {
            prepareTokens(what, seconds);
        }
        long rows = what.stores() == null ? 0 : what.stores().now();
        var before = Spent.now(platform);
        var load = generator.run(what.port(), what.connections(), seconds, what.order());
        var spent = Spent.now(platform).since(before);
        if (what.stores() != null) {
            checkRows(what, load, what.stores().now() - rows);
        }
        checkReplies(what, load);
        rates.put(what.name(), load.perSecond());
        double each = 1e3 * Math.max(1, load.complete());
        return new Sample(load, spent.server / each, spent.database / each,
                spent.others(load.cpu() * 1e3 * load.complete()));
    }

    /** Processor time since some moment, and the time of the clock, in nanoseconds. */
    private record Spent(long server, long database, long all, long clock) {

        static Spent now(Platform platform) {
            return new Spent(platform.cpu(), platform.databaseCpu(), Cpu.ofAll(), System.nanoTime());
        }

        Spent since(Spent before) {
            return new Spent(server - before.server, database - before.database, all - before.all,
                    clock - before.clock);
        }

        double others(double generator) {
            double possible = (double) clock * Runtime.getRuntime().availableProcessors();
            return Math.max(0, (all - server - database - generator) / possible);
        }
    }

    /** As many as the rate seen before will use up, and some more. */
    private void prepareTokens(Case what, double seconds) throws IOException, InterruptedException {
        double wanted = rates.getOrDefault(what.name(), 8_000.0) * seconds * 1.3;
        var load = generator.attempts(what.port(), what.attempts(), (int) Math.min(wanted, MOST_TOKENS));
        if (load.bad() + load.lost() > 0) {
            complaints.add("attempts for " + what.name() + ": " + load.bad() + " refused, " + load.lost()
                    + " lost: " + load.firstBad());
        }
    }

    private void checkReplies(Case what, LoadResult load) {
        if (load.bad() + load.lost() > 0) {
            complaints.add(what.name() + ": " + load.bad() + " of " + load.replies() + " replies were not 2xx, "
                    + load.lost() + " were lost: " + load.firstBad());
        }
    }

    private void checkRows(Case what, LoadResult load, long rows) {
        if (rows < load.complete() || rows > load.complete() + what.connections()) {
            complaints.add(what.name() + ": " + load.complete() + " were acknowledged, but " + rows
                    + " rows are there");
        }
    }
}
