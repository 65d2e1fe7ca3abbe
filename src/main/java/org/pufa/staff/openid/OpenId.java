package org.pufa.staff.openid;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.staff.openid.OpenIdSettings.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in through the bureau's identity provider: authorization code with PKCE, as OpenID Connect Core has it. */
public final class OpenId {

    private static final Logger LOG = LoggerFactory.getLogger(OpenId.class);
    private static final String SCOPE = "openid profile email";

    private final OpenIdSettings settings;
    private final Wire wire;
    private final Provider provider;
    private final Clock clock;

    public OpenId(Vertx vertx, OpenIdSettings settings, Clock clock) {
        this.settings = settings;
        this.wire = new Wire(vertx);
        this.provider = new Provider(vertx, settings.issuer(), wire, clock);
        this.clock = clock;
    }

    /** What the provider is called. */
    public LocalText label() {
        return settings.label();
    }

    /** Whether the provider answered when it was asked last; where it did not, it is asked again meanwhile. */
    public boolean isReachable() {
        return provider.isReachable();
    }

    /**
     * Where to send the person. Fails with BUSY while the provider cannot be reached.
     *
     * @param back whole address to which the provider sends them back
     */
    public Future<String> address(Handshake handshake, String back) {
        return provider.endpoints().map(known -> {
            var query = new LinkedHashMap<String, String>();
            query.put("response_type", "code");
            query.put("client_id", settings.clientId());
            query.put("redirect_uri", back);
            query.put("scope", SCOPE);
            query.put("state", handshake.state());
            query.put("nonce", handshake.nonce());
            query.put("code_challenge", handshake.challenge());
            query.put("code_challenge_method", "S256");
            return known.authorization() + (known.authorization().contains("?") ? '&' : '?') + query.entrySet().stream()
                    .map(one -> one.getKey() + '=' + Wire.encoded(one.getValue())).collect(Collectors.joining("&"));
        });
    }

    /**
     * Redeems the code and checks the proof that it brings. Fails with UNAUTHENTICATED for whatever cannot be believed,
     * by its key for what reason; with BUSY while the provider cannot be reached.
     */
    public Future<Identity> identify(String code, Handshake handshake, String back) {
        return provider.endpoints().compose(known -> redeem(known, code, handshake, back).compose(answer ->
                proof(answer, handshake).compose(claims -> complete(known, claims, answer))))
                .map(this::identity)
                .onFailure(failure -> LOG.warn("A sign-in through {} was refused: {}", settings.issuer(),
                        failure.getMessage()));
    }

    private Future<JsonObject> redeem(Endpoints known, String code, Handshake handshake, String back) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back);
        form.put("code_verifier", handshake.verifier());
        var headers = new LinkedHashMap<String, String>();
        prove(known, form, headers);
        return wire.post(known.token(), headers, form).recover(Provider::unreachable).map(answer -> {
            if (!answer.isGood()) {
                LOG.warn("{} refused a code: {} {}", settings.issuer(), answer.status(),
                        answer.body().getValue("error"));
                throw IdToken.refusal("code");
            }
            return answer.body();
        });
    }

    /** That it is us who redeem the code. */
    private void prove(Endpoints known, Map<String, String> form, Map<String, String> headers) {
        if (settings.clientSecret().isEmpty() || known.secretInForm()) {
            form.put("client_id", settings.clientId());
            settings.clientSecret().ifPresent(secret -> form.put("client_secret", secret.value()));
            return;
        }
        String pair = Wire.encoded(settings.clientId()) + ':' + Wire.encoded(settings.clientSecret().get().value());
        headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                pair.getBytes(StandardCharsets.UTF_8)));
    }

    private Future<JsonObject> proof(JsonObject answer, Handshake handshake) {
        if (!(answer.getValue("id_token") instanceof String token)) {
            return Future.failedFuture(IdToken.refusal("malformed"));
        }
        JsonObject head = IdToken.head(token);
        return provider.keys(IdToken.text(head, "kid")).compose(keys -> keys.open(token, IdToken.text(head, "alg")))
                .recover(failure -> failure instanceof Problem ? Future.failedFuture(failure)
                        : Future.failedFuture(IdToken.refusal("signature")))
                .map(claims -> {
                    IdToken.check(claims, settings, handshake.nonce(), clock.instant());
                    return claims;
                });
    }

    /** Some providers say who somebody is only when they are asked for it. */
    private Future<JsonObject> complete(Endpoints known, JsonObject claims, JsonObject answer) {
        if (name(claims).isPresent() || known.userInfo().isEmpty()
                || !(answer.getValue("access_token") instanceof String token)) {
            return Future.succeededFuture(claims);
        }
        return wire.get(known.userInfo().get(), Map.of("Authorization", "Bearer " + token))
                .recover(Provider::unreachable)
                .map(said -> said.isGood() && claims.getString("sub").equals(said.body().getValue("sub"))
                        ? said.body().copy().mergeIn(claims) : claims);
    }

    private Identity identity(JsonObject claims) {
        String name = name(claims).orElseThrow(() ->
                Problem.of(Problem.Sort.UNAUTHENTICATED, "staff.openid.claim." + settings.claim().code()));
        return new Identity(settings.issuer() + "|" + claims.getString("sub"), name);
    }

    private Optional<String> name(JsonObject claims) {
        boolean verified = settings.claim() != Claim.EMAIL || Boolean.TRUE.equals(claims.getValue("email_verified"));
        return verified && claims.getValue(settings.claim().code()) instanceof String name && !name.isBlank()
                ? Optional.of(name.strip().toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
