package org.pufa.campaign;

import java.time.Instant;
import java.util.Objects;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;

/**
 * One sitting, from opening the paper to submitting it (一次作答). It is kept nowhere but in its signed token.
 *
 * @param version of the definition whose paper is shown
 * @param slot the place it asks for; the paper belongs to it
 * @param number becomes the receipt
 * @param expires after which it is no longer accepted
 */
public record Attempt(CampaignId campaign, int version, Pseudonym participant, int slot, ReceiptCode number,
        Instant opened, Instant expires, String channel) {

    public Attempt {
        Objects.requireNonNull(campaign);
        Objects.requireNonNull(participant);
        Objects.requireNonNull(number);
        Objects.requireNonNull(channel);
    }
}
