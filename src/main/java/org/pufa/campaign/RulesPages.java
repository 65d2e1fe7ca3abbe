package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Window;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The public rules of a campaign. */
final class RulesPages implements Routes {

    private final Hall hall;
    private final Pages pages;
    private final Messages messages;

    RulesPages(Hall hall, Pages pages, Messages messages) {
        this.hall = hall;
        this.pages = pages;
        this.messages = messages;
    }

    /** Model of {@code campaign/rules}. @param back the campaign's first page */
    record RulesPage(String title, LocalText name, List<RulesText.Clause> clauses, List<RulesText.Clause> prizes,
            List<Corrected> corrections, String version, String back) {
    }

    @Override
    public void mount(Router router) {
        CampaignPages.look(router, "/c/:slug/rules", pages, this::rules);
    }

    private Future<View> rules(Request request) {
        Campaign campaign = hall.campaign(request);
        return Future.succeededFuture(view(messages, request.lang(), campaign.definition(), campaign.window(),
                campaign.version(), Corrected.all(messages, request.lang(), campaign)));
    }

    static View view(Messages messages, Lang lang, Definition definition, Window window, int version,
            List<Corrected> corrections) {
        return View.page("campaign/rules", new RulesPage(
                messages.get(lang, "campaign.rules.title", definition.title()), definition.title(),
                new RulesText(messages).of(lang, definition, window),
                new RulesText(messages).prizes(lang, definition, window),
                corrections,
                new CampaignWords(messages).version(lang, version), "/c/" + definition.slug()));
    }
}
