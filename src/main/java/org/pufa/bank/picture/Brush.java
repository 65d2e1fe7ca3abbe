package org.pufa.bank.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.pufa.bank.Picture;
import org.pufa.bank.PictureType;

/** Paints a decoded picture on white, upright and small enough, and writes it without anything beside the picture. */
final class Brush {

    /** From the best on; each is tried until the file is small enough. */
    static final List<Float> QUALITIES = List.of(0.85f, 0.7f, 0.5f, 0.35f);
    private static final int SMALLEST_SIDE = 40;

    private Brush() {
    }

    /** Nothing when no size makes it small enough. @param sharp whether it may be a drawing */
    static Optional<Picture> painted(BufferedImage image, int orientation, boolean sharp) throws IOException {
        boolean lying = orientation > 4;
        int wide = lying ? image.getHeight() : image.getWidth();
        int high = lying ? image.getWidth() : image.getHeight();
        int longest = Math.max(wide, high);
        for (int side = Math.min(Picture.LONGEST_SIDE, longest); side > 0; side = side * 2 / 3) {
            int width = Math.max(1, (int) ((long) wide * side / longest));
            int height = Math.max(1, (int) ((long) high * side / longest));
            var written = written(painted(image, orientation, width, height), sharp);
            if (written.isPresent() || side < SMALLEST_SIDE) {
                return written;
            }
        }
        return Optional.empty();
    }

    private static BufferedImage painted(BufferedImage image, int orientation, int width, int height) {
        var painted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = painted.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        var upright = upright(orientation, width, height);
        boolean lying = orientation > 4;
        brush.transform(upright);
        brush.drawImage(image, 0, 0, lying ? height : width, lying ? width : height, null);
        brush.dispose();
        return painted;
    }

    /** What turns a picture as the camera saw it into one that stands upright in width and height. */
    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, width, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, height);
            default -> new AffineTransform();
        };
    }

    private static Optional<Picture> written(BufferedImage image, boolean sharp) throws IOException {
        byte[] png = sharp ? png(image) : new byte[0];
        if (sharp && png.length <= Picture.LARGEST) {
            return Optional.of(Picture.of(PictureType.PNG, image.getWidth(), image.getHeight(), png));
        }
        for (float quality : QUALITIES) {
            byte[] jpeg = jpeg(image, quality);
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

    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
