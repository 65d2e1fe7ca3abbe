package org.pufa.db;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One conversation with the database, made only by {@link Database}. Stores take it as a parameter, so that no
 * statement can leave the transaction its caller is in. Statements run one after the other; chain them.
 */
public final class Tx {

    private static final int STREAM_ROWS = 500;

    private final SqlConnection connection;

    Tx(SqlConnection connection) {
        this.connection = connection;
    }

    /** The first row, or nothing. */
    public <T> Future<Optional<T>> one(String sql, Function<Row, T> mapper, Object... args) {
        return rows(sql, args).map(rows -> {
            var all = rows.iterator();
            return all.hasNext() ? Optional.of(mapper.apply(all.next())) : Optional.empty();
        });
    }

    /** The row that must be there; a missing one is a defect, not an answer. */
    public <T> Future<T> get(String sql, Function<Row, T> mapper, Object... args) {
        return one(sql, mapper, args).map(row -> row.orElseThrow(
                () -> new IllegalStateException("no row where one must be: " + sql)));
    }

    public <T> Future<List<T>> list(String sql, Function<Row, T> mapper, Object... args) {
        return rows(sql, args).map(rows -> {
            var list = new ArrayList<T>(rows.size());
            rows.forEach(row -> list.add(mapper.apply(row)));
            return list;
        });
    }

    /** How many rows the statement changed. */
    public Future<Integer> update(String sql, Object... args) {
        return rows(sql, args).map(RowSet::rowCount);
    }

    /** The same statement once for each tuple, sent together. */
    public Future<Void> batch(String sql, List<Tuple> tuples) {
        return tuples.isEmpty() ? Future.succeededFuture()
                : connection.preparedQuery(sql).executeBatch(tuples).mapEmpty();
    }

    /**
     * Hands every row to {@code consumer} without holding them all in memory; for exports and recounts. Needs a real
     * transaction, as {@link Database#inTx} gives.
     */
    public Future<Void> stream(String sql, Consumer<Row> consumer, Object... args) {
        return connection.prepare(sql).compose(statement -> {
            Promise<Void> done = Promise.promise();
            RowStream<Row> stream = statement.createStream(STREAM_ROWS, Tuple.from(args));
            stream.exceptionHandler(done::tryFail);
            stream.endHandler(end -> done.tryComplete());
            stream.handler(row -> accept(row, consumer, stream, done));
            return done.future().eventually(statement::close);
        });
    }

    /** Rows already fetched still come after the stream was closed; a consumer that failed sees none of them. */
    private static void accept(Row row, Consumer<Row> consumer, RowStream<Row> stream, Promise<Void> done) {
        if (done.future().isComplete()) {
            return;
        }
        try {
            consumer.accept(row);
        } catch (RuntimeException e) {
            done.tryFail(e);
            stream.close();
        }
    }

    /**
     * Hands all rows to {@code consumer} in chunks, each only when the one before was dealt with, so that a slow reader
     * of an export slows the database and not the memory. Needs a real transaction.
     */
    public <T> Future<Void> chunks(String sql, Function<Row, T> mapper, Function<List<T>, Future<Void>> consumer,
            Object... args) {
        return connection.prepare(sql).compose(statement -> {
            Promise<Void> done = Promise.promise();
            nextChunk(statement.cursor(Tuple.from(args)), mapper, consumer, done);
            return done.future().eventually(statement::close);
        });
    }

    private static <T> void nextChunk(Cursor cursor, Function<Row, T> mapper, Function<List<T>, Future<Void>> consumer,
            Promise<Void> done) {
        cursor.read(STREAM_ROWS).compose(rows -> {
            var chunk = new ArrayList<T>(rows.size());
            rows.forEach(row -> chunk.add(mapper.apply(row)));
            return consumer.apply(chunk);
        }).onSuccess(dealtWith -> {
            if (cursor.hasMore()) {
                nextChunk(cursor, mapper, consumer, done);
            } else {
                cursor.close().onComplete(closed -> done.complete());
            }
        }).onFailure(done::fail);
    }

    private Future<RowSet<Row>> rows(String sql, Object... args) {
        return connection.preparedQuery(sql).execute(Tuple.from(args));
    }
}
