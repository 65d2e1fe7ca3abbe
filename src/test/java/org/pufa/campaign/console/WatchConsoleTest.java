package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.campaign.watch.Alarm;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

class WatchConsoleTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static CampaignTown town;

    @BeforeAll
    static void open() {
        town = new CampaignTown(DATABASE, true);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    /** The lines of an event stream as they come. */
    private static final class Line implements AutoCloseable {

        private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final HttpResponse<java.io.InputStream> answer;
        private final Thread reader;

        Line(Browser browser, String path, String lastId) throws Exception {
            var request = browser.request(path);
            if (!lastId.isEmpty()) {
                request.header("Last-Event-ID", lastId);
            }
            answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            reader = new Thread(() -> {
                try (var in = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                    in.lines().forEach(lines::add);
                } catch (Exception e) {
                    // the line was cut, which is told below
                }
                lines.add("END");
            });
            reader.setDaemon(true);
            reader.start();
        }

        String await(Predicate<String> wanted) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            for (String line; (line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) != null;) {
                if (wanted.test(line)) {
                    return line;
                }
            }
            throw new AssertionError("the line never came");
        }

        @Override
        public void close() throws java.io.IOException {
            answer.body().close();
        }
    }

    @Test
    void figuresComeByThemselvesAndEndWithTheSession() throws Exception {
        var campaign = town.open("live", true);
        town.enter(campaign, "gzh", 2);
        var browser = town.console.signedIn("wangmin");
        String id;

        try (var line = new Line(browser, "/console/campaigns/live/live", "")) {
            assertThat(line.answer.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
            id = line.await(text -> text.startsWith("id: ")).substring(4);
            assertThat(line.await(text -> text.startsWith("data: {"))).contains("\"entries\":\"2\"", "\"channel.gzh\":\"2\"",
                    "截至");
            line.await(text -> text.contains("id=\"live-counts\""));
            town.enter(campaign, "poster", 1);
            assertThat(line.await(text -> text.startsWith("data: {"))).contains("\"entries\":\"3\"",
                    "\"channel.poster.today\":\"1\"");
        }
        try (var again = new Line(browser, "/console/campaigns/live/live", id)) {
            assertThat(again.await(text -> text.startsWith("data: {"))).contains("\"entries\":\"3\"");
            browser.get("/console/today");
            browser.post("/console/sign-out");
            again.await("event: bye"::equals);
            again.await("END"::equals);
        }
    }

    @Test
    void whoKnowsTheFiguresAlreadyIsNotToldAgain() throws Exception {
        var campaign = town.open("known", true);
        town.enter(campaign, "gzh", 1);
        var browser = town.console.signedIn("wangmin");
        String id;
        try (var line = new Line(browser, "/console/campaigns/known/live", "")) {
            id = line.await(text -> text.startsWith("id: ")).substring(4);
        }

        try (var again = new Line(browser, "/console/campaigns/known/live", id)) {
            again.await("event: parts"::equals);
            town.enter(campaign, "gzh", 1);
            assertThat(again.await(text -> text.startsWith("data: {"))).contains("\"entries\":\"2\"");
        }
    }

    @Test
    void anAlarmIsRaisedShownAndEnded() {
        var campaign = town.open("alarmed", true);
        var clock = town.console.clock;
        var now = clock.instant();
        clock.set(campaign.window().closes().minus(Duration.ofHours(3)));
        try {
            var admin = town.console.signedIn("wangmin");
            town.watch.look().await();

            assertThat(town.watch.open()).filteredOn(alarm -> alarm.campaign().equals(campaign.id()))
                    .extracting(Alarm::kind).containsExactly(Alarm.Kind.CLOSING);
            assertThat(admin.get("/console/campaigns/alarmed").body()).contains("快要结束", "还有约 3 小时结束");
            assertThat(admin.get("/console/today").body()).contains("需要留意", "快要结束");
            clock.set(campaign.window().closes().plusSeconds(1));
            town.watch.look().await();
            assertThat(town.watch.open()).isEmpty();
            assertThat(town.watch.history(campaign.id(), 5).await()).singleElement()
                    .satisfies(alarm -> assertThat(alarm.ended()).contains(clock.instant()));
        } finally {
            clock.set(now);
        }
    }

    @Test
    void aBurstAndFaultsAreCountedOverAllNodesAndEndWhenTheyAreOver() {
        var campaign = town.open("pulse", true);
        var clock = town.console.clock;
        var now = clock.instant();
        clock.set(now.plus(Duration.ofHours(2)));
        try {
            for (int i = 0; i < 120; i++) {
                town.outcomes.accepted(campaign.id(), false);
            }
            town.watch.look().await();
            clock.advance(Duration.ofMinutes(1));
            for (int i = 0; i < 10; i++) {
                town.outcomes.refused(campaign.id(), new IllegalStateException("a defect"));
            }
            town.watch.look().await();

            assertThat(town.watch.open()).filteredOn(alarm -> alarm.campaign().equals(campaign.id()))
                    .extracting(Alarm::kind).containsExactly(Alarm.Kind.BURST, Alarm.Kind.ERRORS);
            var admin = town.console.signedIn("wangmin");
            assertThat(admin.get("/console/campaigns/pulse").body()).contains("5 分钟内有 120 人次", "系统出错");
            clock.advance(Duration.ofMinutes(12));
            town.watch.look().await();
            assertThat(town.watch.history(campaign.id(), 5).await()).hasSize(2)
                    .allSatisfy(alarm -> assertThat(alarm.ended()).isPresent());
        } finally {
            clock.set(now);
        }
    }

    @Test
    void theStateOfTheLedgerIsShown() {
        var campaign = town.open("sealed", true);
        town.enter(campaign, "gzh", 1);
        var admin = town.console.signedIn("wangmin");

        assertThat(admin.get("/console/campaigns/sealed").body()).contains("账本", "共 1 块", "高度 1", "data-live-from",
                "还没有在这里核对过", "每天参与人次");
        admin.post("/console/campaigns/sealed/verification");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!admin.get("/console/campaigns/sealed").body().contains("1 条全部相符")) {
            assertThat(System.nanoTime()).as("verified in time").isLessThan(deadline);
        }
    }
}
