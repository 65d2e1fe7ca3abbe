package org.pufa.outreach.plan;

import java.util.Objects;

/** How much of something a task is to bring. @param gauge code of what is counted */
public record Target(String gauge, long amount) {

    public static final long MOST = 100_000_000;

    public Target {
        Objects.requireNonNull(gauge);
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("no target: " + amount);
        }
    }
}
