package org.pufa.bank.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes one picture with the decoder of the sort that its bytes show, after a look at its size. */
final class Decoder implements AutoCloseable {

    private static final long MOST_DECODED = 4_000_000;

    private final ImageReader reader;
    private final MemoryCacheImageInputStream in;
    private final AtomicBoolean damaged = new AtomicBoolean();

    /** @param sort one that is readable */
    Decoder(PictureSort sort, byte[] content) {
        reader = ImageIO.getImageReadersByFormatName(sort.reader()).next();
        in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content));
        reader.setInput(in, false, true);
        reader.addIIOReadWarningListener((source, warning) -> damaged.compareAndSet(false, tellsOfDamage(warning)));
    }

    /** What the decoder of the Java platform says when a file ends too early, and paints grey instead. */
    private static boolean tellsOfDamage(String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        return words.contains("premature") || words.contains("corrupt") || words.contains("truncated")
                || words.contains("extraneous") || words.contains("unexpected");
    }

    int width() throws IOException {
        return reader.getWidth(0);
    }

    int height() throws IOException {
        return reader.getHeight(0);
    }

    /** Whether another picture follows the first one. */
    boolean holdsSeveral() {
        try {
            return reader.getWidth(1) > 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Every n-th pixel only, where there are too many. @throws IOException also when part of the picture is missing */
    BufferedImage image() throws IOException {
        long pixels = (long) width() * height();
        int step = 1;
        while (pixels / ((long) step * step) > MOST_DECODED) {
            step++;
        }
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        if (damaged.get()) {
            throw new IOException("part of the picture is missing");
        }
        return image;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
