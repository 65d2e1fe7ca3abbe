package org.pufa.insight.stats;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.pufa.campaign.Campaign;

/**
 * What was counted of one campaign in a period, at one instant.
 *
 * @param unit code of the unit to which it belongs; nothing: to the whole house
 * @param entries by day and channel
 * @param landings shown landing pages by day and channel
 * @param opened opened papers by day and channel
 * @param hours entries of each hour in China, {@code 2026-11-23T10}; of a longer period those of each hour of the day
 *     together, {@code *T10}
 * @param laws answers to questions by the short name of their law, over the whole campaign; empty where only a part is wanted
 * @param participants distinct, within the period and selection that was read; nothing while that is not counted yet
 */
record CampaignCount(Campaign campaign, Optional<String> unit, Spots entries, Spots landings,
        Spots opened, Map<String, Long> hours, Map<String, Answers> laws, OptionalLong participants) {

    /** @param right how many of them wholly right */
    record Answers(long given, long right) {

        Answers plus(Answers other) {
            return new Answers(given + other.given, right + other.right);
        }
    }

    public CampaignCount {
        Objects.requireNonNull(campaign);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(entries);
        Objects.requireNonNull(landings);
        Objects.requireNonNull(opened);
        hours = Map.copyOf(hours);
        laws = Map.copyOf(laws);
        Objects.requireNonNull(participants);
    }

    String slug() {
        return campaign.slug().value();
    }

    String kind() {
        return campaign.definition().kind().code();
    }

    /** Whether the selection means this campaign. */
    boolean isIn(Selection selection) {
        return selection.names(slug(), kind()) && (selection.unit().isEmpty() || selection.unit().equals(unit))
                && selection.period().touches(campaign.window());
    }

    /** Entries within the selection. */
    long participations(Selection selection) {
        return entries.sum(selection);
    }

    /** @param participants counted since */
    CampaignCount with(OptionalLong counted) {
        return new CampaignCount(campaign, unit, entries, landings, opened, hours, laws, counted);
    }

    /** Whether everybody has at most one entry in it, so that people are as many as entries. */
    boolean isOnce() {
        return campaign.book().limit().isOnce();
    }
}
