package org.pufa.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema of a database to what this program packages: each step in a transaction of its own, and one node
 * at a time when several start together. Flyway does the work; it is not even loaded when there is none.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String HISTORY = "flyway_schema_history";
    private static final String UNDEFINED_TABLE = "42P01";

    private final String location;

    private Migrations(String location) {
        this.location = location;
    }

    /** The program's own, {@code db/migration/V001__….sql} and so on. */
    public static Migrations packaged() {
        return in("db/migration");
    }

    /** Those under another place of the classpath. */
    public static Migrations in(String location) {
        return new Migrations(location);
    }

    /**
     * Applies what is missing. Blocks; call before the server starts.
     *
     * @param url {@code postgresql://user:password@host:port/database}
     * @throws StartFailure when the schema is newer than this program, was changed by hand, or a step fails
     */
    public void apply(String url) {
        var address = DatabaseUrl.parse(url);
        var packaged = packaged(location);
        var applied = applied(address);
        refuseNewer(packaged, applied, address);
        if (!applied.equals(packaged)) {
            LOG.info("bringing the schema of {} from step {} to {}", address, newest(applied), newest(packaged));
            migrate(address);
        }
    }

    private static List<Migration> packaged(String location) {
        try {
            return Migration.packagedIn(location);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the database remembers; a failed step gets a check sum that none has, so that Flyway looks at it. */
    private static List<Migration> applied(DatabaseUrl address) {
        try (var connection = address.dataSource().getConnection()) {
            return history(connection);
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return List.of();
            }
            throw new StartFailure("The schema history of the database at " + address + " cannot be read: "
                    + e.getMessage() + ".", e);
        }
    }

    private static List<Migration> history(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select version::int, case when success then checksum end from %s
                where version is not null order by 1""".formatted(HISTORY))) {
            var migrations = new ArrayList<Migration>();
            while (rows.next()) {
                migrations.add(new Migration(rows.getInt(1), rows.getInt(2)));
            }
            return migrations;
        }
    }

    private static void refuseNewer(List<Migration> packaged, List<Migration> applied, DatabaseUrl address) {
        if (newest(applied) > newest(packaged)) {
            throw new StartFailure("The database at " + address + " has schema step " + newest(applied)
                    + ", this program knows only up to " + newest(packaged) + ": run the newer program on it.");
        }
    }

    private static int newest(List<Migration> migrations) {
        return migrations.stream().mapToInt(Migration::number).max().orElse(0);
    }

    private void migrate(DatabaseUrl address) {
        try {
            var flyway = Flyway.configure().dataSource(address.dataSource()).locations("classpath:" + location)
                    .table(HISTORY).failOnMissingLocations(true).cleanDisabled(true).load();
            QuietFlyway.install(); // only now, because loading sets the log too
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StartFailure("The schema of the database at " + address + " could not be brought up to date: "
                    + e.getMessage().strip().replaceAll("\\s*\\R\\s*", " "), e);
        }
    }
}
