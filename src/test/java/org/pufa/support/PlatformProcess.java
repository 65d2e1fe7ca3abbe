package org.pufa.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The platform as a process of its own, as an operator starts it, so that it can be killed. */
public final class PlatformProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Process process;
    private final Path output;
    private final int port;

    private PlatformProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts {@code serve} on the port and returns at once. */
    public static PlatformProcess start(Path data, int port, Map<String, String> settings) {
        var environment = new java.util.HashMap<>(settings);
        environment.put("PUFA_DATA", data.toString());
        environment.put("PUFA_PORT", Integer.toString(port));
        var output = data.resolveSibling(data.getFileName() + ".out");
        return new PlatformProcess(launch(environment, output, List.of("serve")), output, port);
    }

    /** Begins another command and returns at once. @param output where it prints */
    public static PlatformProcess begin(Path output, Map<String, String> environment, String... arguments) {
        return new PlatformProcess(launch(environment, output, List.of(arguments)), output, 0);
    }

    /** Waits until it has printed that. */
    public void awaitPrinted(String text) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!printed().contains(text)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("it did not print " + text + ":\n" + printed());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Runs another command to its end. */
    public static Finished run(Map<String, String> environment, String... arguments) {
        try {
            var output = Files.createTempFile("pufa-command", ".out");
            var process = launch(environment, output, List.of(arguments));
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("did not end: " + String.join(" ", arguments));
            }
            return new Finished(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a process printed, and the exit code it ended with. */
    public record Finished(int code, String output) {
    }

    private static Process launch(Map<String, String> environment, Path output, List<String> arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-cp", System.getProperty("java.class.path"), "org.pufa.Main"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PUFA_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers that it can work. */
    public PlatformProcess awaitReady() {
        var client = HttpClient.newHttpClient();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new AssertionError("it ended with " + process.exitValue() + ":\n" + printed());
            }
            if (isReady(client)) {
                return this;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new AssertionError("it did not become ready:\n" + printed());
    }

    private boolean isReady(HttpClient client) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url("/health/ready"))).timeout(Duration.ofSeconds(2)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Everything it printed so far. */
    public String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM. */
    public Finished terminate() {
        process.destroy();
        return new Finished(awaitEnd(), printed());
    }

    /** Waits for it to end by itself. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it did not end:\n" + printed());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9} of the embedded database on {@code data}, wherever it runs. */
    public static void killDatabase(Path data) {
        try {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }
}
