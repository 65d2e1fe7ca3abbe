package org.pufa.staff;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code as the outline of its dark modules, to be drawn by the page itself.
 *
 * @param path in units of one module, as the {@code d} of an SVG path
 * @param size width and height in modules, the quiet zone included
 */
public record QrOutline(String path, int size) {

    private static final int QUIET = 4;

    /** @throws IllegalArgumentException when the text is too long for a code */
    public static QrOutline of(String text) {
        BitMatrix modules = modules(text);
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from).append(' ').append(y).append('h').append(x - from).append("v1h-")
                            .append(x - from).append('z');
                }
            }
        }
        return new QrOutline(path.toString(), modules.getWidth());
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.MARGIN, QUIET, EncodeHintType.CHARACTER_SET, "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }
}
