package org.pufa.bank.intake;

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
}
