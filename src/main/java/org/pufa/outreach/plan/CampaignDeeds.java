package org.pufa.outreach.plan;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.CampaignRow;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.State;
import org.pufa.campaign.Step;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Days;
import org.pufa.kernel.Window;
import org.pufa.ledger.Tallies;

/** Online campaigns; one counts from the moment it opens, since somebody else approved it before. */
public final class CampaignDeeds implements DeedSource {

    /** Its code in links. */
    public static final String KIND = "campaign";
    static final String HELD = "campaign.held";
    static final String TURNS = "campaign.turns";
    private static final LocalText GROUP = new LocalText("线上活动", "Online campaigns");

    private final CampaignDesk desk;
    private final Campaigns campaigns;
    private final Clock clock;

    public CampaignDeeds(CampaignDesk desk, Campaigns campaigns, Clock clock) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String labelKey() {
        return "outreach.plan.kind.campaign";
    }

    @Override
    public Future<List<Gauge>> gauges(Tx tx) {
        return Future.succeededFuture(List.of(
                new Gauge(HELD, GROUP, new LocalText("举办", "Held"), new LocalText("个", "campaigns"),
                        List.of("线上活动", "答题活动", "网上活动", "问卷", "网络竞赛")),
                new Gauge(TURNS, GROUP, new LocalText("参与", "Took part"), new LocalText("人次", "participations"),
                        List.of("线上参与", "答题", "网上参与", "线上"))));
    }

    @Override
    public Future<List<Deed>> find(Tx tx, List<String> ids) {
        return deeds(tx, row -> ids.contains(row.slug().value()));
    }

    @Override
    public Future<List<Deed>> between(Tx tx, Optional<String> unit, LocalDate first, LocalDate last) {
        return deeds(tx, row -> unit.isEmpty() || unit.equals(row.unit())).map(all -> all.stream()
                .filter(deed -> !deed.starts().isAfter(last) && !deed.ends().isBefore(first)).toList());
    }

    private Future<List<Deed>> deeds(Tx tx, Predicate<CampaignRow> wanted) {
        return desk.all(tx).compose(rows -> {
            var deeds = new ArrayList<Deed>();
            Future<Void> all = Future.succeededFuture();
            for (CampaignRow row : rows.stream().filter(wanted).toList()) {
                all = all.compose(before -> deed(tx, row)).map(deed -> {
                    deeds.add(deed);
                    return null;
                });
            }
            return all.map(deeds);
        });
    }

    private Future<Deed> deed(Tx tx, CampaignRow row) {
        var launched = row.pinned().isEmpty() ? Optional.<Campaign>empty() : campaigns.find(row.slug());
        if (launched.isEmpty()) {
            var definition = desk.definitionOf(row);
            return Future.succeededFuture(deed(row, definition.title(), definition.opening().from(clock.instant()),
                    Deed.Stage.AHEAD, 0));
        }
        Campaign campaign = launched.get();
        boolean begun = Step.at(row.state(), campaign.window(), clock.instant()) != State.SCHEDULED;
        return !begun ? Future.succeededFuture(deed(row, campaign.definition().title(), campaign.window(),
                Deed.Stage.AHEAD, 0)) : Tallies.of(tx, row.id()).map(tallies -> deed(row,
                campaign.definition().title(), campaign.window(), Deed.Stage.COUNTS, tallies.participations()));
    }

    private static Deed deed(CampaignRow row, LocalText title, Window window, Deed.Stage stage, long turns) {
        var starts = Days.of(window.opens());
        var ends = Days.of(window.closes().minusSeconds(1));
        return new Deed(KIND, row.slug().value(), title.zh(), "/console/campaigns/" + row.slug(), starts,
                ends.isBefore(starts) ? starts : ends, stage, row.unit(), Map.of(HELD, 1L, TURNS, turns));
    }
}
