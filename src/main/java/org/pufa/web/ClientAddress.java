package org.pufa.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the client behind our own proxies: each of them appended the address it was called from. */
final class ClientAddress {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private ClientAddress() {
    }

    static String of(HttpServerRequest request, int trustedHops) {
        var peer = request.remoteAddress();
        String direct = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
        return trustedHops == 0 ? direct : forwarded(request.headers().getAll("X-Forwarded-For"), trustedHops, direct);
    }

    /** The entry that the outermost trusted proxy wrote; what stands to its left is the client's own claim. */
    static String forwarded(List<String> headers, int trustedHops, String direct) {
        String[] entries = String.join(",", headers).split(",");
        if (entries.length < trustedHops) {
            return direct;
        }
        String entry = withoutPort(entries[entries.length - trustedHops].strip());
        return ADDRESS.matcher(entry).matches() ? entry : direct;
    }

    private static String withoutPort(String entry) {
        if (entry.startsWith("[")) {
            int close = entry.indexOf(']');
            return close < 0 ? entry : entry.substring(1, close);
        }
        int colon = entry.indexOf(':');
        return colon >= 0 && colon == entry.lastIndexOf(':') ? entry.substring(0, colon) : entry;
    }
}
