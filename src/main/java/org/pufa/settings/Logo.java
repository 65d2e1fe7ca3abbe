package org.pufa.settings;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.pufa.kernel.Problem;

/**
 * A picture in place of the seal. It is drawn anew from what was sent, so that nothing but its pixels is kept.
 *
 * @param type {@code image/png} or {@code image/jpeg}
 * @param width in pixels of the file, twice those of the page
 */
record Logo(String type, int width, int height, byte[] picture) {

    /** Largest file that is taken. */
    static final int LARGEST_BYTES = 1024 * 1024;

    private static final String WRONG = "settings.logo.wrong";
    /** Twice the height of the seal, for dense screens. */
    private static final int HEIGHT = 56;
    private static final int WIDEST = 400;
    /** A small file can unfold into a picture that fills the memory. */
    private static final int MOST_SIDE = 5000;

    Logo {
        Objects.requireNonNull(type);
        Objects.requireNonNull(picture);
    }

    /**
     * Draws the logo from a PNG or JPEG file; takes a moment, so not on an event loop.
     *
     * @throws Problem INVALID when it is none, or too large
     */
    static Logo of(byte[] file) {
        if (file.length > LARGEST_BYTES) {
            throw Problem.of(Problem.Sort.INVALID, "settings.logo.large");
        }
        boolean png = file.length > 8 && (file[0] & 255) == 0x89 && file[1] == 'P' && file[2] == 'N';
        boolean jpeg = file.length > 8 && (file[0] & 255) == 0xFF && (file[1] & 255) == 0xD8;
        if (!png && !jpeg) {
            throw Problem.of(Problem.Sort.INVALID, WRONG);
        }
        try {
            return drawn(read(file, png ? "png" : "jpeg"), png ? "png" : "jpeg");
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Problem.of(Problem.Sort.INVALID, WRONG);
        }
    }

    private static BufferedImage read(byte[] file, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) > MOST_SIDE || reader.getHeight(0) > MOST_SIDE) {
                throw Problem.of(Problem.Sort.INVALID, "settings.logo.large");
            }
            var param = reader.getDefaultReadParam();
            // of a large picture only as many pixels are decoded as there is something to blend of
            int step = Math.max(1, Math.min(reader.getHeight(0) / (4 * HEIGHT), reader.getWidth(0)));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static Logo drawn(BufferedImage sent, String format) throws IOException {
        double scale = Math.min(1, Math.min((double) HEIGHT / sent.getHeight(), (double) WIDEST / sent.getWidth()));
        int width = Math.max(1, (int) Math.round(sent.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(sent.getHeight() * scale));
        var picture = new BufferedImage(width, height,
                format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.drawImage(sent.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        brush.dispose();
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return new Logo("image/" + format, width, height, out.toByteArray());
    }

    /** Width on the page, in CSS pixels, where it stands as high as the seal. */
    int shownWidth() {
        return Math.max(1, Math.round(width * (HEIGHT / 2f) / height));
    }

    int shownHeight() {
        return HEIGHT / 2;
    }

    String ending() {
        return type.equals("image/png") ? "png" : "jpg";
    }

    Map<String, Object> details() {
        return Map.of("format", type, "bytes", picture.length);
    }
}
