package org.pufa.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The driver's end of the {@link Server}: the platform and the baselines, on two ports of 127.0.0.1. */
final class Platform implements AutoCloseable {

    /** The issue's limit; the platform needs no other flag. */
    private static final List<String> FLAGS = List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Child child;
    private final int port;
    private final int baselines;
    private final String database;

    private Platform(Child child, int port, int baselines, String database) {
        this.child = child;
        this.port = port;
        this.baselines = baselines;
        this.database = database;
    }

    /** Starts on an empty directory and waits until it is ready. */
    static Platform start(Path directory, String flags) throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        int port = freePort();
        int databasePort = freePort();
        var child = Child.start(Server.class, directory.resolve("server.log"), flags(flags), Map.of("PUFA_DATA",
                data.toString(), "PUFA_HOST", "127.0.0.1", "PUFA_PORT", Integer.toString(port),
                "PUFA_DATABASE_PORT", Integer.toString(databasePort)));
        try {
            var platform = new Platform(child, port, freePort(), "127.0.0.1:" + databasePort + "/pufa");
            platform.awaitReady();
            platform.startBaselines(password(data));
            return platform;
        } catch (IOException | InterruptedException | RuntimeException e) {
            child.close();
            throw e;
        }
    }

    private static List<String> flags(String more) {
        var all = new ArrayList<>(FLAGS);
        Arrays.stream(more.split(" ")).filter(flag -> !flag.isEmpty()).forEach(all::add);
        return all;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String password(Path data) throws IOException {
        return Files.readString(data.resolve("postgres/pufa-password")).strip();
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (long deadline = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < deadline;) {
            if (!child.lives()) {
                break;
            }
            try {
                if (get("/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // nobody listens yet
            }
            Thread.sleep(100);
        }
        throw new IOException("the platform did not become ready; see server.log");
    }

    private void startBaselines(String password) throws IOException, InterruptedException {
        try (var rows = Rows.open(database, password)) {
            rows.createPlainTable();
        }
        child.ask(new JsonObject().put("do", "baselines").put("port", baselines).put("eventLoops", eventLoops())
                .put("database", "postgresql://pufa:" + password + "@" + database + "?sslmode=disable"), PATIENCE);
    }

    /** As many as the platform takes by itself. */
    private static int eventLoops() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    Rows rows(Path directory) throws IOException {
        return Rows.open(database, password(directory.resolve("data")));
    }

    int port() {
        return port;
    }

    int baselines() {
        return baselines;
    }

    JsonObject heap() throws IOException, InterruptedException {
        return child.ask(new JsonObject().put("do", "heap"), PATIENCE);
    }

    /** Milliseconds that the server has spent compiling Java so far. */
    long compiled() throws IOException, InterruptedException {
        return child.ask(new JsonObject().put("do", "compiled"), PATIENCE).getLong("ms");
    }

    /** Nanoseconds of processor time that the server itself has used. */
    long cpu() {
        return Cpu.of(child.handle().pid());
    }

    /** Nanoseconds of processor time that the database has used. */
    long databaseCpu() {
        return Cpu.ofTree(child.handle()) - cpu();
    }

    long pid() {
        return child.handle().pid();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * A page as a phone gets it that comes again.
     *
     * @param cookies what the first visit brought
     * @param bytes length of the body, as it is sent
     */
    record Visit(String cookies, int bytes) {
    }

    Visit visit(String path) throws IOException, InterruptedException {
        var page = client.send(request(path).header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (page.statusCode() != 200) {
            throw new IOException("no page at " + path + ": " + page.statusCode());
        }
        return new Visit(page.headers().allValues("set-cookie").stream().map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; ")), page.body().length);
    }

    /** Waits until the platform knows a campaign that was not made through it. */
    void awaitCampaign(String path) throws IOException, InterruptedException {
        for (long deadline = System.nanoTime() + PATIENCE.toNanos(); get(path).statusCode() != 200;) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the platform does not know " + path);
            }
            Thread.sleep(50);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(30));
    }

    /** Different ways to fill in the papers of a campaign. */
    JsonArray answers(String slug, int ways) throws IOException, InterruptedException {
        var reply = client.send(request("/api/v1/campaigns/" + slug + "/attempts")
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
                HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != 201) {
            throw new IOException("no attempt at " + slug + ": " + reply.statusCode() + " " + reply.body());
        }
        var items = new JsonObject(reply.body()).getJsonArray("items");
        var answers = new JsonArray();
        for (int i = 0; i < ways; i++) {
            answers.add(Flow.answers(items, i));
        }
        return answers;
    }

    @Override
    public void close() {
        child.close();
    }
}
