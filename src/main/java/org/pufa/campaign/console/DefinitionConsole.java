package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Corrected;
import org.pufa.campaign.RulesText;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.View;

/** What fixes a campaign: its definition in words and as the file it is. */
final class DefinitionConsole implements Routes {

    private final Doors doors;
    private final CampaignShelf shelf;
    private final ConsoleWords words;
    private final Clock clock;

    DefinitionConsole(Doors doors, CampaignShelf shelf, ConsoleWords words, Clock clock) {
        this.doors = doors;
        this.shelf = shelf;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Model of {@code campaign/console/definition}.
     *
     * @param lines of the file
     * @param draft whether it can be changed in the wizard
     * @param running whether it can be corrected
     * @param path of the campaign
     */
    record DefinitionPage(String title, HeadView head, List<Facts> facts, List<Facts> rules, List<Facts> prizes,
            List<String> lines, String file, boolean draft, boolean running,
            List<Corrected> corrections, String path, String slug) {
    }

    @Override
    public void mount(Router router) {
        String path = StaffCampaign.ALL + "/:slug";
        doors.get(router, path + "/definition", Permission.SEE_CAMPAIGNS, this::definition);
        doors.get(router, path + "/definition.yaml", Permission.SEE_CAMPAIGNS, this::file);
    }

    private Future<View> definition(Request request) {
        return shelf.get(request.path("slug")).map(campaign -> View.page("campaign/console/definition",
                page(request, campaign)).header("Content-Security-Policy", SecurityHeaders.FRAMING));
    }

    private DefinitionPage page(Request request, StaffCampaign campaign) {
        Lang lang = request.lang();
        boolean draft = campaign.state() == State.DRAFT && SignedIn.of(request).may(Permission.FILE_CAMPAIGNS);
        boolean running = campaign.launched().isPresent() && campaign.state().compareTo(State.CLOSED) < 0
                && SignedIn.of(request).may(Permission.RUN_CAMPAIGNS);
        var definition = campaign.definition();
        var window = campaign.launched().map(Campaign::window)
                .orElseGet(() -> definition.opening().from(clock.instant()));
        var rules = new RulesText(words.messages());
        return new DefinitionPage(words.say(lang, "definition.title", campaign.title(lang)),
                head(request, campaign, "definition"), Facts.of(words, lang, campaign),
                facts(rules.of(lang, definition, window)), facts(rules.prizes(lang, definition, window)),
                campaign.row().source().lines().toList(),
                campaign.path() + "/definition.yaml",
                draft, running, campaign.launched()
                        .map(known -> Corrected.all(words.messages(), lang, known)).orElse(List.of()), campaign.path(), campaign.slug().value());
    }

    private static List<Facts> facts(List<RulesText.Clause> clauses) {
        return clauses.stream().map(clause -> new Facts(clause.title(), clause.text())).toList();
    }

    private Future<View> file(Request request) {
        return shelf.get(request.path("slug")).map(campaign -> View.attachment("application/yaml; charset=utf-8",
                campaign.slug() + "-v" + campaign.row().version() + ".yaml", Buffer.buffer(campaign.row().source())));
    }

    private HeadView head(Request request, StaffCampaign campaign, String tab) {
        return HeadView.of(words, request.lang(), campaign, SignedIn.of(request), List.of(), tab, clock.instant());
    }
}
