package org.pufa.bank.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures for tests. */
final class Painted {

    private Painted() {
    }

    static byte[] png(int width, int height) throws IOException {
        return written("png", new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    /** One that cannot be packed well. */
    static byte[] noise(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return written(format, image);
    }

    private static byte[] written(String format, BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
