package org.pufa.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;

/** One request, as features see it. Path, query and form are read from their own places and never mixed. */
public final class Request {

    /** Days that language and size stay on the device. */
    public static final int LOOK_KEPT_DAYS = 365;
    private static final Duration LOOK_KEPT = Duration.ofDays(LOOK_KEPT_DAYS);
    private static final String FACT = "pufa.fact.";

    private final RoutingContext ctx;
    private final WebConfig config;
    private final Csrf csrf;
    private final Look look;

    Request(RoutingContext ctx, WebConfig config, Csrf csrf) {
        this.ctx = ctx;
        this.config = config;
        this.csrf = csrf;
        this.look = chooseLook();
    }

    private Look chooseLook() {
        if (isApi()) {
            String accepted = ctx.request().headers().get(HttpHeaders.ACCEPT_LANGUAGE);
            return Look.of(query(Look.LANG).flatMap(Lang::parse).orElseGet(() -> Look.acceptedLang(accepted)), false);
        }
        var kept = Look.fromCookies(ctx.request().headers().get(HttpHeaders.COOKIE));
        var lang = query(Look.LANG).flatMap(Lang::parse);
        var size = query(Look.SIZE).filter(text -> text.equals(Look.LARGE) || text.equals(Look.STANDARD));
        lang.ifPresent(chosen -> setCookie(Look.LANG, chosen.code(), LOOK_KEPT));
        size.ifPresent(chosen -> setCookie(Look.SIZE, chosen, LOOK_KEPT));
        return Look.of(lang.orElse(kept.lang()), size.map(Look.LARGE::equals).orElse(kept.large()));
    }

    /**
     * The language of the answer: {@code ?lang=en|zh}, which is then kept in a cookie, or the cookie, or Chinese. A
     * program asks by {@code ?lang} or {@code Accept-Language}, and nothing is kept.
     */
    public Lang lang() {
        return look.lang();
    }

    /** Whether the person reads 长者版: {@code ?size=large|standard}, which is then kept in a cookie, or the cookie. */
    public boolean large() {
        return look.large();
    }

    Look look() {
        return look;
    }

    public HttpMethod method() {
        return ctx.request().method();
    }

    /** Whether by its method it only looks. */
    public boolean isHarmless() {
        return Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS).contains(method());
    }

    /** The path without the query. */
    public String path() {
        return ctx.request().path();
    }

    /** A part of the path, as in {@code /c/:slug}. @throws IllegalArgumentException when the route has no such part */
    public String path(String name) {
        String value = ctx.pathParam(name);
        if (value == null) {
            throw new IllegalArgumentException("this route has no :" + name);
        }
        return value;
    }

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        List<String> values = ctx.request().query() == null ? List.of() : ctx.queryParam(name);
        return values.isEmpty() ? Optional.empty() : Optional.ofNullable(values.get(0));
    }

    /** The fields of the form that was sent, never those of the query; empty when no form was sent. */
    public FormFields form() {
        return new FormFields(ctx.request().formAttributes());
    }

    /** @throws Problem MALFORMED when the body is not one JSON object */
    public JsonObject json() {
        return jsonObject(ctx.body().buffer());
    }

    /** @param body null for none. @throws Problem MALFORMED when it is not one JSON object */
    public static JsonObject jsonObject(Buffer body) {
        try {
            if (body != null && Json.decodeValue(body) instanceof JsonObject object) {
                return object;
            }
        } catch (DecodeException e) {
            throw Problem.malformed("web.json.malformed");
        }
        throw Problem.malformed("web.json.not-object");
    }

    /** The file that a form brought under that name; only where the route's {@link Routes#bodyLimits} allows files. */
    public Future<Optional<Upload>> upload(String name) {
        for (var file : ctx.fileUploads()) {
            if (file.name().equals(name) && !file.fileName().isEmpty()) {
                return ctx.vertx().fileSystem().readFile(file.uploadedFileName())
                        .map(content -> Optional.of(new Upload(file.fileName(), content)));
            }
        }
        return Future.succeededFuture(Optional.empty());
    }

    /** All files that a form brought under that name, unread, in their order; those of empty fields are left out. */
    public List<UploadedFile> uploads(String name) {
        return ctx.fileUploads().stream().filter(file -> file.name().equals(name) && !file.fileName().isEmpty())
                .map(file -> new UploadedFile(file.fileName(), file.size(), Path.of(file.uploadedFileName()))).toList();
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(CookieHeader.value(ctx.request().headers().get(HttpHeaders.COOKIE), name));
    }

    /** Sets a cookie for the whole site: HttpOnly, SameSite=Lax, and Secure where the public address is https. */
    public void setCookie(String name, String value, Duration maxAge) {
        setCookie(name, value, maxAge, CookieScope.SITE);
    }

    public void setCookie(String name, String value, Duration maxAge, CookieScope scope) {
        ctx.response().addCookie(Cookie.cookie(name, value).setMaxAge(maxAge.toSeconds()).setPath(scope.path())
                .setHttpOnly(true).setSecure(config.https())
                .setSameSite(scope.strict() ? CookieSameSite.STRICT : CookieSameSite.LAX));
    }

    public void dropCookie(String name) {
        dropCookie(name, CookieScope.SITE);
    }

    public void dropCookie(String name, CookieScope scope) {
        setCookie(name, "", Duration.ZERO, scope);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(ctx.request().getHeader(name));
    }

    /** Whether a program asks: the path begins with {@code /api/}, or JSON is accepted and HTML is not. */
    public boolean wantsJson() {
        if (isApi()) {
            return true;
        }
        String accept = ctx.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    private boolean isApi() {
        String path = path();
        return path != null && path.startsWith("/api/");
    }

    /** Path and query of this page without language and size, always a path on this site. */
    public String url() {
        return PageUrl.of(path(), ctx.request().query());
    }

    /** Path and query of the page of this site from which the request was sent, as far as the browser tells. */
    public Optional<String> cameFrom() {
        return header("Referer").flatMap(referer -> PageUrl.onThisSite(referer, ctx.request().getHeader("Host")));
    }

    /** A fact that an earlier handler put here. @throws IllegalStateException when none did */
    public <T> T get(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalStateException("no handler put a " + type.getSimpleName()));
    }

    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(type.cast(ctx.data().get(FACT + type.getName())));
    }

    /** Hands a fact, such as who is signed in, to the handlers that follow. */
    public <T> void put(Class<T> type, T fact) {
        ctx.put(FACT + type.getName(), fact);
    }

    /** The token that a form of this page must send back in its field {@code _csrf}. */
    public String csrf() {
        return csrf.token(this);
    }

    /** The address the request came from, as the nearest proxy that we trust saw it. A signal, never an identity. */
    public String clientAddress() {
        return ClientAddress.of(ctx.request(), config.trustedProxyHops());
    }

    /** Whether several people use the device one after the other, so that no page may be one for everybody. */
    public boolean isKiosk() {
        return Kiosked.is(ctx.request().headers().get(HttpHeaders.COOKIE));
    }

    Shell shell() {
        return new Shell(look, path(), url(), this::csrf, find(ConsoleShell.class).orElse(null),
                isKiosk());
    }

    RoutingContext context() {
        return ctx;
    }
}
