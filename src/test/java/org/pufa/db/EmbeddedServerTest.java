package org.pufa.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pufa.db.Asking.query;
import static org.pufa.db.Asking.remember;
import static org.pufa.db.Asking.remembered;
import static org.pufa.db.Asking.show;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path template;

    @TempDir
    private Path temporary;

    private final List<DatabaseServer> started = new ArrayList<>();
    private final List<ServerProgram> programs = new ArrayList<>();

    /** In a directory where an earlier start was killed while it unpacked, and another while it made the cluster. */
    @BeforeAll
    static void makeAClusterToCopy() throws IOException {
        Files.createDirectories(template.resolve("postgres-bin/.partial-1/bin"));
        Files.writeString(template.resolve("postgres-bin/.partial-1/bin/postgres"), "cut off");
        Files.createDirectories(template.resolve("postgres.new-1"));
        Files.writeString(template.resolve("postgres.new-1/PG_VERSION"), "17");

        DatabaseServer.embedded(EmbeddedSettings.in(template, 0)).stop();
    }

    @BeforeEach
    void copyTheCluster() throws IOException, InterruptedException {
        Files.createDirectories(home());
        var copy = new ProcessBuilder("cp", "-a", template.resolve("postgres").toString(), cluster().toString());
        assertThat(copy.inheritIO().start().waitFor()).isZero();
    }

    @AfterEach
    void stopAll() throws Exception {
        for (var program : programs) {
            program.kill();
        }
        started.forEach(DatabaseServer::stop);
        if (Files.isDirectory(cluster())) {
            LeftOvers.clear(cluster());
        }
    }

    @Test
    void keepsItsDataOverACleanRestart() throws Exception {
        var first = start();
        remember(first.url(), "kept");
        first.stop();

        var second = start();

        assertThat(remembered(second.url())).containsExactly("kept");
        assertThat(PostgresProcess.on(cluster())).filteredOn(PostgresProcess::main).hasSize(1);
    }

    @Test
    void isDurableAndSpeaksUtf8InUtc() throws Exception {
        var server = start();

        assertThat(show(server.url(), "fsync")).isEqualTo("on");
        assertThat(show(server.url(), "synchronous_commit")).isEqualTo("on");
        assertThat(show(server.url(), "full_page_writes")).isEqualTo("on");
        assertThat(show(server.url(), "server_encoding")).isEqualTo("UTF8");
        assertThat(query(server.url(), "select reset_val from pg_settings where name = 'TimeZone'"))
                .containsExactly("UTC");
        assertThat(show(server.url(), "listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void letsNobodyInWithoutItsPassword() throws Exception {
        var server = start();
        var address = DatabaseUrl.parse(server.url());

        assertThatThrownBy(() -> query(server.url().replace(address.password().value(), "guess"), "select 1"))
                .isInstanceOf(SQLException.class).hasMessageContaining("password");
        assertThatThrownBy(() -> query(server.url().replace("//pufa:", "//postgres:"), "select 1"))
                .isInstanceOf(SQLException.class).hasMessageContaining("pg_hba.conf");
        assertThat(Files.getPosixFilePermissions(cluster().resolve("pufa-password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(cluster()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void recoversWhenTheApplicationWasKilledAndItsServerStillRuns() throws Exception {
        var program = run();
        remember(program.url(), "before the kill");
        var leftOver = serverProcess();

        program.kill();

        assertThat(leftOver.lives()).as("the left-over server").isTrue();
        var server = start();
        assertThat(leftOver.lives()).isFalse();
        assertThat(remembered(server.url())).containsExactly("before the kill");
    }

    @Test
    void recoversWhenApplicationAndServerWereBothKilled() throws Exception {
        var program = run();
        remember(program.url(), "before the kill");
        var server = serverProcess();

        program.kill();
        kill(server);

        assertThat(remembered(start().url())).containsExactly("before the kill");
    }

    @Test
    void recoversWhileChildrenOfAKilledServerStillHoldOn() throws Exception {
        var program = run();
        try (var busy = DatabaseUrl.parse(program.url()).dataSource().getConnection();
                var statement = busy.createStatement()) {
            remember(program.url(), "before the kill");
            var query = new Thread(() -> assertThatThrownBy(() -> statement.execute(
                    "do $$ begin loop perform 1; end loop; end $$")).isInstanceOf(SQLException.class));
            query.start();
            var server = serverProcess();
            until(() -> query(program.url(),
                    "select 1 from pg_stat_activity where state = 'active' and query like 'do %'").size() == 1);

            program.kill();
            kill(server);

            until(() -> !server.lives());
            assertThat(PostgresProcess.on(cluster())).as("children that hold on").isNotEmpty();
            assertThat(remembered(start().url())).containsExactly("before the kill");
            query.join();
        }
    }

    @Test
    void comesBackOnTheSamePortWhenKilledWhileTheApplicationRuns() throws Exception {
        var server = start();
        remember(server.url(), "before the kill");
        var killed = serverProcess();

        kill(killed);

        until(() -> !killed.lives());
        until(() -> {
            try {
                return remembered(server.url()).equals(List.of("before the kill"));
            } catch (SQLException e) {
                return false;
            }
        });
        assertThat(serverProcess().pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void refusesASecondApplicationOnTheSameDirectoryAndLeavesTheFirstAlone() throws Exception {
        var first = run();
        var url = first.url();
        remember(url, "undisturbed");

        var second = run();

        assertThat(second.refusal()).startsWith("Another application is running on the data directory");
        assertThat(remembered(url)).containsExactly("undisturbed");
        assertThatThrownBy(this::start).isInstanceOf(StartFailure.class).hasMessageContaining("Another application");
    }

    @Test
    void refusesASecondStartInTheSameProcessAndStaysLocked() throws Exception {
        start();

        assertThatThrownBy(this::start).isInstanceOf(StartFailure.class).hasMessageContaining("Another application");

        assertThat(run().refusal()).startsWith("Another application");
    }

    @Test
    void neverTouchesAStrangerWhoHasTheOldProcessId() throws Exception {
        start().stop();
        var stranger = new ProcessBuilder("sleep", "600").start();
        Files.write(cluster().resolve("postmaster.pid"), List.of(Long.toString(stranger.pid()),
                cluster().toString(), "1700000000", "5432", "", "127.0.0.1", "  1234567         1", "ready   "));

        var server = start();

        assertThat(show(server.url(), "fsync")).isEqualTo("on");
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void startsOverAnEmptyProcessFile() throws Exception {
        start().stop();
        Files.createFile(cluster().resolve("postmaster.pid"));

        assertThat(show(start().url(), "fsync")).isEqualTo("on");
    }

    @Test
    void startsOverHalfFinishedWorkOfAnEarlierStart() {
        assertThat(template.resolve("postgres-bin").toFile().list()).filteredOn(name -> !name.equals(".lock"))
                .singleElement().asString().startsWith("postgres-");
        assertThat(template.resolve("postgres.new-1")).doesNotExist();
        assertThat(template.resolve("postgres/base")).isDirectory();
    }

    @Test
    void saysThatThePortIsInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new EmbeddedSettings(home(), binaries(), taken.getLocalPort());

            assertThatThrownBy(() -> start(settings)).isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort()).hasMessageContaining("in use");
        }
    }

    @Test
    void saysThatTheDataDirectoryIsAFile() throws Exception {
        var file = Files.writeString(temporary.resolve("file"), "not a directory");

        assertThatThrownBy(() -> start(new EmbeddedSettings(file, binaries(), 0))).isInstanceOf(StartFailure.class)
                .hasMessageContaining("is not a directory").hasNoCause();
    }

    @Test
    void saysThatTheDataAreOfAnotherVersion() throws Exception {
        Files.writeString(cluster().resolve("PG_VERSION"), "16\n");

        assertThatThrownBy(this::start).isInstanceOf(StartFailure.class).hasMessageContaining("of PostgreSQL 16");
    }

    @Test
    void stopsTwiceWithoutHarmToItsSuccessor() throws Exception {
        var first = start();
        first.stop();
        var second = start();

        first.stop();

        assertThat(show(second.url(), "fsync")).isEqualTo("on");
        assertThatThrownBy(this::start).isInstanceOf(StartFailure.class).hasMessageContaining("Another application");
    }

    private Path home() {
        return temporary.resolve("data");
    }

    private static Path binaries() {
        return template.resolve("postgres-bin");
    }

    private Path cluster() {
        return home().resolve("postgres");
    }

    private DatabaseServer start() {
        return start(new EmbeddedSettings(home(), binaries(), 0));
    }

    private DatabaseServer start(EmbeddedSettings settings) {
        var server = DatabaseServer.embedded(settings);
        started.add(server);
        return server;
    }

    private ServerProgram run() throws IOException {
        var program = ServerProgram.run(home(), binaries());
        programs.add(program);
        return program;
    }

    private PostgresProcess serverProcess() throws IOException {
        return PostgresProcess.on(cluster()).stream().filter(PostgresProcess::main).findFirst().orElseThrow();
    }

    private static void kill(PostgresProcess process) {
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
