package org.pufa.bank.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What a file of a picture is by its first bytes, whatever its name says. */
enum PictureSort {

    PNG("png"), JPEG("jpeg"), GIF("gif"), BMP("bmp"),
    /** From here on the Java platform reads none of them, or we do not want it to. */
    WEBP(""), TIFF(""), SVG(""), EMF(""), WMF(""), HEIC(""), UNKNOWN("");

    private static final int HEAD = 1024;

    private final String reader;

    PictureSort(String reader) {
        this.reader = reader;
    }

    /** The name of what decodes it; "" where nothing may. */
    String reader() {
        return reader;
    }

    boolean isReadable() {
        return !reader.isEmpty();
    }

    static PictureSort of(byte[] content) {
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        } else if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GIF;
        } else if (head.startsWith("BM") && head.length() > 30) {
            return BMP;
        }
        return foreign(head);
    }

    private static PictureSort foreign(String head) {
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return TIFF;
        } else if (head.startsWith(" EMF", 40)) {
            return EMF;
        } else if (head.startsWith("\u00D7\u00CD\u00C6\u009A") || head.startsWith("\u0001\0\u0009\0")) {
            return WMF;
        }
        boolean heic = Arrays.asList("heic", "heix", "mif1", "avif").stream().anyMatch(brand -> head.startsWith("ftyp" + brand, 4));
        return heic ? HEIC : head.toLowerCase(Locale.ROOT).contains("<svg") ? SVG : UNKNOWN;
    }
}
