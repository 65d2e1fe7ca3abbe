package org.pufa.kernel;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key; safe for use by several threads. */
public final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prototype;
    private final ThreadLocal<Mac> mac = ThreadLocal.withInitial(this::copy);

    /** @param key the secret, at least 16 bytes */
    public Hmac(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key has at least 16 bytes");
        }
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The 32-byte code of the parts, one after the other. */
    public byte[] of(byte[]... parts) {
        var mine = mac.get();
        for (byte[] part : parts) {
            mine.update(part);
        }
        return mine.doFinal();
    }

    /** The first {@code length} bytes of the code. */
    public byte[] of(int length, byte[]... parts) {
        return Arrays.copyOf(of(parts), length);
    }

    private Mac copy() {
        synchronized (prototype) {
            try {
                return (Mac) prototype.clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("the platform's HMAC can be copied", e);
            }
        }
    }
}
