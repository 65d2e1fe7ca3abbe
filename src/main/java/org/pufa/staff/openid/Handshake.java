package org.pufa.staff.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.pufa.kernel.Sha256;

/**
 * What one sign-in through the provider must bring back.
 *
 * @param state that the answer is to a question of this browser
 * @param nonce that the proof was made for this question
 * @param verifier that whoever redeems the code asked for it (PKCE, RFC 7636)
 */
public record Handshake(String state, String nonce, String verifier) {

    private static final int BYTES = 32;

    public static Handshake fresh(SecureRandom random) {
        return new Handshake(text(random), text(random), text(random));
    }

    private static String text(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    /** What of the verifier is shown beforehand. */
    String challenge() {
        return base64(Sha256.of(verifier));
    }

    /** Whether the answer brings the state back. */
    public boolean isAnswered(String sent) {
        return isSame(state, sent);
    }

    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
