package org.pufa.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/** Knows from which pages this platform's forms may be sent: its own. */
final class Origin {

    private final String own;

    /** @param publicUrl the public address, or null: then the Host header of each request stands for it */
    Origin(URI publicUrl) {
        own = publicUrl == null ? null : text(publicUrl);
    }

    /** False when the browser says that the request comes from elsewhere; a browser that says nothing passes. */
    boolean allows(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null || matches(origin, request.getHeader("Host"));
    }

    private boolean matches(String origin, String host) {
        if (own != null && own.equalsIgnoreCase(origin)) {
            return true;
        }
        int scheme = origin.indexOf("://");
        return own == null && host != null && scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(host);
    }

    private static String text(URI url) {
        boolean usual = url.getPort() < 0 || url.getPort() == ("https".equals(url.getScheme()) ? 443 : 80);
        return url.getScheme() + "://" + url.getHost() + (usual ? "" : ":" + url.getPort());
    }
}
