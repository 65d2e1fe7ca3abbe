package org.pufa.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys in a file of the data directory that its owner alone can read; made with a first key when it is not there. */
public final class KeyFile implements KeySource {

    private static final String NAME = "personal.keys";
    private static final String HEAD = "# Keys that seal personal data; the last one seals. Whoever loses them cannot read"
            + " the data any more.\n";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final SecureRandom random;

    private KeyFile(Path file, SecureRandom random) {
        this.file = Objects.requireNonNull(file);
        this.random = Objects.requireNonNull(random);
    }

    /** @param directory the data directory */
    public static KeyFile in(Path directory, SecureRandom random) {
        return new KeyFile(directory.resolve(NAME), random);
    }

    @Override
    public KeyRing read() {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                write(KeyRing.of(java.util.List.of(SealingKey.random(random))));
            }
            if (isPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new WrongKey("Others can read " + file + ". Run: chmod 600 " + file);
            }
            return KeyRing.parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new WrongKey(file + " cannot be used: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new WrongKey(file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Written beside its place first, so that a crash cannot leave half a file. */
    @Override
    public void write(KeyRing ring) {
        var lines = ring.keys().stream().map(SealingKey::line).collect(Collectors.joining("\n"));
        try {
            Path directory = file.toAbsolutePath().getParent();
            Path draft = isPosix()
                    ? Files.createTempFile(directory, NAME, ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                    : Files.createTempFile(directory, NAME, ".new");
            Files.writeString(draft, HEAD + lines + "\n");
            try (var channel = java.nio.channels.FileChannel.open(draft, java.nio.file.StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new WrongKey(file + " cannot be written: " + e.getMessage() + ".");
        }
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public String place() {
        return file.toString();
    }
}
