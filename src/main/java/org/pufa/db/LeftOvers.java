package org.pufa.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run that was killed leaves on a cluster: a server still running, children of a server that is gone, and a
 * file naming a process id that may by now be a stranger's. Call only while holding the directory's lock.
 */
final class LeftOvers {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);

    private LeftOvers() {
    }

    /** Ends every process of PostgreSQL on the cluster, waits until all are gone, and frees the way for a new one. */
    static void clear(Path cluster) throws IOException {
        for (var process : PostgresProcess.on(cluster)) {
            if (process.main()) {
                LOG.warn("stopping PostgreSQL process {}, left over from an earlier run", process.pid());
                process.end();
            }
        }
        for (var process : PostgresProcess.on(cluster)) {
            LOG.warn("stopping process {}, whose PostgreSQL server is gone", process.pid());
            process.abandon();
        }
        disownProcessFile(cluster.resolve("postmaster.pid"));
    }

    /**
     * PostgreSQL refuses to start while the id in its process file is taken, even if by a stranger or by a dead
     * process that nobody has collected. Its own parent's id it takes for stale, and then still looks whether the
     * shared memory named further down is in use; deleting the file would lose that safeguard.
     */
    private static void disownProcessFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            Files.delete(file);
        } else {
            var own = Stream.of(Long.toString(ProcessHandle.current().pid()));
            Files.write(file, Stream.concat(own, lines.stream().skip(1)).toList());
        }
    }
}
