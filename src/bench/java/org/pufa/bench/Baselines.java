package org.pufa.bench;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the platform is compared with, as plain as Vert.x allows: no router, no cookies, no rules.
 * {@code GET /page/<bytes>} answers with so many bytes; {@code POST /bare/<bytes>} parses a paper and stores nothing;
 * {@code POST /plain/<pool>/<bytes>} parses a paper and stores it in a transaction of its own.
 */
final class Baselines {

    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json; charset=utf-8");

    private final Vertx vertx;
    private final PlainDesign plain;
    private final Map<Integer, Buffer> bodies = new ConcurrentHashMap<>();

    Baselines(Vertx vertx, PlainDesign plain) {
        this.vertx = vertx;
        this.plain = plain;
    }

    /** Listens on 127.0.0.1. */
    Future<?> start(int port, int eventLoops) {
        return vertx.deployVerticle(() -> listener(port), new DeploymentOptions().setInstances(eventLoops));
    }

    private Deployable listener(int port) {
        return new VerticleBase() {
            @Override
            public Future<?> start() {
                return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                        .requestHandler(Baselines.this::answer).listen(port, "127.0.0.1");
            }
        };
    }

    private void answer(HttpServerRequest request) {
        String[] path = request.path().split("/");
        Buffer reply = body(Integer.parseInt(path[path.length - 1]));
        if (request.method() == HttpMethod.GET) {
            request.response().putHeader(HttpHeaders.CONTENT_TYPE, HTML).end(reply);
        } else {
            request.body().compose(sent -> take(path, new JsonObject(sent)))
                    .onSuccess(taken -> created(request.response(), reply))
                    .onFailure(failure -> request.response().setStatusCode(500).end(failure.toString()));
        }
    }

    private Future<?> take(String[] path, JsonObject paper) {
        if (!path[1].equals("plain")) {
            return paper.getJsonObject("answers").isEmpty() ? Future.failedFuture("nothing was answered")
                    : Future.succeededFuture();
        }
        return plain.store(Integer.parseInt(path[2]), paper);
    }

    private static void created(HttpServerResponse response, Buffer reply) {
        response.setStatusCode(201).putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(reply);
    }

    private Buffer body(int size) {
        return bodies.computeIfAbsent(size, bytes -> Buffer.buffer("x".repeat(bytes)));
    }
}
