package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pufa.db.Database;
import org.pufa.db.DatabaseServer;
import org.pufa.db.EmbeddedSettings;
import org.pufa.db.Migrations;

/** The database is killed in the middle of the work, several times, and recovers by itself. */
class CrashTest {

    private static final int ROUNDS = 3;
    private static final int PEOPLE = 3_000;

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void everyReceiptOutlivesAKilledDatabase() throws IOException {
        var server = DatabaseServer.embedded(
                new EmbeddedSettings(home, Path.of("target", "test-database", "bin"), 0));
        try {
            Migrations.in("db/migration").apply(server.url());
            var database = Database.connect(vertx, server.url(), 8);
            takePartWhileTheServerDies(new Bench(vertx, database));
            database.close().await();
        } finally {
            server.stop();
        }
    }

    private void takePartWhileTheServerDies(Bench bench) throws IOException {
        assertThat(bench.database.read(tx -> tx.get("show fsync", row -> row.getString(0))).await()).isEqualTo("on");
        var nodes = List.of(bench.ledger(2), bench.ledger(1));
        var book = bench.open(true, new Limit(Limit.Period.CAMPAIGN, 2));
        var submissions = IntStream.range(0, PEOPLE).mapToObj(p -> bench.submission(book, p)).toList();
        var crowd = new Crowd(vertx, nodes, submissions);

        var done = crowd.takePart();
        for (int round = 1; round <= ROUNDS; round++) {
            await(crowd, round * PEOPLE / (ROUNDS + 2));
            killTheServer();
        }
        done.await();

        assertThat(crowd.refusals()).isPositive();
        LedgerLoadTest.assertThatAllIsThere(bench, book, crowd, submissions);
        bench.stop();
    }

    private static void await(Crowd crowd, int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (crowd.count() < count) {
            assertThat(System.nanoTime()).as("waited too long for %d", count).isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    private void killTheServer() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0));
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }
}
