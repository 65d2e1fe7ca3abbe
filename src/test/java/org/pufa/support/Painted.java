package org.pufa.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as strangers send them. */
public final class Painted {

    private Painted() {
    }

    /** One half red, one half blue, so that it can be told which way up it is. */
    public static BufferedImage halves(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width, height / 2);
        brush.setColor(Color.BLUE);
        brush.fillRect(0, height / 2, width, height - height / 2);
        brush.dispose();
        return image;
    }

    /** A picture that packs well. @param format png, jpg, gif or bmp */
    public static byte[] plain(String format, int width, int height) {
        return written(format, halves(width, height));
    }

    /** One that cannot be packed well. */
    public static byte[] noise(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return written(format, image);
    }

    /** Smooth, as photographs are. */
    public static byte[] photograph(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, new Color(x * 255 / width, y * 255 / height, (x + y) % 256).getRGB());
            }
        }
        return written("jpg", image);
    }

    public static byte[] written(String format, BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A GIF of two pictures. */
    public static byte[] moving() {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            ImageWriteParam param = writer.getDefaultWriteParam();
            writer.writeToSequence(new IIOImage(halves(40, 30), null, null), param);
            writer.writeToSequence(new IIOImage(halves(30, 40), null, null), param);
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A PNG that says it is of that size, with the data of a small one. */
    public static byte[] pretending(int width, int height) {
        byte[] png = plain("png", 50, 50);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        sum(png, 12, 17);
        return png;
    }

    /** The PNG with one more chunk behind its header. */
    public static byte[] withChunk(byte[] png, String type, byte[] data) {
        var chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data).putInt(0).array();
        sum(chunk, 4, data.length + 4);
        return ByteBuffer.allocate(png.length + chunk.length).put(png, 0, 33).put(chunk).put(png, 33, png.length - 33)
                .array();
    }

    private static void sum(byte[] bytes, int from, int length) {
        var sum = new CRC32();
        sum.update(bytes, from, length);
        ByteBuffer.wrap(bytes).putInt(from + length, (int) sum.getValue());
    }

    /** The JPEG with a segment behind its beginning. @param marker its second byte */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        return ByteBuffer.allocate(jpeg.length + data.length + 4).put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker)
                .putShort((short) (data.length + 2)).put(data).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** The EXIF data of a camera that was held that way. */
    public static byte[] exif(int orientation) {
        return ByteBuffer.allocate(32).put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8)
                .putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1)
                .putShort((short) orientation).putShort((short) 0).putInt(0).array();
    }
}
