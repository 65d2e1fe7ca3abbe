package org.pufa.kernel;

import java.time.Instant;
import java.util.Objects;

/** The time in which a campaign takes entries: from {@code opens}, included, to {@code closes}, excluded. */
public record Window(Instant opens, Instant closes) {

    public Window {
        Objects.requireNonNull(opens, "opens");
        Objects.requireNonNull(closes, "closes");
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("the window closes before it opens");
        }
    }

    public boolean contains(Instant time) {
        return !isBefore(time) && !isAfter(time);
    }

    /** Whether the window has not opened yet at {@code time}. */
    public boolean isBefore(Instant time) {
        return time.isBefore(opens);
    }

    /** Whether the window is over at {@code time}. */
    public boolean isAfter(Instant time) {
        return !time.isBefore(closes);
    }
}
