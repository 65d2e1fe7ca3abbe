package org.pufa.bank;

import java.util.Arrays;
import java.util.Optional;

/** The two sorts of files in which pictures are kept: drawings stay sharp in the one, photographs small in the other. */
public enum PictureType {

    PNG("png", "png", "image/png"),
    JPEG("jpeg", "jpg", "image/jpeg");

    private final String code;
    private final String extension;
    private final String contentType;

    PictureType(String code, String extension, String contentType) {
        this.code = code;
        this.extension = extension;
        this.contentType = contentType;
    }

    /** The word in tables and files. */
    public String code() {
        return code;
    }

    /** How names of such files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** For the Content-Type header. */
    public String contentType() {
        return contentType;
    }

    public static Optional<PictureType> parse(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
