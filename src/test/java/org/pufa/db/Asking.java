package org.pufa.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Short questions to a server over a connection of their own. */
final class Asking {

    private Asking() {
    }

    static List<String> query(String url, String sql) throws SQLException {
        try (var connection = DatabaseUrl.parse(url).dataSource().getConnection();
                var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static String show(String url, String setting) throws SQLException {
        return query(url, "show " + setting).get(0);
    }

    static void remember(String url, String text) throws SQLException {
        try (var connection = DatabaseUrl.parse(url).dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists memory (text text)");
            statement.execute("insert into memory values ('" + text + "')");
        }
    }

    static List<String> remembered(String url) throws SQLException {
        return query(url, "select text from memory");
    }
}
