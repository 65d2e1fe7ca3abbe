package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.State;
import org.pufa.campaign.StepTaken;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.ledger.Tallies;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The first page of one campaign: how it goes, how it came here, and what can be done now. */
final class OverviewConsole implements Routes {

    private final Doors doors;
    private final CampaignShelf shelf;
    private final CampaignDesk desk;
    private final Database database;
    private final ConsoleWords words;
    private final Clock clock;

    OverviewConsole(Doors doors, CampaignShelf shelf, CampaignDesk desk, Database database, ConsoleWords words,
            Clock clock) {
        this.doors = doors;
        this.shelf = shelf;
        this.desk = desk;
        this.database = database;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Model of {@code campaign/console/overview}.
     *
     * @param notes what must be known before the next step, such as that a second person must approve
     * @param counts nothing before the launch
     * @param logUrl the public log, or "" before the launch
     */
    record OverviewPage(String title, HeadView head, List<Note> notes, Optional<Counts> counts, List<Progress> progress,
            List<Facts> facts, String logUrl) {
    }

    /** @param tone class of the box */
    record Note(String sentence, String tone) {
    }

    record Counts(List<Figure> figures, String asOf, HourChart chart, DayTable days, String definitions) {
    }

    record Figure(String label, String figure, String href, String note) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, StaffCampaign.ALL + "/:slug", Permission.SEE_CAMPAIGNS, this::overview);
    }

    private Future<View> overview(Request request) {
        SignedIn who = SignedIn.of(request);
        return shelf.get(request.path("slug")).compose(campaign -> desk.steps(campaign.row())
                .compose(taken -> counts(request.lang(), campaign)
                        .map(counts -> View.page("campaign/console/overview",
                                page(request.lang(), campaign, who, taken, counts)))));
    }

    private Future<Optional<Counts>> counts(Lang lang, StaffCampaign campaign) {
        if (campaign.launched().isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return database.read(tx -> Tallies.of(tx, campaign.row().id()))
                .map(tallies -> Optional.of(counts(lang, campaign, tallies)));
    }

    private Counts counts(Lang lang, StaffCampaign campaign, Tallies tallies) {
        Instant now = clock.instant();
        String entries = campaign.path() + "/entries";
        String today = Days.of(now).toString();
        var figures = List.of(
                new Figure(words.say(lang, "kpi.entries"), Format.number(tallies.participations()), entries,
                        words.say(lang, "kpi.entries.note")),
                new Figure(words.say(lang, "kpi.participants"), Format.number(tallies.participants()),
                        campaign.path() + "/participants", words.say(lang, "kpi.participants.note")),
                new Figure(words.say(lang, "kpi.today"), Format.number(tallies.byDay().getOrDefault(today, 0L)),
                        entries + "?day=" + today, Format.day(lang, now)));
        return new Counts(figures, words.say(lang, "as-of", ConsoleWords.exact(lang, now)),
                HourChart.of(words, lang, tallies.byHour(), now),
                DayTable.of(words, lang, campaign.definition(), tallies, entries), words.say(lang, "days.definitions"));
    }

    private OverviewPage page(Lang lang, StaffCampaign campaign, SignedIn who, List<StepTaken> taken,
            Optional<Counts> counts) {
        boolean mine = desk.needsSecondPerson() && Steps.isOf(campaign.row(), taken, who.actor());
        return new OverviewPage(campaign.title(lang), HeadView.of(words, lang, campaign, who,
                Steps.of(campaign, who, mine), "overview", clock.instant()), notes(lang, campaign, mine), counts,
                Progress.of(words, lang, campaign, taken),
                counts.isPresent() ? List.of() : Facts.of(words, lang, campaign),
                campaign.launched().map(Campaign::path).map(path -> path + "/log").orElse(""));
    }

    private List<Note> notes(Lang lang, StaffCampaign campaign, boolean mine) {
        if (campaign.state() != State.DRAFT && campaign.state() != State.SUBMITTED) {
            return List.of();
        } else if (!desk.needsSecondPerson()) {
            return List.of(new Note(words.say(lang, "one-person"), "warn"));
        }
        String key = campaign.state() == State.DRAFT ? "two-persons" : mine ? "two-persons.mine" : "two-persons.other";
        return List.of(new Note(words.say(lang, key), ""));
    }
}
