package org.pufa.web;

/** Reads single values out of a {@code Cookie} header without taking the whole header apart. */
public final class CookieHeader {

    private CookieHeader() {
    }

    /** Whether the first cookie of that name has exactly that value. */
    static boolean has(String header, String name, String value) {
        int start = valueStart(header, name);
        return start >= 0 && header.startsWith(value, start) && ends(header, start + value.length());
    }

    /** The value of the first cookie of that name, or null. */
    public static String value(String header, String name) {
        int start = header == null ? -1 : valueStart(header, name);
        if (start < 0) {
            return null;
        }
        int end = header.indexOf(';', start);
        return header.substring(start, end < 0 ? header.length() : end).strip();
    }

    private static int valueStart(String header, String name) {
        for (int at = header.indexOf(name); at >= 0; at = header.indexOf(name, at + 1)) {
            int equals = at + name.length();
            if (begins(header, at) && equals < header.length() && header.charAt(equals) == '=') {
                return equals + 1;
            }
        }
        return -1;
    }

    private static boolean begins(String header, int at) {
        int before = at - 1;
        while (before >= 0 && header.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || header.charAt(before) == ';';
    }

    private static boolean ends(String header, int at) {
        return at == header.length() || header.charAt(at) == ';' || header.charAt(at) == ' ';
    }
}
