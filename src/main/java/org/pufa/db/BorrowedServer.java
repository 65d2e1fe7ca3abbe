package org.pufa.db;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The PostgreSQL that a running application started and will stop; whoever borrows it leaves it alone. */
record BorrowedServer(String url) implements DatabaseServer {

    /** Line of PostgreSQL's process file that holds its port, counted from 0. */
    private static final int PORT_LINE = 3;

    /** Nothing when no application runs on that directory. */
    static Optional<DatabaseServer> of(EmbeddedSettings settings) {
        try {
            if (!DirectoryLock.isHeld(settings.lock())) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(settings.cluster().resolve("postmaster.pid"));
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return Optional.of(new BorrowedServer(Cluster.url(settings, port)));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new StartFailure("An application holds " + settings.home()
                    + ", but its database is not running yet: try again in a moment.", e);
        }
    }

    @Override
    public void stop() {
        // It is not ours to stop.
    }
}
