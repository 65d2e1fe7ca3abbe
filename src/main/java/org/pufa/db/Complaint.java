package org.pufa.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.regex.Pattern;

/** Turns what the operating system or PostgreSQL complain about into the sentence an operator can act on. */
final class Complaint {

    private static final Pattern LAST_WORD = Pattern.compile("(?m)^.*(?:FATAL|PANIC|ERROR|error):\\s*(.+)$");

    private Complaint() {
    }

    /** What a program of PostgreSQL printed before it failed to do something. */
    static StartFailure in(String output, EmbeddedSettings settings, String doing) {
        if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
            return diskFull(settings, null);
        }
        if (output.contains("Address already in use")) {
            return portInUse(settings.port());
        }
        if (output.contains("Permission denied") || output.contains("wrong ownership")) {
            return notWritable(settings, null);
        }
        var why = LAST_WORD.matcher(output).results().reduce((first, second) -> second)
                .map(match -> match.group(1)).orElse(output.strip().replaceFirst("(?s).*\n", ""));
        return new StartFailure("PostgreSQL could not " + doing + ": " + why + "; see " + settings.log() + ".");
    }

    /** What went wrong with the files. */
    static StartFailure of(IOException failure, EmbeddedSettings settings) {
        var text = String.valueOf(failure.getMessage());
        if (text.contains("No space left on device") || text.contains("Disk quota exceeded")) {
            return diskFull(settings, failure);
        }
        if (failure instanceof AccessDeniedException || text.contains("Permission denied")
                || text.contains("Read-only file system")) {
            return notWritable(settings, failure);
        }
        var kind = failure instanceof FileSystemException ? failure.getClass().getSimpleName() + " " : "";
        return new StartFailure("The data directory " + settings.home() + " cannot be used (" + kind + text
                + "): mend it or choose another one.", failure);
    }

    static StartFailure portInUse(int port) {
        return new StartFailure("Port " + port + " on 127.0.0.1, meant for the database, is in use: stop what uses it, "
                + "or choose another port or 0 for any free one.");
    }

    static StartFailure diskFull(EmbeddedSettings settings, IOException cause) {
        return new StartFailure("The disk that holds the data directory " + settings.home()
                + " is full: free some space on it and start again.", cause);
    }

    private static StartFailure notWritable(EmbeddedSettings settings, IOException cause) {
        return new StartFailure("The data directory " + settings.home() + " cannot be written: let the account that "
                + "runs this program own it, or choose another one.", cause);
    }
}
