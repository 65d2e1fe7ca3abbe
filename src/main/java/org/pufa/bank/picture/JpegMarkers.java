package org.pufa.bank.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What stands before the picture in a JPEG file. */
final class JpegMarkers {

    private static final int SCAN = 0xDA;
    private static final int FRAME = 0xC0;
    private static final int EXIF = 0xE1;
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_TAGS = 200;

    private final byte[] jpeg;

    JpegMarkers(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    /** Where the data of that segment begin; -1 when there is no such segment before the picture itself. */
    private int find(int wanted) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == wanted) {
                return at + 4;
            } else if (marker == SCAN) {
                return -1;
            }
            at += marker == 0xFF ? 1 : 2 + length(at + 2);
        }
        return -1;
    }

    private int length(int at) {
        return at + 2 <= jpeg.length ? (jpeg[at] & 0xFF) << 8 | jpeg[at + 1] & 0xFF : jpeg.length;
    }

    /** How many bytes there are up to where the compressed picture begins; 0 when it never does. */
    int head() {
        int scan = find(SCAN);
        return scan < 0 ? 0 : Math.min(jpeg.length, scan - 2 + length(scan - 2));
    }

    /** Where width and height are written, four bytes; -1 when it is no plain picture. */
    int size() {
        int frame = find(FRAME);
        return frame < 0 ? -1 : frame + 1;
    }

    /** How the camera was held, 1 to 8 as EXIF counts; 1 where nothing is said. */
    int orientation() {
        int from = find(EXIF);
        if (from < 0 || from + 14 > jpeg.length || jpeg[from] != 'E' || jpeg[from + 1] != 'x') {
            return 1;
        }
        try {
            return orientation(ByteBuffer.wrap(jpeg, from + 6, jpeg.length - from - 6).slice());
        } catch (IndexOutOfBoundsException e) {
            return 1;
        }
    }

    private static int orientation(ByteBuffer exif) {
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int tags = Math.min(MOST_TAGS, exif.getShort(directory) & 0xFFFF);
        for (int i = 0; i < tags; i++) {
            int tag = directory + 2 + i * 12;
            if ((exif.getShort(tag) & 0xFFFF) == ORIENTATION) {
                int value = exif.getShort(tag + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
