package org.pufa.campaign.launch;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.Definition;
import org.pufa.campaign.DefinitionReader;
import org.pufa.campaign.Preview;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.View;

/** The citizens' pages of a draft, to be shown in a frame beside its form. */
final class PreviewConsole implements Routes {

    private final Doors doors;
    private final Drafts drafts;
    private final DefinitionReader reader;
    private final Preview preview;
    private final Wizard wizard;
    private final CampaignDesk desk;

    PreviewConsole(Doors doors, Drafts drafts, DefinitionReader reader, Preview preview, Wizard wizard,
            CampaignDesk desk) {
        this.doors = doors;
        this.drafts = drafts;
        this.reader = reader;
        this.preview = preview;
        this.wizard = wizard;
        this.desk = desk;
    }

    /** Model of {@code campaign/launch/unready}. @param missing why there is nothing to see yet */
    record UnreadyPage(String title, String sentence, List<String> missing) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, Draft.ALL + "/:draft/preview/:page", Permission.FILE_CAMPAIGNS, this::show);
        doors.get(router, "/console/campaigns/:slug/preview/:page", Permission.SEE_CAMPAIGNS, this::filed);
    }

    /** What was filed, for the reviewer. */
    private Future<View> filed(Request request) {
        String slug = request.path("slug");
        return Slug.parse(slug).map(desk::find).orElseThrow(() -> Problem.notFound("campaign.unknown", slug))
                .compose(row -> show(request, request.path("page"), desk.definitionOf(
                        row.orElseThrow(() -> Problem.notFound("campaign.unknown", slug)))))
                .map(view -> view.header("Content-Security-Policy", SecurityHeaders.FRAMED));
    }

    private Future<View> show(Request request) {
        String page = request.path("page");
        return drafts.get(request.path("draft")).compose(draft -> reader.sketch(draft.tree().yaml())
                        .map(definition -> show(request, page, definition))
                        .orElseGet(() -> Future.succeededFuture(unready(request, List.of()))))
                .map(view -> view.header("Content-Security-Policy", SecurityHeaders.FRAMED));
    }

    private Future<View> show(Request request, String page, Definition definition) {
        if (page.equals("rules")) {
            return Future.succeededFuture(preview.rules(request, definition));
        }
        Future<View> shown = page.equals("paper") ? preview.paper(request, definition)
                : preview.landing(request, definition);
        return shown.recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                ? Future.succeededFuture(unready(request, problem.errors().stream().map(error ->
                        wizard.sentence(request.lang(), error)).toList()))
                : Future.failedFuture(failure));
    }

    private View unready(Request request, List<String> missing) {
        return View.page("campaign/launch/unready", new UnreadyPage(wizard.say(request.lang(), "unready.title"),
                wizard.say(request.lang(), "unready"), missing));
    }
}
