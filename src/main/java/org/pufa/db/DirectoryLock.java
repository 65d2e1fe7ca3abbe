package org.pufa.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a data directory to one application at a time. The operating system drops the lock with the process, however
 * that ends, so that no left-over lock ever has to be removed by hand.
 */
final class DirectoryLock {

    /**
     * The operating system's lock belongs to the process, and closing any other handle on the file loses it; so a
     * second attempt in the same process must be refused before it opens the file.
     */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DirectoryLock take(Path file) throws IOException {
        var real = file.getParent().toRealPath().resolve(file.getFileName());
        if (!HELD_BY_THIS_PROCESS.add(real)) {
            throw taken(file);
        }
        try {
            return lock(real);
        } catch (IOException | RuntimeException e) {
            HELD_BY_THIS_PROCESS.remove(real);
            throw e;
        }
    }

    private static DirectoryLock lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw taken(file);
        }
        return new DirectoryLock(file, channel);
    }

    /** Whether an application holds the lock just now. */
    static boolean isHeld(Path file) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        if (HELD_BY_THIS_PROCESS.contains(file.toRealPath())) {
            return true;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private static StartFailure taken(Path file) {
        return new StartFailure("Another application is running on the data directory " + file.getParent()
                + ": stop it first, or choose another data directory.");
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_BY_THIS_PROCESS.remove(file);
        }
    }
}
