package org.pufa.staff.openid;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The public keys by which the provider signs, as they were at one time; by no other keys and ways is anything good. */
final class SigningKeys {

    /** Only ways in which the key that checks cannot sign. */
    private static final Set<String> WAYS = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256",
            "ES384", "ES512");
    /** Where a key does not say its way. */
    private static final Map<String, String> USUAL = Map.of("RSA", "RS256", "P-256", "ES256", "P-384", "ES384",
            "P-521", "ES512");
    /** Members that a public key has. */
    private static final List<String> PUBLIC = List.of("kty", "kid", "alg", "use", "n", "e", "crv", "x", "y");

    private final Set<String> ids;
    private final Optional<JWTAuth> jwt;
    private final Instant fetched;

    /** @param document what the provider sent */
    SigningKeys(Vertx vertx, JsonObject document, Instant fetched) {
        var keys = document.getJsonArray("keys", new JsonArray()).stream().filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast).filter(SigningKeys::signs).map(SigningKeys::publicPart).toList();
        this.ids = keys.stream().map(key -> key.getString("kid", "")).collect(Collectors.toSet());
        var options = new JWTAuthOptions().setJWTOptions(new JWTOptions().setIgnoreExpiration(true));
        keys.forEach(options::addJwk);
        this.jwt = keys.isEmpty() ? Optional.empty() : Optional.of(JWTAuth.create(vertx, options));
        this.fetched = fetched;
    }

    private static boolean signs(JsonObject key) {
        return List.of("RSA", "EC").contains(key.getString("kty", "")) && key.getString("use", "sig").equals("sig")
                && WAYS.contains(way(key));
    }

    private static String way(JsonObject key) {
        return key.getString("alg", USUAL.getOrDefault(key.getString("crv", key.getString("kty")), ""));
    }

    private static JsonObject publicPart(JsonObject key) {
        var part = new JsonObject();
        PUBLIC.stream().filter(key::containsKey).forEach(name -> part.put(name, key.getValue(name)));
        return part.put("alg", way(key));
    }

    Instant fetched() {
        return fetched;
    }

    /** Whether there is a key of that id; a token that names none is tried with all. */
    boolean know(String id) {
        return id.isEmpty() || ids.contains(id);
    }

    /** What the token says, if one of these keys signed it. Says nothing of time, audience or anything else. */
    Future<JsonObject> open(String token, String way) {
        if (jwt.isEmpty() || !WAYS.contains(way)) {
            return Future.failedFuture(new IllegalStateException("no key for " + way));
        }
        return Future.succeededFuture(new TokenCredentials(token)).compose(jwt.get()::authenticate)
                .map(user -> user.attributes().getJsonObject("accessToken"));
    }
}
