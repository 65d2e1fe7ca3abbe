package org.pufa.campaign.launch;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.staff.UnitChoice;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.View;
import org.pufa.yaml.YamlTree;

/** The steps in which a draft is written. Whatever is typed is kept, right or wrong; nothing is lost to a colleague. */
final class WizardConsole implements Routes {

    private static final String PATH = Draft.ALL + "/:draft/:step";
    private static final long LARGEST_BYTES = 2 * 1024 * 1024;
    private static final int LONGEST_NOTE = 500;

    private final Doors doors;
    private final Drafts drafts;
    private final Wizard wizard;
    private final CampaignDesk desk;

    WizardConsole(Doors doors, Drafts drafts, Wizard wizard, CampaignDesk desk) {
        this.doors = doors;
        this.drafts = drafts;
        this.wizard = wizard;
        this.desk = desk;
    }

    /**
     * Model of {@code campaign/launch/check}.
     *
     * @param groups what is wrong, by step
     * @param lines of the file that would be submitted
     */
    record CheckPage(String title, String name, String path, List<WizardPage.Station> stations,
            Wizard.Review review, String last, boolean ready, List<Group> groups, List<String> lines, String notice,
            String note, List<UnitChoice> units) {
    }

    /** Model of {@code campaign/launch/drop}. */
    record DropPage(String title, String name, String last, String path) {
    }

    record Group(String step, List<Line> lines) {
    }

    record Line(String href, String sentence) {
    }

    @Override
    public void mount(Router router) {
        doors.post(router, Draft.ALL + "/:draft/submission", Permission.FILE_CAMPAIGNS, this::submit);
        doors.get(router, Draft.ALL + "/:draft/dropping", Permission.FILE_CAMPAIGNS, this::askToDrop);
        doors.post(router, Draft.ALL + "/:draft/dropping", Permission.FILE_CAMPAIGNS, this::drop);
        doors.get(router, PATH, Permission.FILE_CAMPAIGNS, this::step);
        doors.post(router, PATH, Permission.FILE_CAMPAIGNS, this::save);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(Draft.ALL + "/*", LARGEST_BYTES));
    }

    private static WizardStep step(String code) {
        return WizardStep.parse(code).orElseThrow(() -> Problem.notFound("web.problem.not-found"));
    }

    /** Fails with CONFLICT when it was submitted and not returned. */
    private Future<Draft> writable(Request request) {
        return drafts.get(request.path("draft")).compose(draft -> draft.slug().flatMap(Slug::parse)
                .map(slug -> desk.find(slug).map(row -> {
                    if (row.isPresent() && row.get().state() != State.DRAFT) {
                        throw Problem.conflict("campaign.launch.submitted").with("next", "/console/campaigns/" + slug);
                    }
                    return draft;
                })).orElse(Future.succeededFuture(draft)));
    }

    private Future<View> step(Request request) {
        var step = step(request.path("step"));
        return writable(request).compose(draft -> step == WizardStep.CHECK ? check(request, draft, "")
                : page(request.lang(), draft, draft.tree(), step, request.query("check").isPresent(), null));
    }

    /** @param stored what a colleague saved meanwhile, to be shown beside what is typed; null when nobody did */
    private Future<View> page(Lang lang, Draft draft, YamlTree tree, WizardStep step, boolean checked,
            YamlTree stored) {
        return wizard.problems(draft, lang).compose(problems -> wizard.parts(draft, tree, step, lang)
                .compose(parts -> wizard.review(draft, lang).map(review -> {
                    var shown = checked && stored == null ? problems.at(step, draft.kind()) : List.<Problems.One>of();
                    return View.page("campaign/launch/step", new WizardPage(
                            wizard.say(lang, "page", wizard.say(lang, "step." + step.code()), wizard.name(draft, lang)),
                            wizard.name(draft, lang), Draft.ALL + '/' + draft.id(), step.code(),
                            Integer.toString(draft.version()), wizard.stations(draft, problems, step, lang), review,
                            stored == null ? "" : wizard.say(lang, "conflict", draft.changedBy(), draft.changedAt()),
                            wizard.last(draft, lang), WizardPage.lines(parts, shown),
                            WizardPage.marked(parts, shown, stored),
                            wizard.say(lang, "next." + step.code()), wizard.say(lang, "lead." + step.code())))
                            .header("Content-Security-Policy", SecurityHeaders.FRAMING);
                })));
    }

    private Future<View> save(Request request) {
        return writable(request).compose(draft -> save(request, draft, new WizardForm(request.form())));
    }

    /**
     * What a person typed counts over what the same person saved before, be it from another tab or by the script that
     * saves while they write; only a colleague's saving is a conflict.
     */
    private Future<View> save(Request request, Draft draft, WizardForm form) {
        var step = step(request.path("step"));
        String actor = SignedIn.of(request).actor();
        var tree = draft.tree().copy();
        form.into(tree);
        draft.slug().ifPresent(slug -> tree.set("slug", slug));
        if (form.version() != draft.version() && !draft.changedBy().equals(actor) && !tree.equals(draft.tree())) {
            return conflict(request, draft, tree, step);
        }
        String place = wizard.act(draft, tree, form);
        if (tree.equals(draft.tree())) {
            return saved(request, draft, step, form, place);
        }
        return drafts.save(draft, tree, actor).compose(done -> drafts.get(Long.toString(draft.id()))
                .compose(now -> done ? saved(request, now, step, form, place) : save(request, now, form)));
    }

    private Future<View> conflict(Request request, Draft draft, YamlTree typed, WizardStep step) {
        if (request.wantsJson()) {
            return Future.succeededFuture(View.json(409, new JsonObject().put("sentence",
                    wizard.say(request.lang(), "conflict.short", draft.changedBy()))));
        }
        return page(request.lang(), draft, typed, step, false, draft.tree()).map(view -> view.status(409));
    }

    private Future<View> saved(Request request, Draft draft, WizardStep step, WizardForm form, String place) {
        if (request.wantsJson()) {
            return wizard.parts(draft, draft.tree(), step, request.lang()).map(parts -> {
                var notes = new JsonObject();
                parts.stream().filter(part -> !part.note().isEmpty())
                        .forEach(part -> notes.put(part.id(), part.note()));
                return View.json(new JsonObject().put("version", draft.version()).put("notes", notes)
                        .put("sentence", wizard.last(draft, request.lang())));
            });
        }
        if (!form.act().equals("next")) {
            String anchor = place.isEmpty() ? "" : "#" + place;
            return Future.succeededFuture(View.seeOther(draft.path(step.code()) + anchor));
        }
        return wizard.problems(draft, request.lang()).map(problems -> View.seeOther(
                problems.at(step, draft.kind()).isEmpty() ? draft.path(step.next().code())
                        : draft.path(step.code()) + "?check=1"));
    }

    /** @param note what was typed to the reviewer */
    private Future<View> check(Request request, Draft draft, String note) {
        Lang lang = request.lang();
        return wizard.problems(draft, lang).compose(problems -> wizard.review(draft, lang)
                .compose(review -> groups(draft, problems, lang).compose(groups -> units(request, draft)
                        .map(units -> View.page("campaign/launch/check", new CheckPage(
                                wizard.say(lang, "page", wizard.say(lang, "step.check"), wizard.name(draft, lang)),
                                wizard.name(draft, lang), Draft.ALL + '/' + draft.id(),
                                wizard.stations(draft, problems, WizardStep.CHECK, lang), review,
                                wizard.last(draft, lang), problems.all().isEmpty(), groups,
                                draft.tree().yaml().lines().toList(),
                                wizard.say(lang, desk.needsSecondPerson() ? "submit.two" : "submit.one"), note, units))
                                .header("Content-Security-Policy", SecurityHeaders.FRAMING)))));
    }

    /** To which it may belong; none once it was submitted, and none for those who are bound to a unit. */
    private Future<List<UnitChoice>> units(Request request, Draft draft) {
        return draft.slug().isPresent() ? Future.succeededFuture(List.of())
                : wizard.units(doors, request, draft.unit().orElse(""));
    }

    private Future<List<Group>> groups(Draft draft, Problems problems, Lang lang) {
        var groups = new java.util.ArrayList<Group>();
        Future<Void> all = Future.succeededFuture();
        for (WizardStep step : WizardStep.values()) {
            var here = problems.at(step, draft.kind());
            if (!here.isEmpty()) {
                all = all.compose(before -> wizard.parts(draft, draft.tree(), step, lang)).map(parts -> {
                    List<ErrorLine> lines = WizardPage.lines(parts, here);
                    groups.add(new Group(wizard.say(lang, "step." + step.code()), lines.stream().map(line ->
                            new Line(draft.path(step.code()) + "?check=1#" + line.field(), line.sentence())).toList()));
                    return null;
                });
            }
        }
        return all.map(groups);
    }

    private Future<View> submit(Request request) {
        String note = request.form().text("note").atMost(LONGEST_NOTE).get();
        return writable(request).compose(draft -> wizard.problems(draft, request.lang()).compose(problems -> {
            if (!request.form().errors().isEmpty() || !problems.all().isEmpty() || problems.definition().isEmpty()) {
                return check(request, draft, request.form().raw("note")).map(view -> view.status(422));
            }
            SignedIn who = SignedIn.of(request);
            String unit = who.unit().orElseGet(() -> request.form().names().contains("unit")
                    ? request.form().raw("unit") : draft.unit().orElse(""));
            return drafts.submit(draft, problems.definition().get(), tx -> doors.units().chosen(tx, unit), note,
                    who.actor()).map(slug -> View.seeOther("/console/campaigns/" + slug));
        }));
    }

    private Future<View> askToDrop(Request request) {
        Lang lang = request.lang();
        return writable(request).map(draft -> View.page("campaign/launch/drop", new DropPage(wizard.say(lang, "drop.title"),
                wizard.name(draft, lang), wizard.last(draft, lang), Draft.ALL + '/' + draft.id())));
    }

    private Future<View> drop(Request request) {
        if (!request.form().raw("sure").equals("yes")) {
            return askToDrop(request).map(view -> view.status(422));
        }
        return writable(request).compose(draft -> drafts.drop(draft, SignedIn.of(request).actor()))
                .map(done -> View.seeOther(StartConsole.PATH));
    }
}
