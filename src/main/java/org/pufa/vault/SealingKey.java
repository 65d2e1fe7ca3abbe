package org.pufa.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pufa.kernel.Hmac;

/**
 * One key that seals personal data.
 *
 * @param id eight hex digits that stand in every record it seals
 * @param secret 32 bytes
 */
record SealingKey(String id, byte[] secret) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8}):([0-9a-fA-F]{64})");
    private static final int BYTES = 32;
    private static final byte[] PROOF = {'p', 'r', 'o', 'o', 'f', 0};

    SealingKey {
        Objects.requireNonNull(id);
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes");
        }
    }

    static SealingKey random(SecureRandom random) {
        var bytes = new byte[4 + BYTES];
        random.nextBytes(bytes);
        return new SealingKey(HexFormat.of().formatHex(bytes, 0, 4), Arrays.copyOfRange(bytes, 4, bytes.length));
    }

    /** Reads {@code 1f2e3d4c:…}; nothing when the text is no key. */
    static Optional<SealingKey> parse(String text) {
        var parts = FORM.matcher(text.strip());
        return parts.matches() ? Optional.of(new SealingKey(parts.group(1), HexFormat.of().parseHex(parts.group(2))))
                : Optional.empty();
    }

    /** What tells this key from another of the same id, without giving it away. */
    byte[] proof() {
        return new Hmac(secret).of(PROOF);
    }

    /** The key as a key file holds it. */
    String line() {
        return id + ":" + HexFormat.of().formatHex(secret);
    }

    @Override
    public String toString() {
        return id + ":***";
    }
}
