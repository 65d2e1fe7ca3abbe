package org.pufa.bank.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.pufa.bank.Picture;
import org.pufa.bank.PictureType;
import org.pufa.picture.Canvas;

/**
 * Knows pictures that are already as we write them, so that a bank that was written into a file comes back with the
 * very same pictures; to paint a photograph anew would change it a little each time. Such a file has room for nothing
 * but its pixels: a PNG without side chunks whose data end where its last row ends, or a JPEG that begins byte for byte
 * as ours do and holds nothing behind.
 */
final class OwnForm {

    private static final int PNG_HEADER = 13;
    private static final List<byte[]> JPEG_HEADS = Brush.QUALITIES.stream().map(OwnForm::head).toList();

    private OwnForm() {
    }

    /** The picture as it is; nothing when it is not as we would have written it. */
    static Optional<Picture> of(PictureSort sort, byte[] content, int width, int height) {
        if (content.length > Picture.LARGEST || Math.max(width, height) > Picture.LONGEST_SIDE) {
            return Optional.empty();
        } else if (sort == PictureSort.PNG && isPng(new PngChunks(content), content, width, height)) {
            return Optional.of(Picture.of(PictureType.PNG, width, height, content));
        } else if (sort == PictureSort.JPEG && isJpeg(content)) {
            return Optional.of(Picture.of(PictureType.JPEG, width, height, content));
        }
        return Optional.empty();
    }

    private static boolean isPng(PngChunks chunks, byte[] png, int width, int height) {
        var all = chunks.all();
        boolean plain = chunks.isWhole() && all.size() > 2 && all.get(0).length() == PNG_HEADER
                && all.get(all.size() - 1).length() == 0
                && all.subList(1, all.size() - 1).stream().allMatch(chunk -> chunk.type().equals("IDAT"));
        if (!plain) {
            return false;
        }
        int header = all.get(0).from();
        boolean trueColour = png[header + 8] == 8 && png[header + 9] == 2 && png[header + 10] == 0
                && png[header + 11] == 0 && png[header + 12] == 0;
        return trueColour && holdsJust(chunks, png, (width * 3L + 1) * height);
    }

    /** Whether the data unpack to so many bytes, and nothing is left over. */
    private static boolean holdsJust(PngChunks chunks, byte[] png, long wanted) {
        var inflater = new Inflater();
        var room = new byte[8192];
        long unpacked = 0;
        try {
            for (var chunk : chunks.all().subList(1, chunks.all().size() - 1)) {
                inflater.setInput(png, chunk.from(), chunk.length());
                while (!inflater.needsInput() && !inflater.finished() && unpacked <= wanted) {
                    int more = inflater.inflate(room);
                    if (more == 0 && inflater.needsDictionary()) {
                        return false;
                    }
                    unpacked += more;
                }
            }
            return inflater.finished() && inflater.getRemaining() == 0 && unpacked == wanted;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    /** A marker within the picture, or anything behind its end, is none of ours. */
    private static boolean isJpeg(byte[] jpeg) {
        var markers = new JpegMarkers(jpeg);
        int head = markers.head();
        if (head == 0 || JPEG_HEADS.stream().noneMatch(ours -> Arrays.equals(ours, sizeless(jpeg, head, markers)))) {
            return false;
        }
        int at = head;
        while (at + 1 < jpeg.length && ((jpeg[at] & 0xFF) != 0xFF || jpeg[at + 1] == 0)) {
            at += (jpeg[at] & 0xFF) == 0xFF ? 2 : 1;
        }
        return at == jpeg.length - 2 && (jpeg[at + 1] & 0xFF) == 0xD9;
    }

    private static byte[] head(float quality) {
        try {
            byte[] jpeg = Canvas.jpeg(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), quality);
            var markers = new JpegMarkers(jpeg);
            return sizeless(jpeg, markers.head(), markers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sizeless(byte[] jpeg, int head, JpegMarkers markers) {
        byte[] sizeless = Arrays.copyOf(jpeg, head);
        int size = markers.size();
        if (size > 0 && size + 4 <= head) {
            Arrays.fill(sizeless, size, size + 4, (byte) 0);
        }
        return sizeless;
    }
}
