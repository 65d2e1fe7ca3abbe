package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.TestDatabase;

class SealerTest {

    private static final Instant HOUR = Bench.OPENS.plus(Duration.ofHours(10));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private Bench bench;
    private Ledger ledger;
    private Sealer sealer;

    @BeforeEach
    void prepare() {
        bench = new Bench(DATABASE);
        bench.clear();
        ledger = bench.ledger(1);
        sealer = new Sealer(bench.database, bench.books, bench.clock);
    }

    @AfterEach
    void stop() {
        bench.stop();
    }

    /** One after the other, each in a batch of its own: the easiest case to join. */
    private void takePart(Book book, Instant time, int first, int count) {
        bench.clock.set(time);
        for (int person = first; person < first + count; person++) {
            ledger.submit(bench.submission(book, person)).await();
        }
    }

    private int sealAt(Instant time) {
        bench.clock.set(time);
        return sealer.run().await();
    }

    @Test
    void anHourIsSealedOnceItIsOverAndFiveMinutesHavePassed() {
        var book = bench.open(false, Limit.ONCE);
        takePart(book, HOUR, 0, 30);

        assertThat(sealAt(HOUR.plus(Duration.ofMinutes(64)))).isZero();
        assertThat(sealAt(HOUR.plus(Duration.ofMinutes(65)))).isEqualTo(20);
        assertThat(sealAt(HOUR.plus(Duration.ofMinutes(66)))).isZero();
        var verification = bench.verify(book);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.unsealed()).isEqualTo(10);
        assertThat(verification.heads()).extracting(head -> head.chain().name()).containsExactly("0.0", "1.0");
    }

    @Test
    void aFewSheetsWaitForMoreUntilTheCampaignIsOver() {
        var book = bench.open(false, Limit.ONCE);
        takePart(book, HOUR, 0, 19);
        assertThat(sealAt(HOUR.plus(Duration.ofHours(2)))).isZero();
        takePart(book, HOUR.plus(Duration.ofHours(3)), 19, 1);
        assertThat(sealAt(HOUR.plus(Duration.ofHours(5)))).isEqualTo(10);
        takePart(book, HOUR.plus(Duration.ofHours(6)), 20, 1);

        assertThat(sealAt(Bench.WINDOW.closes().plus(Duration.ofMinutes(4)))).isZero();
        assertThat(sealAt(Bench.WINDOW.closes().plus(Duration.ofMinutes(5)))).isEqualTo(11);
        assertThat(bench.verify(book).unsealed()).isZero();
        assertThat(bench.verify(book).findings()).isEmpty();
    }

    @Test
    void linkedBooksAreLeftAlone() {
        var book = bench.open(true, Limit.ONCE);
        takePart(book, HOUR, 0, 25);

        assertThat(sealAt(Bench.WINDOW.closes().plus(Duration.ofHours(1)))).isZero();
        assertThat(bench.verify(book).findings()).isEmpty();
    }

    @Test
    void twoNodesAtOnceSealEachSheetOnce() {
        var book = bench.open(false, Limit.ONCE);
        takePart(book, HOUR, 0, 60);
        bench.clock.set(HOUR.plus(Duration.ofHours(2)));
        var other = new Sealer(bench.database, bench.books, bench.clock);

        var runs = List.of(sealer.run(), other.run(), sealer.run(), other.run());

        assertThat(runs.stream().mapToInt(run -> run.await()).sum()).isEqualTo(50);
        assertThat(bench.verify(book).findings()).isEmpty();
    }

    @Test
    void entriesMayComeInWhileSheetsAreSealed() {
        var book = bench.open(false, Limit.ONCE);
        takePart(book, HOUR, 0, 40);
        bench.clock.set(HOUR.plus(Duration.ofHours(2)));
        var submissions = IntStream.range(100, 900).mapToObj(p -> bench.submission(book, p)).toList();
        var running = submissions.stream().map(ledger::submit).toList();

        for (int i = 0; i < 5; i++) {
            sealer.run().await();
        }

        running.forEach(one -> assertThat(one.await()).isInstanceOf(Outcome.Accepted.class));
        assertThat(bench.verify(book).findings()).isEmpty();
    }

    @Test
    void longSheetsAndManyBlocksAreSealedToo() {
        var book = bench.open(false, Limit.ONCE);
        bench.clock.set(HOUR);
        var submissions = IntStream.range(0, 4_200).mapToObj(p -> bench.submission(book, p)).toList();
        bench.outcomes(ledger, submissions);
        bench.tamper("update sheet set body = replace(body, '}', ',\"text\":\"' || repeat('长', 3000) || '\"}')"
                + " where campaign_id = $1 and number % 50 = 0", book.campaign().value());

        assertThat(sealAt(HOUR.plus(Duration.ofHours(2)))).isEqualTo(4_190);
        var verification = bench.verify(book);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.heads()).filteredOn(head -> head.chain().log() == 1)
                .extracting(ChainHead::height).containsExactly(2);
    }

    /** Whoever has both tables, with the columns of the system, and knows how they were written. */
    @Test
    void afterSealingNothingJoinsSheetsToEntries() {
        var book = bench.open(false, Limit.ONCE);
        takePart(book, HOUR, 0, 120);
        assertThat(rightPairs(book, "xmin::text::bigint", "xmin::text::bigint")).as("before, by transaction")
                .isEqualTo(120);
        assertThat(talliesThatNameAnEntry(book)).isPositive();

        sealAt(HOUR.plus(Duration.ofHours(1)).plus(Duration.ofMinutes(5)));

        assertThat(equalColumns(book)).as("columns with a value in common").isEmpty();
        assertThat(talliesThatNameAnEntry(book)).isZero();
        assertThat(bench.count("select count(distinct xmin::text) from sheet where campaign_id = $1",
                book.campaign().value())).isOne();
        assertThat(bench.count("select count(*) from sheet where campaign_id = $1 and hour is not null",
                book.campaign().value())).isZero();
        assertNoOrderTells(book);
    }

    /** Pairs the rows of both tables by rank in every order there is, and backwards. */
    private void assertNoOrderTells(Book book) {
        for (String entryOrder : List.of("ctid", "xmin::text::bigint", "attempt", "participant", "lane, height",
                "accepted_at, attempt", "channel, attempt")) {
            for (String sheetOrder : List.of("ctid", "number", "nonce", "body", "height, number", "score, number",
                    "cmin::text::bigint, ctid", "sha256(nonce)", "pg_column_size(body), ctid")) {
                int[] sheetRanks = sheetRanks(book, entryOrder, sheetOrder);

                assertThat(fixedPoints(sheetRanks)).as("%s with %s", entryOrder, sheetOrder).isLessThan(10);
                if (!sheetOrder.contains("body")) {
                    assertThat(Math.abs(correlation(sheetRanks))).as("%s with %s", entryOrder, sheetOrder)
                            .isLessThan(0.5);
                }
            }
        }
    }

    private static int fixedPoints(int[] ranks) {
        return (int) IntStream.range(0, ranks.length).filter(i -> ranks[i] == i || ranks[i] == ranks.length - 1 - i)
                .count();
    }

    /** Spearman's: 0.5 over 120 rows is more than five standard deviations. */
    private static double correlation(int[] ranks) {
        double n = ranks.length;
        double squares = IntStream.range(0, ranks.length).mapToDouble(i -> Math.pow(ranks[i] - i, 2)).sum();
        return 1 - 6 * squares / (n * (n * n - 1));
    }

    /** For each entry in its order, the rank of the sheet that truly belongs to it. */
    private int[] sheetRanks(Book book, String entryOrder, String sheetOrder) {
        var ranks = new HashMap<Long, Integer>();
        people(book, sheetOrder).forEach(person -> ranks.put(person, ranks.size()));
        return entries(book, entryOrder).stream().mapToInt(ranks::get).toArray();
    }

    private List<Long> people(Book book, String order) {
        return bench.database.read(tx -> tx.list("select (body::json ->> 'by')::bigint from sheet where campaign_id = $1"
                + " order by " + order, row -> row.getLong(0), book.campaign().value())).await();
    }

    private List<Long> entries(Book book, String order) {
        Map<java.util.UUID, Long> known = new HashMap<>();
        for (int person = 0; person < 120; person++) {
            known.put(Bench.pseudonym(book, person).value(), (long) person);
        }
        return bench.database.read(tx -> tx.list("select participant from entry where campaign_id = $1 order by "
                + order, row -> known.get(row.getUUID(0)), book.campaign().value())).await();
    }

    private long rightPairs(Book book, String entryColumn, String sheetColumn) {
        int[] ranks = sheetRanks(book, entryColumn, sheetColumn);
        return Arrays.stream(ranks).filter(rank -> ranks[rank] == rank).count();
    }

    /** Tallies whose last change came with an entry, which so tells what that entry's sheet says. */
    private long talliesThatNameAnEntry(Book book) {
        return bench.count("""
                select count(*) from tally t join entry e on e.campaign_id = t.campaign_id and e.xmin = t.xmin
                where t.campaign_id = $1""", book.campaign().value());
    }

    /** Every pair of columns, those of the system included, in which any entry and any sheet hold the same. */
    private List<String> equalColumns(Book book) {
        return bench.database.read(tx -> tx.list("""
                with e as (select to_jsonb(entry) - 'campaign_id'
                             || jsonb_build_object('xmin', xmin::text, 'cmin', 'c' || cmin::text) as row
                             from entry where campaign_id = $1),
                     s as (select to_jsonb(sheet) - 'campaign_id' || jsonb_build_object('xmin', xmin::text) as row
                             from sheet where campaign_id = $1)
                select distinct a.key || '=' || b.key from e cross join lateral jsonb_each_text(e.row) a
                join (select distinct j.key, j.value from s cross join lateral jsonb_each_text(s.row) j) b
                  on a.value = b.value and a.value is not null
                where not (a.key in ('slot', 'lane', 'height') and b.key in ('height', 'score'))""",
                row -> row.getString(0), book.campaign().value())).await();
    }
}
