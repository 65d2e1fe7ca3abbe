package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Names a session in a signed token (JWT, HS256 only) that is good for a quarter of an hour. The token proves nothing
 * by itself: its session must be good as well.
 */
final class SessionTokens {

    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ALGORITHM = "HS256";
    private static final String ISSUER = "pufa";

    private final JWTAuth jwt;
    private final String audience;
    private final Clock clock;

    /**
     * @param key 32 secret bytes
     * @param audience which door the tokens open; a token of another door is refused
     */
    SessionTokens(Vertx vertx, byte[] key, String audience, Clock clock) {
        // Expiry is checked below: the library accepts a token without one, and has a clock of its own.
        this.jwt = JWTAuth.create(vertx, new JWTAuthOptions()
                .addPubSecKey(new PubSecKeyOptions().setAlgorithm(ALGORITHM).setBuffer(Buffer.buffer(key)))
                .setJWTOptions(new JWTOptions().setIssuer(ISSUER).addAudience(audience).setIgnoreExpiration(true)));
        this.audience = audience;
        this.clock = clock;
    }

    /** A token and when it ceases to be good. */
    record Token(String text, Instant expires) {
    }

    /** What a token that we signed says. */
    record Claims(UUID session, Instant issued, Instant expires) {
    }

    Token issue(UUID session, Instant now) {
        Instant expires = Instant.ofEpochSecond(now.getEpochSecond()).plus(LIFE);
        var claims = new JsonObject().put("jti", session.toString()).put("iat", now.getEpochSecond())
                .put("exp", expires.getEpochSecond());
        return new Token(jwt.generateToken(claims, new JWTOptions().setAlgorithm(ALGORITHM).setIssuer(ISSUER)
                .addAudience(audience).setNoTimestamp(true)), expires);
    }

    /**
     * What the token says; nothing when it is not ours, is for another door, lacks a claim, or has been past its time
     * for longer than {@code grace}.
     */
    Future<Optional<Claims>> open(String text, Duration grace) {
        return Future.succeededFuture(new TokenCredentials(text)).compose(jwt::authenticate)
                .map(user -> claims(user.attributes().getJsonObject("accessToken")).filter(claims -> isOfNow(claims, grace)))
                .recover(refused -> Future.succeededFuture(Optional.empty()));
    }

    private static Optional<Claims> claims(JsonObject said) {
        if (said.getValue("jti") instanceof String id && said.getValue("iat") instanceof Number issued
                && said.getValue("exp") instanceof Number expires) {
            return Optional.of(new Claims(UUID.fromString(id), Instant.ofEpochSecond(issued.longValue()),
                    Instant.ofEpochSecond(expires.longValue())));
        }
        return Optional.empty();
    }

    private boolean isOfNow(Claims claims, Duration grace) {
        Instant now = clock.instant();
        return now.isBefore(claims.expires().plus(grace)) && !claims.issued().isAfter(now.plusSeconds(1));
    }
}
