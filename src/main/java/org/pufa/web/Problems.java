package org.pufa.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.Sort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an answer of everything that goes wrong: a page for people, an RFC 9457 document for programs. The only place
 * that knows which status a problem has.
 */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Map<Sort, Integer> STATUS = new EnumMap<>(Map.of(
            Sort.MALFORMED, 400, Sort.UNAUTHENTICATED, 401, Sort.FORBIDDEN, 403, Sort.NOT_FOUND, 404,
            Sort.CONFLICT, 409, Sort.GONE, 410, Sort.TOO_LARGE, 413, Sort.INVALID, 422, Sort.TOO_MANY, 429,
            Sort.BUSY, 503));
    /** What the router and the server refuse by themselves. */
    private static final Map<Integer, Problem> BY_STATUS = Map.of(
            400, Problem.malformed("web.problem.malformed"),
            401, Problem.of(Sort.UNAUTHENTICATED, "web.problem.unauthenticated"),
            403, Problem.forbidden("web.problem.forbidden"),
            404, Problem.notFound("web.problem.not-found"),
            405, Problem.malformed("web.problem.method"),
            415, Problem.malformed("web.problem.type"),
            413, Problem.of(Sort.TOO_LARGE, "web.problem.too-large"),
            503, Problem.of(Sort.BUSY, "web.problem.busy"));

    private final Pages pages;
    private final SecurityHeaders security;
    private final ProblemText text;
    private final Map<String, BiFunction<Request, Problem, Future<View>>> keyToPage = new HashMap<>();

    /** @param security headers of answers that the router has no part in */
    public Problems(Pages pages, SecurityHeaders security, Messages messages) {
        this.pages = pages;
        this.security = security;
        this.text = new ProblemText(messages);
    }

    /**
     * Called at start: gives the problem with that key a page of its own, for people only. The view's status is the
     * problem's unless the view leads elsewhere.
     */
    public void onKey(String key, BiFunction<Request, Problem, Future<View>> page) {
        if (keyToPage.put(key, page) != null) {
            throw new IllegalArgumentException("two pages for the problem " + key);
        }
    }

    /** The usual page of a problem, for pages of its own that stand in for it only sometimes. */
    public View page(Request request, Problem problem) {
        return view(request, new Refusal(STATUS.get(problem.sort()), problem, ""));
    }

    /** Answers whatever any handler fails with; mounted before all routes. */
    void mount(Router router) {
        router.route().failureHandler(this::answer);
        IntStream.range(400, 600).forEach(status -> router.errorHandler(status, ctx -> answerAtOnce(ctx, status)));
    }

    /** The status of a problem of that sort. */
    public static int status(Sort sort) {
        return STATUS.get(sort);
    }

    private void answer(RoutingContext ctx) {
        if (isTooLate(ctx)) {
            return;
        }
        Refusal refusal = refusal(ctx, ctx.statusCode());
        Request request = pages.request(ctx);
        var own = request.wantsJson() ? null : keyToPage.get(refusal.problem().key());
        if (own == null) {
            pages.write(ctx, view(request, refusal)).onFailure(failure -> giveUp(ctx.request(), failure));
            return;
        }
        Future.succeededFuture(request).compose(asked -> own.apply(asked, refusal.problem()))
                .map(view -> view.status() == 200 ? view.status(refusal.status()) : view)
                .compose(view -> pages.write(ctx, view)).onFailure(failure -> giveUp(ctx.request(), failure));
    }

    /** The router ends what its error handlers leave open, so these answer before they return. */
    private void answerAtOnce(RoutingContext ctx, int status) {
        if (isTooLate(ctx)) {
            return;
        }
        try {
            pages.write(ctx, view(pages.request(ctx), refusal(ctx, status))).onFailure(failure -> giveUp(ctx.request(), failure));
        } catch (RuntimeException e) {
            giveUp(ctx.request(), e);
        }
    }

    /** Answers a program whose request did not come to the router; does nothing when it has been answered already. */
    void answer(HttpServerRequest request, Throwable failure) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        try {
            Lang lang = Look.acceptedLang(request.headers().get(HttpHeaders.ACCEPT_LANGUAGE));
            View view = document(lang, refusal(request, failure, 500));
            security.all().forEach(response::putHeader);
            Pages.send(response, view, (View.Bytes) view.content()).onFailure(late -> giveUp(request, late));
        } catch (RuntimeException e) {
            giveUp(request, e);
        }
    }

    private View view(Request request, Refusal refusal) {
        return request.wantsJson() ? document(request.lang(), refusal)
                : retryable(text.page(request, refusal), refusal);
    }

    private View document(Lang lang, Refusal refusal) {
        View view = retryable(text.document(lang, refusal), refusal);
        return refusal.status() == 401 ? view.header("WWW-Authenticate", "Bearer") : view;
    }

    private static View retryable(View view, Refusal refusal) {
        return refusal.status() == 503 ? view.header("Retry-After", refusal.retryAfter()) : view;
    }

    /** @param stated status under which the router failed, which it does not always leave in the context */
    private static Refusal refusal(RoutingContext ctx, int stated) {
        return refusal(ctx.request(), ctx.failure(), stated);
    }

    private static Refusal refusal(HttpServerRequest request, Throwable failure, int stated) {
        if (failure instanceof Problem problem) {
            return new Refusal(STATUS.get(problem.sort()), problem, "");
        } else if (failure instanceof DecodeException) {
            return new Refusal(400, BY_STATUS.get(400), "");
        }
        int status = failure instanceof HttpException http ? http.getStatusCode() : stated;
        if (status >= 400 && status < 500 || status == 503) {
            return new Refusal(status, BY_STATUS.getOrDefault(status, BY_STATUS.get(400)), "");
        }
        return defect(request, failure);
    }

    /** A fault of ours: logged whole under a short number, of which the page shows only the number. */
    private static Refusal defect(HttpServerRequest request, Throwable failure) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Failed {} {} [{}]", request.method(), request.path(), id, failure);
        return new Refusal(500, Problem.of(Sort.BUSY, "web.problem.defect", id), id);
    }

    private static boolean isTooLate(RoutingContext ctx) {
        if (!ctx.response().headWritten()) {
            return ctx.response().ended() || ctx.response().closed();
        }
        if (!ctx.response().ended()) {
            LOG.warn("An answer broke off: {} {}", ctx.request().method(), ctx.request().path(), ctx.failure());
            ctx.request().connection().close();
        }
        return true;
    }

    private static void giveUp(HttpServerRequest request, Throwable failure) {
        LOG.error("Cannot show the problem of {} {}", request.method(), request.path(), failure);
        var response = request.response();
        if (!response.headWritten() && !response.closed()) {
            response.setStatusCode(500).putHeader("Content-Type", "text/plain; charset=utf-8").end("500");
        }
    }

    /**
     * One refusal on its way to an answer.
     *
     * @param id number under which a defect was logged, or ""
     */
    record Refusal(int status, Problem problem, String id) {

        String retryAfter() {
            return String.valueOf(problem.details().getOrDefault("retryAfter", 60));
        }
    }
}
