package org.pufa.outreach.console;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.law.Law;
import org.pufa.campaign.CampaignRow;
import org.pufa.db.Tx;
import org.pufa.kernel.Days;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Listing;
import org.pufa.outreach.console.EntryView.Offer;
import org.pufa.outreach.signin.Gathering;
import org.pufa.outreach.signin.Gatherings;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;

/** What somebody can choose from in the form: the lists, and what belongs to their unit. */
final class Offers {

    private static final int MOST_CAMPAIGNS = 40;

    private final OutreachConsole.Tools tools;
    private final Clock clock;
    private final Listing listing = new Listing();

    Offers(OutreachConsole.Tools tools, Clock clock) {
        this.tools = tools;
        this.clock = clock;
    }

    /** @param gathering whose sign-in is counted */
    Future<Offer> read(Tx tx, Request request, Optional<Gathering> gathering) {
        Optional<String> unit = SignedIn.of(request).unit();
        return Catalogue.read(tx).compose(catalogue -> tools.stock().all(tx, catalogue, unit).compose(titles ->
                tools.desk().all(tx).map(rows -> reachable(request, rows)).compose(campaigns ->
                        listing.districts(tx, unit).compose(districts -> tools.laws().all(tx).map(laws -> new Offer(
                                catalogue, titles, campaigns, districts, laws.stream().map(Law::name).toList(), gathering))))));
    }

    private static List<CampaignRow> reachable(Request request, List<CampaignRow> rows) {
        return rows.stream().filter(row -> SignedIn.of(request).mayReach(row.unit())).limit(MOST_CAMPAIGNS).toList();
    }

    /** The gathering of that id, if it is over and within reach; nothing for "". */
    Future<Optional<Gathering>> gathering(Tx tx, Request request, String id) {
        return !id.matches("[1-9]\\d{0,17}") ? Future.succeededFuture(Optional.empty())
                : tools.doors().reach().check(tx, SignedIn.of(request), Gatherings.GATHERING, id)
                        .compose(reachable -> tools.gatherings().get(tx, Long.parseLong(id)))
                        .map(found -> Optional.of(found).filter(one -> one.isOver(clock.instant())));
    }

    /** What is known of a record from its gathering; people on paper stand beside those who scanned. */
    static Typed typed(Gathering gathering) {
        var sessions = gathering.sessions();
        var starts = Days.of(sessions.get(0).window().opens());
        var ends = sessions.stream().map(session -> Days.of(session.window().closes().minusSeconds(1)))
                .max(Comparator.naturalOrder()).orElse(starts);
        return Typed.of(Map.of("kind", "training", "title", gathering.title(), "place", gathering.place(), "starts",
                starts.toString(), "ends", ends.equals(starts) ? "" : ends.toString(), "amount.held",
                Integer.toString(sessions.size()), sessions.size() > 1 ? "amount.turns" : "amount.heads",
                gathering.typed() > 0 ? Long.toString(gathering.typed()) : "",
                sessions.size() > 1 ? "counted.turns" : "counted.heads", "sheet"));
    }
}
