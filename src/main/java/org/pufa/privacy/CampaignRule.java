package org.pufa.privacy;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.pufa.campaign.Campaigns;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Erasures;

/** What campaigns keep for a time after their end. */
record CampaignRule(String code, Period period, Campaigns campaigns,
        BiFunction<Tx, Instant, Future<List<CampaignId>>> dueCampaigns,
        BiFunction<Tx, CampaignId, Future<Long>> removal) implements Rule {

    static final String WORDS = "words";
    static final String DEVICES = "devices";

    /** Texts in one's own words: long enough to be read and summed up, no longer. */
    static Rule words(Campaigns campaigns, Erasures erasures) {
        return new CampaignRule(WORDS, new Period(180, 1, 1095), campaigns, erasures::withWords,
                erasures::emptyWords);
    }

    /** By what a device can be recognised: until objections to the count are settled. */
    static Rule devices(Campaigns campaigns, Erasures erasures) {
        return new CampaignRule(DEVICES, new Period(180, 7, 1095), campaigns, erasures::withKey, (tx, campaign) ->
                erasures.destroyKey(tx, campaign).map(destroyed -> destroyed ? 1L : 0L));
    }

    @Override
    public Future<List<Due>> due(Tx tx, Instant before) {
        return dueCampaigns.apply(tx, before).map(found -> {
            var slugs = campaigns.all().stream().collect(Collectors.toMap(one -> one.id(), one -> one.slug().value()));
            return found.stream().filter(slugs::containsKey).map(id -> new Due(slugs.get(id), id.value())).toList();
        });
    }

    /** Nodes that remember the campaign read it anew. */
    @Override
    public Future<Long> purge(Tx tx, Due due, Instant before) {
        return removal.apply(tx, new CampaignId(due.id())).compose(removed ->
                campaigns.changed(tx, new Slug(due.subject())).map(removed));
    }
}
