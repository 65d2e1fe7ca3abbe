package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.State;
import org.pufa.campaign.watch.Watch;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.staff.Doors;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.Reminders;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The first page after signing in: what runs today, and what waits for somebody. */
final class TodayConsole implements Routes {

    private static final String PATH = "/console/today";

    private final Doors doors;
    private final CampaignShelf shelf;
    private final CampaignDesk desk;
    private final CampaignCounts counts;
    private final Watch watch;
    private final ConsoleWords words;
    private final Clock clock;

    TodayConsole(Doors doors, CampaignShelf shelf, CampaignDesk desk, CampaignCounts counts, Watch watch,
            ConsoleWords words, Clock clock) {
        this.watch = watch;
        this.doors = doors;
        this.shelf = shelf;
        this.desk = desk;
        this.counts = counts;
        this.words = words;
        this.clock = clock;
        doors.place(new Navigation.Place(Navigation.Group.DESK, "campaign.console.today.title", PATH,
                Permission.SEE_CAMPAIGNS));
    }

    /** Model of {@code campaign/console/today}. @param onePerson whether nobody has to approve what another submits */
    record TodayPage(String title, String lead, boolean onePerson, List<Alarmed> alarms, List<Running> running,
            List<Waiting> waiting, List<Reminders.Reminder> reminders) {
    }

    record Alarmed(String title, String href, AlarmView alarm) {
    }

    record Running(String title, String href, String state, String tone, String today, String todayHref, String entries,
            String entriesHref, String participants, String participantsHref, String rest) {
    }

    record Waiting(String title, String href, String state, String tone, String sentence) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_CAMPAIGNS, this::today);
        doors.get(router, "/console", Permission.ENTER,
                request -> Future.succeededFuture(View.seeOther(doors.firstPlace(SignedIn.of(request)))));
    }

    private Future<View> today(Request request) {
        Lang lang = request.lang();
        return shelf.all(SignedIn.of(request)).compose(all -> counts.of(all.stream().filter(TodayConsole::runs).toList())
                .compose(counted -> doors.reminders(SignedIn.of(request), lang).map(reminders -> View.page("campaign/console/today", new TodayPage(words.say(lang, "today.title"),
                        words.say(lang, "today.lead", Format.fullDay(lang, Days.of(clock.instant()))),
                        !desk.needsSecondPerson(), alarms(lang, all), counted.stream().map(one -> running(lang, one)).toList(),
                        waiting(lang, all, SignedIn.of(request)), reminders)))));
    }

    private List<Alarmed> alarms(Lang lang, List<StaffCampaign> all) {
        var alarmed = new ArrayList<Alarmed>();
        watch.open().forEach(alarm -> all.stream().filter(one -> one.row().id().equals(alarm.campaign()))
                .forEach(one -> alarmed.add(new Alarmed(one.title(lang), one.path(), AlarmView.of(words, lang, alarm)))));
        return alarmed;
    }

    private static boolean runs(StaffCampaign campaign) {
        return campaign.launched().isPresent()
                && (campaign.state() == State.OPEN || campaign.state() == State.PAUSED);
    }

    private Running running(Lang lang, CampaignCounts.Counted counted) {
        var campaign = counted.campaign();
        String entries = campaign.path() + "/entries";
        return new Running(campaign.title(lang), campaign.path(), words.state(lang, campaign.state()),
                ConsoleWords.tone(campaign.state()), Format.number(counted.today()),
                entries + "?day=" + Days.of(clock.instant()), Format.number(counted.entries()), entries,
                Format.number(counted.participants()), campaign.path() + "/participants",
                words.rest(lang, campaign, clock.instant()));
    }

    private List<Waiting> waiting(Lang lang, List<StaffCampaign> all, SignedIn who) {
        boolean decides = who.may(Permission.DECIDE_CAMPAIGNS);
        var waiting = new ArrayList<Waiting>();
        for (State state : List.of(State.SUBMITTED, State.CLOSED, State.DRAFT)) {
            all.stream().filter(campaign -> campaign.state() == state).forEach(campaign -> waiting.add(new Waiting(
                    campaign.title(lang), campaign.path() + (decides && state == State.SUBMITTED ? "/review" : ""),
                    words.state(lang, state), ConsoleWords.tone(state),
                    words.say(lang, "today.waiting." + state.code()))));
        }
        return waiting;
    }
}
