package org.pufa;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pufa.support.PlatformProcess;

/**
 * {@code kill -9} of the application and of its database while people vote: every receipt that anyone was ever given is
 * there afterwards, nobody is counted twice, the chain holds.
 */
class CrashTest {

    private static final int VOTERS = 8;
    private static final int ROUNDS = 5;
    private static final int BALLOTS_BETWEEN_KILLS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String VOTE = "/api/v1/campaigns/no-arrears-vote";

    @TempDir
    private Path folder;

    private final Map<String, String> attemptToReceipt = new ConcurrentHashMap<>();
    private final AtomicBoolean voting = new AtomicBoolean(true);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private final int port = PlatformProcess.freePort();
    private PlatformProcess platform;

    @Test
    void noReceiptIsLostAndNobodyIsCountedTwice() throws Exception {
        var data = folder.resolve("data");
        start(data);
        var voters = Executors.newFixedThreadPool(VOTERS);
        var running = new ArrayList<Future<?>>();
        for (int i = 0; i < VOTERS; i++) {
            running.add(voters.submit(this::voteOnAndOn));
        }
        for (int round = 0; round < ROUNDS; round++) {
            awaitMoreBallots();
            if (round % 2 == 0) {
                platform.kill();
                if (round % 4 == 2) {
                    PlatformProcess.killDatabase(data);
                }
                start(data);
            } else {
                PlatformProcess.killDatabase(data);
            }
        }
        awaitMoreBallots();
        voting.set(false);
        voters.shutdown();
        assertThat(voters.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        for (Future<?> one : running) {
            one.get();
        }

        for (String receipt : attemptToReceipt.values()) {
            assertThat(send(request(VOTE + "/entries/" + receipt).GET())).as(receipt)
                    .hasValueSatisfying(response -> assertThat(response.statusCode()).isEqualTo(200));
        }
        assertThat(attemptToReceipt.values()).doesNotHaveDuplicates();
        assertThat(platform.terminate().code()).isZero();
        var verified = PlatformProcess.run(Map.of("PUFA_DATA", data.toString()), "verify");
        assertThat(verified.code()).as(verified.output()).isZero();
        // A ballot whose answer was lost with the connection was sent again until it had one, so the numbers agree.
        assertThat(verified.output()).contains("no-arrears-vote: " + attemptToReceipt.size() + " entries, "
                + attemptToReceipt.size() + " participants");
    }

    private void start(Path data) {
        platform = PlatformProcess.start(data, port, Map.of());
        platform.awaitReady();
    }

    /** Also after a failure nothing may go on running. */
    @AfterEach
    void stop() {
        voting.set(false);
        if (platform != null) {
            platform.close();
        }
    }

    private void awaitMoreBallots() {
        int goal = attemptToReceipt.size() + BALLOTS_BETWEEN_KILLS;
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (attemptToReceipt.size() < goal) {
            assertThat(System.nanoTime()).as("ballots still come in").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** Each time a new participant, who does not give up before there is a receipt. */
    private void voteOnAndOn() {
        while (voting.get()) {
            String attempt = until(201, () -> request(VOTE + "/attempts").POST(HttpRequest.BodyPublishers.noBody()))
                    .getString("attempt");
            var ballot = new JsonObject().put("attempt", attempt).put("answers", new JsonObject()
                    .put("construction", new JsonArray().add("01").add("02"))
                    .put("manufacturing", new JsonArray().add("09")).put("services", new JsonArray().add("17")));
            String receipt = until(200, () -> request(VOTE + "/entries").POST(
                    HttpRequest.BodyPublishers.ofString(ballot.encode()))).getString("receipt");
            attemptToReceipt.put(attempt, receipt);
        }
    }

    private JsonObject until(int least, java.util.function.Supplier<HttpRequest.Builder> request) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var response = send(request.get());
            if (response.isPresent() && response.get().statusCode() >= least && response.get().statusCode() < 300) {
                return new JsonObject(response.get().body());
            }
            response.ifPresent(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("no answer in time");
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json");
    }
}
