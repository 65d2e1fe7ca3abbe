package org.pufa.bank.intake;

import java.util.Objects;
import org.pufa.bank.QuestionPicture;

/**
 * A picture that belongs to a question, as the file holds it: not yet decoded, so not yet to be trusted.
 *
 * @param place {@link QuestionPicture#STEM}, the letter of the option it stands in, or {@link #ASIDE}
 * @param alt what the file says it shows, or ""
 * @param content nothing where the file only names a picture that is elsewhere
 */
public record RawPicture(String place, String alt, byte[] content) {

    /** Where no question keeps pictures: explanation, citation, answer. */
    public static final String ASIDE = "aside";

    public RawPicture {
        Objects.requireNonNull(place);
        Objects.requireNonNull(alt);
        Objects.requireNonNull(content);
    }

    /** One that the file names, but does not hold. */
    public static RawPicture missing(String place, String alt) {
        return new RawPicture(place, alt, new byte[0]);
    }
}
