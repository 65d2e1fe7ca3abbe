package org.pufa.staff.openid;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * Where the provider does what, by its own discovery document.
 *
 * @param userInfo nothing where it says all in its proof
 * @param secretInForm whether it takes the client's secret in the form only
 */
record Endpoints(String authorization, String token, String keys, Optional<String> userInfo, boolean secretInForm) {

    /** @throws IllegalStateException when the document is of another provider, lacks something or names unsafe places */
    static Endpoints of(URI issuer, JsonObject document) {
        if (!issuer.toString().equals(withoutSlash(document.getString("issuer", "")))) {
            throw new IllegalStateException("the discovery document is of " + document.getString("issuer"));
        }
        var ways = document.getJsonArray("token_endpoint_auth_methods_supported", new JsonArray()
                .add("client_secret_basic"));
        return new Endpoints(address(document, "authorization_endpoint"), address(document, "token_endpoint"),
                address(document, "jwks_uri"), document.containsKey("userinfo_endpoint")
                ? Optional.of(address(document, "userinfo_endpoint")) : Optional.empty(),
                !ways.contains("client_secret_basic") && ways.contains("client_secret_post"));
    }

    private static String address(JsonObject document, String name) {
        String value = document.getString(name, "");
        if (!OpenIdSettings.isSafe(URI.create(value))) {
            throw new IllegalStateException("the discovery document has no safe " + name + ": " + value);
        }
        return value;
    }

    static String withoutSlash(String issuer) {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }
}
