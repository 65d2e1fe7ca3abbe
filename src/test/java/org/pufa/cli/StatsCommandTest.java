package org.pufa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pufa.TestHouse;
import org.pufa.browser.Crowd;
import org.pufa.kernel.Days;
import org.pufa.support.PlatformProcess;
import org.pufa.support.PlatformProcess.Finished;
import org.pufa.support.TestDatabase;

/** Statistics are written by a process of its own beside a running platform. */
class StatsCommandTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    @TempDir
    static Path folder;
    private static TestHouse house;

    @BeforeAll
    static void threeTakePart() {
        house = new TestHouse(DATABASE, Map.of(), Clock.systemUTC());
        var crowd = new Crowd(house.origin(), 3);
        for (int i = 0; i < 3; i++) {
            crowd.takePart("wage-survey", "gzh");
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Finished stats(String... arguments) {
        String today = Days.of(Clock.systemUTC().instant()).toString();
        var command = new ArrayList<>(List.of("stats", "export", "--until", today, "--from",
                Days.of(Clock.systemUTC().instant()).minusDays(1).toString()));
        command.addAll(List.of(arguments));
        return PlatformProcess.run(Map.of("PUFA_DATABASE_URL", DATABASE.url(), "PUFA_DATA", folder.toString()),
                command.toArray(String[]::new));
    }

    @Test
    void aFileIsWrittenWithProgressAndItsNameSaysOfWhichSort() throws IOException {
        Path file = folder.resolve("statistics.json");

        var done = stats(file.toString());

        assertThat(done.code()).as(done.output()).isZero();
        assertThat(done.output()).contains("Counting", "Writing", file.toString());
        var document = new JsonObject(Files.readString(file));
        assertThat(document.getJsonArray("days").stream().mapToLong(day ->
                ((JsonObject) day).getLong("participations")).sum()).isEqualTo(3);
    }

    @Test
    void anEarlierFileIsReplacedAsAWhole() throws IOException {
        Path file = folder.resolve("days.csv");
        Files.writeString(file, "x".repeat(100_000));

        var done = stats("--kind", "survey", "--lang", "en", file.toString());

        assertThat(done.code()).as(done.output()).isZero();
        assertThat(Files.readString(file)).startsWith("\uFEFFcampaign,title").contains("wage-survey").doesNotContain("xxx");
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedAndNothingIsWritten() {
        Path file = folder.resolve("something.txt");

        assertThat(stats(file.toString()).output()).contains("--what");
        assertThat(stats("--campaign", "../..", "--what", "days.csv", file.toString()).code()).isEqualTo(1);
        assertThat(stats("--compare", "never", "--what", "days.csv", file.toString()).output()).contains("before or year");
        assertThat(file).doesNotExist();
    }
}
