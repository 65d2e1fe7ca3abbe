package org.pufa.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Turns functions into handlers and views into answers; one for the whole platform, given to every feature. */
public final class Pages {

    static final String HTML = "text/html; charset=utf-8";
    /** Marks a request that wants no body, so that nothing large is made for it. */
    static final String HEAD_ONLY = "pufa.head-only";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String REQUEST = "pufa.request";

    private final WebConfig config;
    private final Function<String, Site> site;
    private final Views views;
    private final Csrf csrf;

    public Pages(WebConfig config, Site site, Views views, Csrf csrf) {
        this(config, path -> site, views, csrf);
    }

    /** @param site who runs the platform, as the page at a path shall say it now */
    public Pages(WebConfig config, Function<String, Site> site, Views views, Csrf csrf) {
        this.config = config;
        this.site = site;
        this.views = views;
        this.csrf = csrf;
    }

    /**
     * A handler that answers with the view. Whatever the action throws or fails with goes to {@link Problems}; no
     * request is left without an answer.
     */
    public Handler<RoutingContext> page(Function<Request, Future<View>> action) {
        return ctx -> Future.succeededFuture(ctx).map(this::request).compose(action)
                .compose(view -> write(ctx, view)).onFailure(ctx::fail);
    }

    /**
     * A handler that stands before others: when its check succeeds the next handler goes on, when it fails or throws
     * the request ends as a problem. It may {@link Request#put} facts.
     */
    public Handler<RoutingContext> before(Function<Request, Future<Void>> check) {
        return ctx -> Future.succeededFuture(ctx).map(this::request).compose(check)
                .onSuccess(passed -> ctx.next()).onFailure(ctx::fail);
    }

    /** The request of a routing context, the same for all its handlers. */
    public Request request(RoutingContext ctx) {
        Request known = ctx.get(REQUEST);
        if (known != null) {
            return known;
        }
        var request = new Request(ctx, config, csrf);
        ctx.put(REQUEST, request);
        return request;
    }

    /** The HTML of a page, for tests and for what is not sent over HTTP. */
    public String render(Request request, String template, Object model) {
        return views.render(template, model, request.shell().data(site.apply(request.path())));
    }

    /** The HTML of a page that many people will see: nothing of one person's request may be in it. */
    byte[] renderShared(Look look, String path, View.Page page) {
        var shell = new Shell(look, path, PageUrl.of(path, null), () -> {
            throw new IllegalStateException("a kept page cannot hold a token of one person");
        }, null);
        return views.render(page.template(), page.model(), shell.data(site.apply(path))).getBytes(StandardCharsets.UTF_8);
    }

    Future<Void> write(RoutingContext ctx, View view) {
        HttpServerResponse response = ctx.response();
        if (response.ended() || response.closed() || response.headWritten()) {
            return Future.succeededFuture();
        }
        View.Content content = view.content();
        if (content instanceof View.Cached cached) {
            cached.page().answer(ctx.request(), cached.cookie());
            return Future.succeededFuture();
        } else if (content instanceof View.Page page) {
            return html(ctx, view, page);
        } else if (content instanceof View.Json json) {
            return body(ctx, view, JSON, Buffer.buffer(Json.encode(json.value())));
        } else if (content instanceof View.Bytes bytes) {
            return body(ctx, view, bytes.contentType(), bytes.body());
        } else if (content instanceof View.Stream stream) {
            return stream(ctx, view, stream);
        } else if (content instanceof View.Events events) {
            return events(ctx, view, events);
        }
        head(response, view);
        return response.end();
    }

    private Future<Void> html(RoutingContext ctx, View view, View.Page page) {
        Request request = request(ctx);
        byte[] html = edited(request, render(request, page.template(), page.model())).getBytes(StandardCharsets.UTF_8);
        HttpServerResponse response = ctx.response();
        response.putHeader("Content-Language", request.lang().tag());
        if (html.length > Gzip.WORTHWHILE_BYTES && mayCompress(request)) {
            response.putHeader("Content-Encoding", "gzip").putHeader("Vary", "Accept-Encoding");
            html = Gzip.compress(html, Gzip.QUICK);
        }
        return body(ctx, view, HTML, Buffer.buffer(html));
    }

    private static String edited(Request request, String html) {
        return request.find(PageEdit.class).map(edit -> edit.of(html)).orElse(html);
    }

    /**
     * The length of a compressed page could tell an eavesdropper what it holds, if another site could make the browser
     * ask for it again and again with guesses in the address. So a page that another site asked for is sent as it is;
     * tokens in forms are masked anew each time besides.
     */
    private static boolean mayCompress(Request request) {
        boolean invited = request.header("Sec-Fetch-Site").map(site -> !site.startsWith("cross")).orElse(true);
        return invited && Gzip.isAccepted(request.context().request());
    }

    private static Future<Void> body(RoutingContext ctx, View view, String contentType, Buffer body) {
        return send(ctx.response(), view, new View.Bytes(contentType, body));
    }

    static Future<Void> send(HttpServerResponse response, View view, View.Bytes content) {
        Buffer body = content.body();
        response.putHeader("Content-Type", content.contentType());
        head(response, view);
        return response.putHeader("Content-Length", Integer.toString(body.length())).end(body);
    }

    private static Future<Void> stream(RoutingContext ctx, View view, View.Stream stream) {
        HttpServerResponse response = ctx.response().putHeader("Content-Type", stream.contentType());
        head(response, view);
        if (ctx.get(HEAD_ONLY) != null) {
            return response.end();
        }
        response.setChunked(true);
        return stream.writer().apply(response).compose(written -> response.end());
    }

    /** When the server stops, the stream does not keep it from stopping. */
    private static Future<Void> events(RoutingContext ctx, View view, View.Events events) {
        HttpServerResponse response = ctx.response().putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("X-Accel-Buffering", "no");
        head(response, view);
        if (ctx.get(HEAD_ONLY) != null) {
            return response.end();
        }
        var stream = new EventStream(response.setChunked(true));
        ctx.request().connection().shutdownHandler(stopping -> stream.end());
        events.begin().accept(stream);
        return stream.closed();
    }

    private static void head(HttpServerResponse response, View view) {
        response.setStatusCode(view.status()).putHeader("Cache-Control", "no-store");
        view.headers().forEach(response::putHeader);
    }
}
