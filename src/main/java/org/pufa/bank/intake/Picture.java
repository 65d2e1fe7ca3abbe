package org.pufa.bank.intake;

import java.util.Objects;

/**
 * A picture that belongs to a question, as the file holds it: not yet decoded, so not yet to be trusted.
 *
 * @param place "stem", or the letter of the option it stands in
 */
public record Picture(String place, byte[] content) {

    public Picture {
        Objects.requireNonNull(place);
        Objects.requireNonNull(content);
    }
}
