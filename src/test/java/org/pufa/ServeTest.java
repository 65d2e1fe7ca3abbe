package org.pufa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pufa.support.PlatformProcess;

/** The platform as an operator meets it: started, stopped, killed, misconfigured. */
class ServeTest {

    @TempDir
    private Path folder;

    private PlatformProcess start(Map<String, String> settings) {
        return PlatformProcess.start(folder.resolve("data"), PlatformProcess.freePort(), settings);
    }

    @Test
    void aFreshInstallationComesUpWithThreeOpenCampaignsAndOneSetUpLink() throws Exception {
        try (var platform = start(Map.of()).awaitReady()) {
            var home = get(platform.url("/"));

            assertThat(home).contains("劳动合同法每日五题", "我的工资有话说", "成绩突出单位");
            assertThat(platform.printed()).contains(platform.url("/console"), "/console/setup?token=");
        }
    }

    @Test
    void aProductionStartComesUpEmpty() throws Exception {
        try (var platform = start(Map.of("PUFA_SAMPLES", "false")).awaitReady()) {
            assertThat(get(platform.url("/"))).doesNotContain("劳动合同法每日五题");
        }
    }

    @Test
    void aStopThatWasAskedForIsASuccess() {
        var ended = start(Map.of("PUFA_SAMPLES", "false")).awaitReady().terminate();

        assertThat(ended.code()).isZero();
    }

    @Test
    void itComesBackAfterItWasKilledWithAndWithoutItsDatabase() throws Exception {
        var data = folder.resolve("data");
        start(Map.of()).awaitReady().kill();
        start(Map.of()).awaitReady().kill();
        PlatformProcess.killDatabase(data);

        try (var platform = start(Map.of()).awaitReady()) {
            assertThat(get(platform.url("/"))).contains("劳动合同法每日五题");
            PlatformProcess.killDatabase(data);
            platform.awaitReady();
            assertThat(get(platform.url("/c/labor-contract-quiz"))).contains("劳动合同法每日五题");
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var platform = PlatformProcess.start(folder.resolve("data"), taken.getLocalPort(),
                    Map.of("PUFA_SAMPLES", "false"));

            assertThat(platform.awaitEnd()).isEqualTo(1);
            assertThat(platform.printed()).contains("The port is taken").doesNotContain("\tat ");
        }
    }

    @Test
    void anUnreachableDatabaseIsNamed() {
        var ended = PlatformProcess.run(Map.of("PUFA_DATA", folder.toString(), "PUFA_DATABASE_URL",
                "postgresql://pufa:wrong@127.0.0.1:" + PlatformProcess.freePort() + "/pufa"), "serve");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("127.0.0.1").doesNotContain("wrong", "\tat ");
    }

    @Test
    void everyWrongSettingIsNamedAtOnce() {
        var ended = PlatformProcess.run(Map.of("PUFA_PORT", "eighty", "PUFA_SECRET", "short", "PUFA_PROT", "1"),
                "serve");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("PUFA_PORT", "PUFA_SECRET", "PUFA_PROT").doesNotContain("\tat ");
    }

    @Test
    void aDataDirectoryThatIsAFileIsNamed() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        var ended = PlatformProcess.run(Map.of("PUFA_DATA", file.toString()), "serve");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains(file.toString()).doesNotContain("\tat ");
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }
}
