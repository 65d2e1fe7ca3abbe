package org.pufa.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.Sha256;

/** What a block seals of a row: a hash that tells nothing, and that no other row has. */
final class Commitment {

    /** Bytes of the secret that keeps a sheet from being guessed from its commitment. */
    static final int NONCE = 16;

    private static final byte[] SHEET = "pufa-sheet-1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENTRY = "pufa-entry-1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_SHEET = new byte[0];

    private Commitment() {
    }

    static byte[] ofSheet(byte[] nonce, String body, Integer score) {
        byte[] points = score == null ? new byte[1] : ByteBuffer.allocate(5).put((byte) 1).putInt(score).array();
        return Sha256.of(SHEET, nonce, points, body.getBytes(StandardCharsets.UTF_8));
    }

    /** @param sheet commitment of the entry's sheet, or null where sheets are not linked */
    static byte[] ofEntry(long campaign, Pseudonym participant, int slot, long attempt, String channel,
            Instant acceptedAt, byte[] sheet) {
        byte[] code = channel.getBytes(StandardCharsets.UTF_8);
        var fields = ByteBuffer.allocate(8 + 16 + 4 + 8 + 8 + 2 + code.length).putLong(campaign)
                .putLong(participant.value().getMostSignificantBits())
                .putLong(participant.value().getLeastSignificantBits())
                .putInt(slot).putLong(attempt).putLong(acceptedAt.getEpochSecond())
                .putShort((short) code.length).put(code);
        return Sha256.of(ENTRY, fields.array(), sheet == null ? NO_SHEET : sheet);
    }
}
