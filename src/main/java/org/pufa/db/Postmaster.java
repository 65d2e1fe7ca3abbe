package org.pufa.db;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server process and the port it listens on. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration SPEAK = Duration.ofSeconds(10);
    private static final int LAST_WORDS = 8_192;

    /** What the promise of durability and privacy rests on, and so is not left to a file. */
    private static final List<String> GUARDS = List.of("listen_addresses=127.0.0.1", "unix_socket_directories=",
            "fsync=on", "synchronous_commit=on", "full_page_writes=on", "timezone=UTC", "log_timezone=UTC",
            "logging_collector=off", "log_destination=stderr", "log_checkpoints=off",
            "log_error_verbosity=terse", "log_min_error_statement=panic");

    private final Process process;
    private final Path cluster;
    private final int port;

    private Postmaster(Process process, Path cluster, int port) {
        this.process = process;
        this.cluster = cluster;
        this.port = port;
    }

    /** Starts the server and waits until it accepts connections, however long its recovery takes. */
    static Postmaster start(EmbeddedSettings settings, PostgresBinaries binaries, ServerAccount account, int port)
            throws IOException {
        var command = new ArrayList<>(List.of(binaries.program("postgres"),
                "-D", settings.cluster().toString(), "-p", Integer.toString(port)));
        GUARDS.forEach(guard -> command.addAll(List.of("-c", guard)));
        var quietBefore = Files.exists(settings.log()) ? Files.size(settings.log()) : 0;
        var process = Shell.plain(new ProcessBuilder(detached(account.command(command))))
                .redirectInput(Path.of("/dev/null").toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile())).start();
        var postmaster = new Postmaster(process, settings.cluster(), port);
        try {
            postmaster.awaitReady();
            return postmaster;
        } catch (StartFailure e) {
            postmaster.stop();
            throw e;
        } catch (DiedEarly e) {
            throw Complaint.in(since(quietBefore, settings.log()), settings, "start");
        }
    }

    /** A session of its own, so that Ctrl-C in a terminal reaches the application and not the database under it. */
    private static List<String> detached(List<String> command) {
        if (Files.notExists(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        var all = new ArrayList<>(List.of("/usr/bin/setsid"));
        all.addAll(command);
        return all;
    }

    private void awaitReady() throws IOException, DiedEarly {
        var speakAt = System.nanoTime() + SPEAK.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new DiedEarly();
            }
            if (System.nanoTime() > speakAt) {
                LOG.info("PostgreSQL is still recovering");
                speakAt += SPEAK.toNanos();
            }
            Pause.of(LOOK);
        }
    }

    /** PostgreSQL writes its id into the first and its state into the eighth line of its process file. */
    private boolean isReady() throws IOException {
        var file = cluster.resolve("postmaster.pid");
        try {
            var lines = Files.readAllLines(file);
            return lines.size() >= 8 && lines.get(0).strip().equals(Long.toString(process.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static String since(long position, Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(position, file.length() - LAST_WORDS));
            var bytes = new byte[LAST_WORDS];
            var length = Math.max(0, file.read(bytes));
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Waits for the end of the process, whatever brings it about, and answers its exit code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Shuts down and waits. */
    void stop() throws IOException {
        new PostgresProcess(process.pid(), cluster, true).end();
    }

    /** The process ended before it was ready; why stands in the log. */
    private static final class DiedEarly extends Exception {
    }
}
