package org.pufa.campaign.launch;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.campaign.Definition;
import org.pufa.campaign.DefinitionReader;
import org.pufa.campaign.Preview;
import org.pufa.kernel.Problem;
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

    PreviewConsole(Doors doors, Drafts drafts, DefinitionReader reader, Preview preview, Wizard wizard) {
        this.doors = doors;
        this.drafts = drafts;
        this.reader = reader;
        this.preview = preview;
        this.wizard = wizard;
    }

    /** Model of {@code campaign/launch/unready}. @param missing why there is nothing to see yet */
    record UnreadyPage(String title, String sentence, List<String> missing) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, Draft.ALL + "/:draft/preview/:page", Permission.FILE_CAMPAIGNS, this::show);
    }

    private Future<View> show(Request request) {
        String page = request.path("page");
        return drafts.get(request.path("draft")).compose(draft -> reader.sketch(draft.tree().yaml())
                        .map(definition -> show(request, page, definition))
                        .orElseGet(() -> Future.succeededFuture(unready(request, List.of()))))
                .map(view -> view.header("Content-Security-Policy", SecurityHeaders.FRAMED));
    }

    private Future<View> show(Request request, String page, Definition definition) {
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
