package org.pufa.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.pufa.kernel.Hmac;
import org.pufa.kernel.Problem;

/**
 * Refuses forms that another site made a browser send. The token in a form is bound by HMAC to the session or, before
 * sign-in, to a random cookie; it is masked anew in every page, so that its bytes never repeat in compressed answers.
 */
public final class Csrf {

    /** Name of the hidden field. */
    public static final String FIELD = "_csrf";
    /** Key of the refusal of a form whose page is too old. */
    public static final String EXPIRED = "web.csrf.expired";

    private static final String COOKIE = "form";
    private static final Duration COOKIE_KEPT = Duration.ofHours(12);
    private static final int CODE_BYTES = 16;
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Put into the request by whoever recognised a session, so that tokens are bound to it. */
    public record Session(String id) {
    }

    private final Hmac hmac;
    private final Origin origin;
    private final SecureRandom random;

    /** @param key the secret, at least 16 bytes */
    public Csrf(byte[] key, WebConfig config, SecureRandom random) {
        this.hmac = new Hmac(new Hmac(key).of("csrf".getBytes(StandardCharsets.UTF_8)));
        this.origin = new Origin(config.publicUrl());
        this.random = random;
    }

    /**
     * For citizens' forms, which carry a signed attempt token of their own: refuses what a browser says comes from
     * another site. Old WebViews that say nothing pass.
     */
    public Handler<RoutingContext> sameOrigin() {
        return ctx -> {
            if (isHarmless(ctx) || origin.allows(ctx.request())) {
                ctx.next();
            } else {
                ctx.fail(Problem.forbidden("web.csrf.other-site"));
            }
        };
    }

    /** For staff forms: the same, and the form must bring back the token of its page. Mount it after the guard. */
    public Handler<RoutingContext> staff(Pages pages) {
        return ctx -> {
            if (isHarmless(ctx)) {
                ctx.next();
            } else if (!origin.allows(ctx.request())) {
                ctx.fail(Problem.forbidden("web.csrf.other-site"));
            } else if (!isToken(pages.request(ctx), ctx.request().getFormAttribute(FIELD))) {
                ctx.fail(Problem.forbidden(EXPIRED));
            } else {
                ctx.next();
            }
        };
    }

    /** Whether the browser itself says that the form was sent from a page of this site, whatever its token. */
    public boolean isSurelyOwn(Request request) {
        return request.header("Origin").isPresent() && origin.allows(request.context().request());
    }

    String token(Request request) {
        byte[] code = code(binding(request));
        var pad = new byte[CODE_BYTES];
        random.nextBytes(pad);
        var token = Arrays.copyOf(pad, 2 * CODE_BYTES);
        for (int i = 0; i < CODE_BYTES; i++) {
            token[CODE_BYTES + i] = (byte) (pad[i] ^ code[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private boolean isToken(Request request, String sent) {
        String known = request.find(Session.class).map(Session::id).or(() -> request.cookie(COOKIE)).orElse("");
        byte[] token = decode(sent);
        if (known.isEmpty() || token.length != 2 * CODE_BYTES) {
            return false;
        }
        var code = new byte[CODE_BYTES];
        for (int i = 0; i < CODE_BYTES; i++) {
            code[i] = (byte) (token[i] ^ token[CODE_BYTES + i]);
        }
        return MessageDigest.isEqual(code, code(known));
    }

    /** What the tokens of this person are bound to: the session or a random cookie, made when it is missing. */
    private String binding(Request request) {
        return request.find(Session.class).map(Session::id)
                .or(() -> request.find(FreshCookie.class).map(FreshCookie::value))
                .or(() -> request.cookie(COOKIE).filter(value -> !value.isEmpty()))
                .orElseGet(() -> newCookie(request));
    }

    private String newCookie(Request request) {
        var bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setCookie(COOKIE, value, COOKIE_KEPT);
        request.put(FreshCookie.class, new FreshCookie(value));
        return value;
    }

    private byte[] code(String binding) {
        return hmac.of(CODE_BYTES, binding.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decode(String text) {
        try {
            return text == null ? new byte[0] : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean isHarmless(RoutingContext ctx) {
        return HARMLESS.contains(ctx.request().method());
    }

    /** The cookie that this very answer sets, so that two forms of one page agree. */
    private record FreshCookie(String value) {
    }
}
