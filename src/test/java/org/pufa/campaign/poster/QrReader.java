package org.pufa.campaign.poster;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.BarcodeFormat;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** Reads a QR code in a picture as a phone does: it has to be found first. */
public final class QrReader {

    private QrReader() {
    }

    /** @throws AssertionError when no code can be read */
    public static String read(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        try {
            return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(width, height, pixels))), Map.of(DecodeHintType.TRY_HARDER, true,
                            DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE))).getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no code in the picture", e);
        }
    }
}
