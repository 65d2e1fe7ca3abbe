package org.pufa.learn.markdown;

import java.util.Objects;

/**
 * A picture that a text may show.
 *
 * @param src its address on this site
 * @param alt what it shows, where the text does not say
 */
public record Picture(String src, String alt, int width, int height) {

    public Picture {
        Objects.requireNonNull(src);
        Objects.requireNonNull(alt);
    }
}
