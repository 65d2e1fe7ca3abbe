package org.pufa.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The pool of connections that all features share. */
public final class Database {

    /** How often a transaction is tried when PostgreSQL could not serialise it or broke a deadlock with it. */
    private static final int TRIES = 3;
    private static final Set<String> WORTH_RETRYING = Set.of("40001", "40P01");
    private static final int STATEMENT_TIMEOUT_MS = 30_000;
    private static final int WAIT_QUEUE = 2_000;
    private static final int LONGEST_KEPT_SQL = 16_384;

    private final Pool pool;
    private final PgConnectOptions options;

    private Database(Pool pool, PgConnectOptions options) {
        this.pool = pool;
        this.options = options;
    }

    /**
     * Connects when first used.
     *
     * @param url {@code postgresql://user:password@host:port/database}, read as {@link DatabaseUrl#parse} does
     * @param poolSize how many connections at most
     */
    public static Database connect(Vertx vertx, String url, int poolSize) {
        var options = DatabaseUrl.parse(url).options();
        // The client parses statements of more than 2048 characters anew each time unless it is told otherwise.
        options.setCachePreparedStatements(true).setPreparedStatementCacheMaxSize(256)
                .setPreparedStatementCacheSqlLimit(LONGEST_KEPT_SQL);
        options.setProperties(Map.copyOf(settings(options)));
        var pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(poolSize).setMaxWaitQueueSize(WAIT_QUEUE)
                        .setConnectionTimeout(10).setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(options).using(vertx).build();
        return new Database(pool, options);
    }

    /** Opens a first connection, so that the first who needs one finds it; should that fail, they will hear of it. */
    public void warmUp() {
        pool.withConnection(connection -> connection.query("select 1").execute());
    }

    private static Map<String, String> settings(PgConnectOptions options) {
        var settings = new java.util.HashMap<>(options.getProperties());
        settings.put("application_name", "pufa");
        settings.put("statement_timeout", Integer.toString(STATEMENT_TIMEOUT_MS));
        settings.put("timezone", "UTC");
        return settings;
    }

    /** Runs the work in one transaction: committed when it succeeds, rolled back when it fails. */
    public <T> Future<T> inTx(Function<Tx, Future<T>> work) {
        return inTx(work, TRIES).recover(Database::explained);
    }

    /** Whatever is done with the pool, an outage comes out as a problem that says when to come back. */
    private static <T> Future<T> explained(Throwable failure) {
        return Future.failedFuture(Outage.explained(failure));
    }

    private <T> Future<T> inTx(Function<Tx, Future<T>> work, int tries) {
        return pool.withTransaction(connection -> work.apply(new Tx(connection)))
                .recover(failure -> tries > 1 && failure instanceof PgException pg
                        && WORTH_RETRYING.contains(pg.getSqlState())
                        ? inTx(work, tries - 1) : Future.failedFuture(failure));
    }

    /** Runs statements that each stand alone, such as the look-ups of one page, without a transaction around them. */
    public <T> Future<T> read(Function<Tx, Future<T>> work) {
        return pool.withConnection(connection -> work.apply(new Tx(connection))).recover(Database::explained);
    }

    /** Runs look-ups that must all see the same instant, such as a recount or an export; it can change nothing. */
    public <T> Future<T> inSnapshot(Function<Tx, Future<T>> work) {
        return pool.withConnection(connection -> connection
                .query("begin isolation level repeatable read read only").execute()
                .compose(begun -> connection.query("set local statement_timeout = 0").execute())
                .compose(unlimited -> work.apply(new Tx(connection)))
                .eventually(() -> connection.query("rollback").execute())).recover(Database::explained);
    }

    /** A connection of one's own, for a writer that sends several statements without waiting between them. */
    public Future<SqlConnection> connection() {
        return pool.getConnection();
    }

    /** What a connection outside the pool needs, such as the one that listens for notifications. */
    public PgConnectOptions options() {
        return new PgConnectOptions(options);
    }

    public Future<Void> close() {
        return pool.close();
    }
}
