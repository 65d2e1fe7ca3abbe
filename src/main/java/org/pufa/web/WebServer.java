package org.pufa.web;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The HTTP server: puts all doors behind the same checks in the right order, starts, and stops without cutting. */
public final class WebServer {

    private static final int IDLE_SECONDS = 60;
    private static final int MAX_INITIAL_LINE = 4096;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_FORM_FIELDS = 4096;
    private static final int MAX_FORM_ATTRIBUTE = 64 * 1024;

    private final Vertx vertx;
    private final WebConfig config;
    private final Handler<HttpServerRequest> doors;
    private final Router router;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    /**
     * @param cache asked before the router
     * @param routes mounted in this order
     */
    public WebServer(Vertx vertx, WebConfig config, SecurityHeaders security, Problems problems, PageCache cache,
            List<Routes> routes) {
        this.vertx = vertx;
        this.config = config;
        var timeLimit = new TimeLimit(vertx, config.timeout());
        this.router = router(security, problems, timeLimit, routes);
        var quick = new QuickPosts(routes.stream().flatMap(some -> some.quickPosts().stream()).toList(), security,
                problems, timeLimit, config.formLimitBytes());
        this.doors = request -> {
            if (!cache.serve(request) && !quick.serve(request)) {
                router.handle(request);
            }
        };
    }

    private Router router(SecurityHeaders security, Problems problems, TimeLimit timeLimit, List<Routes> routes) {
        var router = Router.router(vertx);
        problems.mount(router);
        router.route().handler(WebServer::answerHeadAsGet);
        router.route().handler(security.handler());
        router.route().handler(timeLimit);
        router.route().handler(new Bodies(config, routes.stream().flatMap(some -> some.bodyLimits().stream()).toList()));
        routes.forEach(some -> some.mount(router));
        return router;
    }

    /** Features mount GET only; the server leaves out the body by itself. */
    private static void answerHeadAsGet(RoutingContext ctx) {
        String target = ctx.request().uri();
        if (ctx.request().method() == HttpMethod.HEAD && target.startsWith("/")) {
            ctx.put(Pages.HEAD_ONLY, true).reroute(HttpMethod.GET, target);
        } else {
            ctx.next();
        }
    }

    /** Every route with a path of its own, such as {@code GET /console/staff/:username}; {@code ANY} for all methods. */
    public List<String> mounted() {
        return router.getRoutes().stream().filter(route -> route.getPath() != null).flatMap(route ->
                route.methods() == null ? Stream.of("ANY " + route.getPath())
                        : route.methods().stream().map(method -> method + " " + route.getPath())).toList();
    }

    /**
     * Listens.
     *
     * @param port 0 for any free one, then with one event loop only
     * @param eventLoops how many event loops share the connections
     * @return the port
     */
    public Future<Integer> start(String host, int port, int eventLoops) {
        if (port == 0 && eventLoops != 1) {
            throw new IllegalArgumentException("a free port is found for one event loop only");
        }
        return vertx.deployVerticle(() -> listener(host, port), new DeploymentOptions().setInstances(eventLoops))
                .map(deployed -> servers.get(0).actualPort());
    }

    private Deployable listener(String host, int port) {
        return new VerticleBase() {
            @Override
            public Future<?> start() {
                return vertx.createHttpServer(options()).requestHandler(doors).listen(port, host)
                        .onSuccess(servers::add);
            }
        };
    }

    /** Takes no new connection, lets running requests finish, and closes what is still open after {@code patience}. */
    public Future<Void> stop(Duration patience) {
        return Future.join(servers.stream()
                .map(server -> server.shutdown(patience.toMillis(), TimeUnit.MILLISECONDS)).toList()).mapEmpty();
    }

    /** Compression is off: assets and kept pages are compressed once, other pages by {@link Pages}. */
    private static HttpServerOptions options() {
        return new HttpServerOptions().setIdleTimeout(IDLE_SECONDS).setMaxInitialLineLength(MAX_INITIAL_LINE)
                .setMaxHeaderSize(MAX_HEADERS).setMaxFormFields(MAX_FORM_FIELDS)
                .setMaxFormAttributeSize(MAX_FORM_ATTRIBUTE).setMaxFormBufferedBytes(MAX_FORM_ATTRIBUTE)
                .setCompressionSupported(false).setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false).setPerMessageWebSocketCompressionSupported(false);
    }
}
