package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.db.Database;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;
import org.pufa.support.TestDatabase;

class LedgerLoadTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private Bench bench;

    @BeforeEach
    void prepare() {
        bench = new Bench(DATABASE);
    }

    @AfterEach
    void stop() {
        bench.stop();
    }

    private List<Submission> people(Book book, int count) {
        return IntStream.range(0, count).mapToObj(person -> bench.submission(book, person)).toList();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void atEveryInstantTotalsRowsAndRecountAreTheSame(boolean linked) {
        var nodes = List.of(bench.ledger(2), bench.ledger(2));
        var book = bench.open(linked, new Limit(Limit.Period.DAY, 2));
        var crowd = new Crowd(DATABASE.vertx(), nodes, people(book, 20_000));
        var done = crowd.takePart();

        for (int snapshots = 0; snapshots < 5; snapshots++) {
            int before = crowd.count();
            await(() -> crowd.count() > before + 50 || done.isComplete());
            var snapshot = bench.verify(book);
            assertThat(snapshot.findings()).isEmpty();
            assertThat(snapshot.entries()).isBetween((long) before, (long) crowd.count() + Crowd.AT_A_TIME);
        }

        crowd.stop();
        done.await();
        assertThat(bench.verify(book).entries()).isEqualTo(crowd.count());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onceAClosingHasCommittedNotOneRowIsAdded(boolean linked) {
        var nodes = List.of(bench.ledger(2), bench.ledger(2));
        var book = bench.open(linked, Limit.ONCE);
        var outcomes = new ArrayList<Future<Outcome>>();
        DATABASE.vertx().runOnContext(here -> people(book, 12_000)
                .forEach(one -> outcomes.add(nodes.get(outcomes.size() % 2).submit(one))));
        await(() -> bench.rows("entry", book) > 0);

        bench.database.inTx(tx -> bench.books.setAccepting(tx, book.campaign(), false)).await();
        long rowsAtTheClosing = bench.rows("entry", book);

        await(() -> outcomes.size() == 12_000);
        var settled = outcomes.stream().map(one -> one.await()).toList();
        assertThat(bench.rows("entry", book)).isEqualTo(rowsAtTheClosing).isLessThan(12_000);
        assertThat(settled).filteredOn(Outcome.Accepted.class::isInstance).hasSize((int) rowsAtTheClosing);
        assertThat(settled).filteredOn(Outcome.Closed.class::isInstance).hasSize(12_000 - (int) rowsAtTheClosing);
        assertThat(bench.verify(book).findings()).isEmpty();
    }

    @Test
    void connectionsLostInTheMiddleOfBatchesLoseNoReceiptAndCountNothingTwice() {
        var other = Database.connect(DATABASE.vertx(), DATABASE.url(), 4);
        var wounded = new Bench(DATABASE.vertx(), other);
        var nodes = List.of(wounded.ledger(2), wounded.ledger(2));
        var book = bench.open(true, Limit.ONCE);
        var submissions = people(book, 12_000);
        var crowd = new Crowd(DATABASE.vertx(), nodes, submissions);

        var done = crowd.takePart();
        for (int round = 1; round <= 6; round++) {
            int reached = crowd.count() + Crowd.AT_A_TIME + 200;
            await(() -> crowd.count() >= reached);
            assertThat(killWriters()).isPositive();
        }
        done.await();

        assertThat(crowd.refusals()).isPositive();
        assertThatAllIsThere(bench, book, crowd, submissions);
        wounded.stop();
        other.close().await();
    }

    /** How many connections were lost, whatever they were just doing for a lane. */
    private long killWriters() {
        return bench.count("""
                select count(pg_terminate_backend(pid))::bigint from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                  and (query in ('begin', 'commit') or query like '%insert into%')""");
    }

    static void assertThatAllIsThere(Bench bench, Book book, Crowd crowd, List<Submission> submissions) {
        assertThat(crowd.receipts()).hasSize(submissions.size());
        crowd.receipts().forEach((submission, receipt) -> assertThat(receipt).isEqualTo(submission.attempt()));
        var stored = bench.database.read(tx -> tx.list("select attempt from entry where campaign_id = $1",
                row -> new ReceiptCode(row.getLong(0)), book.campaign().value())).await();
        assertThat(stored).hasSize(submissions.size());
        assertThat(new HashSet<>(stored)).isEqualTo(new HashSet<>(crowd.receipts().values()));
        assertThat(bench.verify(book).findings()).isEmpty();
    }

    /** Few people, few attempts, many ways to collide. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverCollidesTheRulesHold(long seed) {
        var random = new Random(seed);
        int limit = 1 + random.nextInt(3);
        var period = random.nextBoolean() ? Limit.Period.CAMPAIGN : Limit.Period.DAY;
        var nodes = List.of(bench.ledger(1 + random.nextInt(2)), bench.ledger(1 + random.nextInt(2)));
        var book = bench.open(random.nextBoolean(), new Limit(period, limit));
        var submissions = new ArrayList<Submission>();
        var outcomes = new ArrayList<Object>();

        for (int burst = 0; burst < 3; burst++) {
            var some = IntStream.range(0, 1 + random.nextInt(60)).mapToObj(i -> bench.submission(book,
                    random.nextInt(6), 1_000 + random.nextInt(20))).toList();
            submissions.addAll(some);
            outcomes.addAll(bench.outcomes(nodes, some));
        }

        assertRules(book, limit, submissions, outcomes);
        assertThat(bench.verify(book).findings()).isEmpty();
    }

    private void assertRules(Book book, int limit, List<Submission> submissions, List<Object> outcomes) {
        Map<ReceiptCode, Pseudonym> owners = new HashMap<>();
        bench.database.read(tx -> tx.list("select attempt, participant from entry where campaign_id = $1",
                row -> owners.put(new ReceiptCode(row.getLong(0)), new Pseudonym(row.getUUID(1))),
                book.campaign().value())).await();
        var accepted = new HashSet<ReceiptCode>();
        for (int i = 0; i < submissions.size(); i++) {
            Submission submission = submissions.get(i);
            Pseudonym who = submission.participant();
            Pseudonym owner = owners.get(submission.attempt());
            Object outcome = outcomes.get(i);
            if (outcome instanceof Outcome.Accepted) {
                assertThat(accepted.add(submission.attempt())).as("accepted once").isTrue();
                assertThat(owner).isEqualTo(who);
            } else if (outcome instanceof Outcome.Replayed) {
                assertThat(owner).isEqualTo(who);
            } else if (outcome instanceof Outcome.Unusable) {
                assertThat(owner).isNotNull().isNotEqualTo(who);
            } else if (outcome instanceof Outcome.Taken taken) {
                assertThat(owners.get(taken.earlier())).isEqualTo(who);
                assertThat(owners.values().stream().filter(who::equals).count()).isEqualTo(limit);
            } else {
                throw new AssertionError("unexpected: " + outcome, outcome instanceof Throwable t ? t : null);
            }
        }
        assertThat(accepted).isEqualTo(owners.keySet());
    }
}
