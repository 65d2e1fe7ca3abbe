package org.pufa.kernel;

import java.util.Objects;

/** A text that must not reach a log: it prints as stars. */
public record Secret(String value) {

    public Secret {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return "***";
    }
}
