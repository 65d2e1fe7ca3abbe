package org.pufa.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that others run: looked at once, then left alone. */
record ExternalServer(String url) implements DatabaseServer {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalServer.class);
    private static final int OLDEST_VERSION = 140_000;
    private static final Duration STARTING_UP = Duration.ofSeconds(30);
    private static final String CANNOT_CONNECT_NOW = "57P03";

    static ExternalServer reach(String url) {
        return reach(url, OLDEST_VERSION);
    }

    static ExternalServer reach(String url, int oldestVersion) {
        var address = DatabaseUrl.parse(url);
        try (var connection = connect(address)) {
            check(connection, address, oldestVersion);
            return new ExternalServer(url);
        } catch (SQLException e) {
            throw refused(address, e);
        }
    }

    /** A server that has just been started beside the application gets time to finish starting. */
    private static Connection connect(DatabaseUrl address) throws SQLException {
        var deadline = System.nanoTime() + STARTING_UP.toNanos();
        while (true) {
            try {
                return address.dataSource().getConnection();
            } catch (SQLException e) {
                if (!CANNOT_CONNECT_NOW.equals(e.getSQLState()) || System.nanoTime() > deadline) {
                    throw e;
                }
                LOG.info("the database at {} is starting up; waiting for it", address);
                Pause.of(Duration.ofSeconds(1));
            }
        }
    }

    private static void check(Connection connection, DatabaseUrl address, int oldestVersion) throws SQLException {
        var version = Integer.parseInt(show(connection, "server_version_num"));
        if (version < oldestVersion) {
            throw new StartFailure("The database server at " + address + " is PostgreSQL " + version / 10_000
                    + ": version " + oldestVersion / 10_000 + " or newer is needed.");
        }
        if (!show(connection, "server_encoding").equals("UTF8")) {
            throw new StartFailure("The database at " + address + " cannot hold Chinese text in its encoding "
                    + show(connection, "server_encoding") + ": create it with encoding UTF8.");
        }
        if (show(connection, "transaction_read_only").equals("on")) {
            throw new StartFailure("The database at " + address + " is read-only: name the primary, not a standby.");
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static StartFailure refused(DatabaseUrl address, SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return new StartFailure("The database at " + address + " " + switch (state) {
            case "28P01" -> "refuses user '" + address.user() + "' with this password: correct user or password"
                    + " in the database URL.";
            case "28000" -> "does not let user '" + address.user() + "' in from here: correct the user in the"
                    + " database URL, or allow it in the server's pg_hba.conf.";
            case "3D000" -> "does not exist: create it, or correct the name in the database URL.";
            case "53300" -> "has no connection left: raise max_connections or stop other clients.";
            case CANNOT_CONNECT_NOW -> "is starting up or shutting down and did not get ready: try again later.";
            case "08001", "08004", "08006" -> "cannot be reached (" + e.getMessage().strip()
                    + "): check host, port and network, and that the server runs.";
            default -> "cannot be used (" + e.getMessage().strip() + ").";
        }, e);
    }

    @Override
    public void stop() {
        // those who started it stop it
    }

    @Override
    public String toString() {
        return "ExternalServer[" + DatabaseUrl.parse(url) + "]";
    }
}
