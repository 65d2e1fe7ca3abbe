package org.pufa.campaign;

import java.util.Objects;

/**
 * A text of a definition whose slips may be mended after the launch.
 *
 * @param path of the text in the file, such as {@code title.zh}
 * @param label what people call it
 */
public record Wording(String path, String label) {

    public Wording {
        Objects.requireNonNull(path);
        Objects.requireNonNull(label);
    }
}
