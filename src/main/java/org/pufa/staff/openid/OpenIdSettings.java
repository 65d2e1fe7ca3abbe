package org.pufa.staff.openid;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Secret;

/**
 * Which identity provider, and as whom we ask it.
 *
 * @param issuer as the provider spells itself, without a slash at the end
 * @param clientSecret nothing for a client that has none
 * @param label what the provider is called on the sign-in page
 */
public record OpenIdSettings(URI issuer, String clientId, Optional<Secret> clientSecret, LocalText label, Claim claim) {

    private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "localhost", "[::1]");

    public OpenIdSettings {
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(clientSecret);
        Objects.requireNonNull(label);
        Objects.requireNonNull(claim);
    }

    /** What the provider says of people that tells whose account is theirs. */
    public enum Claim {

        /** A name that the provider gives out. */
        PREFERRED_USERNAME,
        /** An e-mail address that the provider has verified. */
        EMAIL;

        /** The name of the claim, also in the configuration. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Claim> parse(String code) {
            return Arrays.stream(values()).filter(claim -> claim.code().equals(code)).findFirst();
        }
    }

    /** Whether what passes between us and that address is kept from others: TLS, or within this machine. */
    public static boolean isSafe(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null
                || "http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost()));
    }
}
