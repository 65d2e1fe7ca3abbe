package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.ReceiptCode;

/** Goes once over the entries whose scores were changed: each change takes up where the one before left it. */
final class RegradePass {

    private static final String CHANGES = """
            select r.attempt, r.score_before, r.score_after, e.score,
              lag(r.score_after) over (partition by r.attempt order by r.regrade) as previous
            from regraded_entry r left join entry e on e.campaign_id = r.campaign_id and e.attempt = r.attempt
            where r.campaign_id = $1 order by r.attempt, r.regrade""";

    private final CampaignId campaign;
    private final Recounted recounted;
    private final Findings findings;

    RegradePass(CampaignId campaign, Recounted recounted, Findings findings) {
        this.campaign = campaign;
        this.recounted = recounted;
        this.findings = findings;
    }

    Future<Void> run(Tx tx) {
        return tx.stream(CHANGES, this::row, campaign.value());
    }

    private void row(Row row) {
        int before = row.getInteger("score_before");
        recounted.add(Tallies.REGRADED, before + "/" + row.getInteger("score_after"), 1);
        Integer known = row.getInteger("previous") == null ? row.getInteger("score") : row.getInteger("previous");
        if (known == null || known != before) {
            findings.add("regrade.differs", new ReceiptCode(row.getLong("attempt")).toString());
        }
    }
}
