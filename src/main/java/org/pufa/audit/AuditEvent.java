package org.pufa.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.pufa.kernel.Sha256;

/**
 * Something a staff member or the system did.
 *
 * @param seq 1 for the first event, without gaps
 * @param actor user name, or {@code system}
 * @param action what was done, such as {@code campaign.pause}
 * @param subject what it was done to, such as a slug
 * @param details canonical JSON
 */
public record AuditEvent(long seq, Instant at, String actor, String action, String subject, String details,
        byte[] parent, byte[] hash) {

    private static final int NANOS_OF_MILLI = 1_000_000;
    static final byte[] NO_PARENT = new byte[Sha256.LENGTH];
    private static final byte[] LABEL = "pufa-audit-1\0".getBytes(StandardCharsets.US_ASCII);

    static AuditEvent after(long lastSeq, byte[] lastHash, Instant at, String actor, String action, String subject,
            String details) {
        return new AuditEvent(lastSeq + 1, at, actor, action, subject, details, lastHash,
                hash(lastSeq + 1, at, actor, action, subject, details, lastHash));
    }

    /** Whether the event still says what was written. Its time is kept to the millisecond, so it has no finer part. */
    public boolean isAsWritten() {
        return at.getNano() % NANOS_OF_MILLI == 0
                && Arrays.equals(hash, hash(seq, at, actor, action, subject, details, parent));
    }

    private static byte[] hash(long seq, Instant at, String actor, String action, String subject, String details,
            byte[] parent) {
        var numbers = ByteBuffer.allocate(16).putLong(seq).putLong(at.toEpochMilli()).array();
        return Sha256.of(LABEL, parent, numbers, field(actor), field(action), field(subject), field(details));
    }

    /** Length first, so that no text can run into the next. */
    private static byte[] field(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    }
}
