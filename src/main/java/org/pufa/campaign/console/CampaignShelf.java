package org.pufa.campaign.console;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.CampaignRow;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.ChannelDesk;
import org.pufa.campaign.State;
import org.pufa.campaign.Step;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.staff.SignedIn;

/** Finds campaigns as staff see them: their rows are always fresh from the database. */
final class CampaignShelf {

    private final CampaignDesk desk;
    private final ChannelDesk channels;
    private final Campaigns campaigns;
    private final Clock clock;

    CampaignShelf(CampaignDesk desk, ChannelDesk channels, Campaigns campaigns, Clock clock) {
        this.desk = desk;
        this.channels = channels;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** All campaigns that this person may see, newest first. */
    Future<List<StaffCampaign>> all(SignedIn who) {
        return desk.all(who.unit()).map(rows -> rows.stream().map(this::of).toList());
    }

    /** Fails with NOT_FOUND when there is none of that name. */
    Future<StaffCampaign> get(String slug) {
        return Slug.parse(slug).map(desk::find).orElseThrow(() -> Problem.notFound("campaign.unknown", slug))
                .map(row -> of(row.orElseThrow(() -> Problem.notFound("campaign.unknown", slug))))
                .compose(found -> channels.current(found.row(), found.definition()).map(found::with));
    }

    /** The same, for what only launched campaigns have: CONFLICT before the launch. */
    Future<StaffCampaign> launched(String slug) {
        return get(slug).map(campaign -> {
            if (campaign.launched().isEmpty()) {
                throw Problem.conflict("campaign.console.not-launched").with("next", campaign.path());
            }
            return campaign;
        });
    }

    private StaffCampaign of(CampaignRow row) {
        var launched = row.pinned().isEmpty() ? java.util.Optional.<Campaign>empty() : campaigns.find(row.slug());
        State state = launched.map(known -> Step.at(row.state(), known.window(), clock.instant())).orElse(row.state());
        return new StaffCampaign(row, launched.map(Campaign::definition).orElseGet(() -> desk.definitionOf(row)),
                launched, state);
    }
}
