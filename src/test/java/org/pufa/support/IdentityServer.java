package org.pufa.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * An OpenID Connect provider on 127.0.0.1 with one client: discovery, authorization code with PKCE, signed tokens, keys,
 * user info. It checks what a provider must check, and can be told to misbehave.
 */
public final class IdentityServer implements AutoCloseable {

    public static final String CLIENT = "pufa";
    public static final String SECRET = "a secret: of/the client";

    private final HttpServer server;
    private final Clock clock;
    private final String host;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, String> accessTokens = new ConcurrentHashMap<>();
    private volatile KeyPair published = keys();
    private volatile KeyPair signing = published;
    private volatile String keyId = "first";
    /** Who is signed in there, with what is said of them. */
    private volatile JsonObject person = new JsonObject();
    private volatile UnaryOperator<JsonObject> claims = UnaryOperator.identity();
    private volatile UnaryOperator<String> token = UnaryOperator.identity();
    private volatile boolean asksFirst;
    private volatile boolean claimsInToken = true;

    /** @param port 0 for any free one */
    public IdentityServer(Clock clock, int port) {
        this(clock, "127.0.0.1", port);
    }

    /** @param host what it calls itself: browsers take localhost for another site than 127.0.0.1 */
    public IdentityServer(Clock clock, String host, int port) {
        this.clock = clock;
        this.host = host;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    private record Grant(String redirectUri, String challenge, String nonce, JsonObject person) {
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String issuer() {
        return "http://" + host + ":" + port();
    }

    /** Signs somebody in there. */
    public void isVisitedBy(JsonObject someone) {
        person = someone;
    }

    public void isVisitedBy(String subject, String username) {
        isVisitedBy(new JsonObject().put("sub", subject).put("preferred_username", username));
    }

    /** Changes what tokens say from now on. */
    public void says(UnaryOperator<JsonObject> change) {
        claims = change;
    }

    /** Changes whole signed tokens from now on. */
    public void sends(UnaryOperator<String> change) {
        token = change;
    }

    /** Shows a page with a button before it sends anybody back. */
    public void asksFirst() {
        asksFirst = true;
    }

    /** Tells names only to whoever asks for them with the access token. */
    public void keepsNamesForUserInfo() {
        claimsInToken = false;
    }

    /** Signs by a key that nobody was told of. */
    public void signsByAnotherKey() {
        signing = keys();
    }

    /** Signs by a new key, and publishes it. */
    public void changesItsKey() {
        published = keys();
        signing = published;
        keyId = "second";
    }

    /** The public key as others know it. */
    public RSAPublicKey publicKey() {
        return (RSAPublicKey) published.getPublic();
    }

    /** Behaves again. */
    public void behaves() {
        claims = UnaryOperator.identity();
        token = UnaryOperator.identity();
        signing = published;
        claimsInToken = true;
        asksFirst = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query = parse(exchange.getRequestURI().getRawQuery());
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
                case "/authorize" -> authorize(exchange, query);
                case "/token" -> redeem(exchange, parse(new String(exchange.getRequestBody().readAllBytes(),
                        StandardCharsets.UTF_8)));
                case "/keys" -> json(exchange, 200, keySet());
                case "/me" -> userInfo(exchange);
                default -> json(exchange, 404, new JsonObject());
            }
        }
    }

    private JsonObject discovery() {
        return new JsonObject().put("issuer", issuer()).put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token").put("jwks_uri", issuer() + "/keys")
                .put("userinfo_endpoint", issuer() + "/me").put("response_types_supported", new JsonArray().add("code"))
                .put("subject_types_supported", new JsonArray().add("public"))
                .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"))
                .put("code_challenge_methods_supported", new JsonArray().add("S256"));
    }

    private void authorize(HttpExchange exchange, Map<String, String> asked) throws IOException {
        boolean right = CLIENT.equals(asked.get("client_id")) && "code".equals(asked.get("response_type"))
                && asked.getOrDefault("scope", "").contains("openid")
                && asked.getOrDefault("redirect_uri", "").endsWith("/console/login/openid/answer")
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.getOrDefault("code_challenge", "").length() == 43;
        if (!right) {
            json(exchange, 400, new JsonObject().put("error", "invalid_request"));
        } else if (asksFirst && !asked.containsKey("agreed")) {
            String here = exchange.getRequestURI() + "&agreed=yes";
            html(exchange, "<!doctype html><title>Identity provider</title><a id=\"agree\" href=\""
                    + here.replace("&", "&amp;") + "\">Agree</a>");
        } else {
            String code = UUID.randomUUID().toString();
            codes.put(code, new Grant(asked.get("redirect_uri"), asked.get("code_challenge"), asked.get("nonce"), person));
            redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + encoded(asked.get("state")));
        }
    }

    /** A code is redeemed once, by the client that knows its secret and what the challenge was made of. */
    private void redeem(HttpExchange exchange, Map<String, String> asked) throws IOException {
        String pair = encoded(CLIENT) + ':' + encoded(SECRET);
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, new JsonObject().put("error", "invalid_client"));
            return;
        }
        Grant grant = codes.remove(asked.getOrDefault("code", ""));
        if (grant == null || !"authorization_code".equals(asked.get("grant_type"))
                || !grant.redirectUri().equals(asked.get("redirect_uri"))
                || !grant.challenge().equals(challenge(asked.getOrDefault("code_verifier", "")))) {
            json(exchange, 400, new JsonObject().put("error", "invalid_grant"));
            return;
        }
        String access = UUID.randomUUID().toString();
        accessTokens.put(access, grant.person().encode());
        json(exchange, 200, new JsonObject().put("token_type", "Bearer").put("access_token", access)
                .put("expires_in", 300).put("id_token", token.apply(idToken(grant))));
    }

    private String idToken(Grant grant) {
        long now = clock.instant().getEpochSecond();
        var said = new JsonObject().put("iss", issuer()).put("aud", CLIENT).put("iat", now).put("exp", now + 300)
                .put("nonce", grant.nonce());
        said.mergeIn(claimsInToken ? grant.person() : new JsonObject().put("sub", grant.person().getString("sub")));
        return signed(new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", keyId), claims.apply(said));
    }

    private String signed(JsonObject head, JsonObject said) {
        String text = base64(head.encode().getBytes(StandardCharsets.UTF_8)) + '.'
                + base64(said.encode().getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signing.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + '.' + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObject keySet() {
        return new JsonObject().put("keys", new JsonArray().add(new JsonObject().put("kty", "RSA").put("use", "sig")
                .put("alg", "RS256").put("kid", keyId).put("n", unsigned(publicKey().getModulus()))
                .put("e", unsigned(publicKey().getPublicExponent()))));
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String known = accessTokens.get(bearer.replaceFirst("^Bearer ", ""));
        json(exchange, known == null ? 401 : 200, known == null ? new JsonObject() : new JsonObject(known));
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> parse(String form) {
        var fields = new HashMap<String, String>();
        for (String pair : form == null || form.isEmpty() ? new String[0] : form.split("&")) {
            int equals = pair.indexOf('=');
            fields.put(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void json(HttpExchange exchange, int status, JsonObject body) throws IOException {
        send(exchange, status, "application/json", body.encode());
    }

    private static void html(HttpExchange exchange, String body) throws IOException {
        send(exchange, 200, "text/html; charset=utf-8", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", URI.create(address).toString());
        exchange.sendResponseHeaders(302, -1);
    }
}
