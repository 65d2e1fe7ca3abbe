package org.pufa.outreach.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.pufa.campaign.CampaignRow;
import org.pufa.campaign.State;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Tallies;
import org.pufa.outreach.console.EntryView.Choice;
import org.pufa.outreach.kiosk.Kiosk;
import org.pufa.outreach.kiosk.Kiosks;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The kiosks: new ones, their codes, and how many took part at each. */
final class KioskConsole implements Routes {

    private static final String PATH = OutreachConsole.PATH + "/kiosks";
    private static final int LONGEST_TITLE = 20;

    private final OutreachConsole.Tools tools;
    private final Database database;
    private final OutreachWords words;
    private final Clock clock;

    KioskConsole(OutreachConsole.Tools tools, Database database, OutreachWords words, Clock clock) {
        this.tools = tools;
        this.database = database;
        this.words = words;
        this.clock = clock;
        tools.doors().place(new Navigation.Place(Navigation.Group.OUTREACH, "outreach.kiosk.list", PATH,
                Permission.SEE_OUTREACH));
    }

    /** Model of {@code outreach/console/kiosks}. */
    record KiosksPage(String title, boolean mayChange, List<Row> rows, List<Choice> campaigns, String name, String place,
            String opens, String closes, List<ErrorLine> errors) {
    }

    /** @param code shown to those who may open a device @param entries counted under its channel */
    record Row(String title, String campaign, String place, String time, String state, String tone, String code,
            String persons, String entries) {
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, PATH, Permission.SEE_OUTREACH, request -> list(request, List.of()));
        tools.doors().post(router, PATH, Permission.FILE_CAMPAIGNS, this::add);
    }

    private Future<View> list(Request request, List<ErrorLine> errors) {
        SignedIn who = SignedIn.of(request);
        return database.read(tx -> tools.desk().all(tx).compose(campaigns -> tools.kiosks().all(tx, who.unit())
                .compose(all -> rows(tx, request, campaigns, all)).map(rows -> {
                    FormFields form = request.form();
                    return View.page("outreach/console/kiosks", new KiosksPage(words.say(request.lang(), "kiosk.list"),
                            who.may(Permission.FILE_CAMPAIGNS), rows, choices(request, campaigns), form.raw("name"),
                            form.raw("place"), form.raw("opens"), form.raw("closes"), errors));
                })));
    }

    private Future<List<Row>> rows(Tx tx, Request request, List<CampaignRow> campaigns, List<Kiosk> kiosks) {
        Future<List<Row>> all = Future.succeededFuture(new ArrayList<>());
        for (Kiosk kiosk : kiosks) {
            CampaignRow campaign = campaigns.stream().filter(row -> row.slug().equals(kiosk.slug())).findFirst()
                    .orElseThrow();
            all = all.compose(rows -> Tallies.of(tx, campaign.id()).map(tallies -> {
                rows.add(row(request, campaign, kiosk, tallies.byChannel().getOrDefault(kiosk.channel(), 0L)));
                return rows;
            }));
        }
        return all;
    }

    private Row row(Request request, CampaignRow campaign, Kiosk kiosk, long entries) {
        Lang lang = request.lang();
        var now = clock.instant();
        String state = kiosk.window().contains(now) ? "open" : kiosk.window().isBefore(now) ? "coming" : "over";
        return new Row(kiosk.title(), tools.desk().definitionOf(campaign).title().in(lang), kiosk.place(),
                Format.moment(lang, kiosk.window().opens()) + " – " + Format.moment(lang, kiosk.window().closes()),
                words.say(lang, "kiosk.state." + state), state.equals("open") ? "ok" : "",
                SignedIn.of(request).may(Permission.FILE_CAMPAIGNS) && !state.equals("over") ? kiosk.code() : "–",
                Format.number(kiosk.persons()), Format.number(entries));
    }

    private List<Choice> choices(Request request, List<CampaignRow> campaigns) {
        return campaigns.stream().filter(row -> row.pinned().isPresent() && row.state() != State.CLOSED
                && row.state() != State.CERTIFIED && SignedIn.of(request).mayReach(row.unit())).map(row -> new Choice(
                row.slug().value(), tools.desk().definitionOf(row).title().in(request.lang()),
                row.slug().value().equals(request.form().raw("campaign")))).toList();
    }

    private Future<View> add(Request request) {
        FormFields form = request.form();
        SignedIn who = SignedIn.of(request);
        String title = form.text("name").required().atMost(LONGEST_TITLE).get();
        String place = form.text("place").required().atMost(ActivityForm.LONGEST_PLACE).get();
        var window = GatheringForm.window(form);
        var slug = Slug.parse(form.raw("campaign"));
        if (slug.isEmpty()) {
            form.refuse("campaign", "outreach.kiosk.campaign.choose");
        }
        if (!form.errors().isEmpty() || window.isEmpty()) {
            return list(request, ErrorLine.of(words.messages(), request.lang(), form.errors()))
                    .map(view -> view.status(422));
        }
        String channel = words.say(Lang.ZH, "kiosk.channel", title, Format.moment(Lang.ZH, window.get().opens()));
        return database.read(tx -> tools.doors().reach().check(tx, who, "slug", slug.get().value()))
                .compose(reachable -> tools.kiosks().add(new Kiosks.Plan(slug.get(), title, place, who.unit(),
                        window.get(), channel), who.actor())).map(added -> View.seeOther(PATH))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                        ? list(request, ErrorLine.of(words.messages(), request.lang(), problem.errors()))
                        .map(view -> view.status(422)) : Future.failedFuture(failure));
    }
}
