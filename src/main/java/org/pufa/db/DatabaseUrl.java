package org.pufa.db;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.pufa.kernel.Secret;

/**
 * Address of a database, as both drivers need it: the reactive one for work, JDBC for schema changes.
 *
 * @param sslMode disable, allow, prefer, require, verify-ca or verify-full
 * @param rootCertificate PEM file of the authority to trust; needed by verify-ca and verify-full
 */
public record DatabaseUrl(String host, int port, String database, String user, Secret password, SslMode sslMode,
        Optional<String> rootCertificate) {

    private static final Pattern FORM = Pattern.compile("postgres(?:ql)?://"
            + "(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?"
            + "(?<host>\\[[0-9a-fA-F:.]+]|[^:/?@\\[\\],]*)(?::(?<port>\\d{1,5}))?"
            + "(?:/(?<database>[^/?@]*))?(?:\\?(?<options>[^@]*))?");
    private static final String HOW = "write postgresql://user:password@host:port/database"
            + " with special characters of user and password percent-encoded";
    private static final int CONNECT_TIMEOUT_S = 10;

    /**
     * Reads {@code postgresql://user:password@host:port/database?sslmode=…&sslrootcert=…}; also {@code postgres://}.
     *
     * @throws StartFailure when it is written otherwise; the message never repeats the password
     */
    public static DatabaseUrl parse(String url) {
        var form = FORM.matcher(url.strip());
        if (!form.matches()) {
            throw new StartFailure("The database URL is not understood: " + HOW + ".");
        }
        var user = text(form, "user").orElseThrow(
                () -> new StartFailure("The database URL names no user: " + HOW + "."));
        var options = options(Optional.ofNullable(form.group("options")).orElse(""));
        return new DatabaseUrl(
                text(form, "host").orElse("localhost").replaceAll("[\\[\\]]", ""),
                port(form.group("port")),
                text(form, "database").orElse(user), user, new Secret(text(form, "password").orElse("")),
                sslMode(options), Optional.ofNullable(options.get("sslrootcert")));
    }

    private static Optional<String> text(Matcher form, String group) {
        return Optional.ofNullable(form.group(group)).filter(text -> !text.isEmpty()).map(DatabaseUrl::decode);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("The database URL has a % that begins no percent-encoding: write %25 for it.");
        }
    }

    private static int port(String text) {
        var port = text == null ? 5432 : Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw new StartFailure("The database URL names port " + port + ": use one from 1 to 65535.");
        }
        return port;
    }

    private static Map<String, String> options(String text) {
        var options = new HashMap<String, String>();
        for (var option : text.isEmpty() ? new String[0] : text.split("&")) {
            var name = option.replaceFirst("=.*", "");
            if (!name.equals("sslmode") && !name.equals("sslrootcert")) {
                throw new StartFailure("The database URL has the option '" + name
                        + "': only sslmode and sslrootcert are known.");
            }
            options.put(name, decode(option.replaceFirst("[^=]*=?", "")));
        }
        return options;
    }

    private static SslMode sslMode(Map<String, String> options) {
        var text = options.getOrDefault("sslmode", "prefer");
        for (var mode : SslMode.values()) {
            if (mode.value.equals(text)) {
                if (mode.compareTo(SslMode.VERIFY_CA) >= 0 && !options.containsKey("sslrootcert")) {
                    throw new StartFailure("The database URL asks for sslmode=" + text
                            + ": add sslrootcert=<PEM file of the authority to trust>.");
                }
                return mode;
            }
        }
        throw new StartFailure("The database URL has sslmode=" + text
                + ": use disable, allow, prefer, require, verify-ca or verify-full.");
    }

    /** For JDBC, which schema changes use. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password.value());
        source.setSslMode(sslMode.value);
        rootCertificate.ifPresent(source::setSslRootCert);
        source.setConnectTimeout(CONNECT_TIMEOUT_S);
        source.setApplicationName("pufa");
        return source;
    }

    /** For the reactive driver, which everything else uses. */
    public PgConnectOptions options() {
        return new PgConnectOptions().setHost(host).setPort(port).setDatabase(database).setUser(user)
                .setPassword(password.value()).setSslMode(sslMode).setSslOptions(trust());
    }

    /** Below verify-ca the connection is encrypted but the server not identified, as with PostgreSQL's own tools. */
    private ClientSSLOptions trust() {
        var trust = new ClientSSLOptions();
        if (sslMode.compareTo(SslMode.VERIFY_CA) < 0) {
            return trust.setTrustAll(true);
        }
        trust.setTrustOptions(new PemTrustOptions().addCertPath(rootCertificate.orElseThrow()));
        return sslMode == SslMode.VERIFY_FULL ? trust.setHostnameVerificationAlgorithm("HTTPS") : trust;
    }

    /** The same database server, another database on it. */
    public DatabaseUrl withDatabase(String other) {
        return new DatabaseUrl(host, port, other, user, password, sslMode, rootCertificate);
    }

    /** The whole address with its password; not for logs, unlike {@link #toString}. */
    public String text() {
        return "postgresql://" + encode(user) + (password.value().isEmpty() ? "" : ":" + encode(password.value()))
                + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/" + encode(database)
                + "?sslmode=" + sslMode.value
                + rootCertificate.map(file -> "&sslrootcert=" + encode(file)).orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For people and logs: {@code host:port/database}. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }
}
