package org.pufa.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What the web toolkit needs to know of its surroundings.
 *
 * @param publicUrl the address under which people reach the platform, or null when it is not known
 * @param trustedProxyHops how many proxies of our own stand in front, each adding one entry to X-Forwarded-For
 * @param formLimitBytes largest body of an ordinary form or JSON request
 * @param timeout after which a request that is still unanswered is told to come back later
 * @param uploads directory in which uploaded files lie until their request is answered
 */
public record WebConfig(URI publicUrl, int trustedProxyHops, long formLimitBytes, Duration timeout, Path uploads) {

    public static final long FORM_LIMIT_BYTES = 64 * 1024;

    public WebConfig {
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(uploads, "uploads");
        if (trustedProxyHops < 0 || trustedProxyHops > 10) {
            throw new IllegalArgumentException("0 to 10 proxies, not " + trustedProxyHops);
        }
        if (formLimitBytes < 1024) {
            throw new IllegalArgumentException("forms need at least 1024 bytes");
        }
    }

    /** The usual limits: 64 KiB, 30 seconds, uploads in the system's temporary directory. */
    public static WebConfig of(URI publicUrl, int trustedProxyHops) {
        return new WebConfig(publicUrl, trustedProxyHops, FORM_LIMIT_BYTES, Duration.ofSeconds(30),
                Path.of(System.getProperty("java.io.tmpdir"), "pufa-uploads"));
    }

    /** Whether people reach the platform through TLS, so that cookies may be marked Secure. */
    public boolean https() {
        return publicUrl != null && "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
