package org.pufa.campaign.launch;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.CampaignRow;
import org.pufa.campaign.State;
import org.pufa.campaign.Step;
import org.pufa.campaign.StepTaken;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.View;
import org.pufa.yaml.YamlTree;

/** All that a reviewer needs on one page: what changed, what was said, what citizens will see, and the decision. */
final class ReviewConsole implements Routes {

    private final Doors doors;
    private final Wizard wizard;
    private final CampaignDesk desk;

    ReviewConsole(Doors doors, Wizard wizard, CampaignDesk desk) {
        this.doors = doors;
        this.wizard = wizard;
        this.desk = desk;
    }

    /**
     * Model of {@code campaign/launch/review}.
     *
     * @param again whether it was sent for review before
     * @param differences since then, field by field
     * @param lines of the file that came or went since then
     * @param filed when what is shown was filed: a decision on anything else is not taken
     * @param notice why this person cannot approve it, or ""
     */
    record ReviewPage(String title, String name, String meta, String path, List<Said> talk, boolean again,
            List<Difference> differences, List<LineDiff.Line> lines, boolean approves, boolean returns,
            String filed, String notice) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, "/console/campaigns/:slug/review", Permission.SEE_CAMPAIGNS, this::review);
    }

    private Future<View> review(Request request) {
        String slug = request.path("slug");
        return Slug.parse(slug).map(desk::find).orElseThrow(() -> unknown(slug))
                .map(found -> found.filter(row -> wizard.knows(row.kind())).orElseThrow(() -> unknown(slug)))
                .compose(row -> desk.steps(row).compose(taken -> desk.submittedBefore(row)
                        .compose(before -> differences(row, before, request.lang()).map(differences ->
                                page(request, row, taken, before, differences)))))
                .map(page -> View.page("campaign/launch/review", page)
                        .header("Content-Security-Policy", SecurityHeaders.FRAMING));
    }

    private static Problem unknown(String slug) {
        return Problem.notFound("campaign.unknown", slug);
    }

    private Future<List<Difference>> differences(CampaignRow row, Optional<String> before, Lang lang) {
        return before.map(source -> wizard.allParts(row.kind(), tree(source), lang).compose(old -> wizard
                .allParts(row.kind(), tree(row.source()), lang).map(now -> Difference.of(old, now))))
                .orElse(Future.succeededFuture(List.of()));
    }

    private static YamlTree tree(String source) {
        return YamlTree.parse(source).orElseGet(YamlTree::empty);
    }

    private ReviewPage page(Request request, CampaignRow row, List<StepTaken> taken, Optional<String> before,
            List<Difference> differences) {
        Lang lang = request.lang();
        SignedIn who = SignedIn.of(request);
        boolean waits = row.state() == State.SUBMITTED;
        boolean decides = waits && who.may(Permission.DECIDE_CAMPAIGNS);
        boolean approves = decides && desk.mayApprove(row, taken, who.actor());
        String name = desk.definitionOf(row).title().in(lang);
        return new ReviewPage(wizard.say(lang, "review.title", name), name, meta(lang, row, taken),
                "/console/campaigns/" + row.slug(), Said.of(wizard, lang, taken), before.isPresent(), differences,
                before.map(source -> LineDiff.of(source, row.source()).changes()).orElse(List.of()), approves, decides,
                row.createdAt().toString(), wizard.say(lang, !waits ? "review.not-waiting" : !decides ? "review.others" : !approves
                        ? "review.mine" : desk.needsSecondPerson() ? "review.effect" : "review.effect.one"));
    }

    private String meta(Lang lang, CampaignRow row, List<StepTaken> taken) {
        return taken.stream().filter(step -> step.step() == Step.SUBMIT).reduce((first, last) -> last)
                .map(step -> wizard.say(lang, "review.meta", wizard.kindName(lang, row.kind()), step.actor(),
                        Format.moment(lang, step.at()))).orElse(wizard.kindName(lang, row.kind()));
    }
}
