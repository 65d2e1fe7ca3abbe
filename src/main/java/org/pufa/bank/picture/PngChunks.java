package org.pufa.bank.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG file, of which only those that paint are ever given to a decoder. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    /** Palette and transparency besides what every file has; texts, profiles and times are left behind. */
    private static final Set<String> PAINTING = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** @param from where its data begin in the file */
    record Chunk(String type, int from, int length, boolean sound) {
    }

    private final byte[] png;
    private final List<Chunk> chunks = new ArrayList<>();
    private int end = SIGNATURE;

    /** @param png begins with the signature of such files */
    PngChunks(byte[] png) {
        this.png = png;
        while (end + AROUND <= png.length && !endsWith("IEND")) {
            int length = ByteBuffer.wrap(png).getInt(end);
            if (length < 0 || length > png.length - end - AROUND) {
                return;
            }
            chunks.add(chunk(end + 8, length));
            end += length + AROUND;
        }
    }

    private Chunk chunk(int from, int length) {
        var sum = new CRC32();
        sum.update(png, from - 4, length + 4);
        boolean sound = (int) sum.getValue() == ByteBuffer.wrap(png).getInt(from + length);
        return new Chunk(new String(png, from - 4, 4, StandardCharsets.ISO_8859_1), from, length, sound);
    }

    private boolean endsWith(String type) {
        return !chunks.isEmpty() && chunks.get(chunks.size() - 1).type().equals(type);
    }

    List<Chunk> all() {
        return chunks;
    }

    /** Whether it begins and ends as it should, every chunk undamaged, and nothing stands behind the end. */
    boolean isWhole() {
        return !chunks.isEmpty() && chunks.get(0).type().equals("IHDR") && endsWith("IEND") && end == png.length
                && chunks.stream().allMatch(Chunk::sound);
    }

    /** Whether it goes through several pictures. */
    boolean isAnimated() {
        return chunks.stream().anyMatch(chunk -> chunk.type().equals("acTL"));
    }

    /** The same picture without anything that does not paint. */
    byte[] bare() {
        var bare = new ByteArrayOutputStream(png.length);
        bare.write(png, 0, SIGNATURE);
        chunks.stream().filter(chunk -> PAINTING.contains(chunk.type()))
                .forEach(chunk -> bare.write(png, chunk.from() - 8, chunk.length() + AROUND));
        return bare.toByteArray();
    }
}
