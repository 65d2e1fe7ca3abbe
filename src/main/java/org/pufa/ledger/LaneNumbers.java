package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pufa.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each node lanes of its own, so that nodes append to different chains and add to different tally rows. Held by
 * advisory locks on one connection. Should it be lost, the node goes on with its numbers and tries to hold them again;
 * until then another may share them, which is slower but still right, because a height of a chain can be written only
 * once.
 */
final class LaneNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(LaneNumbers.class);
    private static final long LOCKS = 7072L << 40;
    private static final int MOST = 1000;
    private static final long REST_MS = 1_000;
    private static final String CLAIM = "select pg_try_advisory_lock($1)";

    private final Vertx vertx;
    private final Database database;
    private volatile PgConnection connection;
    private volatile boolean released;

    LaneNumbers(Vertx vertx, Database database) {
        this.vertx = vertx;
        this.database = database;
    }

    /** The lowest {@code count} numbers that no other node holds. */
    Future<List<Integer>> claim(int count) {
        return connect().compose(connected -> claim(connected, count, IntStream.range(0, MOST).boxed().toList()))
                .compose(mine -> {
                    if (mine.size() < count) {
                        return Future.failedFuture(
                                new IllegalStateException("no lane is free: too many nodes are running"));
                    }
                    watch(mine);
                    return Future.succeededFuture(mine);
                });
    }

    private Future<PgConnection> connect() {
        return PgConnection.connect(vertx, database.options()).onSuccess(connected -> connection = connected);
    }

    /** As many of the candidates, in their order, as are free, until there are enough. */
    private static Future<List<Integer>> claim(PgConnection connection, int count, List<Integer> candidates) {
        return claim(connection, count, candidates, new ArrayList<>());
    }

    private static Future<List<Integer>> claim(PgConnection connection, int count, List<Integer> candidates,
            List<Integer> mine) {
        if (mine.size() == count || candidates.isEmpty()) {
            return Future.succeededFuture(List.copyOf(mine));
        }
        int candidate = candidates.get(0);
        return connection.preparedQuery(CLAIM).execute(Tuple.of(LOCKS + candidate)).compose(rows -> {
            if (Boolean.TRUE.equals(rows.iterator().next().getBoolean(0))) {
                mine.add(candidate);
            }
            return claim(connection, count, candidates.subList(1, candidates.size()), mine);
        });
    }

    private void watch(List<Integer> mine) {
        connection.exceptionHandler(failure -> LOG.debug("the connection that holds lanes fails", failure));
        connection.closeHandler(closed -> {
            if (!released) {
                LOG.warn("lost the hold on lanes {}; holding them again as soon as possible", mine);
                reclaim(mine);
            }
        });
    }

    private void reclaim(List<Integer> mine) {
        if (released) {
            return;
        }
        connect().onComplete(connected -> {
            if (connected.failed()) {
                vertx.setTimer(REST_MS, later -> reclaim(mine));
            } else if (released) {
                connected.result().close();
            } else {
                watch(mine);
                hold(connected.result(), mine);
            }
        });
    }

    /** Takes those that are free now, and the others once whoever took them meanwhile lets go. */
    private void hold(PgConnection on, List<Integer> missing) {
        claim(on, missing.size(), missing).onSuccess(held -> {
            var left = missing.stream().filter(number -> !held.contains(number)).toList();
            if (!left.isEmpty() && on == connection && !released) {
                vertx.setTimer(REST_MS, later -> hold(on, left));
            }
        });
    }

    Future<Void> release() {
        released = true;
        return connection == null ? Future.succeededFuture() : connection.close();
    }
}
