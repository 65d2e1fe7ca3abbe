package org.pufa.bank.format;

import java.util.Base64;

/** Bytes of pictures in files that hold only text. */
public final class Base64Text {

    private Base64Text() {
    }

    /** What was meant; nothing when it cannot be read. Line ends and spaces in between mean nothing. */
    public static byte[] bytes(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    public static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
