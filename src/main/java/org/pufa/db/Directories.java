package org.pufa.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** Directories that come and go as a whole. */
final class Directories {

    private Directories() {
    }

    /** Deletes what half-finished work left in {@code parent} under names that begin with {@code prefix}. */
    static void deleteAll(Path parent, String prefix) throws IOException {
        if (Files.notExists(parent)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(parent, prefix + "*")) {
            for (var entry : entries) {
                delete(entry);
            }
        }
    }

    static void deleteIfEmpty(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException | AccessDeniedException e) {
            // what is in it stays
        }
    }

    static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Gives a complete directory its name, so that it is there after a power failure too. */
    static void moveDurably(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        try (var parent = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }
}
