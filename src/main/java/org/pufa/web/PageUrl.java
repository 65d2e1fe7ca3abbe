package org.pufa.web;

import java.util.Optional;

/** Addresses of the page itself, for links that show the same page another way. */
final class PageUrl {

    private PageUrl() {
    }

    /** Path and query without language and size. A path that a browser would take for another site becomes "/". */
    static String of(String path, String query) {
        String own = isOnThisSite(path) ? path : "/";
        if (query == null || query.isEmpty()) {
            return own;
        }
        var kept = new StringBuilder();
        for (String part : query.split("&")) {
            if (!part.isEmpty() && !isLook(part)) {
                kept.append(kept.isEmpty() ? '?' : '&').append(part);
            }
        }
        return own + kept;
    }

    /** Path and query of an absolute address, if its host is this one. */
    static Optional<String> onThisSite(String address, String host) {
        int start = address.indexOf("://");
        int path = start < 0 ? -1 : address.indexOf('/', start + 3);
        if (path < 0 || !address.substring(start + 3, path).equalsIgnoreCase(host)) {
            return Optional.empty();
        }
        int mark = address.indexOf('?', path);
        return Optional.of(mark < 0 ? of(address.substring(path), null)
                : of(address.substring(path, mark), address.substring(mark + 1)));
    }

    /** Whether the query of {@code uri}, which begins after {@code mark}, changes language or size. */
    static boolean changesLook(String uri, int mark) {
        for (int start = mark; start >= 0; start = uri.indexOf('&', start + 1)) {
            if (uri.startsWith("lang=", start + 1) || uri.startsWith("size=", start + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLook(String part) {
        return part.startsWith("lang=") || part.startsWith("size=");
    }

    private static boolean isOnThisSite(String path) {
        return path != null && path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0;
    }
}
