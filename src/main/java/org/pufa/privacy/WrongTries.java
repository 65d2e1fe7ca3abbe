package org.pufa.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.pufa.kernel.Problem;

/**
 * Receipts that led to nothing, counted for each network address for a few minutes and in memory only: enough to make
 * guessing hopeless, and far from what people behind one address mistype together.
 */
final class WrongTries {

    /** So long an address is remembered. */
    static final int MINUTES = 10;
    static final int MOST = 30;

    private static final int MOST_ADDRESSES = 20_000;

    private final Cache<String, AtomicInteger> tries;

    WrongTries(Ticker ticker) {
        tries = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(MINUTES)).maximumSize(MOST_ADDRESSES)
                .ticker(ticker).build();
    }

    /** @throws Problem TOO_MANY when that address has tried too often */
    void check(String address) {
        AtomicInteger count = tries.getIfPresent(address);
        if (count != null && count.get() >= MOST) {
            throw Problem.of(Problem.Sort.TOO_MANY, "privacy.erasure.too-many", MINUTES);
        }
    }

    void wrong(String address) {
        tries.get(address, first -> new AtomicInteger()).incrementAndGet();
    }
}
