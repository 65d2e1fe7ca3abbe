package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Set;
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
     */
    record StepPage(String title, String campaign, String path, String step, String sentence, String notice,
            boolean reasonNeeded, String reason, String button, boolean stops, List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        // which of the steps somebody may take is asked again for the one that is named
        var anyOf = Set.of(Permission.FILE_CAMPAIGNS, Permission.RUN_CAMPAIGNS, Permission.DECIDE_CAMPAIGNS);
        doors.get(router, PATH + "/new", anyOf, this::ask);
        doors.post(router, PATH, anyOf, this::take);
    }

    private Future<View> ask(Request request) {
        Step step = step(request, request.query("step").orElse(""));
        return shelf.get(request.path("slug")).compose(campaign -> {
            if (step.from(campaign.state()).isEmpty()) {
                throw Problem.conflict("campaign.desk.step-forbidden").with("next", campaign.path());
            }
            return desk.steps(campaign.row()).map(taken -> {
                boolean mine = desk.needsSecondPerson()
                        && Steps.isOf(campaign.row(), taken, SignedIn.of(request).actor());
                if (mine && step == Step.APPROVE) {
                    throw Problem.forbidden("campaign.desk.second-person").with("next", campaign.path());
                }
                return campaign;
            }).compose(found -> asked(request.lang(), found, step))
                    .map(asked -> page(request.lang(), campaign, step, "", asked, List.of()));
        });
    }

    private Future<View> take(Request request) {
        FormFields form = request.form();
        Step step = step(request, form.raw("step"));
        var reason = form.text("reason").atMost(LONGEST_REASON);
        if (Steps.needsReason(step)) {
            reason.required();
        }
        return shelf.get(request.path("slug")).compose(campaign -> {
            if (!form.errors().isEmpty() && step.from(campaign.state()).isPresent()) {
                return Future.succeededFuture(page(request.lang(), campaign, step, form.raw("reason"), "",
                        ErrorLine.of(words.messages(), request.lang(), form.errors())).status(422));
            }
            return desk.take(campaign.slug(), step, SignedIn.of(request).actor(), reason.get())
                    .compose(taken -> campaigns.renew(campaign.slug()))
                    .map(renewed -> View.seeOther(campaign.path()));
        });
    }

    /** Who asked for this step already, and why; or "". */
    private Future<String> asked(Lang lang, StaffCampaign campaign, Step step) {
        return desk.asked(campaign.row()).map(all -> all.stream().filter(one -> one.step() == step).findFirst()
                .map(one -> words.say(lang, "step.asked", words.actor(lang, one.actor()), one.at(), one.reason()))
                .orElse(""));
    }

    private Step step(Request request, String code) {
        Step step = Step.parse(code).orElseThrow(() -> Problem.notFound("campaign.console.step.unknown"));
        SignedIn.of(request).require(Steps.permission(step));
        return step;
    }

    private View page(Lang lang, StaffCampaign campaign, Step step, String reason, String asked,
            List<ErrorLine> errors) {
        String notice = desk.needsTwo(step) ? asked.isEmpty() ? words.say(lang, "step.needs-two") : asked
                : step != Step.SUBMIT && step != Step.APPROVE ? "" : words.say(lang, desk.needsSecondPerson() ? "two-persons" : "one-person");
        return View.page("campaign/console/step", new StepPage(words.say(lang, "step.button." + step.code()),
                campaign.title(lang), campaign.path(), step.code(), words.say(lang, "step.effect." + step.code()),
                notice, Steps.needsReason(step), reason, words.say(lang, "step.button." + step.code()),
                Steps.stops(step), errors));
    }
}
