package org.pufa.web;

/** A device that several people use one after the other, which says so by a cookie. */
public final class Kiosked {

    /** Name of the cookie; what it holds is for the feature that sets it. */
    public static final String COOKIE = "kiosk";
    /** Where each person begins. */
    public static final String START = "/kiosk";

    private Kiosked() {
    }

    /** Whether these cookies are those of such a device. @param header null for none */
    static boolean is(String header) {
        // nearly nobody's are, so they are not taken apart for that
        String value = header == null || !header.contains(COOKIE) ? null : CookieHeader.value(header, COOKIE);
        return value != null && !value.isEmpty();
    }
}
