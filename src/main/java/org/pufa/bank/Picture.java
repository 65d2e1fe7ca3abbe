package org.pufa.bank;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.pufa.kernel.Sha256;

/**
 * A picture as the bank keeps it: painted anew by ourselves, so safe to show. Two pictures with the same hash are the
 * same picture.
 *
 * @param hash SHA-256 of the content in hex, by which questions, tables and addresses name it
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(String hash, PictureType type, int width, int height, byte[] content) {

    /** Longest side, in pixels. */
    public static final int LONGEST_SIDE = 1200;
    /** Largest content, in bytes. */
    public static final int LARGEST = 200 * 1024;

    public Picture {
        Objects.requireNonNull(hash);
        Objects.requireNonNull(type);
        if (width < 1 || height < 1 || Math.max(width, height) > LONGEST_SIDE || content.length > LARGEST) {
            throw new IllegalArgumentException("not a picture of the bank: " + width + " x " + height + " pixels, "
                    + content.length + " bytes");
        }
    }

    /** The picture with that content. */
    public static Picture of(PictureType type, int width, int height, byte[] content) {
        return new Picture(HexFormat.of().formatHex(Sha256.of(content)), type, width, height, content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture && picture.hash.equals(hash) && picture.type == type
                && picture.width == width && picture.height == height && Arrays.equals(picture.content, content);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return type.code() + " " + width + "x" + height + " " + hash;
    }
}
