package org.pufa.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.audit.AuditLog;
import org.pufa.support.MemoryKeys;
import org.pufa.support.TestDatabase;

class RotationTest {

    private static final int RECORDS = 1_800;
    private static final SealedColumn NOTES = new SealedColumn("note", "note", "text", List.of("owner", "id"));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final MemoryKeys source = new MemoryKeys(SealingKey.random(new SecureRandom()).line());
    private final Vault vault = vault(source);
    private final Resealing resealing = new Resealing(DATABASE.database(), vault, List.of(NOTES));
    private final Keys keys = keys(vault);

    private static Vault vault(KeySource source) {
        return new Vault(source, new AuditLog(Clock.systemUTC()), new SecureRandom());
    }

    private static Keys keys(Vault vault) {
        return new Keys(DATABASE.database(), vault, new Resealing(DATABASE.database(), vault, List.of(NOTES)),
                new AuditLog(Clock.systemUTC()));
    }

    @BeforeAll
    static void createTable() {
        run("create table note (owner bigint, id bigint, text bytea, primary key (owner, id))");
    }

    @BeforeEach
    void fill() {
        run("truncate note");
        run("delete from vault_key");
        DATABASE.database().inTx(vault::check).await();
        var texts = new Buffer[RECORDS];
        for (int i = 0; i < RECORDS; i++) {
            texts[i] = Buffer.buffer(vault.seal(text(i), NOTES.purposeOf(i % 3)));
        }
        DATABASE.database().inTx(tx -> tx.update("""
                insert into note (owner, id, text)
                select (n - 1) % 3, n - 1, t from unnest($1::bytea[]) with ordinality as u(t, n)""",
                (Object) texts)).await();
    }

    private static byte[] text(int i) {
        return ("note " + i).getBytes(StandardCharsets.UTF_8);
    }

    private static void run(String sql) {
        DATABASE.database().inTx(tx -> tx.update(sql)).await();
    }

    private Map<String, Long> heldRecords() {
        var records = new HashMap<String, Long>();
        keys.all().await().forEach(held -> records.put(held.id(), held.records()));
        return records;
    }

    private void assertThatAllAreReadable(Vault by) {
        var look = DATABASE.database().inTx(tx -> by.look(tx, "wangmin", "all", "test")).await();
        var notes = DATABASE.database().read(tx -> tx.list("select owner, id, text from note", row ->
                new String(look.open(row.getBuffer(2).getBytes(), NOTES.purposeOf(row.getLong(0))),
                        StandardCharsets.UTF_8).equals("note " + row.getLong(1)))).await();
        assertThat(notes).hasSize(RECORDS).containsOnly(true);
    }

    @Test
    void afterARotationOldRecordsStayReadableAndAreSealedAnew() {
        String old = vault.ring().current().id();

        String fresh = keys.rotate().await();

        assertThatAllAreReadable(vault);
        assertThat(heldRecords()).containsEntry(old, (long) RECORDS).containsEntry(fresh, 0L);
        assertThat(resealing.left().await()).isEqualTo(RECORDS);
        assertThat(resealing.run(n -> { }).await()).isEqualTo(RECORDS);
        assertThat(resealing.run(n -> { }).await()).isZero();
        assertThat(heldRecords()).containsEntry(old, 0L).containsEntry(fresh, (long) RECORDS);
        assertThatAllAreReadable(vault);

        keys.drop(old, false).await();
        assertThat(heldRecords()).containsOnlyKeys(fresh);
        assertThatAllAreReadable(vault);
    }

    @Test
    void whoeverIsStoppedInBetweenLosesNothingAndTheNextGoesOn() {
        keys.rotate().await();
        var seen = new AtomicLong();
        var stopped = resealing.run(n -> {
            if (seen.addAndGet(n) >= 2 * Resealing.BATCH) {
                throw new IllegalStateException("killed");
            }
        });

        assertThatThrownBy(stopped::await).hasMessage("killed");
        assertThat(resealing.left().await()).isEqualTo(RECORDS - 2 * Resealing.BATCH);
        assertThatAllAreReadable(vault);
        assertThat(resealing.run(n -> { }).await()).isEqualTo(RECORDS - 2 * Resealing.BATCH);
        assertThatAllAreReadable(vault);
    }

    @Test
    void anotherNodeReadsWhatTheFirstSealedAfterRotatingWithoutBeingTold() {
        var other = vault(source);
        DATABASE.database().inTx(other::check).await();
        keys.rotate().await();
        resealing.run(n -> { }).await();

        assertThatAllAreReadable(other);
    }

    @Test
    void aNodeWithAnotherKeyIsToldWhatIsMissingAndWhatToDo() {
        var stranger = vault(new MemoryKeys(SealingKey.random(new SecureRandom()).line()));
        String mine = vault.ring().current().id();

        assertThatThrownBy(() -> DATABASE.database().inTx(stranger::check).await()).isInstanceOf(WrongKey.class)
                .hasMessageContaining("records sealed with the key " + mine)
                .hasMessageContaining("the memory of this test").hasMessageContaining("keys drop " + mine + " --lost");
        assertThatThrownBy(() -> assertThatAllAreReadable(stranger)).isInstanceOf(WrongKey.class)
                .hasMessageContaining("is sealed with the key " + mine);
    }

    @Test
    void aKeyThatOnlyHasTheNameOfTheRightOneIsRefused() {
        var forger = vault(new MemoryKeys(new SealingKey(vault.ring().current().id(), new byte[32]).line()));

        assertThatThrownBy(() -> DATABASE.database().inTx(forger::check).await()).isInstanceOf(WrongKey.class)
                .hasMessageContaining("is not the one that sealed");
        assertThatThrownBy(() -> assertThatAllAreReadable(forger)).isInstanceOf(WrongKey.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void aKeyIsDroppedOnlyWhenNothingNeedsItOrItIsGivenUp() {
        String old = vault.ring().current().id();
        assertThatThrownBy(() -> keys.drop(old, false).await()).isInstanceOf(WrongKey.class)
                .hasMessageContaining("seals now");
        keys.rotate().await();
        assertThatThrownBy(() -> keys.drop(old, false).await()).isInstanceOf(WrongKey.class)
                .hasMessageContaining(RECORDS + " records").hasMessageContaining("keys reseal");

        var heir = keys(vault(new MemoryKeys(source.read().current().line())));
        assertThat(heir.drop(old, true).await()).isEqualTo(RECORDS);
        assertThat(resealing.left().await()).isZero();
        assertThat(heir.all().await()).extracting(Keys.Held::id).doesNotContain(old);
    }

    @Test
    void everyLookIsKeptWithItsReason() {
        DATABASE.database().inTx(tx -> vault.look(tx, "wangmin", "wage-survey", "export")).await();

        assertThat(DATABASE.database().read(tx -> tx.get("""
                select actor || ' ' || action || ' ' || subject || ' ' || details from audit_event
                order by seq desc limit 1""", row -> row.getString(0))).await())
                .isEqualTo("wangmin vault.look wage-survey {\"reason\":\"export\"}");
    }

    @Test
    void keysOfTheConfigurationAreNotRewrittenBehindTheOperatorsBack() {
        var configured = keys(vault(KeySource.configured(source.read().current().line())));

        assertThatThrownBy(() -> configured.rotate().await()).isInstanceOf(WrongKey.class)
                .hasMessageContaining("PUFA_KEYS").hasMessageContaining(vault.ring().current().id() + ":…")
                .hasMessageNotContaining(vault.ring().current().line());
    }
}
