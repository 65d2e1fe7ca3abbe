package org.pufa.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a sealed record is written: one byte that names the algorithm (1: AES-256-GCM), four bytes that name the key,
 * twelve bytes of nonce, then the cipher text with its tag. What is sealed for one purpose cannot be opened for
 * another.
 */
final class Envelope {

    /** Algorithm and key, by which records of a key are found. */
    static final int PREFIX_BYTES = 5;

    private static final byte AES_256_GCM = 1;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEAD_BYTES = PREFIX_BYTES + NONCE_BYTES;

    private Envelope() {
    }

    static byte[] seal(SealingKey key, byte[] plain, String purpose, SecureRandom random) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose).doFinal(plain);
            return ByteBuffer.allocate(HEAD_BYTES + locked.length).put(prefix(key)).put(nonce).put(locked).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** How every record begins that this key sealed. */
    static byte[] prefix(SealingKey key) {
        return ByteBuffer.allocate(PREFIX_BYTES).put(AES_256_GCM).put(HexFormat.of().parseHex(key.id())).array();
    }

    /** The id of the key that sealed it; nothing when it is no sealed record. */
    static Optional<String> keyId(byte[] sealed) {
        return sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] != AES_256_GCM ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(sealed, 1, PREFIX_BYTES));
    }

    /** Nothing when it was changed since, sealed for another purpose, or by another key of that id. */
    static Optional<byte[]> open(SealingKey key, byte[] sealed, String purpose) {
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, PREFIX_BYTES, HEAD_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, purpose)
                    .doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SealingKey key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key.secret(), "AES"), new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(prefix(key));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
