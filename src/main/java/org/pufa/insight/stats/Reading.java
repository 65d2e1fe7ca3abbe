package org.pufa.insight.stats;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.pufa.i18n.LocalText;
import org.pufa.outreach.Catalogue;

/**
 * Everything that figures of a selection are made of, read at one instant.
 *
 * @param campaigns launched ones whose window touches the period
 * @param units names by code
 */
record Reading(Selection selection, Instant at, List<CampaignCount> campaigns, OutreachCount outreach,
        Catalogue catalogue, Map<String, LocalText> units) {

    public Reading {
        Objects.requireNonNull(selection);
        Objects.requireNonNull(at);
        campaigns = List.copyOf(campaigns);
        Objects.requireNonNull(outreach);
        Objects.requireNonNull(catalogue);
        units = Map.copyOf(units);
    }

    /** Those of them that a narrower selection means. */
    Stream<CampaignCount> in(Selection narrower) {
        return campaigns.stream().filter(one -> one.isIn(narrower));
    }

    /** Whether something in it can still grow. */
    boolean isOpen() {
        return at.isBefore(selection.period().ends());
    }

    /** Whether more than the campaigns themselves narrows what is counted of each. */
    boolean isPart(CampaignCount campaign) {
        return selection.channel().isPresent() || selection.district().isPresent()
                || selection.period().cuts(campaign.campaign().window());
    }
}
