package org.pufa.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * A door so busy that it is answered before the router is asked: {@code POST <prefix><name><suffix>} with a JSON body
 * of known length. Requests of any other form still come to the router, so the same door must stand there too.
 *
 * @param prefix how the path begins, such as {@code /api/v1/campaigns/}; under {@code /api/}, so that refusals are
 *     documents for programs
 * @param suffix how it ends, such as {@code /entries}
 * @param action takes the name and the body; what it throws or fails with is answered as a problem
 */
public record QuickPost(String prefix, String suffix, BiFunction<String, Buffer, Future<Answer>> action) {

    /** @param json the whole body */
    public record Answer(int status, Buffer json) {
    }

    public QuickPost {
        Objects.requireNonNull(suffix);
        Objects.requireNonNull(action);
        if (!prefix.startsWith("/api/")) {
            throw new IllegalArgumentException("not a door for programs: " + prefix);
        }
    }

    /** The name in the address of a request, or null when the request is not plainly for this door. */
    String nameIn(HttpServerRequest request) {
        String uri = request.uri();
        int end = uri.length() - suffix.length();
        if (end <= prefix.length() || !uri.startsWith(prefix) || !uri.endsWith(suffix)) {
            return null;
        }
        for (int i = prefix.length(); i < end; i++) {
            char c = uri.charAt(i);
            if (c == '/' || c == '?' || c == '%' || c == ';') {
                return null;
            }
        }
        return uri.substring(prefix.length(), end);
    }
}
