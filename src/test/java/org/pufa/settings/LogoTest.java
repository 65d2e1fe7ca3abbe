package org.pufa.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.pufa.kernel.Problem;

class LogoTest {

    /** A picture of one colour. */
    static byte[] picture(int width, int height, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    @Test
    void aPictureIsDrawnAnewAsHighAsTheSeal() throws IOException {
        var logo = Logo.of(picture(600, 300, "png"));
        var drawn = ImageIO.read(new ByteArrayInputStream(logo.picture()));

        assertThat(logo.type()).isEqualTo("image/png");
        assertThat(new int[] {drawn.getWidth(), drawn.getHeight()}).containsExactly(112, 56);
        assertThat(new int[] {logo.shownWidth(), logo.shownHeight()}).containsExactly(56, 28);
        assertThat(new Color(drawn.getRGB(20, 20))).isEqualTo(Color.RED);
    }

    @Test
    void nothingButThePixelsIsKept() {
        byte[] sent = picture(100, 50, "jpeg");
        byte[] secret = "secret-place".getBytes(StandardCharsets.US_ASCII);
        byte[] withMore = Arrays.copyOf(sent, sent.length + secret.length);
        System.arraycopy(secret, 0, withMore, sent.length, secret.length);

        assertThat(new String(Logo.of(withMore).picture(), StandardCharsets.ISO_8859_1)).doesNotContain("secret-place");
        assertThat(Logo.of(withMore).type()).isEqualTo("image/jpeg");
    }

    @Test
    void aVeryWideOneIsMadeNarrower() {
        assertThat(Logo.of(picture(3000, 60, "png")).width()).isEqualTo(400);
        assertThat(Logo.of(picture(1, 4000, "png")).width()).isEqualTo(1);
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() {
        byte[] cut = Arrays.copyOf(picture(600, 300, "png"), 60);

        for (byte[] file : new byte[][] {new byte[0], "<svg/>".getBytes(StandardCharsets.US_ASCII), cut,
            "GIF89a, and more".getBytes(StandardCharsets.US_ASCII)}) {
            assertThatThrownBy(() -> Logo.of(file)).isInstanceOf(Problem.class).hasMessage("settings.logo.wrong");
        }
        assertThatThrownBy(() -> Logo.of(picture(6000, 10, "png"))).hasMessage("settings.logo.large");
        assertThatThrownBy(() -> Logo.of(new byte[Logo.LARGEST_BYTES + 1])).hasMessage("settings.logo.large");
    }
}
