package org.pufa.support;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.pufa.db.DatabaseServer;
import org.pufa.db.DatabaseUrl;
import org.pufa.db.EmbeddedSettings;
import org.pufa.db.Migrations;
import org.pufa.db.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The one database server of a test run: an external one if named, else a container if possible, else embedded. */
final class TestServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);
    private static final String PREFIX = "pufa_t_";
    private static final int LANES = 20;

    private final DatabaseUrl address;
    private final Runnable stop;
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    private TestServer(String description, String url, Runnable stop) {
        this.address = DatabaseUrl.parse(url);
        this.stop = stop;
        LOG.warn("tests run on {} at {}", description, address);
    }

    static TestServer start() {
        var env = System.getenv();
        var mustBeContainer = Boolean.parseBoolean(env.get("PUFA_TEST_REQUIRE_CONTAINER"));
        var image = env.getOrDefault("PUFA_TEST_POSTGRES_IMAGE", "");
        if (env.containsKey("PUFA_TEST_DATABASE_URL") && !mustBeContainer) {
            return new TestServer("the PostgreSQL of PUFA_TEST_DATABASE_URL", env.get("PUFA_TEST_DATABASE_URL"),
                    () -> { });
        }
        if (!image.isEmpty() && DockerClientFactory.instance().isDockerAvailable()) {
            return container(image);
        }
        if (mustBeContainer) {
            throw new IllegalStateException("PUFA_TEST_REQUIRE_CONTAINER is true, but "
                    + (image.isEmpty() ? "PUFA_TEST_POSTGRES_IMAGE names no image" : "Docker does not answer"));
        }
        return embedded();
    }

    private static TestServer container(String image) {
        var container = new PostgreSQLContainer(
                DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
        container.start();
        stopWithTheJvm(container::stop);
        var url = "postgresql://%s:%s@%s:%d/%s?sslmode=disable".formatted(container.getUsername(),
                container.getPassword(), container.getHost(), container.getMappedPort(5432),
                container.getDatabaseName());
        return new TestServer("a container of " + image, url, container::stop);
    }

    private static TestServer embedded() {
        var server = firstFree(Path.of("target", "test-database"));
        stopWithTheJvm(server::stop);
        var started = new TestServer("an embedded PostgreSQL", server.url(), server::stop);
        started.dropLeftOvers();
        return started;
    }

    /** Test runs beside each other on one checkout take a directory each; a killed run's is found and used again. */
    private static DatabaseServer firstFree(Path parent) {
        for (var lane = 1;; lane++) {
            try {
                return DatabaseServer.embedded(new EmbeddedSettings(parent.resolve("lane-" + lane),
                        parent.resolve("bin"), 0));
            } catch (StartFailure e) {
                if (lane == LANES || !e.getMessage().startsWith("Another application")) {
                    throw e;
                }
            }
        }
    }

    private static void stopWithTheJvm(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop-test-database"));
    }

    private void dropLeftOvers() {
        try (var connection = address.dataSource().getConnection(); var statement = connection.createStatement()) {
            var names = new java.util.ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select datname from pg_database where starts_with(datname, '%s')""".formatted(PREFIX))) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            names.forEach(this::drop);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh database with the migrations of that place applied; none for an empty place. */
    DatabaseUrl create(String migrations, String name) {
        var template = templates.computeIfAbsent(migrations, this::template);
        var clone = newName(name);
        execute("create database " + clone + " template " + template);
        return address.withDatabase(clone);
    }

    private String template(String migrations) {
        var name = newName("template");
        execute("create database " + name + " encoding 'UTF8' template template0");
        if (!migrations.isEmpty()) {
            Migrations.in(migrations).apply(address.withDatabase(name).text());
        }
        return name;
    }

    private static String newName(String name) {
        var plain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
        var random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return PREFIX + plain.substring(0, Math.min(40, plain.length())) + "_" + random;
    }

    /**
     * Ends what is still connected as we are, and drops the database; the server waits for those connections and sends
     * its own cleaners away. ("With (force)" would stop at the cleaners, which are not ours to end.)
     */
    void drop(String database) {
        execute("select pg_terminate_backend(pid) from pg_stat_activity "
                + "where usename = current_user and datname = '" + database + "'");
        execute("drop database if exists " + database);
    }

    /** How many connections sit in a transaction that nobody ends. */
    int forgottenTransactions(String database) {
        try (var connection = address.dataSource().getConnection();
                var query = connection.prepareStatement("""
                        select count(*) from pg_stat_activity
                        where datname = ? and state like 'idle in transaction%'""")) {
            query.setString(1, database);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = address.dataSource().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        templates.values().forEach(this::drop);
        stop.run();
    }
}
