package org.pufa.kernel;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;

/** A participant of one campaign, known only by a keyed hash: the same person has another one in every campaign. */
public record Pseudonym(UUID value) {

    public Pseudonym {
        Objects.requireNonNull(value);
    }

    /** @param hash at least 16 bytes, of which the first 16 count */
    public static Pseudonym ofHash(byte[] hash) {
        var buffer = ByteBuffer.wrap(hash);
        return new Pseudonym(new UUID(buffer.getLong(), buffer.getLong()));
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits())
                .array();
    }
}
