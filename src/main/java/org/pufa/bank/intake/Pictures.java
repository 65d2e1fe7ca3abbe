package org.pufa.bank.intake;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes pictures from files safe: looks at their size before anything is decoded, and paints them anew, so that nothing
 * of the sender's bytes, nor what they say of camera and place, is kept.
 */
public final class Pictures {

    /** Largest result, in bytes. */
    public static final int LARGEST = 200 * 1024;
    private static final long MOST_PIXELS = 20_000_000;
    private static final long MOST_DECODED = 4_000_000;
    private static final int LONGEST_SIDE = 20_000;
    private static final int WIDEST = 1200;
    private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f, 0.35f};

    /** Whether the bytes begin as a PNG or JPEG of bearable size; decodes nothing. */
    public boolean isBearable(byte[] content) {
        return withReader(content, reader -> isBearable(reader.getWidth(0), reader.getHeight(0)) ? Boolean.TRUE : null)
                .isPresent();
    }

    private static boolean isBearable(long width, long height) {
        return width > 0 && height > 0 && Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS;
    }

    /**
     * The picture painted anew, PNG or JPEG, at most {@link #LARGEST} bytes; nothing when it is no picture, too large
     * or broken.
     */
    public Optional<byte[]> repainted(byte[] content) {
        return withReader(content, reader -> {
            if (!isBearable(reader.getWidth(0), reader.getHeight(0))) {
                return null;
            }
            boolean png = reader.getFormatName().toLowerCase(Locale.ROOT).equals("png");
            return written(decoded(reader), png);
        });
    }

    /** The item, refused when a picture of it cannot be shown. */
    Item checked(Item item) {
        var reasons = new ArrayList<>(item.reasons());
        for (Picture picture : item.raw().pictures()) {
            if (!isBearable(picture.content())) {
                reasons.add(Reason.refusal("bank.intake.picture"));
                break;
            }
        }
        return reasons.size() == item.reasons().size() ? item : new Item(item.number(), item.type(), item.stem(),
                item.options(), item.answer(), item.raw(), reasons);
    }

    @FunctionalInterface
    private interface Work<T> {
        /** Null when nothing comes of it. */
        T with(ImageReader reader) throws IOException;
    }

    private static <T> Optional<T> withReader(byte[] content, Work<T> work) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                String name = reader.getFormatName().toLowerCase(Locale.ROOT);
                if (name.equals("png") || name.equals("jpeg")) {
                    reader.setInput(in, true, true);
                    try {
                        return Optional.ofNullable(work.with(reader));
                    } finally {
                        reader.dispose();
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // decoders fail on broken pictures with exceptions of every sort
            return Optional.empty();
        }
    }

    /** Every n-th pixel only, where there are too many. */
    private static BufferedImage decoded(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        int step = 1;
        while (pixels / ((long) step * step) > MOST_DECODED) {
            step++;
        }
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static byte[] written(BufferedImage image, boolean png) throws IOException {
        for (int width = Math.min(WIDEST, image.getWidth()); width >= 40; width = width * 2 / 3) {
            int height = Math.max(1, (int) ((long) image.getHeight() * width / image.getWidth()));
            BufferedImage painted = painted(image, width, height);
            byte[] bytes = png ? asPng(painted) : new byte[LARGEST + 1];
            for (int i = 0; i < QUALITIES.length && bytes.length > LARGEST; i++) {
                bytes = asJpeg(painted, QUALITIES[i]);
            }
            if (bytes.length <= LARGEST) {
                return bytes;
            }
        }
        return null;
    }

    /** On white, because a see-through drawing would vanish on a dark page. */
    private static BufferedImage painted(BufferedImage image, int width, int height) {
        var painted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = painted.createGraphics();
        brush.setColor(java.awt.Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(image, 0, 0, width, height, null);
        brush.dispose();
        return painted;
    }

    private static byte[] asPng(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] asJpeg(BufferedImage image, float quality) throws IOException {
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
