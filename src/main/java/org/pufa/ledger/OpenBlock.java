package org.pufa.ledger;

import io.vertx.sqlclient.Row;

/** The block whose rows a pass over the ledger is just reading, or none before the first and between two. */
final class OpenBlock {

    private final Book book;
    private final ChainCheck chains;
    private final Findings findings;
    private SealedRows rows;

    OpenBlock(Book book, ChainCheck chains, Findings findings) {
        this.book = book;
        this.chains = chains;
        this.findings = findings;
    }

    /** Ends the block before, and goes on with the block in this row. */
    void begin(Row row) {
        end();
        Block block = BlockRows.block(book.campaign(), row);
        chains.next(block);
        if (!BlockRows.countIsRight(block, row)) {
            findings.add("block.leaves", block.chain().name(), block.height());
        }
        rows = new SealedRows(block);
    }

    /** Reports the rows of the block that did not come. */
    void end() {
        if (rows != null) {
            rows.reportMissing(findings);
            rows = null;
        }
    }

    boolean holds(int lane, int height) {
        return rows != null && rows.areIn(lane, height);
    }

    /** The block that {@link #holds} the row just read. */
    SealedRows rows() {
        return rows;
    }
}
