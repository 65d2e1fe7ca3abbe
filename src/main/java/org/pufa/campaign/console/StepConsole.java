package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pufa.campaign.Asked;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.Step;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The steps of a campaign's life: a page that says what will happen, and the form behind it. */
final class StepConsole implements Routes {

    private static final String PATH = StaffCampaign.ALL + "/:slug/steps";
    private static final int LONGEST_REASON = 500;

    private final Doors doors;
    private final CampaignShelf shelf;
    private final CampaignDesk desk;
    private final Campaigns campaigns;
    private final ConsoleWords words;

    StepConsole(Doors doors, CampaignShelf shelf, CampaignDesk desk, Campaigns campaigns, ConsoleWords words) {
        this.doors = doors;
        this.shelf = shelf;
        this.desk = desk;
        this.campaigns = campaigns;
        this.words = words;
    }

    /**
     * Model of {@code campaign/console/step}.
     *
     * @param sentence what will happen
     * @param notice about the second person, or ""
     * @param asked who asked for this step already, and why; or ""
     * @param mine whether it was this person, who cannot confirm it but take it back
     * @param isPublic whether citizens see the reason
     */
    record StepPage(String title, String campaign, String path, String step, String sentence, String notice,
            String asked, boolean mine, boolean reasonNeeded, boolean isPublic, String reason, String button,
            boolean stops, List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        // which of the steps somebody may take is asked again for the one that is named
        var anyOf = Set.of(Permission.FILE_CAMPAIGNS, Permission.RUN_CAMPAIGNS, Permission.DECIDE_CAMPAIGNS);
        doors.get(router, PATH + "/new", anyOf, this::ask);
        doors.post(router, PATH, anyOf, this::take);
        doors.post(router, PATH + "/withdrawal", anyOf, this::withdraw);
    }

    private Future<View> ask(Request request) {
        Step step = step(request.query("step").orElse(""));
        return shelf.get(request.path("slug")).compose(campaign -> asked(request, campaign, step).compose(asked -> {
            if (step.from(campaign.state()).isEmpty()) {
                throw Problem.conflict("campaign.desk.step-forbidden").with("next", campaign.path());
            }
            return desk.steps(campaign.row()).map(taken -> {
                if (step == Step.APPROVE && !desk.mayApprove(campaign.row(), taken, SignedIn.of(request).actor())) {
                    throw Problem.forbidden("campaign.desk.second-person").with("next", campaign.path());
                }
                return page(request, campaign, step, asked.map(Asked::reason).orElse(""), asked, List.of());
            });
        }));
    }

    private Future<View> take(Request request) {
        FormFields form = request.form();
        Step step = step(form.raw("step"));
        var reason = form.text("reason").atMost(LONGEST_REASON);
        if (Steps.needsReason(step)) {
            reason.required();
        }
        return shelf.get(request.path("slug")).compose(campaign -> asked(request, campaign, step).compose(asked -> {
            if (!form.errors().isEmpty() && step.from(campaign.state()).isPresent()) {
                return Future.succeededFuture(page(request, campaign, step, form.raw("reason"), asked,
                        ErrorLine.of(words.messages(), request.lang(), form.errors())).status(422));
            }
            if (isAboutAnother(form, campaign)) {
                throw Problem.conflict("campaign.desk.filed-anew").with("next", campaign.path() + "/review");
            }
            return desk.take(campaign.slug(), step, SignedIn.of(request).actor(), reason.get())
                    .compose(taken -> campaigns.renew(campaign.slug()))
                    .map(renewed -> View.seeOther(campaign.path()));
        }));
    }

    /** Whether the reviewer looked at a definition that was replaced since. */
    private static boolean isAboutAnother(FormFields form, StaffCampaign campaign) {
        String filed = form.raw("filed");
        return !filed.isEmpty() && !filed.equals(campaign.row().createdAt().toString());
    }

    private Future<View> withdraw(Request request) {
        Step step = step(request.form().raw("step"));
        return shelf.get(request.path("slug")).compose(campaign -> asked(request, campaign, step)
                .compose(asked -> desk.withdraw(campaign.slug(), step, SignedIn.of(request).actor()))
                .map(done -> View.seeOther(campaign.path())));
    }

    /** Who asked for this step already, if anybody. Fails with FORBIDDEN for those who have no part in it. */
    private Future<Optional<Asked>> asked(Request request, StaffCampaign campaign, Step step) {
        SignedIn who = SignedIn.of(request);
        return desk.asked(campaign.row()).map(all -> {
            var asked = all.stream().filter(one -> one.step() == step).findFirst();
            boolean mine = asked.filter(one -> one.actor().equals(who.actor())).isPresent();
            if (!mine && !Steps.may(who, step, desk.needsTwo(step), asked.isPresent())) {
                throw Problem.forbidden("staff.forbidden");
            }
            return asked;
        });
    }

    private static Step step(String code) {
        return Step.parse(code).orElseThrow(() -> Problem.notFound("campaign.console.step.unknown"));
    }

    private View page(Request request, StaffCampaign campaign, Step step, String reason, Optional<Asked> asked,
            List<ErrorLine> errors) {
        Lang lang = request.lang();
        String sentence = asked.map(one -> words.say(lang, "step.asked", words.actor(lang, one.actor()), one.at(),
                one.reason())).orElse("");
        boolean mine = asked.filter(one -> one.actor().equals(SignedIn.of(request).actor())).isPresent();
        return View.page("campaign/console/step", new StepPage(words.say(lang, "step.button." + step.code()),
                campaign.title(lang), campaign.path(), step.code(), words.say(lang, "step.effect." + step.code()),
                notice(lang, step, asked.isPresent()), sentence, mine, Steps.needsReason(step), Steps.isPublic(step),
                reason, words.say(lang, (desk.needsTwo(step) ? asked.isPresent() ? "step.confirm." : "step.ask."
                        : "step.button.") + step.code()), Steps.stops(step), errors));
    }

    private String notice(Lang lang, Step step, boolean asked) {
        if (desk.needsTwo(step)) {
            return asked ? "" : words.say(lang, "step.needs-two");
        }
        return step != Step.SUBMIT && step != Step.APPROVE ? ""
                : words.say(lang, desk.needsSecondPerson() ? "two-persons" : "one-person");
    }
}
