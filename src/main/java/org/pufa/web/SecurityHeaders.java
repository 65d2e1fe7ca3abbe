package org.pufa.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that every answer carries: nothing from elsewhere, nothing inline, no framing, no guessing of types. */
public final class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; manifest-src 'self'";

    /** The policy of a page that shows other pages of this site in a frame. */
    public static final String FRAMING = CONTENT_SECURITY_POLICY + "; frame-src 'self'";
    /** The policy of a page that other pages of this site may show in a frame. */
    public static final String FRAMED =
            CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'");

    private final Map<CharSequence, CharSequence> headers = new LinkedHashMap<>();

    public SecurityHeaders(WebConfig config) {
        add("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        add("X-Content-Type-Options", "nosniff");
        add("Referrer-Policy", "same-origin");
        add("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        add("Cross-Origin-Opener-Policy", "same-origin");
        if (config.https()) {
            add("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Puts them on every answer; the first handler of the router. */
    public Handler<RoutingContext> handler() {
        return ctx -> {
            headers.forEach(ctx.response()::putHeader);
            ctx.next();
        };
    }

    Map<CharSequence, CharSequence> all() {
        return headers;
    }

    private void add(String name, String value) {
        headers.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }
}
