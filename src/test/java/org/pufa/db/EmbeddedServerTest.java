package org.pufa.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static final Path BINARIES = Path.of("target", "test-database", "bin");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path template;

    @TempDir
    private Path temporary;

    private final List<DatabaseServer> started = new ArrayList<>();
    private final List<Process> programs = new ArrayList<>();

    @BeforeAll
    static void makeAClusterToCopy() {
        DatabaseServer.embedded(new EmbeddedSettings(template, BINARIES, 0)).stop();
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
            program.destroyForcibly().waitFor();
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
        remember(urlOf(program), "before the kill");
        var leftOver = serverProcess();

        kill(program);

        assertThat(leftOver.lives()).as("the left-over server").isTrue();
        var server = start();
        assertThat(leftOver.lives()).isFalse();
        assertThat(remembered(server.url())).containsExactly("before the kill");
    }

    @Test
    void recoversWhenApplicationAndServerWereBothKilled() throws Exception {
        var program = run();
        remember(urlOf(program), "before the kill");
        var server = serverProcess();

        kill(program);
        kill(server);

        assertThat(remembered(start().url())).containsExactly("before the kill");
    }

    @Test
    void recoversWhileChildrenOfAKilledServerStillHoldOn() throws Exception {
        var program = run();
        try (var busy = DatabaseUrl.parse(urlOf(program)).dataSource().getConnection();
                var statement = busy.createStatement()) {
            remember(urlOf(program), "before the kill");
            var query = new Thread(() -> assertThatThrownBy(() -> statement.execute(
                    "do $$ begin loop perform 1; end loop; end $$")).isInstanceOf(SQLException.class));
            query.start();
            var server = serverProcess();
            until(() -> query(DatabaseUrl.parse(urlOf(program)).text(),
                    "select 1 from pg_stat_activity where state = 'active' and query like 'do %'").size() == 1);

            kill(program);
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
        var url = urlOf(first);
        remember(url, "undisturbed");

        var second = run();

        assertThat(lineOf(second)).startsWith("REFUSED Another application is running on the data directory");
        assertThat(second.waitFor()).isZero();
        assertThat(remembered(url)).containsExactly("undisturbed");
        assertThatThrownBy(this::start).isInstanceOf(StartFailure.class).hasMessageContaining("Another application");
    }

    @Test
    void refusesASecondStartInTheSameProcessAndStaysLocked() throws Exception {
        start();

        assertThatThrownBy(this::start).isInstanceOf(StartFailure.class).hasMessageContaining("Another application");

        assertThat(lineOf(run())).startsWith("REFUSED Another application");
    }

    @Test
    void neverTouchesAStrangerWhoHasTheOldProcessId() throws Exception {
        start().stop();
        var stranger = new ProcessBuilder("sleep", "600").start();
        programs.add(stranger);
        Files.write(cluster().resolve("postmaster.pid"), List.of(Long.toString(stranger.pid()),
                cluster().toString(), "1700000000", "5432", "", "127.0.0.1", "  1234567         1", "ready   "));

        var server = start();

        assertThat(show(server.url(), "fsync")).isEqualTo("on");
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void startsOverAnEmptyProcessFile() throws Exception {
        start().stop();
        Files.createFile(cluster().resolve("postmaster.pid"));

        assertThat(show(start().url(), "fsync")).isEqualTo("on");
    }

    @Test
    void startsOverHalfFinishedWorkOfAnEarlierStart() throws Exception {
        var binaries = home().resolve("bin");
        Files.createDirectories(binaries.resolve(".partial-1/bin"));
        Files.writeString(binaries.resolve(".partial-1/bin/postgres"), "cut off");
        Directories.delete(cluster());
        Files.createDirectories(home().resolve("postgres.new-1"));
        Files.writeString(home().resolve("postgres.new-1/PG_VERSION"), "17");

        var server = start(new EmbeddedSettings(home(), binaries, 0));

        assertThat(show(server.url(), "fsync")).isEqualTo("on");
        assertThat(binaries.resolve(".partial-1")).doesNotExist();
        assertThat(home().resolve("postgres.new-1")).doesNotExist();
    }

    @Test
    void saysThatThePortIsInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new EmbeddedSettings(home(), BINARIES, taken.getLocalPort());

            assertThatThrownBy(() -> start(settings)).isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort()).hasMessageContaining("in use");
        }
    }

    @Test
    void saysThatTheDataDirectoryIsAFile() throws Exception {
        var file = Files.writeString(temporary.resolve("file"), "not a directory");

        assertThatThrownBy(() -> start(new EmbeddedSettings(file, BINARIES, 0))).isInstanceOf(StartFailure.class)
                .hasMessageContaining("is not a directory").hasNoCause();
    }

    @Test
    void saysThatTheDataAreOfAnotherVersion() throws Exception {
        Files.writeString(cluster().resolve("PG_VERSION"), "16\n");

        assertThatThrownBy(this::start).isInstanceOf(StartFailure.class).hasMessageContaining("of PostgreSQL 16");
    }

    @Test
    void stopsTwiceWithoutHarm() {
        var server = start();

        server.stop();
        server.stop();

        start();
    }

    private Path home() {
        return temporary.resolve("data");
    }

    private Path cluster() {
        return home().resolve("postgres");
    }

    private DatabaseServer start() {
        return start(new EmbeddedSettings(home(), BINARIES, 0));
    }

    private DatabaseServer start(EmbeddedSettings settings) {
        var server = DatabaseServer.embedded(settings);
        started.add(server);
        return server;
    }

    private Process run() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                ServerProgram.class.getName(), home().toString(), BINARIES.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        programs.add(program);
        return program;
    }

    private static String lineOf(Process program) throws IOException {
        var lines = program.inputReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("URL ") || line.startsWith("REFUSED ")) {
                return line;
            }
        }
        throw new IOException("the program ended without a word");
    }

    private final java.util.Map<Process, String> urls = new java.util.HashMap<>();

    private String urlOf(Process program) throws IOException {
        if (!urls.containsKey(program)) {
            urls.put(program, lineOf(program).substring("URL ".length()));
        }
        return urls.get(program);
    }

    private static void kill(Process program) throws InterruptedException {
        program.destroyForcibly().waitFor();
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

    private static void remember(String url, String text) throws SQLException {
        try (var connection = DatabaseUrl.parse(url).dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists memory (text text)");
            statement.execute("insert into memory values ('" + text + "')");
        }
    }

    private static List<String> remembered(String url) throws SQLException {
        return query(url, "select text from memory");
    }

    private static String show(String url, String setting) throws SQLException {
        return query(url, "show " + setting).get(0);
    }

    private static List<String> query(String url, String sql) throws SQLException {
        try (var connection = DatabaseUrl.parse(url).dataSource().getConnection();
                var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
