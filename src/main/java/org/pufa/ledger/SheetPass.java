package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import org.pufa.db.Tx;

/** Goes once over the blocks of the sheets that are not linked and the sheets in them, in step. */
final class SheetPass {

    private static final String BLOCKS_AND_SHEETS = """
            select lane, height, 0 as part, log, parent, root, count, leaves, sealed_at, hash,
                   null::bigint as number, null::text as body, null::int as score, null::bytea as nonce,
                   null::bytea as words
              from block where campaign_id = $1 and log = 1
            union all
            select 0, coalesce(height, 0), 1, null, null, null, null, null, null, null, number, body, score, nonce, words
              from sheet where campaign_id = $1
             order by lane, height, part, number""";

    private final Book book;
    private final OpenBlock block;
    private final Recounted recounted;
    private final Findings findings;
    private long sheets;
    private long unsealed;

    SheetPass(Book book, ChainCheck chains, Recounted recounted, Findings findings) {
        this.book = book;
        this.block = new OpenBlock(book, chains, findings);
        this.recounted = recounted;
        this.findings = findings;
    }

    Future<Void> run(Tx tx) {
        return tx.stream(BLOCKS_AND_SHEETS, this::row, book.campaign().value()).map(done -> {
            block.end();
            return null;
        });
    }

    long sheets() {
        return sheets;
    }

    long unsealed() {
        return unsealed;
    }

    private void row(Row row) {
        if (row.getInteger("part") == 0) {
            block.begin(row);
        } else {
            sheets++;
            if (book.linked()) {
                findings.add("sheet.entryless", StoredRow.receipt(row.getLong("number")));
                return;
            }
            sheet(new StoredRow(row), row.getLong("number"), row.getInteger("height"));
        }
    }

    private void sheet(StoredRow sheet, long number, int height) {
        if (height == 0) {
            unsealed++;
        } else if (!block.holds(0, height)) {
            findings.add("sheet.blockless", Long.toString(number), height);
        } else if (!block.rows().claim(sheet.sheetCommitment())) {
            findings.add("sheet.differs", Long.toString(number), height);
        }
        try {
            recounted.addSheet(sheet.body());
        } catch (RuntimeException e) {
            findings.add("sheet.unreadable", Long.toString(number));
        }
        if (sheet.words() != null && !recounted.holds(sheet.body(), sheet.words())) {
            findings.add("sheet.words", Long.toString(number));
        }
    }
}
