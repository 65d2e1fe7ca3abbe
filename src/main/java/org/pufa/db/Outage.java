package org.pufa.db;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.List;
import org.pufa.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a database that cannot answer just now, which is nobody's mistake, from one that refuses a statement. */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    /** Connection lost, out of room, shutting down or starting up, out of time (PostgreSQL, appendix A). */
    private static final List<String> STATES = List.of("08", "53", "57");
    private static final int RETRY_AFTER_SECONDS = 3;

    private Outage() {
    }

    /** A BUSY problem for an outage; any other failure as it is. */
    static Throwable explained(Throwable failure) {
        if (!isOne(failure)) {
            return failure;
        }
        LOG.warn("the database cannot answer: {}", failure.toString());
        return Problem.of(Problem.Sort.BUSY, "db.unavailable").with("retryAfter", RETRY_AFTER_SECONDS);
    }

    private static boolean isOne(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = String.valueOf(refused.getSqlState());
            return STATES.stream().anyMatch(state::startsWith);
        }
        // What our own code throws is unchecked; what the network and the pool report is checked or Vert.x's own.
        return failure instanceof VertxException
                || !(failure instanceof RuntimeException) && !(failure instanceof Error);
    }
}
