package org.pufa.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application's own PostgreSQL: started over whatever was left behind, watched while it runs, stopped last. */
final class EmbeddedServer implements DatabaseServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final long LEAST_SPACE = 64L << 20;
    private static final long LONG_LOG = 10L << 20;
    private static final int TRIES = 5;
    private static final Duration FIRST_REST = Duration.ofMillis(200);
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final EmbeddedSettings settings;
    private final DirectoryLock lock;
    private final PostgresBinaries binaries;
    private final ServerAccount account;
    private final String url;
    private final Thread watch;
    private volatile boolean stopping;
    private boolean stopped;
    private volatile Postmaster postmaster;

    private EmbeddedServer(EmbeddedSettings settings, DirectoryLock lock) throws IOException {
        this.settings = settings;
        this.lock = lock;
        this.binaries = PostgresBinaries.unpackedIn(settings.binaries());
        LeftOvers.clear(settings.cluster());
        this.account = ServerAccount.choose(settings);
        var cluster = new Cluster(settings, binaries, account);
        cluster.prepare();
        startANewLog();
        this.postmaster = startFirst();
        this.url = Cluster.url(settings, postmaster.port());
        this.watch = new Thread(this::watch, "postgres-watch");
        watch.setDaemon(true);
        watch.start();
    }

    static EmbeddedServer start(EmbeddedSettings settings) {
        try {
            prepareHome(settings);
            var lock = DirectoryLock.take(settings.lock());
            try {
                return new EmbeddedServer(settings, lock);
            } catch (IOException | RuntimeException e) {
                lock.release();
                throw e;
            }
        } catch (IOException e) {
            throw Complaint.of(e, settings);
        }
    }

    private static void prepareHome(EmbeddedSettings settings) throws IOException {
        var home = settings.home();
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new StartFailure("The data directory " + home + " is not a directory: choose another one.");
        }
        Files.createDirectories(home);
        if (Files.getFileStore(home).getUsableSpace() < LEAST_SPACE) {
            throw Complaint.diskFull(settings, null);
        }
    }

    private void startANewLog() throws IOException {
        if (Files.exists(settings.log()) && Files.size(settings.log()) > LONG_LOG) {
            Files.move(settings.log(), settings.log().resolveSibling("postgres.log.1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A few tries: a free port may be snatched away, and a left-over process may show itself only now. */
    private Postmaster startFirst() throws IOException {
        for (var tries = TRIES;; tries--) {
            try {
                return Postmaster.start(settings, binaries, account, choosePort());
            } catch (StartFailure e) {
                if (tries == 1 || settings.port() != 0 && !isFree(settings.port())) {
                    throw e;
                }
                LOG.debug("trying to start PostgreSQL again", e);
                Pause.of(FIRST_REST);
                LeftOvers.clear(settings.cluster());
            }
        }
    }

    private int choosePort() throws IOException {
        if (settings.port() == 0) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
        if (!isFree(settings.port())) {
            throw Complaint.portInUse(settings.port());
        }
        return settings.port();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void watch() {
        try {
            while (!stopping) {
                var exitCode = postmaster.awaitEnd();
                if (!stopping) {
                    LOG.error("PostgreSQL (process {}) ended by itself with exit code {}; starting it again",
                            postmaster.pid(), exitCode);
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("no longer watching PostgreSQL");
        }
    }

    /** Tries until it succeeds or the application stops: without a database there is nothing better to do. */
    private void startAgain() throws InterruptedException {
        for (var rest = FIRST_REST; !restarted(); rest = rest.multipliedBy(2)) {
            Thread.sleep(Math.min(rest.toMillis(), LONGEST_REST.toMillis()));
        }
    }

    private synchronized boolean restarted() {
        if (stopping) {
            return true;
        }
        try {
            LeftOvers.clear(settings.cluster());
            postmaster = Postmaster.start(settings, binaries, account, postmaster.port());
            LOG.info("PostgreSQL runs again on port {}", postmaster.port());
            return true;
        } catch (IOException | StartFailure e) {
            LOG.error("PostgreSQL did not start again, trying once more: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public void stop() {
        stopping = true;
        watch.interrupt();
        shutDown();
    }

    private synchronized void shutDown() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            postmaster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.release();
        }
    }
}
