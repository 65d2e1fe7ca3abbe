package org.pufa.campaign.launch;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.CampaignRow;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.staff.Doors;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SentFile;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;
import org.pufa.yaml.YamlTree;

/** Where a campaign begins: from a template, from an earlier one, from nothing; and the drafts that wait. */
final class StartConsole implements Routes {

    static final String PATH = Draft.ALL + "/new";

    private static final long LARGEST_BYTES = 1024 * 1024;

    private final Doors doors;
    private final Drafts drafts;
    private final Wizard wizard;
    private final CampaignDesk desk;
    private final Clock clock;
    private final ReadyDefinitions ready = new ReadyDefinitions();

    StartConsole(Doors doors, Drafts drafts, Wizard wizard, CampaignDesk desk, Clock clock) {
        this.doors = doors;
        this.drafts = drafts;
        this.wizard = wizard;
        this.desk = desk;
        this.clock = clock;
        doors.place(new Navigation.Place(Navigation.Group.CAMPAIGNS, "campaign.console.filing.title", PATH,
                Permission.FILE_CAMPAIGNS));
    }

    /** Model of {@code campaign/launch/start}. */
    record StartPage(String title, String error, List<Kept> drafts, List<Choice> kinds, List<Ready> ready, List<Choice> earlier) {
    }

    record Kept(String name, String href, String kind, String last, String drop) {
    }

    record Choice(String value, String label) {
    }

    /** @param like whose rules these are, and what of them cannot be set yet; or "" */
    record Ready(String value, String kind, String title, String sentence, String like) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.FILE_CAMPAIGNS, request -> page(request, ""));
        doors.post(router, Draft.ALL, Permission.FILE_CAMPAIGNS, this::begin);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(Draft.ALL, LARGEST_BYTES));
    }

    /** @param error why nothing was begun, or "" */
    private Future<View> page(Request request, String error) {
        Lang lang = request.lang();
        var unit = SignedIn.of(request).unit();
        return drafts.unfinished(unit).compose(kept -> desk.all(unit).map(rows -> View.page("campaign/launch/start",
                new StartPage(wizard.say(lang, "start"), error, kept.stream().map(draft -> kept(lang, draft)).toList(),
                        wizard.kinds().stream().map(kind -> new Choice("kind:" + kind, wizard.kindName(lang, kind)))
                                .toList(), ready.all().entrySet().stream()
                                .filter(one -> wizard.knows(one.getValue().text("kind")))
                                .map(one -> ready(lang, one.getKey(), one.getValue())).toList(),
                        rows.stream().filter(row -> wizard.knows(row.kind())).map(row -> new Choice(
                                "copy:" + row.slug(), title(row) + " /c/" + row.slug())).toList()))));
    }

    private Kept kept(Lang lang, Draft draft) {
        return new Kept(wizard.name(draft, lang), draft.path(WizardStep.BASICS.code()),
                wizard.kindName(lang, draft.kind()), wizard.last(draft, lang),
                draft.slug().isPresent() ? "" : draft.path("dropping"));
    }

    private Ready ready(Lang lang, String name, YamlTree tree) {
        return new Ready("ready:" + name, wizard.kindName(lang, tree.text("kind")),
                wizard.say(lang, "ready." + name), wizard.say(lang, "ready." + name + ".rules"),
                wizard.sayIfKnown(lang, "ready." + name + ".like"));
    }

    private static String title(CampaignRow row) {
        return YamlTree.parse(row.source()).map(tree -> tree.text("title.zh")).orElse(row.slug().value());
    }

    /** A file becomes a draft however much of it is wrong; the wizard then says what. */
    private Future<View> beginFromFile(Request request) {
        SignedIn who = SignedIn.of(request);
        return SentFile.of(request, "").compose(sent -> {
            var tree = sent.problem().isPresent() ? Optional.<YamlTree>empty() : YamlTree.parse(sent.content());
            if (tree.isEmpty() || !wizard.knows(tree.get().text("kind"))) {
                return page(request, sent.problem().map(key -> wizard.sentence(request.lang(), key))
                        .orElseGet(() -> wizard.say(request.lang(), "start.file.unreadable")))
                        .map(view -> view.status(422));
            }
            return drafts.create(tree.get().text("kind"), tree.get(), who.unit(), who.actor())
                    .map(id -> View.seeOther(Draft.ALL + '/' + id + '/' + WizardStep.CHECK.code()));
        });
    }

    private Future<View> begin(Request request) {
        if (request.form().raw("from").equals("file")) {
            return beginFromFile(request);
        }
        var from = request.form().raw("from").split(":", 2);
        String what = from.length > 1 ? from[1] : "";
        SignedIn who = SignedIn.of(request);
        String day = Days.of(clock.instant()).toString().replace("-", "");
        Future<Long> begun = switch (from[0]) {
            case "kind" -> wizard.knows(what) ? drafts.create(what, wizard.fresh(what, day), who.unit(), who.actor()) : unknown();
            case "ready" -> ready.find(what).map(tree -> begun(tree, what + '-' + day, who)).orElseGet(this::unknown);
            case "copy" -> row(who, what).compose(row -> begun(YamlTree.parse(row.source()).orElseThrow(),
                    slug(what, day), who));
            case "campaign" -> row(who, what).compose(row -> row.state() == State.DRAFT
                    ? drafts.ofCampaign(what, row.kind(), row.source(), who.actor()) : unknown());
            default -> unknown();
        };
        return begun.map(id -> View.seeOther(Draft.ALL + '/' + id + '/' + WizardStep.BASICS.code()));
    }

    private Future<Long> unknown() {
        return Future.failedFuture(Drafts.unknown());
    }

    private Future<CampaignRow> row(SignedIn who, String slug) {
        return Slug.parse(slug).map(desk::find).orElseThrow(() -> Problem.notFound("campaign.unknown", slug))
                .map(row -> row.filter(found -> wizard.knows(found.kind()) && who.mayReach(found.unit()))
                        .orElseThrow(() -> Problem.notFound("campaign.unknown", slug)));
    }

    /** Everything of the other one but its address and its days, which are over. */
    private Future<Long> begun(YamlTree tree, String slug, SignedIn who) {
        tree.set("slug", slug);
        if (!tree.text("window.opens").equals("start")) {
            tree.remove("window.closes");
            tree.set("window.opens", "start");
            tree.set("window.days", "30");
        }
        return drafts.create(tree.text("kind"), tree, who.unit(), who.actor());
    }

    private static String slug(String other, String day) {
        String base = other.replaceAll("-\\d{8}$", "");
        return (base.length() > 50 ? base.substring(0, 50).replaceAll("-$", "") : base) + '-' + day;
    }
}
