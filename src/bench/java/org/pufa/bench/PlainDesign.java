package org.pufa.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The design that comes to mind first: one transaction for each ballot, its uniqueness left to a key. */
final class PlainDesign {

    static final String TABLE = """
            create table bench_ballot (
              campaign_id bigint not null,
              participant uuid not null,
              choices text not null,
              created_at timestamptz not null,
              unique (campaign_id, participant))""";
    private static final String INSERT = """
            insert into bench_ballot (campaign_id, participant, choices, created_at) values ($1, $2, $3, $4)""";
    private static final int QUEUE = 10_000;

    private final Vertx vertx;
    private final PgConnectOptions database;
    private int size;
    private Pool pool;

    PlainDesign(Vertx vertx, String url) {
        this.vertx = vertx;
        this.database = PgConnectOptions.fromUri(url).setCachePreparedStatements(true);
    }

    /** Stores one ballot; the statement is the whole transaction, which saves it the journeys of begin and commit. */
    Future<?> store(int poolSize, JsonObject paper) {
        return pool(poolSize).preparedQuery(INSERT).execute(Tuple.of(1L, participant(paper.getString("attempt")),
                paper.getJsonObject("answers").encode(), OffsetDateTime.now(ZoneOffset.UTC)));
    }

    /** The last 32 digits of the token. */
    private static UUID participant(String token) {
        int at = token.length() - 32;
        return new UUID(Long.parseUnsignedLong(token, at, at + 16, 16),
                Long.parseUnsignedLong(token, at + 16, at + 32, 16));
    }

    private synchronized Pool pool(int wanted) {
        if (size != wanted) {
            if (pool != null) {
                pool.close();
            }
            size = wanted;
            pool = PgBuilder.pool().using(vertx).connectingTo(database)
                    .with(new PoolOptions().setMaxSize(wanted).setMaxWaitQueueSize(QUEUE)).build();
        }
        return pool;
    }
}
