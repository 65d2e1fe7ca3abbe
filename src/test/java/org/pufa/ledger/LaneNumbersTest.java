package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.TestDatabase;

class LaneNumbersTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @Test
    void everyNodeGetsNumbersOfItsOwnAndTheyAreFreeAgainWhenItStops() {
        var first = numbers();
        var second = numbers();

        assertThat(first.claim(2).await()).containsExactly(0, 1);
        assertThat(second.claim(3).await()).containsExactly(2, 3, 4);
        first.release().await();
        var third = numbers();
        await(() -> held().equals(List.of(2, 3, 4)));
        assertThat(third.claim(3).await()).containsExactly(0, 1, 5);

        second.release().await();
        third.release().await();
        await(() -> held().isEmpty());
    }

    @Test
    void aNodeThatLosesItsConnectionHoldsTheSameNumbersAgain() {
        var numbers = numbers();
        numbers.claim(3).await();
        var before = holders();

        before.forEach(LaneNumbersTest::terminate);

        await(() -> held().equals(List.of(0, 1, 2)) && !holders().equals(before));
        numbers.release().await();
        await(() -> held().isEmpty());
    }

    @Test
    void numbersThatAnotherTookMeanwhileAreHeldOnceItLetsGo() {
        var numbers = numbers();
        numbers.claim(2).await();
        var other = numbers();
        holders().forEach(LaneNumbersTest::terminate);
        var theirs = other.claim(1).await();

        await(() -> held().size() == 2 + (theirs.get(0) < 2 ? 0 : 1));
        other.release().await();

        await(() -> held().equals(List.of(0, 1)));
        numbers.release().await();
        await(() -> held().isEmpty());
    }

    private static LaneNumbers numbers() {
        return new LaneNumbers(DATABASE.vertx(), DATABASE.database());
    }

    private static List<Integer> held() {
        return list("""
                select objid::int from pg_locks where locktype = 'advisory' and classid = 7072 << 8 and granted
                  and database = (select oid from pg_database where datname = current_database()) order by 1""");
    }

    private static List<Integer> holders() {
        return list("""
                select distinct pid from pg_locks where locktype = 'advisory' and classid = 7072 << 8
                  and database = (select oid from pg_database where datname = current_database()) order by 1""");
    }

    private static List<Integer> list(String sql) {
        return DATABASE.database().read(tx -> tx.list(sql, row -> row.getInteger(0))).await();
    }

    private static void terminate(int pid) {
        DATABASE.database().read(tx -> tx.get("select pg_terminate_backend($1)", row -> row.getBoolean(0), pid))
                .await();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
