package org.pufa.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.TestDatabase;

class TxTest {

    private static final String INSERT = "insert into note (body) values ($1)";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedFrom("db/sample");

    @BeforeEach
    void emptyTheTable() {
        database.database().read(tx -> tx.update("truncate note")).await();
    }

    @Test
    void commitsWhatSucceeds() {
        database.database().inTx(tx -> tx.update(INSERT, "a").compose(one -> tx.update(INSERT, "b"))).await();

        assertThat(bodies()).containsExactly("a", "b");
    }

    @Test
    void rollsBackWhatFailsLater() {
        assertThatThrownBy(() -> database.database().inTx(tx -> tx.update(INSERT, "a")
                .compose(one -> Future.failedFuture(new IllegalStateException("later")))).await())
                .isInstanceOf(IllegalStateException.class).hasMessage("later");

        assertThat(bodies()).isEmpty();
    }

    @Test
    void rollsBackWhatThrows() {
        assertThatThrownBy(() -> database.database().inTx(tx -> tx.update(INSERT, "a").map(one -> {
            throw new IllegalStateException("thrown");
        })).await()).hasMessage("thrown");

        assertThat(bodies()).isEmpty();
    }

    @Test
    void rollsBackWhenPostgresRefuses() {
        assertThatThrownBy(() -> database.database().inTx(tx -> tx.update(INSERT, "a")
                .compose(one -> tx.update(INSERT, "a"))).await())
                .isInstanceOfSatisfying(PgException.class,
                        refusal -> assertThat(refusal.getConstraint()).isEqualTo("note_body_once"));

        assertThat(bodies()).isEmpty();
    }

    @Test
    void triesAgainWhenPostgresCouldNotSerialise() {
        var tries = new AtomicInteger();

        database.database().inTx(tx -> tx.update(INSERT, "a").compose(one -> tries.incrementAndGet() < 3
                ? tx.update("do $$ begin raise exception using errcode = '40001'; end $$")
                : Future.succeededFuture(one)))
                .await();

        assertThat(tries).hasValue(3);
        assertThat(bodies()).containsExactly("a");
    }

    @Test
    void findsOneRowOrNone() {
        insert("a");

        assertThat(database.database().read(tx -> tx.one("select body from note where body = $1",
                row -> row.getString(0), "a")).await()).contains("a");
        assertThat(database.database().read(tx -> tx.one("select body from note where body = $1",
                row -> row.getString(0), "b")).await()).isEmpty();
        assertThatThrownBy(() -> database.database().read(tx -> tx.get("select body from note where body = $1",
                row -> row.getString(0), "b")).await()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void countsTheRowsItChanged() {
        insert("a", "b");

        assertThat(database.database().read(tx -> tx.update("update note set author = $1", "ana")).await())
                .isEqualTo(2);
        assertThat(database.database().read(tx -> tx.update(INSERT + " on conflict do nothing", "a")).await()).isZero();
    }

    @Test
    void keepsArraysJsonAndNull() {
        database.database().read(tx -> tx.update("""
                insert into note (body, tags, details, author) values ($1, $2, $3, $4)""",
                "a", new String[] {"工资", "合同"}, new JsonObject().put("stars", 5), null)).await();

        var row = database.database()
                .read(tx -> tx.get("select tags, details, author from note", found -> found)).await();

        assertThat(row.getArrayOfStrings("tags")).containsExactly("工资", "合同");
        assertThat(row.getJsonObject("details").getInteger("stars")).isEqualTo(5);
        assertThat(row.getString("author")).isNull();
    }

    @Test
    void sendsABatchWholeOrNotAtAll() {
        database.database().inTx(tx -> tx.batch(INSERT, List.of(Tuple.of("a"), Tuple.of("b"), Tuple.of("c")))).await();
        database.database().inTx(tx -> tx.batch(INSERT, List.of())).await();

        assertThatThrownBy(() -> database.database().inTx(
                tx -> tx.batch(INSERT, List.of(Tuple.of("d"), Tuple.of("a")))).await()).isInstanceOf(PgException.class);

        assertThat(bodies()).containsExactly("a", "b", "c");
    }

    @Test
    void streamsMoreRowsThanItHoldsAtOnce() {
        insert(IntStream.range(0, 1_234).mapToObj(number -> "note " + number).toArray(String[]::new));
        var seen = new ArrayList<String>();

        database.database().inTx(tx -> tx.stream("select body from note where body like $1 order by id",
                row -> seen.add(row.getString(0)), "note%")).await();

        assertThat(seen).hasSize(1_234).startsWith("note 0").endsWith("note 1233");
    }

    @Test
    void stopsAStreamWhoseReaderFailsAndKeepsTheConnectionUsable() {
        insert(IntStream.range(0, 1_234).mapToObj(number -> "note " + number).toArray(String[]::new));
        var seen = new AtomicInteger();

        assertThatThrownBy(() -> database.database().inTx(tx -> tx.stream("select body from note", row -> {
            if (seen.incrementAndGet() == 10) {
                throw new IllegalStateException("enough");
            }
        })).await()).hasMessage("enough");

        assertThat(seen).hasValue(10);
        assertThat(bodies()).hasSize(1_234);
    }

    @Test
    void streamsNothingFromAnEmptyTable() {
        var seen = new AtomicInteger();

        database.database().inTx(tx -> tx.stream("select body from note", row -> seen.incrementAndGet())).await();

        assertThat(seen).hasValue(0);
    }

    private static void insert(String... bodies) {
        database.database().inTx(tx -> tx.update("insert into note (body) select * from unnest($1::text[])",
                (Object) bodies)).await();
    }

    private static List<String> bodies() {
        return database.database().read(tx -> tx.list("select body from note order by id",
                row -> row.getString(0))).await();
    }
    @Test
    void handsOverEveryChunkInItsTurn() {
        var sizes = new ArrayList<Integer>();
        var numbers = new ArrayList<Integer>();

        database.database().inSnapshot(tx -> tx.chunks("select generate_series(1, $1::int)", row -> row.getInteger(0),
                chunk -> {
                    sizes.add(chunk.size());
                    numbers.addAll(chunk);
                    return Future.succeededFuture();
                }, 1201)).await();

        assertThat(sizes).allMatch(size -> size <= 500);
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 1201).boxed().toList());
    }

    @Test
    void aChunkThatCannotBeDealtWithEndsTheReading() {
        var seen = new AtomicInteger();

        assertThatThrownBy(() -> database.database().inSnapshot(tx -> tx.chunks("select generate_series(1, 100000)",
                row -> row.getInteger(0), chunk -> {
                    seen.addAndGet(chunk.size());
                    return Future.failedFuture(new IllegalStateException("the reader has gone"));
                })).await()).hasMessage("the reader has gone");

        assertThat(seen).hasValue(500);
        assertThat(bodies()).isEmpty();
    }

}
