package org.pufa.campaign.poster;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;

/** A link as a QR code that can still be read when a quarter of it is dirty. */
final class QrCode {

    /** The white around it, without which phones do not find it. */
    static final int QUIET = 4;

    private final ByteMatrix modules;

    QrCode(String link) {
        try {
            modules = Encoder.encode(link, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("a link too long for a code: " + link.length(), e);
        }
    }

    /** How many squares it has in a row, with the white around it. */
    int size() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** The dark squares. @param side of the whole, with the white around it */
    Shape shape(double x, double y, double side) {
        double unit = side / size();
        var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int begin = 0; begin < modules.getWidth(); begin++) {
                int end = begin;
                while (end < modules.getWidth() && modules.get(end, row) == 1) {
                    end++;
                }
                if (end > begin) {
                    add(shape, x + (begin + QUIET) * unit, y + (row + QUIET) * unit, (end - begin) * unit, unit);
                    begin = end;
                }
            }
        }
        return shape;
    }

    private static void add(Path2D shape, double x, double y, double width, double height) {
        shape.moveTo(x, y);
        shape.lineTo(x + width, y);
        shape.lineTo(x + width, y + height);
        shape.lineTo(x, y + height);
        shape.closePath();
    }
}
