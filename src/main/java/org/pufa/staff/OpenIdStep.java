package org.pufa.staff;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.pufa.staff.openid.Handshake;
import org.pufa.web.CookieScope;
import org.pufa.web.Request;
import org.pufa.web.SignedToken;

/** Remembers in a signed cookie what was asked of the identity provider, until the person comes back from there. */
record OpenIdStep(SignedToken tokens, Clock clock) {

    private static final String COOKIE = "staff_openid";
    /** Not strict: they come back from another site. */
    private static final CookieScope SCOPE = new CookieScope(SignInConsole.SIGN_IN, false);
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** @param next where they wanted to go */
    record Asked(Handshake handshake, String next) {
    }

    void begin(Request request, Asked asked) {
        var said = new JsonObject().put("state", asked.handshake().state()).put("nonce", asked.handshake().nonce())
                .put("verifier", asked.handshake().verifier()).put("next", asked.next())
                .put("until", clock.instant().plus(LIFE).getEpochSecond());
        request.setCookie(COOKIE, tokens.sign(said.encode().getBytes(StandardCharsets.UTF_8)), LIFE, SCOPE);
    }

    /** What was asked of this browser; nothing when it took too long. It is good for one answer. */
    Optional<Asked> take(Request request) {
        var asked = request.cookie(COOKIE).flatMap(tokens::open).flatMap(this::read);
        request.dropCookie(COOKIE, SCOPE);
        return asked;
    }

    private Optional<Asked> read(byte[] payload) {
        try {
            var said = new JsonObject(new String(payload, StandardCharsets.UTF_8));
            return clock.instant().getEpochSecond() > said.getLong("until") ? Optional.empty()
                    : Optional.of(new Asked(new Handshake(said.getString("state"), said.getString("nonce"),
                            said.getString("verifier")), said.getString("next")));
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }
}
