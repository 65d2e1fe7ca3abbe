package org.pufa.campaign.console;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.pufa.campaign.CampaignDesk;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.staff.Holdings;

/** Campaigns as things that belong to units. */
final class CampaignHoldings implements Holdings {

    static final String SLUG = "slug";

    private final CampaignDesk desk;

    CampaignHoldings(CampaignDesk desk) {
        this.desk = desk;
    }

    @Override
    public String parameter() {
        return SLUG;
    }

    @Override
    public String labelKey() {
        return "campaign.console.holdings";
    }

    @Override
    public Future<Optional<Optional<String>>> unitOf(Tx tx, String id) {
        return Slug.parse(id).map(slug -> desk.unitOf(tx, slug)).orElse(Future.succeededFuture(Optional.empty()));
    }

    @Override
    public Problem unknown(String id) {
        return Problem.notFound("campaign.unknown", id);
    }

    @Override
    public Future<Void> assign(Tx tx, String id, Optional<String> unit) {
        return Slug.parse(id).map(slug -> desk.assign(tx, slug, unit)).orElse(Future.succeededFuture());
    }

    @Override
    public Future<List<Holding>> all(Tx tx) {
        return desk.all(tx).map(rows -> rows.stream().map(row -> new Holding(row.slug().value(),
                desk.definitionOf(row).title(), StaffCampaign.ALL + '/' + row.slug(), row.unit())).toList());
    }
}
