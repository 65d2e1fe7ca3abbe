package org.pufa.outreach.evidence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that belongs to a record.
 *
 * @param hash of its content, in hex
 * @param bytes length of its content
 * @param elsewhere how many other records the same content belongs to
 * @param removal why it was put aside, if it was
 */
public record Evidence(long id, String name, String type, String hash, long bytes, String addedBy, Instant addedAt,
        int elsewhere, Optional<String> removal) {

    public Evidence {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(hash);
        Objects.requireNonNull(addedBy);
        Objects.requireNonNull(addedAt);
        Objects.requireNonNull(removal);
    }

    public boolean isPhoto() {
        return type.equals(EvidenceFile.JPEG);
    }

    /** The content of a file. */
    public record Content(String name, String type, byte[] bytes) {
    }
}
