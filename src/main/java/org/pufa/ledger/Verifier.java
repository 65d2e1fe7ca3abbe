package org.pufa.ledger;

import io.vertx.core.Future;
import java.util.Objects;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Problem;

/**
 * Counts a campaign again from its rows and follows its chains, all within one snapshot, so that it may run while
 * entries come in. Holds one block at a time and the counts, never all rows.
 */
public final class Verifier {

    private final Database database;
    private final Books books;

    public Verifier(Database database, Books books) {
        this.database = Objects.requireNonNull(database);
        this.books = Objects.requireNonNull(books);
    }

    /**
     * @param recount how the campaign's kind counts a sheet
     * @return what was counted and everything that is wrong; fails with a NOT_FOUND problem when there is no such book
     */
    public Future<Verification> verify(CampaignId campaign, Recount recount) {
        return database.inSnapshot(tx -> books.find(tx, campaign).compose(book -> verify(tx,
                book.orElseThrow(() -> Problem.notFound("ledger.book.absent")), recount)));
    }

    /** The same within a transaction of one's own, which must be a snapshot: several statements see one instant. */
    public Future<Verification> verify(Tx tx, Book book, Recount recount) {
        return new Run(tx, book, recount).verification();
    }

    /** One recount. */
    private static final class Run {

        private final Tx tx;
        private final Book book;
        private final Findings findings = new Findings();
        private final ChainCheck chains = new ChainCheck(findings);
        private final Recounted recounted;
        private final EntryPass entries;
        private final SheetPass sheets;
        private final CrossCheck cross;

        Run(Tx tx, Book book, Recount recount) {
            this.tx = tx;
            this.book = book;
            this.recounted = new Recounted(recount);
            this.entries = new EntryPass(book, chains, recounted, findings);
            this.sheets = new SheetPass(book, chains, recounted, findings);
            this.cross = new CrossCheck(tx, book.campaign(), findings);
        }

        Future<Verification> verification() {
            return entries.run(tx)
                    .compose(entryCount -> sheets.run(tx)
                            .compose(done -> new RegradePass(book.campaign(), recounted, findings).run(tx))
                            .compose(done -> checkParticipants())
                            .compose(participants -> checkTallies(participants)
                                    .map(done -> result(entryCount, participants, sheets(entryCount)))));
        }

        private long sheets(long entryCount) {
            if (book.linked()) {
                return entries.sheets();
            }
            if (sheets.sheets() != entryCount) {
                findings.add("sheet.count", sheets.sheets(), entryCount);
            }
            return sheets.sheets();
        }

        private Future<Long> checkParticipants() {
            var missing = book.limit().isOnce() ? Future.<Void>succeededFuture() : cross.participantsAreListed();
            return missing.compose(done -> cross.listedParticipantsHaveEntries())
                    .compose(done -> cross.participants());
        }

        private Future<Void> checkTallies(long participants) {
            if (participants > 0) {
                recounted.add(BatchRows.PARTICIPANTS, "", participants);
            }
            return Tallies.of(tx, book.campaign()).map(stated -> {
                recounted.compare(stated, findings);
                return null;
            });
        }

        private Verification result(long entryCount, long participants, long sheetCount) {
            return new Verification(book.campaign(), entryCount, participants, sheetCount, sheets.unsealed(),
                    chains.blocks(), chains.heads(), findings.list());
        }
    }
}
