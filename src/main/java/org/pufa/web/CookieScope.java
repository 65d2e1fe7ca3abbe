package org.pufa.web;

/**
 * Where a cookie is sent. Every cookie is HttpOnly, and Secure wherever people come through TLS.
 *
 * @param path below which the browser sends it
 * @param strict never sent when the person comes from another site, not even by following a link
 */
public record CookieScope(String path, boolean strict) {

    /** The whole site, also when a link on another site leads here. */
    public static final CookieScope SITE = new CookieScope("/", false);
}
