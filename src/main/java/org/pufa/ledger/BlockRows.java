package org.pufa.ledger;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import org.pufa.kernel.CampaignId;

/** Reads blocks from rows of the block table. */
final class BlockRows {

    /** Ends with a space, since a text block that follows has lost its first one. */
    static final String COLUMNS = "log, lane, height, parent, root, count, leaves, sealed_at, hash ";

    private BlockRows() {
    }

    static Block block(CampaignId campaign, Row row) {
        return new Block(new Block.Chain(campaign, row.getInteger("log"), row.getInteger("lane")),
                row.getInteger("height"), bytes(row, "parent"), bytes(row, "root"), bytes(row, "leaves"),
                row.get(OffsetDateTime.class, "sealed_at").toInstant(), bytes(row, "hash"));
    }

    /** Whether the number of commitments that the row states is the number that it holds. */
    static boolean countIsRight(Block block, Row row) {
        return row.getInteger("count") == block.count();
    }

    private static byte[] bytes(Row row, String column) {
        return row.getBuffer(column).getBytes();
    }
}
