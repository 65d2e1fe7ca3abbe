package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Problem;
import org.pufa.kernel.ReceiptCode;
import org.pufa.support.TestDatabase;

/** Each test changes the tables by hand, as a superuser could, and expects to be told what and where. */
class VerifierTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private Bench bench;
    private Book book;
    private Entry victim;
    private String receipt;

    @BeforeEach
    void fillABook() {
        bench = new Bench(DATABASE);
        book = filled(true, Limit.ONCE);
        victim = entryOf(book, 11);
        receipt = victim.receipt().toString();
    }

    /** Thirty entries on one lane, in six blocks of five. */
    private Book filled(boolean linked, Limit limit) {
        var ledger = bench.ledger(1);
        var filled = bench.open(linked, limit);
        for (int block = 0; block < 6; block++) {
            int first = block * 5;
            bench.outcomes(ledger, IntStream.range(first, first + 5).mapToObj(p -> bench.submission(filled, p))
                    .toList());
        }
        assertThat(bench.verify(filled).findings()).isEmpty();
        return filled;
    }

    private Entry entryOf(Book of, int person) {
        return bench.database.read(tx -> new Entries().ofParticipant(tx, of.campaign(), Bench.pseudonym(of, person),
                new Slots(0, Integer.MAX_VALUE))).await().get(0);
    }

    @AfterEach
    void stop() {
        bench.stop();
    }

    private int tamper(String sql, Object... more) {
        var args = new ArrayList<Object>(List.of(book.campaign().value()));
        args.addAll(List.of(more));
        return bench.tamper(sql, args.toArray());
    }

    private void assertFindings(Finding... expected) {
        assertThat(bench.verify(book).findings()).containsExactlyInAnyOrder(expected);
    }

    private String chain() {
        return "0." + victim.lane();
    }

    @Test
    void anUntouchedBookIsSoundAndCounted() {
        var verification = bench.verify(book);

        assertThat(verification.isSound()).isTrue();
        assertThat(verification).extracting(Verification::entries, Verification::participants, Verification::sheets,
                Verification::unsealed, Verification::blocks).containsExactly(30L, 30L, 30L, 0L, 6L);
        assertThat(verification.heads()).singleElement()
                .satisfies(head -> assertThat(head.height()).isEqualTo(6));
        assertThat(new Verifier(bench.database, bench.books).verify(new CampaignId(987_654), Bench::recount)
                .otherwise(failure -> null).await()).isNull();
        assertThatThrownBy(() -> new Verifier(bench.database, bench.books).verify(new CampaignId(987_654),
                Bench::recount).await()).isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.sort()).isEqualTo(Problem.Sort.NOT_FOUND));
    }

    @Test
    void everyChangedColumnOfAnEntryIsFound() {
        for (String change : List.of("channel = 'kiosk2'", "accepted_at = accepted_at + interval '1 second'",
                "accepted_at = accepted_at + interval '1 millisecond'", "participant = gen_random_uuid()",
                "accepted_at = 'infinity'")) {
            var fresh = filled(true, Limit.ONCE);
            var entry = entryOf(fresh, 11);

            assertThat(bench.tamper("update entry set " + change + " where campaign_id = $1 and attempt = $2",
                    fresh.campaign().value(), entry.receipt().value())).isOne();

            assertThat(bench.verify(fresh).findings()).as(change)
                    .contains(Finding.of("entry.differs", entry.receipt().toString(), "0." + entry.lane(),
                            entry.height()))
                    .noneMatch(finding -> finding.key().contains("missing"));
        }
    }

    @Test
    void aSlotBeyondTheLimitIsFound() {
        tamper("update entry set slot = 1 where campaign_id = $1 and attempt = $2", victim.receipt().value());

        assertFindings(Finding.of("entry.differs", receipt, chain(), victim.height()),
                Finding.of("entry.slot", receipt, 1));
    }

    @Test
    void anEntryOutsideTheWindowIsFound() {
        tamper("update entry set accepted_at = $3 where campaign_id = $1 and attempt = $2", victim.receipt().value(),
                EntrySql.utc(Bench.WINDOW.closes()));

        assertThat(bench.verify(book).findings())
                .contains(Finding.of("entry.time", receipt, Bench.WINDOW.closes().toString()));
    }

    @Test
    void anEntryMovedToAnotherBlockIsFoundInBoth() {
        tamper("update entry set height = $3 where campaign_id = $1 and attempt = $2", victim.receipt().value(),
                victim.height() + 1);

        assertFindings(Finding.of("block.missing", chain(), victim.height(), 1, 5),
                Finding.of("entry.differs", receipt, chain(), victim.height() + 1));
    }

    @Test
    void anEntryInABlockThatDoesNotExistIsFound() {
        tamper("update entry set height = 99 where campaign_id = $1 and attempt = $2", victim.receipt().value());

        assertFindings(Finding.of("block.missing", chain(), victim.height(), 1, 5),
                Finding.of("entry.blockless", receipt, chain(), 99));
    }

    @Test
    void aRemovedEntryIsMissedInItsBlockAndItsTallies() {
        tamper("delete from entry where campaign_id = $1 and attempt = $2", victim.receipt().value());

        assertThat(bench.verify(book).findings()).contains(
                Finding.of("block.missing", chain(), victim.height(), 1, 5),
                Finding.of("tally", "participants", "", 30L, 29L));
    }

    @Test
    void anEntryRemovedTogetherWithItsSheetAndItsCountsIsStillMissed() {
        tamper("delete from entry where campaign_id = $1 and attempt = $2", victim.receipt().value());
        recountTallies();

        assertFindings(Finding.of("block.missing", chain(), victim.height(), 1, 5));
    }

    @Test
    void anAddedEntryIsFoundEvenWithItsSheetAndItsCounts() {
        tamper("""
                insert into entry select campaign_id, gen_random_uuid(), 0, 4242, channel, accepted_at, lane, height,
                  body, score, nonce
                from entry where campaign_id = $1 and attempt = $2""", victim.receipt().value());
        recountTallies();

        assertFindings(Finding.of("entry.differs", code(4242), chain(), victim.height()));
    }

    private static String code(long value) {
        return new ReceiptCode(value).toString();
    }

    /** What a careful forger would do last. */
    private void recountTallies() {
        tamper("delete from tally where campaign_id = $1");
        tamper("""
                insert into tally
                select e.campaign_id, c.dimension, c.key, 0, count(*) from entry e
                cross join lateral (values ('pick', e.body::json ->> 'pick'), ('participants', ''),
                  ('day', to_char(e.accepted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') || '/' || e.channel),
                  ('hour', to_char(e.accepted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24'))) c(dimension, key)
                where e.campaign_id = $1 group by 1, 2, 3""");
    }

    @Test
    void everyChangedColumnOfASheetIsFound() {
        for (String change : List.of("body = replace(body, '\"by\":11', '\"by\":12')", "score = score + 1",
                "score = null", "nonce = decode(repeat('00', 16), 'hex')")) {
            var fresh = filled(true, Limit.ONCE);
            var entry = entryOf(fresh, 11);

            assertThat(bench.tamper("update entry set " + change + " where campaign_id = $1 and attempt = $2",
                    fresh.campaign().value(), entry.receipt().value())).isOne();

            assertThat(bench.verify(fresh).findings()).as(change).containsExactly(Finding.of("entry.differs",
                    entry.receipt().toString(), "0." + entry.lane(), entry.height()));
        }
    }

    @Test
    void aChangedChoiceIsFoundInTheTalliesToo() {
        tamper("update entry set body = replace(body, 'pick3', 'pick0') where campaign_id = $1 and attempt = $2",
                victim.receipt().value());

        assertFindings(Finding.of("entry.differs", receipt, chain(), victim.height()),
                Finding.of("tally", "pick", "pick0", 8L, 9L), Finding.of("tally", "pick", "pick3", 7L, 6L));
    }

    @Test
    void anUnreadableSheetIsFound() {
        tamper("update entry set body = 'nonsense' where campaign_id = $1 and attempt = $2", victim.receipt().value());

        assertThat(bench.verify(book).findings()).contains(Finding.of("sheet.unreadable", receipt),
                Finding.of("tally", "pick", "pick3", 7L, 6L));
    }

    @Test
    void aRemovedSheetIsFound() {
        tamper("update entry set body = null, score = null, nonce = null where campaign_id = $1 and attempt = $2",
                victim.receipt().value());

        assertFindings(Finding.of("entry.sheetless", receipt), Finding.of("tally", "pick", "pick3", 7L, 6L));
    }

    @Test
    void anAddedSheetIsFound() {
        tamper("""
                insert into sheet select campaign_id, 4243, body, score, nonce from entry
                where campaign_id = $1 limit 1""");

        assertFindings(Finding.of("sheet.entryless", code(4243)));
    }

    @Test
    void aChangedRemovedOrAddedTallyIsFoundInBothDirections() {
        tamper("update tally set n = n + 5 where campaign_id = $1 and dimension = 'pick' and key = 'pick0'");
        tamper("delete from tally where campaign_id = $1 and dimension = 'hour'");
        tamper("insert into tally values ($1, 'pick', 'ghost', 0, 2), ($1, 'invented', 'x', 3, 1)");

        assertFindings(Finding.of("tally", "pick", "pick0", 13L, 8L),
                Finding.of("tally", "hour", "2026-11-01T10", 0L, 30L), Finding.of("tally", "pick", "ghost", 2L, 0L),
                Finding.of("tally", "invented", "x", 1L, 0L));
    }

    @Test
    void everyChangedColumnOfABlockIsFound() {
        for (String change : List.of("parent = sha256('x')", "root = sha256('x')", "hash = sha256('x')",
                "sealed_at = sealed_at + interval '1 second'", "sealed_at = sealed_at + interval '1 millisecond'",
                "leaves = set_byte(leaves, 159, (get_byte(leaves, 159) + 1) % 256)", "count = 4")) {
            var fresh = filled(true, Limit.ONCE);
            bench.tamper("alter table block drop constraint if exists block_count");

            assertThat(bench.tamper("update block set " + change + " where campaign_id = $1 and height = 3",
                    fresh.campaign().value())).isOne();

            assertThat(bench.verify(fresh).findings()).as(change).isNotEmpty()
                    .anyMatch(finding -> finding.key().startsWith("ledger.finding.block.")
                            && finding.args().get(1).equals(3));
        }
    }

    @Test
    void aRemovedBlockIsFoundWithItsEntries() {
        tamper("delete from block where campaign_id = $1 and height = 3");

        assertThat(bench.verify(book).findings())
                .contains(Finding.of("block.gap", chain(), 4, 3))
                .filteredOn(finding -> finding.key().equals("ledger.finding.entry.blockless")).hasSize(5);
    }

    @Test
    void aForgedBlockBehindTheLastIsFound() {
        tamper("""
                insert into block select campaign_id, log, lane, 7, hash, root, count, leaves, sealed_at, sha256('x')
                from block where campaign_id = $1 and height = 6""");

        assertFindings(Finding.of("block.hash", chain(), 7), Finding.of("block.missing", chain(), 7, 5, 5));
    }

    @Test
    void theListOfParticipantsIsHeldAgainstTheEntries() {
        book = filled(true, new Limit(Limit.Period.DAY, 2));
        var gone = Bench.pseudonym(book, 4).value();
        var added = UUID.randomUUID();
        tamper("delete from participant where campaign_id = $1 and participant = $2", gone);
        tamper("insert into participant values ($1, $2)", added);

        assertFindings(Finding.of("participant.missing", gone.toString()),
                Finding.of("participant.unknown", added.toString()));
    }

    @Test
    void aSlotOfTheWrongDayIsFound() {
        book = filled(true, new Limit(Limit.Period.DAY, 2));
        victim = entryOf(book, 3);
        tamper("update entry set slot = slot + 2 where campaign_id = $1 and attempt = $2", victim.receipt().value());

        assertThat(bench.verify(book).findings())
                .contains(Finding.of("entry.slot", victim.receipt().toString(), victim.slot() + 2));
    }

    @Test
    void sheetsThatAreNotLinkedAreHeldAgainstTheirOwnChain() {
        book = filled(false, Limit.ONCE);
        bench.clock.set(bench.clock.instant().plus(Duration.ofHours(2)));
        new Sealer(bench.database, bench.books, bench.clock).run().await();
        assertThat(bench.verify(book).unsealed()).isEqualTo(10);
        long changed = sealed(0);
        long removed = sealed(1);

        tamper("update sheet set body = replace(body, '}', ' }') where campaign_id = $1 and number = $2", changed);
        assertFindings(Finding.of("sheet.differs", Long.toString(changed), 1));
        tamper("delete from sheet where campaign_id = $1 and number = $2", removed);
        tamper("update sheet set height = 9 where campaign_id = $1 and number = $2", changed);

        assertThat(bench.verify(book).findings()).contains(Finding.of("sheet.count", 29L, 30L),
                Finding.of("block.missing", "1.0", 1, 2, 20), Finding.of("sheet.blockless", Long.toString(changed), 9));
    }

    private long sealed(int offset) {
        return bench.count("""
                select number from sheet where campaign_id = $1 and height = 1 order by number offset $2 limit 1""",
                book.campaign().value(), (long) offset);
    }

    @Test
    void anAddedSheetThatIsNotLinkedIsFoundBeforeAndAfterItIsSealed() {
        book = filled(false, Limit.ONCE);
        tamper("""
                insert into sheet select campaign_id, 77, body, score, nonce, hour from sheet
                where campaign_id = $1 limit 1""");

        assertThat(bench.verify(book).findings()).contains(Finding.of("sheet.count", 31L, 30L));
    }

    @Test
    void aLedgerInRuinsGivesABoundedReport() {
        tamper("update entry set channel = 'x' where campaign_id = $1");
        tamper("""
                insert into tally select $1, 'invented', n::text, 0, 1 from generate_series(1, 2000) n""");

        var findings = bench.verify(book).findings();

        assertThat(findings).hasSize(Findings.MOST + 1);
        assertThat(findings.get(Findings.MOST).key()).isEqualTo("ledger.finding.more");
    }
}
