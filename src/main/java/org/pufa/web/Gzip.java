package org.pufa.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compression for phones on slow networks. */
final class Gzip {

    /** Below this, the saving is less than one packet. */
    static final int WORTHWHILE_BYTES = 1024;
    /** For what is compressed once and sent often. */
    static final int THOROUGH = 6;
    /** For what is compressed for one answer, on the event loop. */
    static final int QUICK = 1;

    private Gzip() {
    }

    static byte[] compress(byte[] bytes, int level) {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (var gzip = new Leveled(out, level)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /** Whether the client said that it reads gzip. */
    static boolean isAccepted(HttpServerRequest request) {
        String accepted = request.headers().get(HttpHeaders.ACCEPT_ENCODING);
        int at = accepted == null ? -1 : accepted.indexOf("gzip");
        return at >= 0 && !refused(accepted, at + "gzip".length());
    }

    /** {@code gzip;q=0} means: not gzip. */
    private static boolean refused(String accepted, int from) {
        int end = accepted.indexOf(',', from);
        String quality = accepted.substring(from, end < 0 ? accepted.length() : end).replace(" ", "");
        return quality.matches(";q=0(\\.0*)?");
    }

    private static final class Leveled extends GZIPOutputStream {

        Leveled(ByteArrayOutputStream out, int level) throws IOException {
            super(out, 4096);
            def.setLevel(level);
        }
    }
}
