package org.pufa.db;

import java.time.Duration;

/** Waiting that gives up when the thread is told to. */
final class Pause {

    private Pause() {
    }

    static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Stopped while waiting for PostgreSQL.");
        }
    }
}
