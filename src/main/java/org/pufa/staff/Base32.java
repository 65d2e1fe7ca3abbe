package org.pufa.staff;

/** Bytes as letters and digits that people can type (RFC 4648, without padding). */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {
    }

    static String of(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int waiting = 0;
        for (byte one : bytes) {
            buffer = buffer << Byte.SIZE | one & 0xff;
            waiting += Byte.SIZE;
            while (waiting >= BITS) {
                waiting -= BITS;
                text.append(ALPHABET.charAt(buffer >> waiting & 31));
            }
        }
        if (waiting > 0) {
            text.append(ALPHABET.charAt(buffer << BITS - waiting & 31));
        }
        return text.toString();
    }

    /** In groups of four, as people read them. */
    static String spaced(String text) {
        return text.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
