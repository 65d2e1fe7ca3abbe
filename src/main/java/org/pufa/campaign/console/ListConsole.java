package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import org.pufa.campaign.State;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.staff.Doors;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** All campaigns, for people as a table with filters and for programs as JSON. */
final class ListConsole implements Routes {

    private static final String API = "/api/v1/staff/campaigns";

    private final Doors doors;
    private final CampaignShelf shelf;
    private final CampaignCounts counts;
    private final ConsoleWords words;

    ListConsole(Doors doors, CampaignShelf shelf, CampaignCounts counts, ConsoleWords words) {
        this.doors = doors;
        this.shelf = shelf;
        this.counts = counts;
        this.words = words;
        doors.place(new Navigation.Place(Navigation.Group.CAMPAIGNS, "campaign.console.list.title", StaffCampaign.ALL,
                Permission.SEE_CAMPAIGNS));
    }

    /** Model of {@code campaign/console/list}. @param none whether there is no campaign at all */
    record ListPage(String title, List<Choice> states, List<Choice> kinds, List<Row> rows, boolean none) {
    }

    record Choice(String value, String label, boolean chosen) {
    }

    record Row(String title, String href, String kind, String state, String tone, String window, String entries,
            String entriesHref, String participants, String participantsHref) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, StaffCampaign.ALL, Permission.SEE_CAMPAIGNS, this::list);
        doors.api(router, HttpMethod.GET, API, Permission.SEE_CAMPAIGNS, this::json);
    }

    private Future<View> list(Request request) {
        String state = request.query("state").orElse("");
        String kind = request.query("kind").orElse("");
        return shelf.all(SignedIn.of(request)).compose(all -> counts.of(all.stream()
                        .filter(one -> state.isEmpty() || one.state().code().equals(state))
                        .filter(one -> kind.isEmpty() || one.row().kind().equals(kind)).toList())
                .map(counted -> View.page("campaign/console/list", new ListPage(
                        words.say(request.lang(), "list.title"), states(request.lang(), state),
                        kinds(request.lang(), all, kind), counted.stream().map(one -> row(request.lang(), one)).toList(),
                        all.isEmpty()))));
    }

    private List<Choice> states(Lang lang, String chosen) {
        return Arrays.stream(State.values()).map(state -> new Choice(state.code(), words.state(lang, state),
                state.code().equals(chosen))).toList();
    }

    private List<Choice> kinds(Lang lang, List<StaffCampaign> all, String chosen) {
        return all.stream().map(one -> one.row().kind()).distinct().sorted()
                .map(kind -> new Choice(kind, words.kind(lang, kind), kind.equals(chosen))).toList();
    }

    private Row row(Lang lang, CampaignCounts.Counted counted) {
        var campaign = counted.campaign();
        boolean launched = campaign.launched().isPresent();
        return new Row(campaign.title(lang), campaign.path(), words.kind(lang, campaign.row().kind()),
                words.state(lang, campaign.state()), ConsoleWords.tone(campaign.state()), words.window(lang, campaign),
                launched ? Format.number(counted.entries()) : "–", launched ? campaign.path() + "/entries" : "",
                launched ? Format.number(counted.participants()) : "–",
                launched ? campaign.path() + "/participants" : "");
    }

    private Future<View> json(Request request) {
        return shelf.all(SignedIn.of(request)).compose(counts::of).map(all -> {
            var list = new JsonArray();
            all.forEach(counted -> list.add(json(request.lang(), counted)));
            return View.json(list);
        });
    }

    private static JsonObject json(Lang lang, CampaignCounts.Counted counted) {
        var campaign = counted.campaign();
        var json = new JsonObject().put("slug", campaign.slug().value()).put("kind", campaign.row().kind())
                .put("title", campaign.title(lang)).put("state", campaign.state().code())
                .put("version", campaign.row().version());
        campaign.launched().ifPresent(known -> json.put("opens_at", known.window().opens().toString())
                .put("closes_at", known.window().closes().toString()));
        return json.put("participations", counted.entries()).put("participants", counted.participants())
                .put("participations_today", counted.today());
    }
}
