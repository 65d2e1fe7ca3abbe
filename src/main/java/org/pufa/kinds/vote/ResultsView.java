package org.pufa.kinds.vote;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.pufa.campaign.ResultsRequest;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.ledger.Limit;

/**
 * Model of the page of public results.
 *
 * @param ballots accepted ballots, every one of them counted
 * @param voters distinct participants, shown where one can vote more than once
 */
record ResultsView(String title, String path, String state, Instant opens, String closes, Instant asOf,
        long ballots, long voters, boolean repeated, boolean empty, List<CategoryView> categories) {

    /** @param shared whether any candidates share a rank */
    record CategoryView(String id, LocalText title, boolean shared, List<PlaceView> places) {
    }

    /** @param width of the bar, as SVG takes it: the most votes of the whole vote fill the line */
    record PlaceView(String rank, String number, LocalText name, long votes, String share, String width) {
    }

    static ResultsView of(VotePlan plan, ResultsRequest request, Messages messages) {
        Lang lang = request.request().lang();
        var campaign = request.campaign();
        var tallies = request.tallies();
        var standings = Standing.all(plan, tallies);
        long most = standings.stream().flatMap(standing -> standing.places().stream())
                .mapToLong(Standing.Place::votes).max().orElse(0);
        return new ResultsView(messages.get(lang, "kinds.vote.results.title", campaign.definition().title()),
                campaign.path(), messages.get(lang, "campaign.state." + campaign.stateAt(request.now()).code()),
                campaign.window().opens(), Format.end(lang, campaign.window().closes()), request.now(),
                tallies.participations(), tallies.participants(), !campaign.definition().limit().equals(Limit.ONCE),
                tallies.participations() == 0,
                standings.stream().map(standing -> view(standing, most, messages, lang)).toList());
    }

    private static CategoryView view(Standing standing, long most, Messages messages, Lang lang) {
        var places = standing.places().stream().map(place -> new PlaceView(
                messages.get(lang, place.shared() ? "kinds.vote.results.rank-shared" : "kinds.vote.results.rank",
                        place.rank()),
                place.candidate().number(), place.candidate().name(), place.votes(), Format.percent(place.share()),
                width(place.votes(), most))).toList();
        return new CategoryView(standing.category().id(), standing.category().title(),
                standing.places().stream().anyMatch(Standing.Place::shared), places);
    }

    private static String width(long votes, long most) {
        return String.format(Locale.ROOT, "%.1f%%", most == 0 ? 0.0 : 100.0 * votes / most);
    }
}
