package org.pufa.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once for each version. They are unpacked beside their place and renamed into
 * it when complete, so that what stands there is whole.
 */
record PostgresBinaries(Path directory) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String PARTIAL = ".partial-";
    private static final String LOCK = ".lock";

    /** The major version packaged; a cluster of another one cannot be opened. */
    static final String MAJOR = "17";

    static PostgresBinaries unpackedIn(Path parent) throws IOException {
        var archive = archive();
        var target = parent.resolve(nameOf(archive));
        if (!Files.isDirectory(target)) {
            Files.createDirectories(parent);
            unpackOnce(archive, parent, target);
        }
        return new PostgresBinaries(target);
    }

    /** Who starts at the same moment waits; what is half unpacked then belongs to somebody who was killed. */
    private static synchronized void unpackOnce(URL archive, Path parent, Path target) throws IOException {
        try (var channel = FileChannel.open(parent.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && !Files.isDirectory(target)) {
                Directories.deleteAll(parent, PARTIAL);
                LOG.info("unpacking PostgreSQL {} into {}, this once", MAJOR, target);
                unpack(archive, target);
            }
        }
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "unknown";
        };
        var flavour = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        var url = PostgresBinaries.class.getResource("/postgres-%s-%s%s.txz".formatted(system, processor, flavour));
        if (url == null) {
            throw new StartFailure("No PostgreSQL is packaged for this platform (" + system + ", "
                    + System.getProperty("os.arch") + flavour + "): name an external database instead.");
        }
        return url;
    }

    /** Changes with the content, known without reading it: the check sum the jar keeps, else size and time. */
    private static String nameOf(URL archive) throws IOException {
        var name = archive.getPath().replaceFirst(".*/", "").replace(".txz", "");
        var connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return name + "-" + Long.toHexString(jar.getJarEntry().getCrc());
        }
        connection.getInputStream().close();
        return name + "-" + connection.getContentLengthLong() + "-" + connection.getLastModified();
    }

    private static void unpack(URL archive, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var partial = Files.createTempDirectory(target.getParent(), PARTIAL);
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (isNeeded(entry.getName())) {
                    write(tar, entry, partial.resolve(entry.getName()));
                }
            }
        }
        Directories.moveDurably(partial, target);
    }

    private static boolean isNeeded(String name) {
        return name.matches("(\\./)?(bin|lib|share)/.*") && !name.endsWith(".a");
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
            flush(file);
        }
        if (!entry.isSymbolicLink()) {
            var runs = entry.isDirectory() || (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void flush(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }
}
