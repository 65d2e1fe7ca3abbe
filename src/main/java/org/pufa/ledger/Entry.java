package org.pufa.ledger;

import java.time.Instant;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;

/**
 * One accepted, counted participation (参与记录).
 *
 * @param receipt number of the attempt it came from
 * @param acceptedAt to the second, or to the hour where sheets are not linked
 * @param lane the chain that seals it
 * @param height the block of that chain
 */
public record Entry(CampaignId campaign, Pseudonym participant, int slot, ReceiptCode receipt, String channel,
        Instant acceptedAt, int lane, int height) {
}
