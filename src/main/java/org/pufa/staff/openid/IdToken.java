package org.pufa.staff.openid;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.pufa.kernel.Problem;

/** What the provider's proof must say besides being signed (OpenID Connect Core, section 3.1.3.7). */
final class IdToken {

    /** Clocks differ. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);
    private static final int LONGEST_SUBJECT = 255;

    private IdToken() {
    }

    /** The head of a token, which nobody has checked. @throws Problem UNAUTHENTICATED when it is no token */
    static JsonObject head(String token) {
        int dot = token.indexOf('.');
        try {
            return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(token.substring(0, Math.max(dot, 0)))));
        } catch (IllegalArgumentException | DecodeException e) {
            throw refusal("malformed");
        }
    }

    /** @throws Problem UNAUTHENTICATED, by its key for what reason */
    static void check(JsonObject claims, OpenIdSettings settings, String nonce, Instant now) {
        refuseUnless(settings.issuer().toString().equals(Endpoints.withoutSlash(text(claims, "iss"))), "issuer");
        refuseUnless(isForUs(claims, settings.clientId()), "audience");
        refuseUnless(claims.getValue("exp") instanceof Number ends
                && now.minus(TOLERANCE).isBefore(Instant.ofEpochSecond(ends.longValue())), "expired");
        refuseUnless(!(claims.getValue("nbf") instanceof Number begins)
                || !now.plus(TOLERANCE).isBefore(Instant.ofEpochSecond(begins.longValue())), "expired");
        refuseUnless(Handshake.isSame(nonce, text(claims, "nonce")), "nonce");
        String subject = text(claims, "sub");
        refuseUnless(!subject.isEmpty() && subject.length() <= LONGEST_SUBJECT, "malformed");
    }

    /** Made for us alone or, where for several, asked for by us. */
    private static boolean isForUs(JsonObject claims, String clientId) {
        boolean alone = claims.getValue("aud") instanceof String audience && audience.equals(clientId)
                || claims.getValue("aud") instanceof JsonArray many && many.size() == 1 && many.contains(clientId);
        boolean among = claims.getValue("aud") instanceof JsonArray many && many.contains(clientId);
        String party = text(claims, "azp");
        return (alone || among && !party.isEmpty()) && (party.isEmpty() || party.equals(clientId));
    }

    /** "" when it is missing or no text. */
    static String text(JsonObject claims, String name) {
        return claims.getValue(name) instanceof String text ? text : "";
    }

    private static void refuseUnless(boolean right, String reason) {
        if (!right) {
            throw refusal(reason);
        }
    }

    static Problem refusal(String reason) {
        return Problem.of(Problem.Sort.UNAUTHENTICATED, "staff.openid.proof." + reason);
    }
}
