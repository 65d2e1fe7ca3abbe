package org.pufa.outreach.console;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.law.Law;
import org.pufa.campaign.CampaignRow;
import org.pufa.db.Tx;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Listing;
import org.pufa.outreach.console.EntryView.Offer;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;

/** What somebody can choose from in the form: the lists, and what belongs to their unit. */
final class Offers {

    private static final int MOST_CAMPAIGNS = 40;

    private final OutreachConsole.Tools tools;
    private final Listing listing = new Listing();

    Offers(OutreachConsole.Tools tools) {
        this.tools = tools;
    }

    Future<Offer> read(Tx tx, Request request) {
        Optional<String> unit = SignedIn.of(request).unit();
        return Catalogue.read(tx).compose(catalogue -> tools.stock().all(tx, catalogue, unit).compose(titles ->
                tools.desk().all(tx).map(rows -> reachable(request, rows)).compose(campaigns ->
                        listing.districts(tx, unit).compose(districts -> tools.laws().all(tx).map(laws -> new Offer(
                                catalogue, titles, campaigns, districts, laws.stream().map(Law::name).toList()))))));
    }

    private static List<CampaignRow> reachable(Request request, List<CampaignRow> rows) {
        return rows.stream().filter(row -> SignedIn.of(request).mayReach(row.unit())).limit(MOST_CAMPAIGNS).toList();
    }
}
