package org.pufa.bank.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.bank.Picture;
import org.pufa.bank.PictureType;
import org.pufa.support.Painted;

class PainterTest {

    private static final int FILE = 1 << 20;

    private static Painter.Result paint(byte[] content) {
        return new Painter(FILE).paint(content);
    }

    private static Picture painted(byte[] content) {
        var result = paint(content);
        assertThat(result).isInstanceOf(Painter.Painted.class);
        return ((Painter.Painted) result).picture();
    }

    private static String refused(byte[] content) {
        var result = paint(content);
        assertThat(result).isInstanceOf(Painter.Refused.class);
        return ((Painter.Refused) result).key().replace("bank.intake.picture.", "");
    }

    private static BufferedImage decoded(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.content()));
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, PNG", "bmp, PNG"})
    void whatTheJavaPlatformReadsIsPaintedAnew(String format, PictureType type) throws IOException {
        var picture = painted(Painted.plain(format, 320, 200));

        assertThat(picture.type()).isEqualTo(type);
        assertThat(List.of(picture.width(), picture.height())).containsExactly(320, 200);
        var image = decoded(picture);
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(320, 200);
        assertThat(new Color(image.getRGB(10, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(10, 190)).getBlue()).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({"png, 1600, 400, 1200", "png, 400, 1600, 1200", "png, 1400, 1100, 1200", "jpg, 2600, 1800, 1200"})
    void aLargePictureBecomesASmallOne(String format, int width, int height, int longest) throws IOException {
        byte[] large = Painted.noise(format, width, height);

        var small = painted(large);

        assertThat(large.length).isGreaterThan(Picture.LARGEST);
        assertThat(small.content().length).isLessThanOrEqualTo(Picture.LARGEST);
        assertThat(Math.max(small.width(), small.height())).isBetween(200, longest);
        assertThat((double) small.width() / small.height()).isBetween(0.98 * width / height, 1.02 * width / height);
        assertThat(decoded(small).getWidth()).isEqualTo(small.width());
    }

    @Test
    void aThinLineOfAPictureStaysAPicture() {
        var thin = painted(Painted.plain("png", 8000, 3));

        assertThat(List.of(thin.width(), thin.height())).containsExactly(1200, 1);
    }

    @Test
    void aSeeThroughDrawingIsPaintedOnWhite() throws IOException {
        var picture = painted(Painted.written("png", new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB)));

        assertThat(new Color(decoded(picture).getRGB(5, 5))).isEqualTo(Color.WHITE);
    }

    @ParameterizedTest
    @CsvSource({"1, 40, 60, R, B", "3, 40, 60, B, R", "6, 60, 40, B, R", "8, 60, 40, R, B"})
    void aPhotographStandsAsItWasTaken(int orientation, int width, int height, String first, String last)
            throws IOException {
        byte[] taken = Painted.withSegment(Painted.plain("jpg", 40, 60), 0xE1, Painted.exif(orientation));

        var picture = painted(taken);

        assertThat(List.of(picture.width(), picture.height())).containsExactly(width, height);
        var image = decoded(picture);
        boolean lying = orientation > 4;
        assertThat(colour(image.getRGB(lying ? 3 : 20, lying ? 20 : 3))).isEqualTo(first);
        assertThat(colour(image.getRGB(lying ? 56 : 20, lying ? 20 : 56))).isEqualTo(last);
    }

    private static String colour(int rgb) {
        return new Color(rgb).getRed() > new Color(rgb).getBlue() ? "R" : "B";
    }

    @Test
    void nothingOfTheSendersBytesIsKept() {
        byte[] secret = "<script>GPS 30.27,120.15</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] png = Painted.withChunk(Painted.plain("png", 50, 50), "tEXt", secret);
        byte[] behind = Arrays.copyOf(Painted.plain("png", 50, 50), 1000);
        System.arraycopy(secret, 0, behind, 900, secret.length);
        byte[] jpeg = Painted.withSegment(Painted.plain("jpg", 50, 50), 0xFE, secret);
        byte[] tail = Arrays.copyOf(Painted.plain("jpg", 50, 50), 2000);
        System.arraycopy(secret, 0, tail, 1900, secret.length);

        for (byte[] content : List.of(png, behind, jpeg, tail)) {
            assertThat(new String(painted(content).content(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 17, 400, 1200})
    void whatWeHavePaintedIsNotChangedByPaintingItAgain(int width) {
        for (byte[] stranger : List.of(Painted.photograph(width, width), Painted.noise("png", width, width),
                Painted.noise("jpg", width, width / 2 + 1), Painted.plain("gif", width, 9))) {
            var once = painted(stranger);

            assertThat(painted(once.content())).isEqualTo(once);
        }
    }

    @Test
    void ourOwnFormHasNoRoomForAnythingElse() {
        byte[] jpeg = painted(Painted.photograph(300, 200)).content();
        byte[] png = painted(Painted.plain("png", 30, 20)).content();
        byte[] more = "hidden words".getBytes(StandardCharsets.US_ASCII);
        byte[] jpegTail = Arrays.copyOf(jpeg, jpeg.length + 20);
        byte[] pngTail = Arrays.copyOf(png, png.length + 20);
        System.arraycopy(more, 0, jpegTail, jpeg.length, more.length);
        System.arraycopy(more, 0, pngTail, png.length, more.length);

        for (byte[] content : List.of(jpegTail, pngTail, Painted.withSegment(jpeg, 0xFE, more),
                Painted.withSegment(jpeg, 0xE5, more), Painted.withChunk(png, "tEXt", more))) {
            assertThat(new String(painted(content).content(), StandardCharsets.ISO_8859_1)).doesNotContain("hidden");
        }
    }

    @Test
    void aPictureOfAHundredMegapixelsIsNeverDecoded() {
        assertThat(refused(Painted.pretending(10_000, 10_000))).isEqualTo("pixels");
        assertThat(refused(Painted.pretending(Integer.MAX_VALUE, Integer.MAX_VALUE))).isIn("pixels", "broken");
        assertThat(refused(Painted.pretending(1, 2_000_000))).isIn("pixels", "broken");
    }

    @Test
    void aPictureOfFewBytesAndManyPixelsCountsAgainstItsFile() {
        var painter = new Painter(0);
        byte[] blank = Painted.written("png", new BufferedImage(4900, 4900, BufferedImage.TYPE_BYTE_GRAY));
        byte[] other = Painted.written("png", Painted.halves(4800, 4800));
        byte[] third = Painted.written("png", new BufferedImage(4700, 4700, BufferedImage.TYPE_BYTE_GRAY));

        assertThat(painter.paint(blank)).isInstanceOf(Painter.Painted.class);
        assertThat(painter.paint(blank)).isInstanceOf(Painter.Painted.class);
        assertThat(painter.paint(other)).isInstanceOf(Painter.Painted.class);
        assertThat(painter.paint(third)).isInstanceOfSatisfying(Painter.Refused.class,
                refused -> assertThat(refused.key()).endsWith("too-many"));
    }

    @Test
    void aTextThatUnpacksToAHundredMegabytesIsNeverUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write("Comment\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var deflate = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 100; i++) {
                deflate.write(new byte[1 << 20]);
            }
        }
        byte[] palette = Painted.written("png", new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_INDEXED));

        var picture = painted(Painted.withChunk(palette, "zTXt", packed.toByteArray()));

        assertThat(picture.width()).isEqualTo(20);
    }

    @Test
    void aMovingPictureIsKeptAsItsFirstImage() throws IOException {
        var result = paint(Painted.moving());

        assertThat(result).isInstanceOfSatisfying(Painter.Painted.class, painted -> {
            assertThat(painted.first()).isTrue();
            assertThat(painted.picture().width()).isEqualTo(40);
        });
        assertThat(paint(Painted.plain("gif", 40, 30))).isInstanceOfSatisfying(Painter.Painted.class,
                painted -> assertThat(painted.first()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aPictureThatLostItsEndIsRefused(String format) {
        byte[] whole = Painted.noise(format, 200, 200);

        for (int share : List.of(5, 30, 60, 90)) {
            assertThat(refused(Arrays.copyOf(whole, whole.length * share / 100))).as(share + "%").isEqualTo("broken");
        }
    }

    @Test
    void whatIsNoPictureOrNoneThatIsReadSaysSo() {
        assertThat(refused(new byte[0])).isEqualTo("missing");
        assertThat(refused("words".getBytes(StandardCharsets.UTF_8))).isEqualTo("unknown");
        assertThat(refused("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sort");
        assertThat(refused("<?xml version='1.0'?><!DOCTYPE svg><svg><script>x</script></svg>"
                .getBytes(StandardCharsets.UTF_8))).isEqualTo("sort");
        assertThat(refused("RIFF....WEBPVP8 ".getBytes(StandardCharsets.UTF_8))).isEqualTo("sort");
        assertThat(refused(Painted.written("tif", Painted.halves(9, 9)))).isEqualTo("sort");
        assertThat(refused(new byte[Painter.LARGEST + 1])).isEqualTo("large");
    }

    @Test
    void aBmpThatHoldsAnotherFileIsNotOpened() {
        byte[] bmp = Painted.plain("bmp", 20, 20);
        ByteBuffer.wrap(bmp).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(30, 5);

        assertThat(refused(bmp)).isEqualTo("broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void noiseInAPictureNeverDoesAnythingButRefuseIt(String format) {
        var random = new Random(11);
        byte[] sound = Painted.plain(format, 60, 40);
        for (int i = 0; i < 300; i++) {
            byte[] broken = sound.clone();
            for (int change = 0; change <= i % 5; change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }

            var result = paint(broken);

            if (result instanceof Painter.Painted painted) {
                assertThat(painted.picture().content().length).isLessThanOrEqualTo(Picture.LARGEST);
            }
        }
    }
}
