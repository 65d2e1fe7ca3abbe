package org.pufa.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads what a command line names. */
final class Files {

    private Files() {
    }

    static String text(Path file) {
        try {
            return java.nio.file.Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new CommandFailure(file + " is not written in UTF-8: save it as UTF-8 and try again.");
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read: " + e.getMessage());
        }
    }

    /** @param most how many bytes are read; one more shows that there are more */
    static byte[] bytes(Path file, int most) {
        try (var in = java.nio.file.Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read: " + e.getMessage());
        }
    }
}
