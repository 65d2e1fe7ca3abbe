package org.pufa.ledger;

import java.util.List;
import org.pufa.kernel.CampaignId;

/**
 * What a recount of one campaign came to, all at the same instant.
 *
 * @param entries counted participations (参与人次)
 * @param participants distinct pseudonyms (参与人数)
 * @param sheets what was answered; as many as entries
 * @param unsealed sheets that wait for a block of their own and that nothing but the tallies vouches for yet; always 0
 *     where sheets are linked
 * @param blocks of all chains
 * @param heads the last block of each chain, by log and lane
 * @param findings what is wrong; empty when all is well
 */
public record Verification(CampaignId campaign, long entries, long participants, long sheets, long unsealed,
        long blocks, List<ChainHead> heads, List<Finding> findings) {

    public Verification {
        heads = List.copyOf(heads);
        findings = List.copyOf(findings);
    }

    /** Whether every row, every count and every block agree. */
    public boolean isSound() {
        return findings.isEmpty();
    }
}
