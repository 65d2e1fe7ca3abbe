package org.pufa.ledger;

import io.vertx.core.Future;
import java.time.Instant;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.ReceiptCode;

/** Takes what is personal out of entries and leaves what is counted: no total and no seal changes. */
public final class Erasures {

    private static final String IS_ERASED = "select count(*) > 0 from erasure where campaign_id = $1 and attempt = $2";
    private static final String ERASE = """
            insert into erasure (campaign_id, attempt, at)
            select campaign_id, attempt, $3 from entry where campaign_id = $1 and attempt = $2 and body is not null
            on conflict do nothing""";
    private static final String EMPTY = """
            update entry set words = null where campaign_id = $1 and attempt = $2 and words is not null""";
    private static final String EMPTY_ALL = "update entry set words = null where campaign_id = $1 and words is not null";
    private static final String EMPTY_SHEETS =
            "update sheet set words = null where campaign_id = $1 and words is not null";
    private static final String DESTROY_KEY =
            "update book set secret = null, accepting = false where campaign_id = $1 and secret is not null";

    public Future<Boolean> isErased(Tx tx, CampaignId campaign, ReceiptCode receipt) {
        return tx.get(IS_ERASED, row -> row.getBoolean(0), campaign.value(), receipt.value());
    }

    /**
     * Erases the words of one's own on the sheet of an entry, and has the sheet shown to nobody any more. It goes on
     * counting. Nothing happens where sheets are not linked to entries, or a second time.
     *
     * @return whether anything was erased
     */
    public Future<Boolean> erase(Tx tx, CampaignId campaign, ReceiptCode receipt, Instant now) {
        return tx.update(ERASE, campaign.value(), receipt.value(), EntrySql.utc(now)).compose(marked -> marked == 0
                ? Future.succeededFuture(false)
                : tx.update(EMPTY, campaign.value(), receipt.value()).map(true));
    }

    /** Erases all words of one's own of a campaign. @return how many sheets held some */
    public Future<Long> emptyWords(Tx tx, CampaignId campaign) {
        return tx.update(EMPTY_ALL, campaign.value()).compose(entries ->
                tx.update(EMPTY_SHEETS, campaign.value()).map(sheets -> (long) entries + sheets));
    }

    /** Destroys the key by which devices could be recognised in a campaign. @return whether there was one */
    public Future<Boolean> destroyKey(Tx tx, CampaignId campaign) {
        return tx.update(DESTROY_KEY, campaign.value()).map(destroyed -> destroyed > 0);
    }
}
