package org.pufa.staff.openid;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.pufa.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider as it last described itself; where it was silent it is asked again every time. */
final class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    /** So soon is noticed that the provider is down, or up again. */
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration KEYS_KEPT = Duration.ofHours(1);
    /** An unknown key is asked for no more often than this. */
    private static final Duration KEYS_PAUSE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final URI issuer;
    private final Wire wire;
    private final Clock clock;
    private volatile Known known;
    private volatile SigningKeys keys;
    private volatile Future<Endpoints> asking;
    private volatile boolean silent;

    Provider(Vertx vertx, URI issuer, Wire wire, Clock clock) {
        this.vertx = vertx;
        this.issuer = issuer;
        this.wire = wire;
        this.clock = clock;
    }

    private record Known(Endpoints endpoints, Instant since) {
    }

    /** Whether it answered when asked last; when that was a while ago it is asked meanwhile. */
    boolean isReachable() {
        if (!isFresh()) {
            ask();
        }
        return !silent;
    }

    private boolean isFresh() {
        Known last = known;
        return last != null && last.since().plus(KEPT).isAfter(clock.instant());
    }

    /** Fails with BUSY when the provider cannot be reached or says what cannot be. */
    Future<Endpoints> endpoints() {
        Known last = known;
        return last != null && isFresh() ? Future.succeededFuture(last.endpoints()) : ask().recover(Provider::unreachable);
    }

    /** One question at a time, for all who want to know. */
    private synchronized Future<Endpoints> ask() {
        if (asking == null || asking.isComplete()) {
            asking = wire.get(issuer + DISCOVERY, Map.of()).map(answer -> {
                if (!answer.isGood()) {
                    throw new IllegalStateException("status " + answer.status());
                }
                var endpoints = Endpoints.of(issuer, answer.body());
                known = new Known(endpoints, clock.instant());
                silent = false;
                return endpoints;
            }).onFailure(failure -> {
                known = null;
                silent = true;
                LOG.warn("The identity provider {} cannot be used now: {}", issuer, failure.getMessage());
            });
        }
        return asking;
    }

    /** The provider's keys; asked for anew when they are old or that one is not among them. */
    Future<SigningKeys> keys(String id) {
        SigningKeys kept = keys;
        Instant now = clock.instant();
        if (kept != null && kept.fetched().plus(kept.know(id) ? KEYS_KEPT : KEYS_PAUSE).isAfter(now)) {
            return Future.succeededFuture(kept);
        }
        return endpoints().compose(places -> wire.get(places.keys(), Map.of())).map(answer -> {
            if (!answer.isGood()) {
                throw down();
            }
            keys = new SigningKeys(vertx, answer.body(), now);
            return keys;
        }).recover(Provider::unreachable);
    }

    static <T> Future<T> unreachable(Throwable failure) {
        return Future.failedFuture(failure instanceof Problem ? failure : down());
    }

    private static Problem down() {
        return Problem.of(Problem.Sort.BUSY, "staff.openid.down");
    }
}
