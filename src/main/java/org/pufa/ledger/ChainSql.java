package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/** The statements that begin and end the transaction of a batch and append its block to the chain. */
final class ChainSql {

    private static final String APPEND = """
            insert into block (campaign_id, log, lane, height, parent, root, count, leaves, sealed_at, hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";
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

    static Future<Void> append(SqlConnection connection, Block block) {
        return connection.preparedQuery(APPEND).execute(values(block)).mapEmpty();
    }

    private static Tuple values(Block block) {
        return Tuple.of(block.chain().campaign().value(), (short) block.chain().log(), (short) block.chain().lane(),
                block.height(), Buffer.buffer(block.parent()), Buffer.buffer(block.root()))
                .addInteger(block.count()).addBuffer(Buffer.buffer(block.leaves()))
                .addOffsetDateTime(EntrySql.utc(block.sealedAt())).addBuffer(Buffer.buffer(block.hash()));
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
