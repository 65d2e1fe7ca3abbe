package org.pufa.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process of PostgreSQL that works on one cluster directory. Found through the process table, never through a bare
 * process id, because after a crash that id may belong to a stranger.
 *
 * @param main whether it is the server itself rather than one of its children
 */
record PostgresProcess(long pid, Path cluster, boolean main) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    private static final Path PROCESSES = Path.of("/proc");
    private static final Duration FAST = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    /** All that work on the cluster now, whoever started them. */
    static List<PostgresProcess> on(Path cluster) throws IOException {
        try (var entries = Files.list(PROCESSES)) {
            return entries.map(entry -> entry.getFileName().toString()).filter(name -> name.matches("\\d+"))
                    .flatMap(pid -> of(Long.parseLong(pid), cluster)).toList();
        }
    }

    private static Stream<PostgresProcess> of(long pid, Path cluster) {
        var words = words(pid);
        if (isServer(words, cluster)) {
            return Stream.of(new PostgresProcess(pid, cluster, true));
        }
        return words.get(0).startsWith("postgres: ") && worksIn(pid, cluster)
                ? Stream.of(new PostgresProcess(pid, cluster, false)) : Stream.empty();
    }

    private static boolean isServer(List<String> words, Path cluster) {
        var directory = words.indexOf("-D") + 1;
        return words.get(0).endsWith("/postgres") && directory > 0 && directory < words.size()
                && words.get(directory).equals(cluster.toString());
    }

    private static boolean worksIn(long pid, Path cluster) {
        try {
            return Files.readSymbolicLink(PROCESSES.resolve(pid + "/cwd")).equals(cluster);
        } catch (IOException e) {
            return false;
        }
    }

    /** Its command line; one empty word when it has ended, also while nobody has collected it yet. */
    private static List<String> words(long pid) {
        try {
            var line = Files.readAllBytes(PROCESSES.resolve(pid + "/cmdline"));
            return List.of(new String(line, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return List.of("");
        }
    }

    /** Whether it is still there, and still the same. */
    boolean lives() {
        return of(pid, cluster).findAny().isPresent();
    }

    /**
     * Ends it and waits: first with what PostgreSQL calls a fast shutdown, which closes the cluster cleanly, then
     * harder. Each of these keeps all that was committed.
     */
    void end() throws IOException {
        if (send("INT", FAST)) {
            return;
        }
        LOG.warn("PostgreSQL process {} did not shut down within {} s; stopping it hard", pid, FAST.toSeconds());
        if (!send("QUIT", IMMEDIATE)) {
            send("KILL", IMMEDIATE);
        }
    }

    /** For a child whose server is gone: it has nothing left to save. */
    void abandon() throws IOException {
        if (!send("QUIT", Duration.ofSeconds(2))) {
            send("KILL", IMMEDIATE);
        }
    }

    private boolean send(String signal, Duration patience) throws IOException {
        var sent = Shell.run(List.of("sh", "-c", "kill -" + signal + " " + pid)).succeeded();
        if (!sent && lives()) {
            throw new StartFailure("PostgreSQL process " + pid + " of another user works on " + cluster
                    + ": stop it, or start this program as that user.");
        }
        var deadline = System.nanoTime() + patience.toNanos();
        while (lives()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.of(Duration.ofMillis(5));
        }
        return true;
    }
}
