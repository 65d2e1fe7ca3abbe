package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.pufa.campaign.Asked;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.State;
import org.pufa.campaign.StepTaken;
import org.pufa.campaign.watch.Alarm;
import org.pufa.campaign.watch.Watch;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.ledger.Block;
import org.pufa.ledger.PublicLog;
import org.pufa.ledger.Tallies;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The first page of one campaign: how it goes, how it came here, and what can be done now. */
final class OverviewConsole implements Routes {

    private static final int HISTORY = 20;

    private final Doors doors;
    private final CampaignShelf shelf;
    private final CampaignDesk desk;
    private final Database database;
    private final Watch watch;
    private final IntSupplier waiting;
    private final VerifyConsole verify;
    private final LiveFeed feed;
    private final ConsoleWords words;
    private final Clock clock;
    private final PublicLog log = new PublicLog();

    OverviewConsole(Doors doors, CampaignShelf shelf, CampaignDesk desk, Database database, Watch watch,
            IntSupplier waiting, VerifyConsole verify, LiveFeed feed, ConsoleWords words, Clock clock) {
        this.verify = verify;
        this.watch = watch;
        this.waiting = waiting;
        this.feed = feed;
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
     * @param live address of the live figures, or ""
     */
    record OverviewPage(String title, HeadView head, List<Note> notes, List<AlarmView> alarms, List<AlarmView> history,
            Optional<Counts> counts, List<Progress> progress, List<Facts> facts, List<Facts> ledger, String logUrl,
            String path, String live) {
    }

    /** Model of {@code campaign/console/live}: the parts of the page that change by themselves. */
    record LiveParts(List<AlarmView> alarms, List<AlarmView> history, Counts counts, List<Facts> ledger) {
    }

    private record Seen(Tallies tallies, List<Block> heads, List<Alarm> alarms, Map<Lang, String> verified) {
    }

    /** What was done, and what waits for a second person. */
    private record Past(List<StepTaken> taken, List<Asked> asked) {
    }

    /** @param tone class of the box @param href where to go on, or "" */
    record Note(String sentence, String tone, String href) {
    }

    record Counts(List<Figure> figures, String asOf, HourChart chart, DayChart dayChart, DayTable days,
            String definitions) {
    }

    /** @param key under which its live figure comes */
    record Figure(String label, String key, String figure, String href, String note) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, StaffCampaign.ALL + "/:slug", Permission.SEE_CAMPAIGNS, this::overview);
        doors.get(router, StaffCampaign.ALL + "/:slug/live", Permission.SEE_CAMPAIGNS, this::live);
    }

    private Future<View> overview(Request request) {
        SignedIn who = SignedIn.of(request);
        return shelf.get(request.path("slug")).compose(campaign -> desk.steps(campaign.row())
                .compose(taken -> desk.asked(campaign.row()).compose(asked -> see(campaign)
                        .map(seen -> View.page("campaign/console/overview",
                                page(request.lang(), campaign, who, new Past(taken, asked), seen))))));
    }

    private Future<View> live(Request request) {
        feed.admit();
        return shelf.launched(request.path("slug")).map(found -> View.events(stream -> feed.serve(found, request, stream,
                campaign -> see(campaign).map(Optional::orElseThrow).map(seen -> new LiveFeed.Shown(seen.tallies(), page ->
                        doors.render(page, "campaign/console/live", parts(page.lang(), campaign, seen)))))));
    }

    private Future<Optional<Seen>> see(StaffCampaign campaign) {
        if (campaign.launched().isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        var id = campaign.row().id();
        return database.read(tx -> Tallies.of(tx, id).compose(tallies -> log.lastBlocks(tx, id)
                .map(heads -> new Seen(tallies, heads, List.of(), Map.of()))))
                .compose(seen -> watch.history(id, HISTORY).compose(alarms -> verify.last(Lang.ZH, campaign)
                        .compose(zh -> verify.last(Lang.EN, campaign).map(en -> Optional.of(new Seen(seen.tallies(),
                                seen.heads(), alarms, Map.of(Lang.ZH, zh, Lang.EN, en)))))));
    }

    private LiveParts parts(Lang lang, StaffCampaign campaign, Seen seen) {
        var alarms = AlarmView.all(words, lang, seen.alarms());
        return new LiveParts(alarms.stream().filter(AlarmView::open).toList(),
                alarms.stream().filter(alarm -> !alarm.open()).toList(), counts(lang, campaign, seen.tallies()),
                LedgerState.of(words, lang, campaign.linked(), seen.heads(), waiting.getAsInt(),
                        seen.verified().get(lang)));
    }

    private Counts counts(Lang lang, StaffCampaign campaign, Tallies tallies) {
        Instant now = clock.instant();
        String entries = campaign.path() + "/entries";
        String today = Days.of(now).toString();
        var figures = List.of(
                new Figure(words.say(lang, "kpi.entries"), "entries", Format.number(tallies.participations()), entries,
                        words.say(lang, "kpi.entries.note")),
                new Figure(words.say(lang, "kpi.participants"), "participants", Format.number(tallies.participants()),
                        campaign.path() + "/participants", words.say(lang, "kpi.participants.note")),
                new Figure(words.say(lang, "kpi.today"), "today", Format.number(tallies.byDay().getOrDefault(today, 0L)),
                        entries + "?day=" + today, Format.day(lang, now)));
        return new Counts(figures, words.say(lang, "as-of", ConsoleWords.exact(lang, now)),
                HourChart.of(words, lang, tallies.byHour(), now),
                DayChart.of(words, lang, tallies.byDay(), Days.of(now)),
                DayTable.of(words, lang, campaign.definition(), tallies, entries), words.say(lang, "days.definitions"));
    }

    private OverviewPage page(Lang lang, StaffCampaign campaign, SignedIn who, Past past,
            Optional<Seen> seen) {
        var taken = past.taken();
        boolean mine = !desk.mayApprove(campaign.row(), taken, who.actor());
        var parts = seen.map(found -> parts(lang, campaign, found));
        return new OverviewPage(campaign.title(lang), HeadView.of(words, lang, campaign, who,
                Steps.of(campaign, who, mine, desk, past.asked()), "overview", clock.instant()),
                notes(lang, campaign, mine, past.asked()),
                parts.map(LiveParts::alarms).orElse(List.of()), parts.map(LiveParts::history).orElse(List.of()),
                parts.map(LiveParts::counts), Progress.of(words, lang, campaign, taken),
                parts.isPresent() ? List.of() : Facts.of(words, lang, campaign),
                parts.map(LiveParts::ledger).orElse(List.of()),
                campaign.launched().map(Campaign::path).map(path -> path + "/log").orElse(""), campaign.path(),
                parts.isPresent() ? campaign.path() + "/live" : "");
    }

    private List<Note> notes(Lang lang, StaffCampaign campaign, boolean mine, List<Asked> asked) {
        if (campaign.state() != State.DRAFT && campaign.state() != State.SUBMITTED) {
            return asked.stream().map(one -> new Note(words.say(lang, "asked", words.actor(lang, one.actor()), one.at(),
                    words.step(lang, one.step()), one.reason()), "warn",
                    campaign.path() + "/steps/new?step=" + one.step().code())).toList();
        } else if (!desk.needsSecondPerson()) {
            return List.of(new Note(words.say(lang, "one-person"), "warn", ""));
        }
        String key = campaign.state() == State.DRAFT ? "two-persons" : mine ? "two-persons.mine" : "two-persons.other";
        return List.of(new Note(words.say(lang, key), "", ""));
    }
}
