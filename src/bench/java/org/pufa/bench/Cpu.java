package org.pufa.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time that processes have used. */
final class Cpu {

    /** What the kernel counts in when it tells of processes. */
    private static final Duration TICK = Duration.ofMillis(10);

    private Cpu() {
    }

    /** Nanoseconds of this process. */
    static long ofThisProcess() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Nanoseconds that all processors together were busy; 0 where the system does not tell. */
    static long ofAll() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            String[] fields = lines.findFirst().orElse("cpu 0 0 0 0 0 0 0 0").trim().split(" +");
            long ticks = 0;
            for (int i : new int[] {1, 2, 3, 6, 7, 8}) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks * TICK.toNanos();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Nanoseconds of a process and, with those that have ended, of all it started; 0 where the system does not tell. */
    static long ofTree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).mapToLong(one -> of(one.pid())).sum();
    }

    /** Nanoseconds of a process, and of its children that have ended. */
    static long of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 11; i <= 14; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks * TICK.toNanos();
        } catch (IOException e) {
            return 0;
        }
    }
}
