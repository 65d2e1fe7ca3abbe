package org.pufa.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a JPEG says of itself before its picture begins.
 *
 * @param progressive whether all of it must be held to decode any of it
 * @param orientation how the camera was held, 1 to 8 as Exif has it; 1 is upright
 */
record JpegHead(int width, int height, boolean progressive, int orientation) {

    private static final int EXIF = 0xE1;
    private static final int SCAN = 0xDA;
    private static final int PROGRESSIVE = 0xC2;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF_NAME = {'E', 'x', 'i', 'f', 0, 0};
    private static final int MOST_FIELDS = 500;

    /** Nothing when it is broken. */
    static Optional<JpegHead> of(byte[] content) {
        var head = new JpegHead(0, 0, false, 1);
        int at = 2;
        while (at + 4 <= content.length && (content[at] & 0xFF) == 0xFF) {
            int marker = content[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = number(content, at + 2);
            if (marker == SCAN || length < 2 || at + 2 + length > content.length) {
                break;
            }
            head = head.with(content, marker, at + 4, length - 2);
            at += 2 + length;
        }
        return head.width > 0 && head.height > 0 ? Optional.of(head) : Optional.empty();
    }

    private JpegHead with(byte[] content, int marker, int from, int length) {
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && length >= 5) {
            return new JpegHead(number(content, from + 3), number(content, from + 1), marker >= PROGRESSIVE, orientation);
        } else if (marker == EXIF && orientation == 1) {
            return new JpegHead(width, height, progressive, orientation(content, from, length));
        }
        return this;
    }

    private static int number(byte[] content, int at) {
        return (content[at] & 0xFF) << 8 | content[at + 1] & 0xFF;
    }

    private static int orientation(byte[] content, int from, int length) {
        for (int i = 0; i < EXIF_NAME.length; i++) {
            if (i >= length || content[from + i] != EXIF_NAME[i]) {
                return 1;
            }
        }
        try {
            return orientation(ByteBuffer.wrap(content, from + EXIF_NAME.length, length - EXIF_NAME.length).slice());
        } catch (IndexOutOfBoundsException e) {
            // a note about the camera that is broken is no note
            return 1;
        }
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int fields = tiff.getInt(4);
        int count = Math.min(tiff.getShort(fields) & 0xFFFF, MOST_FIELDS);
        for (int i = 0; i < count; i++) {
            int field = fields + 2 + 12 * i;
            if ((tiff.getShort(field) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(field + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
