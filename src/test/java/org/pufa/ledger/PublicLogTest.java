package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.ReceiptCode;
import org.pufa.kernel.Sha256;
import org.pufa.support.TestDatabase;

class PublicLogTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final PublicLog log = new PublicLog();
    private Bench bench;
    private Ledger ledger;

    @BeforeEach
    void prepare() {
        bench = new Bench(DATABASE);
        ledger = bench.ledger(3);
    }

    @AfterEach
    void stop() {
        bench.stop();
    }

    private void takePart(Book book, int first, int count) {
        for (int from = first; from < first + count; from += 20) {
            bench.outcomes(ledger, IntStream.range(from, Math.min(from + 20, first + count))
                    .mapToObj(p -> bench.submission(book, p)).toList());
        }
    }

    private String export(Book book) {
        var lines = new StringBuilder();
        bench.database.inSnapshot(tx -> log.export(tx, book.campaign(), line -> lines.append(line).append('\n')))
                .await();
        return lines.toString();
    }

    @Test
    void exportsAreEqualByteForByteAndYesterdaysIsAPrefixOfTodays() {
        var book = bench.open(true, Limit.ONCE);
        takePart(book, 0, 100);
        String yesterday = export(book);

        takePart(book, 100, 100);
        String today = export(book);

        assertThat(export(book)).isEqualTo(today);
        var diff = LogDiff.of(Chains.read(yesterday), Chains.read(today));
        assertThat(diff.findings()).isEmpty();
        assertThat(diff.newCommitments()).isEqualTo(100);
        assertThat(LogDiff.of(Chains.read(today), Chains.read(yesterday)).isPrefix()).isFalse();
    }

    @Test
    void aLogThatWasRewrittenTogetherWithItsRowsPartsFromTheOldOne() {
        var book = bench.open(true, Limit.ONCE);
        takePart(book, 0, 40);
        String before = export(book);
        bench.tamper("delete from block where campaign_id = $1 and lane = 0 and height = 1", book.campaign().value());

        var diff = LogDiff.of(Chains.read(before), Chains.read(export(book)));

        assertThat(diff.findings()).extracting(Finding::key).contains("ledger.finding.diff.parts");
    }

    @Test
    void pagesShowEveryBlockOnceInOrder() {
        var book = bench.open(true, Limit.ONCE);
        takePart(book, 0, 300);
        var all = bench.database.read(tx -> log.blocks(tx, book.campaign(), Position.START, 500)).await();
        assertThat(all.next()).isEmpty();

        var paged = new ArrayList<Position>();
        for (Optional<Position> from = Optional.of(Position.START); from.isPresent();) {
            var start = from.get();
            var page = bench.database.read(tx -> log.blocks(tx, book.campaign(), start, 7)).await();
            page.blocks().forEach(block -> paged.add(Position.of(block)));
            from = page.next();
        }

        assertThat(paged).hasSizeGreaterThan(20).containsExactlyElementsOf(
                all.blocks().stream().map(Position::of).toList());
        assertThat(paged).isSortedAccordingTo(Comparator.comparingInt(Position::log)
                .thenComparingInt(Position::lane).thenComparingInt(Position::height));
        assertThat(paged).allMatch(p -> Position.parse(p.toString()).equals(Optional.of(p)));
    }

    @Test
    void headsAreTheLastBlocksAndTheSameThatVerifyTells() {
        var book = bench.open(true, Limit.ONCE);
        takePart(book, 0, 100);

        var heads = bench.database.read(tx -> log.heads(tx, book.campaign())).await();

        assertThat(heads).hasSize(3).isEqualTo(bench.verify(book).heads());
    }

    @Test
    void everyEntryHasAProofThatHoldsAndAnswersForItself() {
        for (boolean linked : List.of(true, false)) {
            var book = bench.open(linked, Limit.ONCE);
            takePart(book, 0, 60);
            var heads = bench.database.read(tx -> log.heads(tx, book.campaign())).await();

            for (long attempt : attempts(book)) {
                var proof = proof(book, attempt).orElseThrow();
                assertThat(proof.holds()).isTrue();
                assertThat(heads).contains(proof.head());
            }
        }
    }

    private List<Long> attempts(Book book) {
        return bench.database.read(tx -> tx.list("select attempt from entry where campaign_id = $1",
                row -> row.getLong(0), book.campaign().value())).await();
    }

    private Optional<Proof> proof(Book book, long attempt) {
        return bench.database.read(tx -> log.proof(tx, book.campaign(), new ReceiptCode(attempt))).await();
    }

    @Test
    void aProofOfAnotherLeafOrBlockDoesNotHold() {
        var book = bench.open(true, Limit.ONCE);
        takePart(book, 0, 20);
        var p = proof(book, attempts(book).get(0)).orElseThrow();

        assertThat(new Proof(p.chain(), p.height(), p.parent(), p.count(), p.sealedAt(), Sha256.of("x"), p.steps(),
                p.root(), p.blockHash(), p.head()).holds()).isFalse();
        assertThat(new Proof(p.chain(), p.height() + 1, p.parent(), p.count(), p.sealedAt(), p.leaf(), p.steps(),
                p.root(), p.blockHash(), p.head()).holds()).isFalse();
        assertThat(new Proof(p.chain(), p.height(), p.parent(), p.count(), p.sealedAt(), p.leaf(), p.steps(),
                p.leaf(), p.blockHash(), p.head()).holds()).isFalse();
    }

    @Test
    void anUnknownOrChangedEntryHasNoProof() {
        var book = bench.open(true, Limit.ONCE);
        takePart(book, 0, 20);
        long changed = attempts(book).get(0);
        long sheetless = attempts(book).get(1);
        bench.tamper("update entry set score = 99 where campaign_id = $1 and attempt = $2", book.campaign().value(),
                changed);
        bench.tamper("update entry set body = null, score = null, nonce = null where campaign_id = $1 and attempt = $2",
                book.campaign().value(), sheetless);

        assertThat(proof(book, 1L << 59)).isEmpty();
        assertThat(proof(book, changed)).isEmpty();
        assertThat(proof(book, sheetless)).isEmpty();
    }
}
