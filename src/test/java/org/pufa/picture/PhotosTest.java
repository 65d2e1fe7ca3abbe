package org.pufa.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotosTest {

    private static BufferedImage read(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static boolean isRed(BufferedImage image, double x, double y) {
        int rgb = image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y));
        return (rgb >> 16 & 0xFF) > 180 && (rgb & 0xFF) < 90;
    }

    private static String refused(byte[] content) {
        try {
            Photos.repainted(content);
        } catch (UnusablePicture e) {
            return e.key();
        }
        throw new AssertionError("it was taken");
    }

    @Test
    void nothingOfTheSendersFileIsKept() throws Exception {
        byte[] sent = Painted.photo(400, 300, 1);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(Painted.PLACE, "Exif");

        Photo kept = Photos.repainted(sent);

        for (byte[] bytes : new byte[][] {kept.jpeg(), kept.thumbnail()}) {
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(Painted.PLACE, "Exif", "http");
        }
        assertThat(kept.width()).isEqualTo(400);
        assertThat(read(kept.thumbnail()).getWidth()).isEqualTo(Photos.THUMBNAIL_SIDE);
    }

    @Test
    void whatIsHiddenBehindThePictureIsGone() throws Exception {
        byte[] script = "<script>alert(1)</script>PK\3\4".getBytes(StandardCharsets.ISO_8859_1);
        byte[] jpeg = Painted.jpeg(50, 50);
        byte[] both = Arrays.copyOf(jpeg, jpeg.length + script.length);
        System.arraycopy(script, 0, both, jpeg.length, script.length);

        assertThat(new String(Photos.repainted(both).jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("script", "PK\3");
    }

    /** The red quarter of the camera's picture comes to lie where Exif says it is. */
    @ParameterizedTest
    @ValueSource(strings = {"1 .2 .2", "2 .8 .2", "3 .8 .8", "4 .2 .8", "5 .2 .2", "6 .8 .2", "7 .8 .8", "8 .2 .8"})
    void aPhotoStandsUprightHoweverTheCameraWasHeld(String vector) throws Exception {
        var parts = vector.split(" ");
        int orientation = Integer.parseInt(parts[0]);

        Photo photo = Photos.repainted(Painted.photo(600, 300, orientation));

        BufferedImage image = read(photo.jpeg());
        assertThat(image.getWidth() > image.getHeight()).isEqualTo(orientation < 5);
        assertThat(isRed(image, Double.parseDouble(parts[1]), Double.parseDouble(parts[2]))).isTrue();
        assertThat(isRed(image, 1 - Double.parseDouble(parts[1]), 1 - Double.parseDouble(parts[2]))).isFalse();
    }

    @Test
    void aLargePhotoIsMadeSmallerAndAPngBecomesAJpeg() throws Exception {
        Photo photo = Photos.repainted(Painted.png(5000, 2500));

        assertThat(photo.width()).isEqualTo(2000);
        assertThat(photo.height()).isEqualTo(1000);
        assertThat(FileType.of(photo.jpeg())).isEqualTo(FileType.JPEG);
        assertThat(isRed(read(photo.jpeg()), .2, .2)).isTrue();
    }

    @Test
    void whatCannotBeTakenIsRefusedWithItsReason() {
        assertThat(refused(Painted.heic())).isEqualTo("picture.heic");
        assertThat(refused("RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("picture.other");
        assertThat(refused("GIF89a".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("picture.other");
        assertThat(refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("picture.none");
        assertThat(refused(new byte[0])).isEqualTo("picture.none");
        assertThat(refused(Arrays.copyOf(Painted.jpeg(100, 100), 300))).isEqualTo("picture.broken");
        assertThat(refused(Arrays.copyOf(Painted.png(100, 100), 60))).isEqualTo("picture.broken");
        assertThat(refused(new byte[Photos.LARGEST_FILE + 1])).isEqualTo("picture.large");
    }

    @Test
    void aFewBytesThatClaimToBeHugeAreRefusedBeforeTheyAreDecoded() {
        assertThat(refused(Painted.pngThatClaims(29_000, 29_000))).isEqualTo("picture.pixels");
        assertThat(refused(Painted.pngThatClaims(100_000, 10))).isEqualTo("picture.pixels");
        assertThat(refused(Painted.progressive(8000, 5001))).isEqualTo("picture.pixels");
    }

    /** All that is ever allocated for it, the result included, is less than its pixels alone would take. */
    @Test
    void aLargePhotoIsNeverDecodedAsAWhole() throws Exception {
        byte[] large = Painted.jpeg(8000, 6000);
        Photos.repainted(Painted.jpeg(10, 10));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Photos.repainted(large);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8000L * 6000 * 3);
    }

    @Property(tries = 300)
    void damagedFilesAreRefusedOrPaintedAnew(@ForAll @IntRange(max = 3) int kind, @ForAll long seed) {
        byte[] sound = switch (kind) {
            case 0 -> Painted.photo(40, 30, 6);
            case 1 -> Painted.png(40, 30);
            case 2 -> Painted.progressive(40, 30);
            default -> Painted.heic();
        };
        var random = new Random(seed);
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            sound[random.nextInt(sound.length)] = (byte) random.nextInt();
        }
        byte[] damaged = Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
        try {
            assertThat(FileType.of(Photos.repainted(damaged).jpeg())).isEqualTo(FileType.JPEG);
        } catch (UnusablePicture e) {
            assertThat(e.key()).startsWith("picture.");
        }
    }

    @Test
    void aBrokenNoteAboutTheCameraIsNoNote() {
        byte[] photo = Painted.photo(40, 30, 6);
        photo[2 + 10 + 7] = (byte) 0x7F;

        assertThat(JpegHead.of(photo).orElseThrow().orientation()).isEqualTo(1);
        assertThatThrownBy(() -> Photos.repainted(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}))
                .isInstanceOf(UnusablePicture.class);
    }
}
