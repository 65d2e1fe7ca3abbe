package org.pufa.ledger;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.Problem;
import org.pufa.kernel.ReceiptCode;
import org.pufa.kernel.Window;
import org.pufa.support.TestDatabase;

class LedgerTest {

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

    @Test
    void twoHundredIdenticalSubmitsAreOneEntryWithOneReceipt() {
        var ledger = bench.ledger(2);
        var book = bench.open(true, Limit.ONCE);
        var submission = bench.submission(book, 7);

        var outcomes = bench.outcomes(ledger, Collections.nCopies(200, submission));

        assertThat(outcomes).filteredOn(o -> o.equals(new Outcome.Accepted(submission.attempt()))).hasSize(1);
        assertThat(outcomes).filteredOn(o -> o.equals(new Outcome.Replayed(submission.attempt()))).hasSize(199);
        assertThat(bench.rows("entry", book)).isOne();
        assertThat(bench.verify(book).findings()).isEmpty();
    }

    @Test
    void ofManySubmitsOfOneParticipantAsManyAsTheLimitBecomeEntries() {
        for (int limit : List.of(1, 3, 150)) {
            var book = bench.open(true, new Limit(Limit.Period.CAMPAIGN, limit));

            var outcomes = submitAsOne(book, 200);

            assertEntries(book, outcomes, limit, 200 - limit);
        }
    }

    private List<Object> submitAsOne(Book book, int times) {
        var ledger = bench.ledger(2);
        return bench.outcomes(ledger, IntStream.range(0, times).mapToObj(i -> bench.submission(book, 1)).toList());
    }

    private void assertEntries(Book book, List<Object> outcomes, int accepted, int taken) {
        Set<ReceiptCode> receipts = outcomes.stream().filter(Outcome.Accepted.class::isInstance)
                .map(o -> ((Outcome.Accepted) o).receipt()).collect(toSet());
        assertThat(receipts).hasSize(accepted);
        assertThat(outcomes).filteredOn(Outcome.Taken.class::isInstance).hasSize(taken)
                .allMatch(o -> receipts.contains(((Outcome.Taken) o).earlier()));
        assertThat(bench.rows("entry", book)).isEqualTo(accepted);
        assertThat(bench.verify(book).findings()).isEmpty();
        assertThat(bench.verify(book).participants()).isOne();
    }

    @Test
    void aDailyLimitStartsAnewAtMidnightInChina() {
        var book = bench.open(true, new Limit(Limit.Period.DAY, 3));
        bench.clock.set(Instant.parse("2026-11-10T15:59:59Z"));

        var before = submitAsOne(book, 200);
        bench.clock.set(Instant.parse("2026-11-10T16:00:00Z"));
        var after = submitAsOne(book, 200);

        assertThat(before).filteredOn(Outcome.Accepted.class::isInstance).hasSize(3);
        assertThat(before).filteredOn(Outcome.Taken.class::isInstance).hasSize(197);
        assertThat(after).filteredOn(Outcome.Accepted.class::isInstance).hasSize(3);
        assertThat(after).filteredOn(Outcome.Taken.class::isInstance).hasSize(197);
        assertThat(bench.rows("entry", book)).isEqualTo(6);
        var verification = bench.verify(book);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.participants()).isOne();
        assertThat(tallies(book).byDay()).containsOnly(entry("2026-11-10", 3), entry("2026-11-11", 3));
    }

    private static Map.Entry<String, Long> entry(String day, long n) {
        return Map.entry(day, n);
    }

    private Tallies tallies(Book book) {
        return bench.database.read(tx -> Tallies.of(tx, book.campaign())).await();
    }

    @Test
    void aPaperOpenedBeforeMidnightStillCountsForItsDay() {
        var ledger = bench.ledger(1);
        var book = bench.open(true, new Limit(Limit.Period.DAY, 1));
        bench.clock.set(Instant.parse("2026-11-10T15:59:00Z"));
        var yesterdays = bench.submission(book, 1);
        var late = new Submission(book, yesterdays.participant(), yesterdays.slots(), yesterdays.slot(),
                yesterdays.attempt(), "poster", Instant.parse("2026-11-10T16:01:00Z"), yesterdays.body(), 1,
                yesterdays.counts());
        var tooLate = new Submission(book, Bench.pseudonym(book, 2), yesterdays.slots(), yesterdays.slot(),
                new ReceiptCode(900_001), "poster", Instant.parse("2026-11-11T16:00:00Z"), yesterdays.body(), 1,
                yesterdays.counts());

        assertThat(ledger.submit(late).await()).isInstanceOf(Outcome.Accepted.class);
        assertThat(ledger.submit(tooLate).await()).isInstanceOf(Outcome.Unusable.class);
        assertThat(bench.verify(book).findings()).isEmpty();
    }

    @Test
    void anAttemptThatAnotherParticipantHasIsUnusableTogetherAndAfterwards() {
        var ledger = bench.ledger(1);
        var book = bench.open(true, Limit.ONCE);
        var mine = bench.submission(book, 1, 500_001);
        var theirs = bench.submission(book, 2, 500_001);

        var together = bench.outcomes(ledger, List.of(mine, theirs));
        var afterwards = ledger.submit(bench.submission(book, 3, 500_001)).await();

        assertThat(together).filteredOn(Outcome.Accepted.class::isInstance).hasSize(1);
        assertThat(together).filteredOn(Outcome.Unusable.class::isInstance).hasSize(1);
        assertThat(afterwards).isInstanceOf(Outcome.Unusable.class);
        assertThat(bench.rows("entry", book)).isOne();
    }

    @Test
    void aParticipantWhoTakesALaterSlotFirstIsStillCountedOnce() {
        var ledger = bench.ledger(1);
        var book = bench.open(true, new Limit(Limit.Period.CAMPAIGN, 3));
        var one = bench.submission(book, 1);
        var third = new Submission(book, one.participant(), Slots.only(2), 2, one.attempt(), one.channel(),
                one.arrived(), one.body(), one.score(), one.counts());

        ledger.submit(third).await();

        assertThat(tallies(book).participants()).isOne();
        assertThat(bench.verify(book).findings()).isEmpty();
    }

    @Test
    void manyPeopleAtOnceOnTwoNodesAreCountedExactly() {
        var nodes = List.of(bench.ledger(2), bench.ledger(2));
        var book = bench.open(true, new Limit(Limit.Period.CAMPAIGN, 2));
        var submissions = new ArrayList<Submission>();
        for (int person = 0; person < 400; person++) {
            for (int i = 0; i < 3; i++) {
                submissions.add(bench.submission(book, person));
            }
        }
        Collections.shuffle(submissions, new Random(1));

        var outcomes = bench.outcomes(nodes, submissions);

        assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(800);
        assertThat(outcomes).filteredOn(Outcome.Taken.class::isInstance).hasSize(400);
        assertAllIsCounted(book, 800, 400);
        assertThat(bench.count("select count(distinct lane) from entry where campaign_id = $1",
                book.campaign().value())).isEqualTo(4);
    }

    private void assertAllIsCounted(Book book, long entries, long participants) {
        var verification = bench.verify(book);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.entries()).isEqualTo(entries);
        assertThat(verification.participants()).isEqualTo(participants);
        assertThat(tallies(book).participations()).isEqualTo(entries);
        assertThat(tallies(book).participants()).isEqualTo(participants);
    }

    @Test
    void twoNodesThatShareALaneTakeTurnsAndRefuseNobody() {
        var first = bench.ledger(1);
        var second = bench.ledger(1);
        second.shareLanes(first);
        var book = bench.open(true, Limit.ONCE);
        var submissions = IntStream.range(0, 3_000).mapToObj(person -> bench.submission(book, person)).toList();

        var outcomes = bench.outcomes(List.of(first, second), submissions);

        assertThat(outcomes).allMatch(Outcome.Accepted.class::isInstance);
        assertThat(bench.count("select count(distinct lane) from entry where campaign_id = $1",
                book.campaign().value())).isOne();
        assertAllIsCounted(book, 3_000, 3_000);
    }

    @Test
    void aRepetitionAfterTheEndStillGetsItsReceipt() {
        var ledger = bench.ledger(1);
        var book = bench.open(true, Limit.ONCE);
        var inTime = bench.submission(book, 1);
        ledger.submit(inTime).await();
        bench.clock.set(Bench.WINDOW.closes());

        var again = ledger.submit(bench.submission(book, 1, inTime.attempt().value())).await();
        var tooLate = ledger.submit(bench.submission(book, 2)).await();
        var notTheirs = ledger.submit(bench.submission(book, 3, inTime.attempt().value())).await();

        assertThat(again).isEqualTo(new Outcome.Replayed(inTime.attempt()));
        assertThat(tooLate).isEqualTo(new Outcome.Closed());
        assertThat(notTheirs).isEqualTo(new Outcome.Closed());
    }

    @Test
    void anOpeningWithinASecondTakesEntriesAtOnce() {
        var opens = Instant.parse("2026-11-10T10:00:00.500Z");
        var ledger = bench.ledger(1);
        for (boolean linked : List.of(true, false)) {
            var book = bench.open(linked, Limit.ONCE, new Window(opens, opens.plus(Duration.ofDays(1))));
            bench.clock.set(opens.plusMillis(100));

            assertThat(ledger.submit(bench.submission(book, 1)).await()).isInstanceOf(Outcome.Accepted.class);
            assertThat(bench.verify(book).findings()).isEmpty();
        }
    }

    @Test
    void oneSubmissionThatCannotBeStoredHarmsNoNeighbour() {
        var ledger = bench.ledger(1);
        var book = bench.open(true, Limit.ONCE);
        var submissions = new ArrayList<Submission>();
        for (int person = 0; person < 100; person++) {
            submissions.add(bench.submission(book, person));
        }
        var good = submissions.get(50);
        submissions.set(50, new Submission(book, good.participant(), good.slots(), good.slot(), good.attempt(),
                good.channel(), good.arrived(), "{\"pick\":\"a\u0000b\"}", 1, good.counts()));
        submissions.set(70, new Submission(book, submissions.get(70).participant(), Slots.only(5), 5,
                new ReceiptCode(700_070), "gzh", good.arrived(), good.body(), 1, good.counts()));

        var outcomes = bench.outcomes(ledger, submissions);

        assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(98);
        assertThat(outcomes.get(50)).isInstanceOf(PgException.class);
        assertThat(outcomes.get(70)).isInstanceOf(Outcome.Unusable.class);
        assertAllIsCounted(book, 98, 98);
    }

    @Test
    void batchesSentBehindOneThatFailsAreWrittenAllTheSame() {
        var ledger = bench.ledger(1);
        var book = bench.open(true, Limit.ONCE);
        var submissions = new ArrayList<Submission>();
        for (int person = 0; person < 3 * Lane.LARGEST_BATCH; person++) {
            submissions.add(bench.submission(book, person));
        }
        submissions.set(20, submissions.get(10));

        var outcomes = bench.outcomes(ledger, submissions);

        assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(submissions.size() - 1);
        assertThat(outcomes.get(20)).isInstanceOf(Outcome.Replayed.class);
        assertAllIsCounted(book, submissions.size() - 1, submissions.size() - 1);
    }

    @Test
    void aBlockIsNotWrittenWithoutTheOneBeforeIt() {
        var book = bench.open(true, Limit.ONCE);
        var writer = new BatchWriter(Bench.RANDOM, bench.clock);
        var chain = new Block.Chain(book.campaign(), Block.Chain.ENTRIES, 0);
        var first = writer.prepare(chain, Block.Head.NONE, List.of(bench.submission(book, 1)));
        var second = writer.prepare(chain, first.head(), List.of(bench.submission(book, 2)));
        var connection = bench.database.connection().await();

        assertThatThrownBy(() -> second.write(connection, true).await()).matches(WriteFailure::isUnchained);
        first.write(connection, true).await();
        second.write(connection, true).await();

        connection.close().await();
        assertAllIsCounted(book, 2, 2);
    }

    @Test
    void aSubmissionThatWouldSpoilTheCountsIsNoSubmission() {
        var book = bench.open(true, Limit.ONCE);
        var good = bench.submission(book, 1);

        assertThatThrownBy(() -> new Submission(book, good.participant(), good.slots(), 0, good.attempt(), "gzh",
                good.arrived(), good.body(), 1, List.of(new Count("day", "2026-11-11/gzh"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Submission(book, good.participant(), good.slots(), 0, good.attempt(),
                "x".repeat(61), good.arrived(), good.body(), 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFullQueueTurnsAwayAndLosesNobody() {
        var ledger = bench.ledger(new Ledger.Settings(1, 50));
        var book = bench.open(true, Limit.ONCE);
        var submissions = IntStream.range(0, 1_000).mapToObj(person -> bench.submission(book, person)).toList();

        var outcomes = bench.outcomes(ledger, submissions);

        var turnedAway = outcomes.stream().filter(Problem.class::isInstance).map(Problem.class::cast).toList();
        assertThat(turnedAway).isNotEmpty().allMatch(p -> p.sort() == Problem.Sort.BUSY
                && p.key().equals("ledger.full"));
        assertAllIsCounted(book, 1_000 - turnedAway.size(), 1_000 - turnedAway.size());
        assertThat(ledger.waiting()).isZero();
    }

    @Test
    void anUnlinkedBookKeepsSheetsApartAndTimesToTheHour() {
        var ledger = bench.ledger(2);
        var book = bench.open(false, Limit.ONCE);
        bench.clock.set(Bench.OPENS.plus(Duration.ofMinutes(150)));

        bench.outcomes(ledger, IntStream.range(0, 300).mapToObj(p -> bench.submission(book, p)).toList());

        assertAllIsCounted(book, 300, 300);
        assertThat(bench.verify(book).unsealed()).isEqualTo(300);
        assertThat(bench.count("""
                select count(*) from entry e left join sheet s on s.campaign_id = e.campaign_id and s.number = e.attempt
                where e.campaign_id = $1 and (s.number is not null or e.body is not null or e.nonce is not null)""", book.campaign().value())).isZero();
        assertThat(bench.count("""
                select count(*) from (select accepted_at t from entry where campaign_id = $1
                  union all select sealed_at from block where campaign_id = $1
                  union all select hour from sheet where campaign_id = $1) times
                where t <> date_trunc('hour', t)""", book.campaign().value())).isZero();
    }
}
