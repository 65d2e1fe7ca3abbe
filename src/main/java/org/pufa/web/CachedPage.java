package org.pufa.web;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pufa.kernel.Sha256;

/**
 * A whole answer, ready to be sent any number of times: body, compressed body, every header, and a strong entity tag by
 * which a browser that has it already is told so in a few bytes.
 */
public final class CachedPage {

    /** For how many different cookies an answer is kept ready. */
    private static final int MOST_COOKIES = 500;

    private final Variant plain;
    private final Variant gzip;
    private final long validUntil;

    private CachedPage(Variant plain, Variant gzip, long validUntil) {
        this.plain = plain;
        this.gzip = gzip;
        this.validUntil = validUntil;
    }

    /**
     * @param headers all headers but Content-Length, Content-Encoding, ETag
     * @param compress whether a compressed form is worth keeping
     * @param validUntil after which the page must be made anew
     */
    static CachedPage of(byte[] body, Map<CharSequence, CharSequence> headers, boolean compress, Instant validUntil) {
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(body), 12));
        var plain = new Variant(body, headers, '"' + hash + '"', false);
        if (!compress || body.length < Gzip.WORTHWHILE_BYTES) {
            return new CachedPage(plain, plain, validUntil.toEpochMilli());
        }
        var gzip = new Variant(Gzip.compress(body, Gzip.THOROUGH), headers, '"' + hash + "-g\"", true);
        return new CachedPage(plain, gzip, validUntil.toEpochMilli());
    }

    boolean isValidAt(long epochMillis) {
        return epochMillis < validUntil;
    }

    /** Sends the page. Headers set before are replaced; cookies added to the response are kept. */
    void answer(HttpServerRequest request) {
        answer(request, null);
    }

    /** @param cookie one Set-Cookie more, or null */
    void answer(HttpServerRequest request, String cookie) {
        Variant variant = gzip != plain && Gzip.isAccepted(request) ? gzip : plain;
        HttpServerResponse response = request.response();
        String known = request.headers().get(HttpHeaders.IF_NONE_MATCH);
        if (known != null && (known.contains(plain.etag) || known.contains(gzip.etag))) {
            response.setStatusCode(304);
            response.headers().setAll(variant.notModified(cookie));
            response.end();
            return;
        }
        response.headers().setAll(variant.headers(cookie));
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(variant.body);
        }
    }

    /** One encoding of the page. The header maps are read-only, which lets Vert.x write their bytes as they are. */
    private static final class Variant {

        private final Buffer body;
        private final String etag;
        private final MultiMap headers;
        private final MultiMap notModified;
        private final Map<String, MultiMap> headersWithCookie = new ConcurrentHashMap<>();

        Variant(byte[] body, Map<CharSequence, CharSequence> shared, String etag, boolean compressed) {
            this.body = Buffer.buffer(body);
            this.etag = etag;
            var common = HttpHeaders.headers();
            shared.forEach(common::add);
            common.add(HttpHeaders.ETAG, HttpHeaders.createOptimized(etag));
            this.notModified = common.copy(false);
            common.add(HttpHeaders.CONTENT_LENGTH, HttpHeaders.createOptimized(Integer.toString(body.length)));
            if (compressed) {
                common.add(HttpHeaders.CONTENT_ENCODING, HttpHeaders.createOptimized("gzip"));
            }
            this.headers = common.copy(false);
        }

        MultiMap headers(String cookie) {
            if (cookie == null) {
                return headers;
            }
            MultiMap ready = headersWithCookie.get(cookie);
            return ready != null ? ready : headersWithCookie.size() < MOST_COOKIES
                    ? headersWithCookie.computeIfAbsent(cookie, text -> with(headers, text)) : with(headers, cookie);
        }

        MultiMap notModified(String cookie) {
            return cookie == null ? notModified : with(notModified, cookie);
        }

        private static MultiMap with(MultiMap headers, String cookie) {
            return headers.copy(true).add(HttpHeaders.SET_COOKIE, HttpHeaders.createOptimized(cookie)).copy(false);
        }
    }
}
