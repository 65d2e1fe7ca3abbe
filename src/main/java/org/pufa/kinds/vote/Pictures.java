package org.pufa.kinds.vote;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pictures that may stand beside candidates: one folder of the class path. */
final class Pictures {

    static final int LARGEST = 200 * 1024;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}\\.(svg|png|jpg|webp)");

    private final String folder;

    /** @param folder such as {@code /question-bank/campaigns/pictures} */
    Pictures(String folder) {
        this.folder = folder;
    }

    /** One picture, which is what its name says. */
    record Picture(String contentType, Buffer bytes) {
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The bytes of that name, whatever they are; nothing when there is no such file, or the name is none. */
    Optional<byte[]> bytes(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        try (InputStream in = Pictures.class.getResourceAsStream(folder + '/' + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readNBytes(LARGEST + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the picture " + name, e);
        }
    }

    /** The picture of that name; nothing when there is none, it is too large, or its content is of another sort. */
    Optional<Picture> find(String name) {
        return bytes(name).filter(bytes -> bytes.length <= LARGEST).flatMap(bytes -> {
            String type = contentType(bytes);
            return type.equals(expected(name)) ? Optional.of(new Picture(type, Buffer.buffer(bytes)))
                    : Optional.empty();
        });
    }

    private static String expected(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "jpg" -> "image/jpeg";
            default -> "image/webp";
        };
    }

    /** What the bytes are, by how they begin; "" for anything we do not show. */
    private static String contentType(byte[] bytes) {
        if (begins(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return "image/png";
        } else if (begins(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        } else if (begins(bytes, 0, 'R', 'I', 'F', 'F') && begins(bytes, 8, 'W', 'E', 'B', 'P')) {
            return "image/webp";
        }
        return isQuietSvg(bytes) ? "image/svg+xml" : "";
    }

    private static boolean begins(byte[] bytes, int from, int... magic) {
        if (bytes.length < from + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[from + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Scripts would not run where we show pictures; a picture that brings one is not taken at all. */
    private static boolean isQuietSvg(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
        return (text.startsWith("<svg") || text.startsWith("<?xml") && text.contains("<svg"))
                && !text.contains("<script");
    }
}
