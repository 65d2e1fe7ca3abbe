package org.pufa.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.support.SettableClock;

/** A whole web toolkit behind a real server on a free port of this machine, with whatever doors a test mounts. */
final class WebFixture implements AutoCloseable {

    static final byte[] KEY = "a key of thirty-two bytes for us".getBytes(StandardCharsets.UTF_8);
    static final Site SITE = new Site(new LocalText("杭州人社普法", "Hangzhou law campaigns"),
            LocalText.of("某市人力资源和社会保障局"), "12333", "浙ICP备00000000号-1", "浙公网安备33010000000000号",
            "3301000000", "/privacy", "/help", "");

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T02:42:00Z"));
    final Messages messages = new Messages(List.of("web", "web.sample"));
    final WebConfig config;
    final SecurityHeaders security;
    final Assets assets;
    final Csrf csrf;
    final Views views;
    final Pages pages;
    final Problems problems;
    final PageCache cache;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private WebServer server;
    private int port;

    WebFixture() {
        this(WebConfig.of(null, 0));
    }

    WebFixture(WebConfig config) {
        this.config = config;
        security = new SecurityHeaders(config);
        assets = new Assets(security);
        csrf = new Csrf(KEY, config, new SecureRandom());
        views = new Views(messages, assets, true);
        pages = new Pages(config, SITE, views, csrf);
        problems = new Problems(pages, security, messages);
        cache = new PageCache(pages, security, clock);
    }

    WebFixture start(Consumer<Router> doors) {
        return start(List.of(), doors);
    }

    WebFixture start(List<Routes.BodyLimit> limits, Consumer<Router> doors) {
        return start(limits, List.of(), doors);
    }

    WebFixture start(List<Routes.BodyLimit> limits, List<QuickPost> quickPosts, Consumer<Router> doors) {
        server = new WebServer(vertx, config, security, problems, cache, List.of(assets, new Routes() {
            @Override
            public void mount(Router router) {
                doors.accept(router);
            }

            @Override
            public List<BodyLimit> bodyLimits() {
                return limits;
            }

            @Override
            public List<QuickPost> quickPosts() {
                return quickPosts;
            }
        }));
        port = server.start("127.0.0.1", 0, 1).await();
        return this;
    }

    WebServer server() {
        return server;
    }

    int port() {
        return port;
    }

    Vertx vertx() {
        return vertx;
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<byte[]> getBytes(String path, String... headers) {
        try {
            return client.send(request(path, headers).build(), BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> head(String path, String... headers) {
        return send(request(path, headers).method("HEAD", BodyPublishers.noBody()));
    }

    HttpResponse<String> postForm(String path, String form, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> postJson(String path, String json, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin() + path)).timeout(Duration.ofSeconds(10));
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
