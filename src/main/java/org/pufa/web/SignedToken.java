package org.pufa.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.pufa.kernel.Hmac;

/**
 * Small texts that only this platform can have made: {@code base64url(payload).base64url(code)}, where the code is the
 * first 16 bytes of an HMAC-SHA-256. The key is derived from the purpose, so that a token of one purpose is refused for
 * every other. The payload can be read by anyone; it says nothing secret.
 */
public final class SignedToken {

    private static final int CODE_BYTES = 16;
    /** Length of the code in base64url. */
    private static final int CODE_LENGTH = 22;
    /** No token of ours comes near this; what is longer is not even decoded. */
    private static final int MAX_LENGTH = 4096;

    private final Hmac hmac;

    /**
     * @param key the secret, at least 16 bytes
     * @param purpose what the tokens are for, such as {@code attempt}
     */
    public SignedToken(byte[] key, String purpose) {
        hmac = new Hmac(new Hmac(key).of(("signed token: " + purpose).getBytes(StandardCharsets.UTF_8)));
    }

    public String sign(byte[] payload) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(payload) + '.' + encoder.encodeToString(hmac.of(CODE_BYTES, payload));
    }

    /** The payload, if this platform signed it for this purpose; nothing for any other text, also null. */
    public Optional<byte[]> open(String token) {
        if (token == null || token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int dot = token.length() - CODE_LENGTH - 1;
        if (dot < 0 || token.charAt(dot) != '.') {
            return Optional.empty();
        }
        byte[] payload = decode(token.substring(0, dot));
        if (payload == null) {
            return Optional.empty();
        }
        boolean ours = MessageDigest.isEqual(latin(sign(payload)), latin(token));
        return ours ? Optional.of(payload) : Optional.empty();
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Comparing whole texts, not decoded bytes, also refuses other spellings of the same bytes. */
    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
