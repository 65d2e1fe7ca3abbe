package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.pufa.db.Database;

/**
 * Gives each node lanes of its own, so that nodes append to different chains and add to different tally rows. Held by
 * advisory locks on one connection; should it be lost, two nodes may for a while share a lane, which is slower but
 * still right, because a height of a chain can be written only once.
 */
final class LaneNumbers {

    private static final long LOCKS = 7072L << 40;
    private static final int MOST = 1000;
    private static final String CLAIM = "select pg_try_advisory_lock($1)";

    private final Vertx vertx;
    private final Database database;
    private PgConnection connection;

    LaneNumbers(Vertx vertx, Database database) {
        this.vertx = vertx;
        this.database = database;
    }

    /** The lowest {@code count} numbers that no other node holds. */
    Future<List<Integer>> claim(int count) {
        return PgConnection.connect(vertx, database.options()).compose(connected -> {
            connection = connected;
            return claim(count, 0, new ArrayList<>());
        });
    }

    private Future<List<Integer>> claim(int count, int candidate, List<Integer> mine) {
        if (mine.size() == count) {
            return Future.succeededFuture(List.copyOf(mine));
        }
        if (candidate > MOST) {
            return Future.failedFuture(new IllegalStateException("no lane is free: too many nodes are running"));
        }
        return connection.preparedQuery(CLAIM).execute(Tuple.of(LOCKS + candidate)).compose(rows -> {
            if (Boolean.TRUE.equals(rows.iterator().next().getBoolean(0))) {
                mine.add(candidate);
            }
            return claim(count, candidate + 1, mine);
        });
    }

    Future<Void> release() {
        return connection == null ? Future.succeededFuture() : connection.close();
    }
}
