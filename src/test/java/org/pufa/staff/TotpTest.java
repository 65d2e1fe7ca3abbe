package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The shared secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"59,94287082", "1111111109,07081804", "1111111111,14050471", "1234567890,89005924",
            "2000000000,69279037", "20000000000,65353130"})
    void theCodesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8)).isEqualTo(code);
    }

    @Test
    void aCodeIsGoodInItsStepAndTheOnesBesideIt() {
        String code = Totp.code(SECRET, 100, Totp.DIGITS);

        assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(98 * 30 + 29))).isEmpty();
        assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(99 * 30))).hasValue(100);
        assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(100 * 30))).hasValue(100);
        assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(101 * 30 + 29))).hasValue(100);
        assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(102 * 30))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void bytesAreTypedAsTheStandardSpellsThem(String plain, String typed) {
        assertThat(Base32.of(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(typed);
    }

    @Test
    void aKeyIsShownInGroupsOfFour() {
        assertThat(Base32.spaced("MZXW6YTBOI")).isEqualTo("MZXW 6YTB OI");
        assertThat(Base32.spaced("MZXW6YTB")).isEqualTo("MZXW 6YTB");
    }
}
