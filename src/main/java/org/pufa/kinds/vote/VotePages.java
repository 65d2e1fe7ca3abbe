package org.pufa.kinds.vote;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.function.Function;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.State;
import org.pufa.kernel.Problem;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** What citizens can see of the candidates beside the ballot: their material and their pictures. */
public final class VotePages implements Routes {

    /** A picture may hold whatever its author wrote; opened by itself, it can reach and run nothing. */
    private static final String PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Function<String, Campaign> campaigns;
    private final Pages pages;
    private final Clock clock;

    /** @param campaigns finds the campaign of a slug, or throws the problem that there is none */
    public VotePages(Function<String, Campaign> campaigns, Pages pages, Clock clock) {
        this.campaigns = campaigns;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        router.get("/c/:slug/candidates/:number").handler(pages.page(this::candidate));
        router.get("/c/:slug/pictures/:file").handler(pages.page(this::picture));
    }

    private Future<View> candidate(Request request) {
        Campaign campaign = campaigns.apply(request.path("slug"));
        String number = request.path("number");
        Candidate candidate = vote(campaign).plan().candidate(number)
                .orElseThrow(() -> Problem.notFound("kinds.vote.candidate-unknown"));
        boolean open = campaign.stateAt(clock.instant()) == State.OPEN;
        return Future.succeededFuture(View.page("kinds/vote/candidate",
                CandidateView.of(campaign, candidate, open, request.lang())));
    }

    private Future<View> picture(Request request) {
        Pictures.Picture picture = vote(campaigns.apply(request.path("slug"))).picture(request.path("file"))
                .orElseThrow(() -> Problem.notFound("kinds.vote.picture-unknown"));
        return Future.succeededFuture(View.bytes(picture.contentType(), picture.bytes())
                .header("Content-Security-Policy", PICTURE_POLICY)
                .header("Cache-Control", "public, max-age=86400"));
    }

    private static Vote vote(Campaign campaign) {
        if (campaign.content() instanceof Vote vote) {
            return vote;
        }
        throw Problem.notFound("kinds.vote.candidate-unknown");
    }
}
