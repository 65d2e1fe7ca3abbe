package org.pufa.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as a phone takes them, and as nobody should send them. */
public final class Painted {

    /** Where the photo was taken, as its metadata tell. */
    public static final String PLACE = "30.2741N 120.1551E";

    private Painted() {
    }

    /** A picture whose upper left quarter is red and whose rest is blue. */
    static BufferedImage image(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.BLUE);
        brush.fillRect(0, 0, width, height);
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width / 2, height / 2);
        brush.dispose();
        return image;
    }

    public static byte[] png(int width, int height) {
        return written(image(width, height), "png", false);
    }

    public static byte[] jpeg(int width, int height) {
        return written(image(width, height), "jpeg", false);
    }

    static byte[] progressive(int width, int height) {
        return written(image(width, height), "jpeg", true);
    }

    private static byte[] written(BufferedImage image, String format, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A JPEG as a phone writes it: held in some way, with place and maker in its metadata. */
    public static byte[] photo(int width, int height, int orientation) {
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(10 + 8 + 2 + 2 * 12 + 4 + place.length);
        exif.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x010E).putShort((short) 2).putInt(place.length).putInt(8 + 2 + 24 + 4);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        exif.putInt(0).put(place);
        byte[] plain = jpeg(width, height);
        return ByteBuffer.allocate(plain.length + exif.capacity()).put(plain, 0, 2).put(exif.array())
                .put(plain, 2, plain.length - 2).array();
    }

    /** The head of a HEIC file. */
    public static byte[] heic() {
        return "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A PNG of a few bytes that says it has so many pixels. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] small = png(1, 1);
        var large = ByteBuffer.wrap(small.clone()).putInt(16, width).putInt(20, height);
        var crc = new java.util.zip.CRC32();
        crc.update(small, 12, 4);
        crc.update(large.array(), 16, 13);
        return large.putInt(29, (int) crc.getValue()).array();
    }
}
