package org.pufa.bank.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.pufa.bank.Picture;
import org.pufa.bank.PictureType;
import org.pufa.picture.Canvas;

/** Paints a decoded picture on white, upright and small enough, and writes it without anything beside the picture. */
final class Brush {

    /** From the best on; each is tried until the file is small enough. */
    static final List<Float> QUALITIES = List.of(0.85f, 0.7f, 0.5f, 0.35f);
    private static final int SMALLEST_SIDE = 40;

    private Brush() {
    }

    /** Nothing when no size makes it small enough. @param sharp whether it may be a drawing */
    static Optional<Picture> painted(BufferedImage image, int orientation, boolean sharp) throws IOException {
        boolean lying = Canvas.isLying(orientation);
        int wide = lying ? image.getHeight() : image.getWidth();
        int high = lying ? image.getWidth() : image.getHeight();
        int longest = Math.max(wide, high);
        for (int side = Math.min(Picture.LONGEST_SIDE, longest); side > 0; side = side * 2 / 3) {
            int width = Math.max(1, (int) ((long) wide * side / longest));
            int height = Math.max(1, (int) ((long) high * side / longest));
            var written = written(Canvas.painted(image, orientation, width, height), sharp);
            if (written.isPresent() || side < SMALLEST_SIDE) {
                return written;
            }
        }
        return Optional.empty();
    }

    private static Optional<Picture> written(BufferedImage image, boolean sharp) throws IOException {
        byte[] png = sharp ? png(image) : new byte[0];
        if (sharp && png.length <= Picture.LARGEST) {
            return Optional.of(Picture.of(PictureType.PNG, image.getWidth(), image.getHeight(), png));
        }
        for (float quality : QUALITIES) {
            byte[] jpeg = Canvas.jpeg(image, quality);
            if (jpeg.length <= Picture.LARGEST) {
                return Optional.of(Picture.of(PictureType.JPEG, image.getWidth(), image.getHeight(), jpeg));
            }
        }
        return Optional.empty();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", stream);
        }
        return out.toByteArray();
    }
}
