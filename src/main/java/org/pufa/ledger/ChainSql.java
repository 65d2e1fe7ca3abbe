package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/** The statements that begin and end the transaction of a batch that is written step by step. */
final class ChainSql {

    private static final String HEAD = """
            select height, hash, sealed_at from block where campaign_id = $1 and log = $2 and lane = $3
            order by height desc limit 1""";
    private static final String LOCK = """
            select pg_advisory_xact_lock_shared(book_lock($1))::text,
                   pg_advisory_xact_lock(chain_lock($1, $2))::text""";

    private ChainSql() {
    }

    static Future<Void> begin(SqlConnection connection) {
        return connection.query("begin").execute().mapEmpty();
    }

    /**
     * Begins a transaction that alone may append to the chain until it ends, in the order in which writers came, and
     * tells the last block.
     */
    static Future<Block.Head> beginAppending(SqlConnection connection, Block.Chain chain) {
        var begun = begin(connection);
        var locked = connection.preparedQuery(LOCK).execute(Tuple.of(chain.campaign().value(), (short) chain.lane()));
        var head = head(connection, chain);
        return Future.join(begun, locked, head).compose(all -> head);
    }

    static Future<Void> commit(SqlConnection connection) {
        return connection.query("commit").execute().mapEmpty();
    }

    static Future<Void> rollback(SqlConnection connection) {
        return connection.query("rollback").execute().mapEmpty();
    }

    static Future<Block.Head> head(SqlConnection connection, Block.Chain chain) {
        return connection.preparedQuery(HEAD)
                .execute(Tuple.of(chain.campaign().value(), (short) chain.log(), (short) chain.lane()))
                .map(rows -> rows.size() == 0 ? Block.Head.NONE : head(rows.iterator().next()));
    }

    private static Block.Head head(Row row) {
        return new Block.Head(row.getInteger(0), row.getBuffer(1).getBytes(), row.getOffsetDateTime(2).toInstant());
    }
}
