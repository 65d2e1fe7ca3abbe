package org.pufa.bank.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    private final Pictures pictures = new Pictures();

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aLargePictureBecomesASmallOne(String format) throws Exception {
        byte[] large = Painted.noise(format, 2600, 1800);

        byte[] small = pictures.repainted(large).orElseThrow();

        assertThat(large.length).isGreaterThan(Pictures.LARGEST);
        assertThat(small.length).isLessThanOrEqualTo(Pictures.LARGEST);
        assertThat(ImageIO.read(new ByteArrayInputStream(small)).getWidth()).isLessThanOrEqualTo(1200);
    }

    @Test
    void nothingOfTheSendersBytesIsKept() throws Exception {
        byte[] png = Painted.png(50, 50);
        byte[] marked = Arrays.copyOf(png, png.length + 20);
        System.arraycopy("<script>GPS</script>".getBytes(StandardCharsets.US_ASCII), 0, marked, png.length, 20);

        assertThat(new String(pictures.repainted(marked).orElseThrow(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void aPictureOfAHundredMegapixelsIsNeverDecoded() throws Exception {
        byte[] png = Painted.png(50, 50);
        ByteBuffer.wrap(png).putInt(16, 10_000).putInt(20, 10_000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());

        assertThat(pictures.isBearable(png)).isFalse();
        assertThat(pictures.repainted(png)).isEmpty();
    }

    @Test
    void whatIsNoPictureIsNone() throws Exception {
        byte[] png = Painted.noise("png", 50, 50);

        assertThat(pictures.repainted(new byte[0])).isEmpty();
        assertThat(pictures.repainted("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(pictures.repainted(Painted.noise("gif", 50, 50))).isEmpty();
        assertThat(pictures.repainted(Arrays.copyOf(png, 60))).isEmpty();
    }
}
