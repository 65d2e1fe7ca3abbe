package org.pufa.web;

import java.util.Map;

/**
 * What a published file is.
 *
 * @param header value of the Content-Type header
 * @param compressible whether gzip makes it smaller
 */
record ContentType(String header, boolean compressible) {

    private static final Map<String, ContentType> BY_ENDING = Map.ofEntries(
            Map.entry("css", new ContentType("text/css; charset=utf-8", true)),
            Map.entry("js", new ContentType("text/javascript; charset=utf-8", true)),
            Map.entry("json", new ContentType("application/json; charset=utf-8", true)),
            Map.entry("svg", new ContentType("image/svg+xml; charset=utf-8", true)),
            Map.entry("txt", new ContentType("text/plain; charset=utf-8", true)),
            Map.entry("yaml", new ContentType("application/yaml; charset=utf-8", true)),
            Map.entry("webmanifest", new ContentType("application/manifest+json; charset=utf-8", true)),
            Map.entry("ico", new ContentType("image/x-icon", false)),
            Map.entry("png", new ContentType("image/png", false)),
            Map.entry("jpg", new ContentType("image/jpeg", false)),
            Map.entry("webp", new ContentType("image/webp", false)),
            Map.entry("woff2", new ContentType("font/woff2", false)));

    private static final ContentType UNKNOWN = new ContentType("application/octet-stream", false);

    static ContentType of(String fileName) {
        return BY_ENDING.getOrDefault(fileName.substring(fileName.lastIndexOf('.') + 1), UNKNOWN);
    }
}
