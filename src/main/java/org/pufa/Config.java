package org.pufa;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pufa.campaign.watch.AlarmRules;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Secret;
import org.pufa.ledger.Ledger;
import org.pufa.staff.openid.OpenIdSettings;
import org.pufa.vault.KeyFile;
import org.pufa.vault.KeyRing;
import org.pufa.vault.KeySource;
import org.pufa.web.Site;

/**
 * The configuration, read once. What each setting means stands in {@link Setting}.
 *
 * @param databaseUrl nothing for the embedded PostgreSQL
 * @param secret nothing where the one in the data directory is used
 * @param keys nothing where those in the data directory are used
 * @param openId nothing where staff sign in with passwords only
 */
public record Config(String host, int port, Optional<URI> publicUrl, Path data, Optional<String> databaseUrl,
        int databasePort, int databasePool, Optional<byte[]> secret, Optional<String> keys, boolean samples,
        boolean secondPerson, boolean adminSecondFactor, Optional<OpenIdSettings> openId, int trustedProxies,
        int eventLoops, Ledger.Settings ledger, AlarmRules.Settings alarms, Duration shutdown, Site site) {

    /** The configuration cannot be used; the message lists every reason. */
    public static final class Refused extends RuntimeException {

        Refused(List<String> reasons) {
            super(String.join("\n", reasons), null, false, false);
        }
    }

    /**
     * @param environment variables, of which those that begin with {@code PUFA_} count
     * @throws Refused naming everything that is wrong
     */
    public static Config from(Map<String, String> environment) {
        return new Reading(environment).config();
    }

    /** The address to open: the public one where it is known, else this machine's. */
    public String address() {
        return address(port);
    }

    String address(int actualPort) {
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return publicUrl.map(URI::toString).orElse("http://" + reachable + ":" + actualPort);
    }

    /** Where the keys are that seal personal data. */
    public KeySource keys(SecureRandom random) {
        return keys.map(KeySource::configured).orElseGet(() -> KeyFile.in(data, random));
    }

    /** What is set, for the log; secrets as stars. */
    @Override
    public String toString() {
        return "host=" + host + " port=" + port + " data=" + data + " database="
                + (databaseUrl.isPresent() ? "external" : "embedded") + " publicUrl="
                + publicUrl.map(URI::toString).orElse("-") + " samples=" + samples + " secondPerson=" + secondPerson
                + " adminSecondFactor=" + adminSecondFactor + " openId="
                + openId.map(provider -> provider.issuer().toString()).orElse("-")
                + " trustedProxies=" + trustedProxies + " eventLoops=" + eventLoops + " " + ledger;
    }

    private static final class Reading {

        private static final String PREFIX = "PUFA_";
        /** Read by the tests, not by the platform. */
        private static final String TESTS = "PUFA_TEST_";

        private final List<String> wrong = new ArrayList<>();
        private final Map<Setting, String> values = new EnumMap<>(Setting.class);

        Reading(Map<String, String> environment) {
            var file = environment.getOrDefault(Setting.CONFIG.variable(), "");
            if (!file.isBlank()) {
                take(properties(Path.of(file.strip())), file);
            }
            take(environment, "the environment");
        }

        private Map<String, String> properties(Path file) {
            try (Reader reader = Files.newBufferedReader(file)) {
                var properties = new Properties();
                properties.load(reader);
                return properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, properties::getProperty));
            } catch (IOException | IllegalArgumentException e) {
                wrong.add("PUFA_CONFIG: the file " + file + " cannot be read (" + e.getMessage() + ").");
                return Map.of();
            }
        }

        private void take(Map<String, String> from, String where) {
            for (Map.Entry<String, String> entry : new TreeMap<>(from).entrySet()) {
                String name = entry.getKey();
                if (!name.startsWith(PREFIX) || name.startsWith(TESTS)) {
                    continue;
                }
                Arrays.stream(Setting.values()).filter(setting -> setting.variable().equals(name)).findAny()
                        .ifPresentOrElse(setting -> values.put(setting, entry.getValue().strip()),
                                () -> wrong.add(name + " in " + where + " is no setting; see the list in README.md."));
            }
        }

        Config config() {
            var config = new Config(text(Setting.HOST), number(Setting.PORT, 0, 65_535), url(), path(),
                    optional(Setting.DATABASE_URL), number(Setting.DATABASE_PORT, 0, 65_535),
                    number(Setting.DATABASE_POOL, 4, 500), secret(), keys(), flag(Setting.SAMPLES),
                    flag(Setting.SECOND_PERSON), flag(Setting.ADMIN_SECOND_FACTOR), openId(),
                    number(Setting.TRUSTED_PROXIES, 0, 10), eventLoops(),
                    new Ledger.Settings(number(Setting.LANES, 1, 64), number(Setting.QUEUE, 1, 1_000_000)),
                    alarms(),
                    Duration.ofSeconds(number(Setting.SHUTDOWN_SECONDS, 0, 600)), site());
            checkLogFormat();
            if (!wrong.isEmpty()) {
                throw new Refused(wrong);
            }
            return config;
        }

        private AlarmRules.Settings alarms() {
            return new AlarmRules.Settings(number(Setting.ALARM_BURST_FACTOR, 2, 1000),
                    number(Setting.ALARM_BURST_LEAST, 1, 1_000_000), number(Setting.ALARM_QUIET_MINUTES, 5, 120),
                    number(Setting.ALARM_QUIET_USUAL, 1, 1_000_000), number(Setting.ALARM_FAILED_PERCENT, 1, 100),
                    number(Setting.ALARM_REFUSED_PERCENT, 1, 100), number(Setting.ALARM_ERROR_LEAST, 1, 1_000_000),
                    number(Setting.ALARM_CLOSING_HOURS, 1, 720));
        }

        /** The logging library reads it from the environment by itself; here it is only checked. */
        private void checkLogFormat() {
            if (!List.of("text", "json").contains(text(Setting.LOG_FORMAT))) {
                wrong.add("PUFA_LOG_FORMAT must be text or json, not \"" + text(Setting.LOG_FORMAT) + "\".");
            }
        }

        private String text(Setting setting) {
            return values.getOrDefault(setting, setting.standard());
        }

        private Optional<String> optional(Setting setting) {
            return Optional.of(text(setting)).filter(value -> !value.isEmpty());
        }

        private int number(Setting setting, int least, int most) {
            try {
                int number = Integer.parseInt(text(setting));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below, together with the range
            }
            wrong.add(setting.variable() + " must be a whole number from " + least + " to " + most + ", not \""
                    + text(setting) + "\".");
            return least == 0 ? 0 : least;
        }

        private boolean flag(Setting setting) {
            String value = text(setting);
            if (!value.equals("true") && !value.equals("false")) {
                wrong.add(setting.variable() + " must be true or false, not \"" + value + "\".");
            }
            return value.equals("true");
        }

        private Optional<URI> url() {
            return optional(Setting.PUBLIC_URL).flatMap(value -> {
                try {
                    URI url = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
                    if (List.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getHost() != null) {
                        return Optional.of(url);
                    }
                } catch (IllegalArgumentException e) {
                    // said below
                }
                wrong.add("PUFA_PUBLIC_URL must be an address such as https://pufa.example.gov.cn, not \"" + value
                        + "\".");
                return Optional.empty();
            });
        }

        private Path path() {
            try {
                return Path.of(text(Setting.DATA));
            } catch (java.nio.file.InvalidPathException e) {
                wrong.add("PUFA_DATA must be the path of a directory.");
                return Path.of("data");
            }
        }

        private Optional<OpenIdSettings> openId() {
            var issuer = optional(Setting.OIDC_ISSUER);
            var client = optional(Setting.OIDC_CLIENT_ID);
            var secret = optional(Setting.OIDC_CLIENT_SECRET).map(Secret::new);
            var claim = OpenIdSettings.Claim.parse(text(Setting.OIDC_CLAIM));
            if (claim.isEmpty()) {
                wrong.add("PUFA_OIDC_CLAIM must be preferred_username or email, not \"" + text(Setting.OIDC_CLAIM)
                        + "\".");
            }
            if (issuer.isPresent() != client.isPresent() || secret.isPresent() && client.isEmpty()) {
                wrong.add("PUFA_OIDC_ISSUER and PUFA_OIDC_CLIENT_ID must be set together.");
            }
            var label = new LocalText(text(Setting.OIDC_LABEL), text(Setting.OIDC_LABEL_EN));
            return issuer.flatMap(this::issuer).filter(known -> client.isPresent() && claim.isPresent())
                    .map(known -> new OpenIdSettings(known, client.get(), secret, label, claim.get()));
        }

        private Optional<URI> issuer(String value) {
            try {
                var issuer = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
                if (OpenIdSettings.isSafe(issuer) && issuer.getQuery() == null && issuer.getFragment() == null) {
                    return Optional.of(issuer);
                }
            } catch (IllegalArgumentException e) {
                // said below
            }
            wrong.add("PUFA_OIDC_ISSUER must be an https address without a query, not \"" + value + "\".");
            return Optional.empty();
        }

        private Optional<byte[]> secret() {
            return optional(Setting.SECRET).flatMap(value -> {
                if (value.matches("[0-9a-fA-F]{64}")) {
                    return Optional.of(HexFormat.of().parseHex(value));
                }
                wrong.add("PUFA_SECRET must be 64 hex digits; make them with: openssl rand -hex 32");
                return Optional.empty();
            });
        }

        private Optional<String> keys() {
            return optional(Setting.KEYS).filter(value -> {
                try {
                    return KeyRing.parse(value) != null;
                } catch (IllegalArgumentException e) {
                    wrong.add("PUFA_KEYS cannot be used: " + e.getMessage() + ".");
                    return false;
                }
            });
        }

        /** The database works on the same machine by default and needs the other half of the processors. */
        private int eventLoops() {
            int given = number(Setting.EVENT_LOOPS, 0, 256);
            return given > 0 ? given : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        }

        private Site site() {
            return new Site(new LocalText(text(Setting.SITE_NAME), text(Setting.SITE_NAME_EN)),
                    new LocalText(text(Setting.ORGANIZER), text(Setting.ORGANIZER_EN)), text(Setting.PHONE),
                    text(Setting.ICP), text(Setting.PUBLIC_SECURITY), text(Setting.SITE_CODE), "/privacy", "/help",
                    text(Setting.FEEDBACK_URL));
        }
    }
}
