package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Problem.Sort;
import org.pufa.kernel.ReceiptCode;
import org.pufa.web.Csrf;
import org.pufa.web.Pages;
import org.pufa.web.Problems;
import org.pufa.web.QuickPost;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Shows the paper and takes it back filled in. */
final class AttemptPages implements Routes {

    private static final String JSON = "application/json; charset=utf-8";

    private final Hall hall;
    private final Channels channels;
    private final Pages pages;
    private final Csrf csrf;

    AttemptPages(Hall hall, Channels channels, Pages pages, Csrf csrf) {
        this.hall = hall;
        this.channels = channels;
        this.pages = pages;
        this.csrf = csrf;
    }

    @Override
    public void mount(Router router) {
        router.post("/c/:slug/entries").handler(csrf.sameOrigin()).handler(pages.page(this::enter));
        CampaignPages.look(router, "/c/:slug/attempt", pages, this::attempt);
    }

    private Future<View> attempt(Request request) {
        Campaign campaign = hall.campaign(request);
        return hall.begin(request, campaign, channels.of(request, campaign)).map(beginner ->
                paper(request, campaign, beginner.attempt(), Answers.NONE, List.of()));
    }

    private View paper(Request request, Campaign campaign, Attempt attempt, Answers given, List<FieldError> errors) {
        return campaign.content().attemptPage(new AttemptRequest(request, campaign, campaign.sitting(attempt),
                hall.attempts().token(attempt), given, errors));
    }

    private Future<View> enter(Request request) {
        Campaign campaign = hall.campaign(request);
        var sent = SentForm.of(request.form());
        return Future.succeededFuture(sent).map(SentForm::orInvalid)
                .compose(valid -> hall.participation().enter(campaign, valid.token(), valid.answers()))
                .map(counted -> accepted(request, campaign, counted))
                .recover(failure -> refused(request, campaign, sent, failure));
    }

    private static View accepted(Request request, Campaign campaign, Participation.Counted counted) {
        return request.wantsJson() ? receipt(document(campaign, counted)) : View.seeOther(url(campaign, counted.receipt()));
    }

    /** The same short document whether it was counted now or before. */
    static QuickPost.Answer document(Campaign campaign, Participation.Counted counted) {
        String receipt = counted.receipt().toString();
        return new QuickPost.Answer(counted.replayed() ? 200 : 201, Buffer.buffer("{\"receipt\":\"" + receipt
                + "\",\"url\":\"" + campaign.path() + "/entries/" + receipt + "\"}"));
    }

    static View receipt(QuickPost.Answer document) {
        return View.bytes(JSON, document.json()).status(document.status());
    }

    static String url(Campaign campaign, ReceiptCode receipt) {
        return campaign.path() + "/entries/" + receipt;
    }

    /** What can be mended or sent again is shown again with all that was filled in; the attempt stays the same. */
    private Future<View> refused(Request request, Campaign campaign, SentForm sent, Throwable failure) {
        if (!(failure instanceof Problem problem)) {
            return Future.failedFuture(failure);
        }
        boolean again = problem.sort() == Sort.INVALID || problem.sort() == Sort.BUSY;
        var attempt = again && !request.wantsJson() ? hall.attempts().open(campaign, sent.token()) : null;
        if (attempt == null || attempt.isEmpty()) {
            return Future.failedFuture(problem.with("slug", campaign.slug().value()));
        }
        View view = paper(request, campaign, attempt.get(), sent.answers(), errors(problem))
                .status(Problems.status(problem.sort()));
        return Future.succeededFuture(problem.sort() == Sort.BUSY ? view.header("Retry-After", "60") : view);
    }

    private static List<FieldError> errors(Problem problem) {
        return problem.sort() == Sort.BUSY ? List.of(FieldError.of("", "campaign.busy")) : problem.errors();
    }
}
