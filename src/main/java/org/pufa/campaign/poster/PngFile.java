package org.pufa.campaign.poster;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a drawing as PNG, with its size in print. */
final class PngFile {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte TRUE_COLOR = 2;
    private static final byte UP = 2;
    private static final byte METRE = 1;

    private PngFile() {
    }

    /** @param density dots in a millimetre */
    static byte[] write(Drawing drawing, double density) {
        int width = (int) Math.round(drawing.width() * density);
        int height = (int) Math.round(drawing.height() * density);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(density, density);
        for (Drawing.Area area : drawing.areas()) {
            graphics.setColor(new Color(area.color()));
            graphics.fill(area.shape());
        }
        graphics.dispose();
        try {
            return encoded(image, density);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(BufferedImage image, double density) throws IOException {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        var head = new ByteArrayOutputStream();
        var header = new DataOutputStream(head);
        header.writeInt(image.getWidth());
        header.writeInt(image.getHeight());
        header.write(new byte[] {8, TRUE_COLOR, 0, 0, 0});
        chunk(png, "IHDR", head.toByteArray());
        head.reset();
        header.writeInt((int) Math.round(density * 1000));
        header.writeInt((int) Math.round(density * 1000));
        header.writeByte(METRE);
        chunk(png, "pHYs", head.toByteArray());
        chunk(png, "IDAT", rows(image));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Each row as the difference to the one above, which is nothing in most of a poster. */
    private static byte[] rows(BufferedImage image) throws IOException {
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int length = 3 * image.getWidth();
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(6);
        try (var out = new DeflaterOutputStream(packed, deflater, 16 * 1024)) {
            var row = new byte[length + 1];
            row[0] = UP;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int i = 0; i < length; i++) {
                    int from = y * length + i + 2 - 2 * (i % 3);
                    row[i + 1] = (byte) (y == 0 ? bgr[from] : bgr[from] - bgr[from - length]);
                }
                out.write(row);
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        var out = new DataOutputStream(png);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt((int) sum.getValue());
    }
}
