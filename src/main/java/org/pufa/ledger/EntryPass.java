package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.pufa.db.Tx;

/** Goes once over the blocks of the entries and the entries in them, in step. */
final class EntryPass {

    private static final String BLOCKS_AND_ENTRIES = """
            select lane, height, 0 as part, log, parent, root, count, leaves, sealed_at, hash,
                   null::uuid as participant, null::int as slot, null::bigint as attempt, null::text as channel,
                   null::timestamptz as accepted_at, null::text as body, null::int as score, null::bytea as nonce,
                   null::bytea as words
              from block where campaign_id = $1 and log = 0
            union all
            select lane, height, 1, null, null, null, null, null, null, null,
                   participant, slot, attempt, channel, accepted_at, body, score, nonce, words
              from entry where campaign_id = $1
             order by lane, height, part, attempt""";

    private final Book book;
    private final Instant opens;
    private final OpenBlock block;
    private final Recounted recounted;
    private final Findings findings;
    private long entries;
    private long sheets;

    EntryPass(Book book, ChainCheck chains, Recounted recounted, Findings findings) {
        this.book = book;
        this.opens = book.keptTime(book.window().opens());
        this.block = new OpenBlock(book, chains, findings);
        this.recounted = recounted;
        this.findings = findings;
    }

    /** How many entries there are. */
    Future<Long> run(Tx tx) {
        return tx.stream(BLOCKS_AND_ENTRIES, this::row, book.campaign().value()).map(done -> {
            block.end();
            return entries;
        });
    }

    /** How many of them hold a sheet. */
    long sheets() {
        return sheets;
    }

    private void row(Row row) {
        if (row.getInteger("part") == 0) {
            block.begin(row);
        } else {
            entries++;
            var entry = new StoredRow(row);
            sheets += entry.hasSheet() ? 1 : 0;
            entry(entry, row.getInteger("lane"), row.getInteger("height"));
        }
    }

    private void entry(StoredRow entry, int lane, int height) {
        try {
            checkSeal(entry, lane, height);
            checkRules(entry);
            count(entry);
        } catch (RuntimeException e) {
            findings.add("entry.unreadable", entry.receipt());
        }
    }

    private void checkSeal(StoredRow entry, int lane, int height) {
        String chain = Block.Chain.ENTRIES + "." + lane;
        boolean inBlock = block.holds(lane, height);
        if (!inBlock) {
            findings.add("entry.blockless", entry.receipt(), chain, height);
        }
        if (book.linked() && !entry.hasSheet()) {
            findings.add("entry.sheetless", entry.receipt());
            if (inBlock) {
                block.rows().broken();
            }
        } else if (inBlock && !(block.rows().claim(entry.entryCommitment(book.campaign(), book.linked()))
                && entry.acceptedAt().getNano() == 0)) {
            findings.add("entry.differs", entry.receipt(), chain, height);
        }
    }

    private void checkRules(StoredRow entry) {
        Instant time = entry.acceptedAt();
        if (time.isBefore(opens) || book.window().isAfter(time)) {
            findings.add("entry.time", entry.receipt(), time.toString());
        }
        if (!book.limit().allows(entry.slot(), time)) {
            findings.add("entry.slot", entry.receipt(), entry.slot());
        }
    }

    private void count(StoredRow entry) {
        Instant time = entry.acceptedAt();
        recounted.add(BatchRows.DAY, BatchRows.day(time, entry.channel()), 1);
        recounted.add(BatchRows.HOUR, BatchRows.hour(time), 1);
        if (book.linked() && entry.hasSheet()) {
            try {
                recounted.addSheet(entry.body());
            } catch (RuntimeException e) {
                findings.add("sheet.unreadable", entry.receipt());
            }
            if (entry.words() != null && !recounted.holds(entry.body(), entry.words())) {
                findings.add("sheet.words", entry.receipt());
            }
        }
    }
}
