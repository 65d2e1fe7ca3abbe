package org.pufa.bank.intake;

import java.util.Arrays;
import java.util.Objects;

/**
 * A file as it was handed in; hostile until it has been read.
 *
 * @param name as the sender called it: a hint at the format, never proof of it
 */
public record SourceFile(String name, byte[] content) {

    public SourceFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(content);
    }

    /** Whether these bytes stand somewhere in it, as the names of parts do unpacked in office files. */
    public boolean holds(byte[] bytes) {
        for (int from = 0; from <= content.length - bytes.length; from++) {
            if (Arrays.equals(content, from, from + bytes.length, bytes, 0, bytes.length)) {
                return true;
            }
        }
        return false;
    }
}
