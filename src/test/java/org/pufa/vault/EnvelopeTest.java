package org.pufa.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvelopeTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private final SealingKey key = SealingKey.random(RANDOM);

    @Property(tries = 200)
    void whatIsSealedIsOpenedByItsKeyForItsPurposeAlone(@ForAll byte[] plain, @ForAll String purpose) {
        byte[] sealed = Envelope.seal(key, plain, purpose, RANDOM);

        assertThat(Envelope.open(key, sealed, purpose)).contains(plain);
        assertThat(Envelope.open(key, sealed, purpose + "x")).isEmpty();
        assertThat(Envelope.open(new SealingKey(key.id(), SealingKey.random(RANDOM).secret()), sealed, purpose))
                .isEmpty();
        assertThat(Envelope.keyId(sealed)).contains(key.id());
    }

    @Test
    void aRecordThatWasChangedAnywhereIsNotOpened() {
        byte[] sealed = Envelope.seal(key, "木工".getBytes(StandardCharsets.UTF_8), "words:1", RANDOM);

        for (int i = 5; i < sealed.length; i++) {
            sealed[i] ^= 1;
            assertThat(Envelope.open(key, sealed, "words:1")).as("byte " + i).isEmpty();
            sealed[i] ^= 1;
        }
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        assertThat(Envelope.seal(key, new byte[8], "p", RANDOM)).isNotEqualTo(Envelope.seal(key, new byte[8], "p", RANDOM));
        assertThat(Envelope.keyId("nothing sealed".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aKeyFileIsMadeOnceForItsOwnerAlone(@TempDir Path directory) throws IOException {
        var file = KeyFile.in(directory, RANDOM);
        String id = file.read().current().id();
        Path path = directory.resolve("personal.keys");

        assertThat(file.read().current().id()).isEqualTo(id);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(file::read).isInstanceOf(WrongKey.class).hasMessageContaining("chmod 600");
    }

    @Test
    void aKeyFileThatCannotBeUnderstoodSaysSoWithoutItsKeys(@TempDir Path directory) throws IOException {
        var file = KeyFile.in(directory, RANDOM);
        file.read();
        Files.writeString(directory.resolve("personal.keys"), "1f2e3d4c:abc\n");

        assertThatThrownBy(file::read).isInstanceOf(WrongKey.class).hasMessageContaining("64 hex digits")
                .hasMessageNotContaining("abc");
        assertThat(key.toString()).doesNotContain(java.util.HexFormat.of().formatHex(key.secret()));
    }

    @Test
    void twoKeysOfOneIdAreRefused() {
        assertThatThrownBy(() -> KeyRing.parse(key.line() + "," + key.line()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(KeyRing.parse(key.line() + "\n# and another\n" + SealingKey.random(RANDOM).line()).keys()).hasSize(2);
    }
}
