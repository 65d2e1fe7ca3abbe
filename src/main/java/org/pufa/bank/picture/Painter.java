package org.pufa.bank.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.Picture;
import org.pufa.kernel.Sha256;

/**
 * Makes the pictures of one file safe: looks at their size before anything is decoded, and paints them anew, so that
 * nothing of the sender's bytes, nor what they say of camera and place, is kept. Decodes no more pixels than a file of
 * its size can honestly hold, each picture once, and holds one decoded picture at a time.
 */
public final class Painter {

    /** Largest picture that is looked at, in bytes. */
    public static final int LARGEST = 5 * 1024 * 1024;
    /** Most pixels of one picture. */
    public static final long MOST_PIXELS = 25_000_000;
    private static final int LONGEST_SIDE = 20_000;
    private static final long ALWAYS_ALLOWED = 2 * MOST_PIXELS;
    private static final long PIXELS_A_BYTE = 8;
    /** Of all pictures that are kept from one file, in bytes. */
    private static final long MOST_KEPT = 48L << 20;
    private static final int TELLING = 1024;
    private static final int OLD_BMP_HEADER = 12;
    private static final int PLAIN_BMP = 3;

    private final Map<String, Result> known = new HashMap<>();
    private long pixelsLeft;
    private long bytesLeft = MOST_KEPT;

    /** @param fileSize of the whole file, in bytes */
    public Painter(long fileSize) {
        pixelsLeft = ALWAYS_ALLOWED + fileSize * PIXELS_A_BYTE;
    }

    /** What became of a picture. */
    public sealed interface Result permits Painted, Refused {
    }

    /** @param first whether it is the first of several in its file, of which the others are left behind */
    public record Painted(Picture picture, boolean first) implements Result {
    }

    /** @param key of a sentence in the message bundle; its first argument is for the caller to put before these */
    public record Refused(String key, List<Object> args) implements Result {

        public Refused {
            args = List.copyOf(args);
        }
    }

    /** As much of a picture as is needed to paint it, or to say why it cannot be. */
    public static byte[] telling(byte[] content) {
        return PictureSort.of(content).isReadable() ? content : Arrays.copyOf(content, Math.min(TELLING, content.length));
    }

    /** The picture painted anew, or why it cannot be kept. */
    public Result paint(byte[] content) {
        if (content.length == 0) {
            return refused("missing");
        } else if (content.length > LARGEST) {
            return refused("large", content.length / 1024 / 1024 + 1, LARGEST / 1024 / 1024);
        }
        return known.computeIfAbsent(HexFormat.of().formatHex(Sha256.of(content)), hash -> painted(content));
    }

    private static Refused refused(String key, Object... args) {
        return new Refused("bank.intake.picture." + key, List.of(args));
    }

    private Result painted(byte[] content) {
        var sort = PictureSort.of(content);
        if (!sort.isReadable()) {
            return sort == PictureSort.UNKNOWN ? refused("unknown") : refused("sort", sort.name());
        }
        var png = sort == PictureSort.PNG ? Optional.of(new PngChunks(content)) : Optional.<PngChunks>empty();
        try (var decoder = new Decoder(sort, png.map(PngChunks::bare).orElse(content))) {
            return painted(sort, content, decoder, png.filter(PngChunks::isAnimated).isPresent());
        } catch (IOException | RuntimeException e) {
            // decoders fail on broken pictures with exceptions of every sort
            return refused("broken");
        }
    }

    private Result painted(PictureSort sort, byte[] content, Decoder decoder, boolean animated) throws IOException {
        long width = decoder.width();
        long height = decoder.height();
        long pixels = width * height;
        if (width < 1 || height < 1 || sort == PictureSort.BMP && isWrapped(content)) {
            return refused("broken");
        } else if (pixels > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            return refused("pixels", width, height, MOST_PIXELS / 10_000);
        } else if (pixels > pixelsLeft) {
            return refused("too-many");
        }
        pixelsLeft -= pixels;
        BufferedImage image = decoder.image();
        var own = OwnForm.of(sort, content, (int) width, (int) height);
        var picture = own.isPresent() ? own : Brush.painted(image, sort == PictureSort.JPEG
                ? new JpegMarkers(content).orientation() : 1, sort != PictureSort.JPEG);
        boolean first = animated || sort == PictureSort.GIF && decoder.holdsSeveral();
        return picture.isEmpty() ? refused("broken") : kept(picture.get(), first);
    }

    /** A BMP file may hold a PNG or JPEG file with a size of its own, which would be decoded unseen. */
    private static boolean isWrapped(byte[] bmp) {
        return bmp[14] != OLD_BMP_HEADER && (bmp[30] & 0xFF) > PLAIN_BMP;
    }

    private Result kept(Picture picture, boolean first) {
        if (picture.content().length > bytesLeft) {
            return refused("too-many");
        }
        bytesLeft -= picture.content().length;
        return new Painted(picture, first);
    }
}
