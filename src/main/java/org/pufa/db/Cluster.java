package org.pufa.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory in which PostgreSQL keeps its databases, made at the first start. The application works there as an
 * ordinary user, as it would on an external server; the superuser cannot log in over the network at all. The
 * password is generated and lies inside, so that a copied directory stays usable.
 */
final class Cluster {

    static final String USER = "pufa";
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String PARTIAL = "postgres.new-";
    private static final String PASSWORD_FILE = "pufa-password";
    private static final int PASSWORD_BYTES = 24;
    private static final String LOGINS = "host all " + USER + " 127.0.0.1/32 scram-sha-256\n";

    /** First values of what an operator may tune in postgresql.conf; what must not change is given at each start. */
    private static final List<String> TUNING = List.of("shared_buffers=256MB", "max_connections=60",
            "wal_buffers=16MB", "max_wal_size=2GB", "effective_cache_size=1GB", "random_page_cost=1.1", "jit=off");

    private final EmbeddedSettings settings;
    private final PostgresBinaries binaries;
    private final ServerAccount account;

    Cluster(EmbeddedSettings settings, PostgresBinaries binaries, ServerAccount account) {
        this.settings = settings;
        this.binaries = binaries;
        this.account = account;
    }

    Path directory() {
        return settings.cluster();
    }

    /** Makes the cluster at the first start; later makes sure that it is one this version can open. */
    void prepare() throws IOException {
        Directories.deleteAll(settings.home(), PARTIAL);
        Directories.deleteIfEmpty(directory());
        if (Files.notExists(directory())) {
            create();
        }
        if (Files.notExists(directory().resolve("PG_VERSION"))) {
            throw new StartFailure("The directory " + directory() + " holds something other than a database, or"
                    + " cannot be read by this account: move it away, or choose another data directory.");
        }
        account.own(directory());
        var version = Files.readString(directory().resolve("PG_VERSION")).strip();
        if (!version.equals(PostgresBinaries.MAJOR)) {
            throw new StartFailure("The data in " + directory() + " are of PostgreSQL " + version + ", this program"
                    + " brings " + PostgresBinaries.MAJOR + ": export them with the older program and import them"
                    + " with this one.");
        }
    }

    private void create() throws IOException {
        LOG.info("making a new database in {}, this once", directory());
        var partial = Files.createTempDirectory(settings.home(), PARTIAL,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(partial);
        run(initdb(partial), "");
        Files.writeString(partial.resolve("pg_hba.conf"), LOGINS);
        var password = newPassword();
        run(List.of(binaries.program("postgres"), "--single", "-D", partial.toString(), "postgres"), """
                create role %s login createdb password '%s';
                create database %s owner %s;
                """.formatted(USER, password, USER, USER));
        write(partial.resolve(PASSWORD_FILE), password);
        account.own(partial.resolve(PASSWORD_FILE));
        Directories.moveDurably(partial, directory());
    }

    /** Sorts by code point and knows the cases of all scripts, whatever locales the machine has. */
    private List<String> initdb(Path directory) {
        var command = Stream.of(binaries.program("initdb"), "-D", directory.toString(), "-U", "postgres",
                "-A", "reject", "-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                "--data-checksums");
        return Stream.concat(command, TUNING.stream().flatMap(setting -> Stream.of("-c", setting))).toList();
    }

    private void run(List<String> command, String input) throws IOException {
        var outcome = Shell.run(account.command(command), input);
        if (!outcome.succeeded() || outcome.output().matches("(?s).*\\b(ERROR|FATAL|PANIC):.*")) {
            throw Complaint.in(outcome.output(), settings, "make its data directory");
        }
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void write(Path file, String password) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Where the server on this cluster is reached, with the password. */
    static String url(EmbeddedSettings settings, int port) throws IOException {
        var password = Files.readString(settings.cluster().resolve(PASSWORD_FILE)).strip();
        return "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/" + USER + "?sslmode=disable";
    }
}
