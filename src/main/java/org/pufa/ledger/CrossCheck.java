package org.pufa.ledger;

import io.vertx.core.Future;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;

/** Holds entries and participants against each other, as whole sets. */
final class CrossCheck {

    private static final String PARTICIPANTS =
            "select count(distinct participant)::bigint from entry where campaign_id = $1";
    // Set differences are hashed or sorted whatever the planner believes of the tables' sizes; an anti-join of tables
    // that were filled a moment ago, and not yet analysed, may be planned as a loop within a loop.
    private static final String UNKNOWN_PARTICIPANTS = """
            select participant from participant where campaign_id = $1
            except select participant from entry where campaign_id = $1
            order by participant""";
    private static final String MISSING_PARTICIPANTS = """
            select participant from entry where campaign_id = $1
            except select participant from participant where campaign_id = $1
            order by participant""";

    private final Tx tx;
    private final CampaignId campaign;
    private final Findings findings;

    CrossCheck(Tx tx, CampaignId campaign, Findings findings) {
        this.tx = tx;
        this.campaign = campaign;
        this.findings = findings;
    }

    /** Distinct pseudonyms among the entries. */
    Future<Long> participants() {
        return tx.get(PARTICIPANTS, row -> row.getLong(0), campaign.value());
    }

    /** Where participants are listed: that the list holds just those who have entries. */
    Future<Void> participantsAreListed() {
        return tx.stream(MISSING_PARTICIPANTS,
                row -> findings.add("participant.missing", row.getUUID(0).toString()), campaign.value());
    }

    Future<Void> listedParticipantsHaveEntries() {
        return tx.stream(UNKNOWN_PARTICIPANTS,
                row -> findings.add("participant.unknown", row.getUUID(0).toString()), campaign.value());
    }
}
