package org.pufa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.Words;
import org.pufa.support.PlatformProcess;
import org.pufa.support.TestDatabase;
import org.pufa.vault.KeyFile;
import org.pufa.vault.Vault;

/** Keys are rotated by a process of its own that is killed on its way. */
class KeysCommandTest {

    private static final int RECORDS = 30_000;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    private Path data;
    private Vault vault;

    private Map<String, String> environment() {
        return Map.of("PUFA_DATABASE_URL", DATABASE.url(), "PUFA_DATA", data.toString());
    }

    @BeforeEach
    void fill() {
        vault = new Vault(KeyFile.in(data, new SecureRandom()), new AuditLog(Clock.systemUTC()), new SecureRandom());
        DATABASE.database().inTx(vault::check).await();
        var words = new Buffer[RECORDS];
        for (int i = 0; i < RECORDS; i++) {
            words[i] = Buffer.buffer(vault.seal(("text " + (i + 1)).getBytes(StandardCharsets.UTF_8),
                    Words.COLUMNS.get(0).purposeOf(7)));
        }
        DATABASE.database().inTx(tx -> tx.update("""
                insert into sheet (campaign_id, number, body, nonce, words)
                select 7, n, '{}', decode(repeat('00', 16), 'hex'), w from unnest($1::bytea[]) with ordinality as u(w, n)
                """, (Object) words)).await();
    }

    private void assertThatAllAreReadable() {
        var look = DATABASE.database().inTx(tx -> vault.look(tx, "wangmin", "all", "test")).await();
        var readable = DATABASE.database().read(tx -> tx.list("select number, words from sheet", row ->
                new String(look.open(row.getBuffer(1).getBytes(), Words.COLUMNS.get(0).purposeOf(7)),
                        StandardCharsets.UTF_8).equals("text " + row.getLong(0)))).await();
        assertThat(readable).hasSize(RECORDS).containsOnly(true);
    }

    private long keysInUse() {
        return DATABASE.database().read(tx -> tx.get(
                "select count(distinct substring(words from 2 for 4)) from sheet", row -> row.getLong(0))).await();
    }

    @Test
    void aRotationThatIsKilledIsFinishedByTheNextRun() throws IOException {
        var rotation = PlatformProcess.begin(data.resolve("rotation.out"), environment(), "keys", "rotate");
        rotation.awaitPrinted(" of " + RECORDS);
        rotation.kill();
        assertThat(keysInUse()).isEqualTo(2);
        assertThatAllAreReadable();

        var finished = PlatformProcess.run(environment(), "keys", "reseal");

        assertThat(finished.code()).as(finished.output()).isZero();
        assertThat(keysInUse()).isEqualTo(1);
        assertThatAllAreReadable();
        String old = PlatformProcess.run(environment(), "keys", "list").output().lines()
                .filter(line -> line.contains("  0 records")).findFirst().orElseThrow().substring(0, 8);
        assertThat(PlatformProcess.run(environment(), "keys", "drop", old).code()).isZero();
        assertThatAllAreReadable();

        Files.writeString(data.resolve("personal.keys"), "00000001:" + "5e".repeat(32));
        var wrong = PlatformProcess.run(environment(), "keys", "reseal");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.output()).contains("The database holds records sealed with the key", "personal.keys",
                "keys drop").doesNotContain("\tat ");
    }
}
