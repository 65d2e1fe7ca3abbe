package org.pufa.kernel;

/** Identifies one campaign in every table; never shown to citizens, who see its {@link Slug}. */
public record CampaignId(long value) {

    public CampaignId {
        if (value <= 0) {
            throw new IllegalArgumentException("a campaign id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
