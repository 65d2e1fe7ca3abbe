package org.pufa.bank.intake;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Measures work by the time of the processor, which does not depend on what else the machine does. */
final class Work {

    private final long from = now();

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    Duration done() {
        return Duration.ofNanos(now() - from);
    }
}
