package org.pufa.vault;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pufa.db.Database;
import org.pufa.db.Tx;

/**
 * Seals anew, with the current key, what older keys sealed: a few hundred records in a transaction, in the order of
 * their keys. Whoever stops it loses nothing; the next run goes on with what is left.
 */
public final class Resealing {

    static final int BATCH = 500;

    private final Database database;
    private final Vault vault;
    private final List<SealedColumn> columns;

    public Resealing(Database database, Vault vault, List<SealedColumn> columns) {
        this.database = Objects.requireNonNull(database);
        this.vault = Objects.requireNonNull(vault);
        this.columns = List.copyOf(columns);
    }

    /** How many records older keys sealed. */
    public Future<Long> left() {
        return sum(columns, column -> database.read(tx -> tx.get("select count(*) from " + column.table() + " where "
                + isOther(column), row -> row.getLong(0), current())));
    }

    /** How many records that key sealed. */
    Future<Long> sealedWith(Tx tx, String keyId) {
        return sum(columns, column -> tx.get("select count(*) from " + column.table() + " where " + isOf(column),
                row -> row.getLong(0), prefixOf(keyId)));
    }

    /** Empties what that key sealed and nobody can open any more. */
    Future<Long> empty(Tx tx, String keyId) {
        return sum(columns, column -> tx.update("update " + column.table() + " set " + column.column()
                + " = null where " + isOf(column), prefixOf(keyId)).map(Integer::longValue));
    }

    private static Future<Long> sum(List<SealedColumn> columns, Function<SealedColumn, Future<Long>> work) {
        Future<Long> sum = Future.succeededFuture(0L);
        for (SealedColumn column : columns) {
            sum = sum.compose(before -> work.apply(column).map(n -> before + n));
        }
        return sum;
    }

    /**
     * Goes over all columns once.
     *
     * @param progress is told after each transaction how many records it sealed anew
     * @return how many in all
     */
    public Future<Long> run(LongConsumer progress) {
        return sum(columns, column -> run(column, first(column), 0, progress));
    }

    private static long[] first(SealedColumn column) {
        var before = new long[column.keys().size()];
        Arrays.fill(before, Long.MIN_VALUE);
        return before;
    }

    private Future<Long> run(SealedColumn column, long[] after, long done, LongConsumer progress) {
        return database.inTx(tx -> step(tx, column, after)).compose(taken -> {
            if (taken.isEmpty()) {
                return Future.succeededFuture(done);
            }
            progress.accept(taken.size());
            return run(column, taken.get(taken.size() - 1).key(), done + taken.size(), progress);
        });
    }

    /** @param key its primary key */
    private record Record(long[] key, byte[] sealed) {
    }

    private Future<List<Record>> step(Tx tx, SealedColumn column, long[] after) {
        var values = new ArrayList<Object>(List.of(current()));
        Arrays.stream(after).forEach(values::add);
        values.add(BATCH);
        return tx.list(next(column), row -> record(column, row), values.toArray()).compose(found -> found.isEmpty()
                ? Future.succeededFuture(found) : write(tx, column, found).map(found));
    }

    private static Record record(SealedColumn column, Row row) {
        int keys = column.keys().size();
        return new Record(IntStream.range(0, keys).mapToLong(row::getLong).toArray(), row.getBuffer(keys).getBytes());
    }

    private Future<Void> write(Tx tx, SealedColumn column, List<Record> found) {
        var values = new ArrayList<Object>();
        for (int i = 0; i < column.keys().size(); i++) {
            int part = i;
            values.add(found.stream().map(one -> one.key()[part]).toArray(Long[]::new));
        }
        values.add(found.stream().map(one -> {
            String purpose = column.purposeOf(one.key()[0]);
            return Buffer.buffer(vault.seal(vault.open(one.sealed(), purpose), purpose));
        }).toArray(Buffer[]::new));
        return tx.update(update(column), values.toArray()).mapEmpty();
    }

    private Buffer current() {
        return Buffer.buffer(Envelope.prefix(vault.ring().current()));
    }

    private static Buffer prefixOf(String keyId) {
        return Buffer.buffer(new byte[] {1}).appendBytes(java.util.HexFormat.of().parseHex(keyId));
    }

    private static String isOther(SealedColumn column) {
        return column.column() + " is not null and substring(" + column.column() + " from 1 for "
                + Envelope.PREFIX_BYTES + ") <> $1";
    }

    private static String isOf(SealedColumn column) {
        return column.column() + " is not null and substring(" + column.column() + " from 1 for "
                + Envelope.PREFIX_BYTES + ") = $1";
    }

    private static String next(SealedColumn column) {
        String keys = String.join(", ", column.keys());
        String after = IntStream.range(0, column.keys().size()).mapToObj(i -> "$" + (i + 2))
                .collect(Collectors.joining(", "));
        return "select " + keys + ", " + column.column() + " from " + column.table() + " where " + isOther(column)
                + " and (" + keys + ") > (" + after + ") order by " + keys + " limit $" + (column.keys().size() + 2)
                + " for update";
    }

    private static String update(SealedColumn column) {
        int size = column.keys().size();
        String unnest = IntStream.range(0, size).mapToObj(i -> "$" + (i + 1) + "::bigint[]")
                .collect(Collectors.joining(", "));
        String names = IntStream.range(0, size).mapToObj(i -> "k" + i).collect(Collectors.joining(", "));
        String same = IntStream.range(0, size).mapToObj(i -> "t." + column.keys().get(i) + " = u.k" + i)
                .collect(Collectors.joining(" and "));
        return "update " + column.table() + " t set " + column.column() + " = u.sealed from unnest(" + unnest + ", $"
                + (size + 1) + "::bytea[]) as u(" + names + ", sealed) where " + same;
    }
}
