package org.pufa.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Paints photos anew: their size is looked at before anything is decoded, only as many pixels are decoded as will be
 * kept, and nothing of what the file says of camera, time and place is kept. Takes a second or two; never on an event
 * loop.
 */
public final class Photos {

    /** Largest file, in bytes. */
    public static final int LARGEST_FILE = 20 * 1024 * 1024;
    static final int LONGEST_SIDE = 2000;
    static final int THUMBNAIL_SIDE = 240;
    private static final long MOST_PIXELS = 120_000_000;
    /** The decoder holds such a file as a whole. */
    private static final long MOST_HELD_PIXELS = 40_000_000;
    private static final int LONGEST_FILE_SIDE = 30_000;
    private static final float QUALITY = 0.82f;

    private Photos() {
    }

    /** @throws UnusablePicture for anything but a sound JPEG or PNG of bearable size */
    public static Photo repainted(byte[] content) throws UnusablePicture {
        FileType type = FileType.of(content);
        if (content.length > LARGEST_FILE) {
            throw new UnusablePicture("picture.large", LARGEST_FILE >> 20);
        } else if (type == FileType.HEIC) {
            throw new UnusablePicture("picture.heic");
        } else if (type == FileType.OTHER_PICTURE) {
            throw new UnusablePicture("picture.other");
        } else if (type == FileType.UNKNOWN) {
            throw new UnusablePicture("picture.none");
        }
        int orientation = type == FileType.JPEG ? jpeg(content).orientation() : 1;
        try {
            return photo(decoded(content, type), orientation);
        } catch (IOException | RuntimeException e) {
            // decoders fail on broken pictures with exceptions of every sort
            throw new UnusablePicture("picture.broken");
        }
    }

    private static JpegHead jpeg(byte[] content) throws UnusablePicture {
        JpegHead head = JpegHead.of(content).orElseThrow(() -> new UnusablePicture("picture.broken"));
        bearable(head.width(), head.height(), head.progressive());
        return head;
    }

    private static void bearable(long width, long height, boolean held) throws UnusablePicture {
        if (Math.max(width, height) > LONGEST_FILE_SIDE
                || width * height > (held ? MOST_HELD_PIXELS : MOST_PIXELS)) {
            throw new UnusablePicture("picture.pixels", width, height);
        }
    }

    private static BufferedImage decoded(byte[] content, FileType type) throws IOException, UnusablePicture {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.name().toLowerCase(Locale.ROOT)).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            bearable(width, height, type == FileType.PNG);
            var param = reader.getDefaultReadParam();
            // never more than twice what is kept, so that there is something to blend and little to hold
            int step = (Math.max(width, height) + 2 * LONGEST_SIDE - 1) / (2 * LONGEST_SIDE);
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static Photo photo(BufferedImage image, int orientation) throws IOException {
        BufferedImage full = painted(image, LONGEST_SIDE, orientation);
        BufferedImage small = painted(painted(full, 2 * THUMBNAIL_SIDE, 1), THUMBNAIL_SIDE, 1);
        return new Photo(Canvas.jpeg(full, QUALITY), full.getWidth(), full.getHeight(), Canvas.jpeg(small, QUALITY));
    }

    /** Upright, on white, no side longer than that. */
    private static BufferedImage painted(BufferedImage image, int longest, int orientation) {
        double scale = Math.min(1, longest / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean lying = Canvas.isLying(orientation);
        return Canvas.painted(image, orientation, lying ? height : width, lying ? width : height);
    }
}
