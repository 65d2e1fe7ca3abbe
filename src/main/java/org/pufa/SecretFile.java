package org.pufa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The platform's secret in the data directory, made at the first start and readable by its owner alone. */
final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {
    }

    /** The secret kept in {@code directory}; a new one when there is none yet. */
    static byte[] in(Path directory, SecureRandom random) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("secret.key");
        if (!Files.exists(file)) {
            create(file, random);
        }
        byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
        if (secret.length != BYTES) {
            throw new IOException(file + " does not hold " + 2 * BYTES + " hex digits");
        }
        return secret;
    }

    /** Written beside its place first, so that a crash cannot leave half a secret. */
    private static void create(Path file, SecureRandom random) throws IOException {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path draft = posix ? Files.createTempFile(file.getParent(), "secret", ".new", ownerOnly)
                : Files.createTempFile(file.getParent(), "secret", ".new");
        Files.writeString(draft, HexFormat.of().formatHex(secret));
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
