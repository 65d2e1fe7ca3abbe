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
        long server = platform.cpu();
        long database = platform.databaseCpu();
        var load = generator.run(what.port(), what.connections(), seconds, what.order());
        server = platform.cpu() - server;
        database = platform.databaseCpu() - database;
        rows = what.stores() == null ? -1 : what.stores().now() - rows;
        check(what, load, rows);
        rates.put(what.name(), load.perSecond());
        double each = 1e3 * Math.max(1, load.replies()) / what.steps();
        return new Sample(load, load.perSecond() / what.steps(), server / each, database / each,
                load.cpu() * what.steps(), rows);
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

    private void check(Case what, LoadResult load, long rows) {
        if (load.bad() + load.lost() > 0) {
            complaints.add(what.name() + ": " + load.bad() + " of " + load.replies() + " replies were not 2xx, "
                    + load.lost() + " were lost: " + load.firstBad());
        }
        long expected = load.good() / what.steps();
        if (rows >= 0 && (rows < expected || rows > expected + what.connections())) {
            complaints.add(what.name() + ": " + expected + " were acknowledged, but " + rows + " rows are there");
        }
    }
}
