package org.pufa.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Days;
import org.pufa.kernel.Hmac;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.Window;

/**
 * What the ledger must know of a campaign to accept entries into it (账册).
 *
 * @param linked whether a sheet can be joined to its entry; false for anonymous surveys
 * @param accepting false while the campaign is paused and after it was closed early
 * @param secret key of the pseudonyms and papers of this campaign
 */
public record Book(CampaignId campaign, boolean linked, Limit limit, Window window, boolean accepting, Hmac secret) {

    public Book {
        Objects.requireNonNull(campaign);
        Objects.requireNonNull(limit);
        Objects.requireNonNull(window);
        Objects.requireNonNull(secret);
    }

    public boolean takesEntriesAt(Instant time) {
        return accepting && window.contains(time);
    }

    /** The participant behind {@code identity} as this campaign alone knows them. */
    public Pseudonym pseudonym(byte[] identity) {
        return Pseudonym.ofHash(secret.of(PSEUDONYM, identity));
    }

    /** The time as it may be kept: to the second where sheets are linked, else to the hour. */
    Instant keptTime(Instant time) {
        return linked ? time.truncatedTo(ChronoUnit.SECONDS) : Days.hourOf(time);
    }

    private static final byte[] PSEUDONYM = {'p', 's', 'e', 'u', 'd', 'o', 'n', 'y', 'm', 0};
}
