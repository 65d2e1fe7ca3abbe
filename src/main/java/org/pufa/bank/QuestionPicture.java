package org.pufa.bank;

import java.util.Objects;

/**
 * A picture in its place within a question (题图).
 *
 * @param place {@link #STEM}, or the letter of the option that it belongs to
 * @param alt what it shows, in one line, for whoever does not see it; never empty
 * @param hash of its {@link Picture}, whose type and size stand here too, so that pages need not look it up
 * @param width in pixels
 * @param height in pixels
 */
public record QuestionPicture(String place, String alt, String hash, PictureType type, int width, int height) {

    /** Below the stem. */
    public static final String STEM = "stem";
    /** Stands where nobody has said yet what a picture shows. */
    public static final String UNTOLD = "题图";
    /** Longest alt text, in characters. */
    public static final int LONGEST_ALT = 200;
    /** Most pictures of one question. */
    public static final int MOST = 8;

    public QuestionPicture {
        Objects.requireNonNull(place);
        Objects.requireNonNull(hash);
        Objects.requireNonNull(type);
        if (alt.isBlank() || alt.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a picture says in one line what it shows");
        }
    }

    public static QuestionPicture of(String place, String alt, Picture picture) {
        return new QuestionPicture(place, alt, picture.hash(), picture.type(), picture.width(), picture.height());
    }

    /** The same picture elsewhere in its question, or described otherwise. */
    public QuestionPicture placed(String otherPlace, String otherAlt) {
        return new QuestionPicture(otherPlace, otherAlt, hash, type, width, height);
    }

    public boolean isInStem() {
        return place.equals(STEM);
    }

    /** Whether somebody has said what it shows. */
    public boolean isTold() {
        return !alt.equals(UNTOLD);
    }

    /** The name under which it is served and packed into files; its content can never change. */
    public String fileName() {
        return hash + '.' + type.extension();
    }

    /** Where it is to be had. */
    public String url() {
        return "/pictures/" + fileName();
    }
}
