package org.pufa.db;

import java.nio.file.Path;

/**
 * Where the application's own PostgreSQL lives.
 *
 * @param home the application's data directory; made when missing
 * @param binaries where the programs of PostgreSQL are unpacked, once for each version; may be shared
 * @param port port on 127.0.0.1, or 0 for any free one
 */
public record EmbeddedSettings(Path home, Path binaries, int port) {

    public EmbeddedSettings {
        home = home.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /** Everything under the one data directory. */
    public static EmbeddedSettings in(Path home, int port) {
        return new EmbeddedSettings(home, home.resolve("postgres-bin"), port);
    }

    Path cluster() {
        return home.resolve("postgres");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    Path lock() {
        return home.resolve("pufa.lock");
    }
}
