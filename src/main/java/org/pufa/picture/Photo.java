package org.pufa.picture;

import java.util.Objects;

/**
 * A photo as it is kept: painted anew, so that nothing of the sender's file is in it.
 *
 * @param jpeg the photo
 * @param thumbnail the same, small, as JPEG
 */
public record Photo(byte[] jpeg, int width, int height, byte[] thumbnail) {

    public Photo {
        Objects.requireNonNull(jpeg);
        Objects.requireNonNull(thumbnail);
    }
}
