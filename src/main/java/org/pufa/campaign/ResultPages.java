package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Instant;
import org.pufa.kernel.Problem;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Shows the public results, or says when they will be shown. */
final class ResultPages implements Routes {

    private final Hall hall;
    private final Pages pages;
    private final CampaignWords words;

    ResultPages(Hall hall, Pages pages, CampaignWords words) {
        this.hall = hall;
        this.pages = pages;
        this.words = words;
    }

    @Override
    public void mount(Router router) {
        CampaignPages.look(router, "/c/:slug/results", pages, this::results);
    }

    private Future<View> results(Request request) {
        Campaign campaign = hall.campaign(request);
        hall.checkPublished(campaign);
        Instant now = hall.now();
        return hall.tallies(campaign).map(tallies ->
                campaign.content().resultsPage(new ResultsRequest(request, campaign, tallies, now)));
    }

    Future<View> later(Request request, Problem problem) {
        Campaign campaign = hall.campaign(request);
        return Future.succeededFuture(View.page("campaign/refusal", new RefusalPages.RefusalPage(
                words.say(request.lang(), "results.later.title"), campaign.definition().title(),
                words.say(request.lang(), Notice.later(campaign)), campaign.path(),
                words.say(request.lang(), "refusal.to-landing"), false)));
    }
}
