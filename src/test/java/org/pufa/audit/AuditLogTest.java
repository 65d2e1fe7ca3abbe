package org.pufa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.db.Database;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

class AuditLogTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final AuditLog log = new AuditLog(new SettableClock("2026-11-23T02:00:00Z"));

    private Future<Void> record(Database database, String actor, String action) {
        return database.inTx(tx -> log.record(tx, actor, action, "quiz", Map.of("reason", "核对题目")));
    }

    private void record(String actor) {
        record(DATABASE.database(), actor, "campaign.pause").await();
    }

    private static AuditCheck.Result check() {
        return DATABASE.database().inSnapshot(tx -> AuditCheck.run(tx, Optional.empty())).await();
    }

    private long newest() {
        return DATABASE.database().read(AuditLog::head).await().seq();
    }

    @Test
    void manyWritersOnSeveralNodesMakeOneChainWithoutGaps() {
        long before = newest();
        var other = Database.connect(DATABASE.vertx(), DATABASE.url(), 8);
        Future.all(IntStream.range(0, 60).mapToObj(i ->
                record(i % 2 == 0 ? DATABASE.database() : other, "w" + i, "bank.load")).toList()).await();
        other.close().await();

        var events = DATABASE.database().read(tx -> log.before(tx, Long.MAX_VALUE, 60)).await();
        assertThat(events).extracting(AuditEvent::seq).containsExactlyElementsOf(
                LongStream.rangeClosed(1, 60).mapToObj(i -> before + 61 - i).toList());
        assertThat(events).extracting(AuditEvent::actor).doesNotHaveDuplicates();
        assertThat(check()).satisfies(result -> {
            assertThat(result.isWhole()).isTrue();
            assertThat(result.events()).isEqualTo(before + 60);
        });
    }

    @Test
    void whatIsRolledBackLeavesNoEvent() {
        record("wang");
        long before = newest();
        var failing = DATABASE.database().inTx(tx -> log.record(tx, "li", "campaign.close", "quiz", Map.of())
                .compose(done -> Future.failedFuture(new IllegalStateException("no"))));

        assertThatThrownBy(failing::await).hasMessage("no");
        assertThat(newest()).isEqualTo(before);
        assertThat(check().isWhole()).isTrue();
    }

    @Test
    void anEventCanNeitherBeChangedNorTakenOutNorPutInBetween() {
        record("wang");

        for (String sql : List.of("update audit_event set actor = 'x'", "delete from audit_event",
                "truncate audit_event", "delete from audit_head", "truncate audit_head",
                "update audit_head set seq = 0", "insert into audit_head (one, seq, hash) select true, 9, hash from audit_head",
                """
                insert into audit_event (seq, at, actor, action, subject, details, parent, hash)
                select seq + 5, at, actor, action, subject, details, parent, hash from audit_event
                order by seq desc limit 1""")) {
            assertThatThrownBy(() -> run(sql)).as(sql).isInstanceOf(PgException.class)
                    .hasMessageContaining("audit log");
        }
        assertThat(check().isWhole()).isTrue();
    }

    @Test
    void everyColumnThatIsChangedByHandPointsToItsRow() {
        IntStream.range(0, 4).forEach(i -> record("wang"));
        long seq = newest() - 2;

        for (String change : List.of("actor = 'x'", "action = 'campaign.close'", "subject = 'vote'",
                "details = '{}'", "at = at + interval '1 second'", "at = at + interval '1 microsecond'",
                "hash = sha256(hash)", "parent = sha256(parent)")) {
            assertThat(tampered("update audit_event set " + change + " where seq = " + seq)).as(change)
                    .containsExactly(new AuditFinding(AuditFinding.Sort.CHANGED, seq, seq));
        }
        assertThat(check().isWhole()).isTrue();
    }

    @Test
    void anEventThatWasWrittenAnewAsAWholeIsFoundByTheOneAfterIt() {
        IntStream.range(0, 3).forEach(i -> record("wang"));
        long seq = newest() - 1;
        var old = event(seq);
        var forged = AuditEvent.after(seq - 1, old.parent(), old.at(), "somebody", old.action(), old.subject(),
                old.details());

        assertThat(tampered("update audit_event set actor = 'somebody', hash = '\\x"
                + java.util.HexFormat.of().formatHex(forged.hash()) + "' where seq = " + seq))
                .containsExactly(new AuditFinding(AuditFinding.Sort.REWRITTEN, seq, seq));
    }

    @Test
    void eventsThatAreTakenOutAreMissedAlsoFirstAndLast() {
        IntStream.range(0, 6).forEach(i -> record("wang"));
        long last = newest();

        assertThat(tampered("delete from audit_event where seq = " + last))
                .containsExactly(new AuditFinding(AuditFinding.Sort.MISSING, last, last));
        assertThat(tampered("delete from audit_event where seq = 1"))
                .containsExactly(new AuditFinding(AuditFinding.Sort.MISSING, 1, 1));
        assertThat(tampered("delete from audit_event where seq in (" + (last - 3) + ", " + (last - 2) + ")"))
                .containsExactly(new AuditFinding(AuditFinding.Sort.MISSING, last - 3, last - 2));
        assertThat(tampered("delete from audit_event"))
                .containsExactly(new AuditFinding(AuditFinding.Sort.MISSING, 1, last));
    }

    @Test
    void whoeverRollsTheWholeLogBackIsFoundByWhatWasNotedOfIt() {
        IntStream.range(0, 3).forEach(i -> record("wang"));
        var noted = AuditHead.parse(DATABASE.database().read(AuditLog::head).await().toString());
        long last = newest();

        assertThat(noted).hasValueSatisfying(head -> assertThat(head.seq()).isEqualTo(last));
        assertThat(tampered("delete from audit_event where seq = " + last + "; update audit_head set seq = "
                + (last - 1) + ", hash = (select hash from audit_event where seq = " + (last - 1) + ")", noted))
                .containsExactly(new AuditFinding(AuditFinding.Sort.MISSING, last, last));
        assertThat(DATABASE.database().inSnapshot(tx -> AuditCheck.run(tx, Optional.of(
                new AuditHead(last, new byte[32])))).await().findings())
                .containsExactly(new AuditFinding(AuditFinding.Sort.OTHER, last, last));
    }

    private static AuditEvent event(long seq) {
        return DATABASE.database().read(tx -> tx.get(AuditLog.COLUMNS + " where seq = $1", AuditLog::event, seq))
                .await();
    }

    private static List<AuditFinding> tampered(String sql) {
        return tampered(sql, Optional.empty());
    }

    /** What a check finds after somebody with all rights has done that; it is undone afterwards. */
    private static List<AuditFinding> tampered(String statements, Optional<AuditHead> noted) {
        var findings = new java.util.concurrent.atomic.AtomicReference<List<AuditFinding>>();
        var undone = DATABASE.database().inTx(tx -> {
            Future<Integer> done = tx.update("alter table audit_event disable trigger user")
                    .compose(off -> tx.update("alter table audit_head disable trigger user"));
            for (String statement : statements.split("; ")) {
                done = done.compose(before -> tx.update(statement));
            }
            return done.compose(tampered -> AuditCheck.run(tx, noted)).compose(result -> {
                findings.set(result.findings());
                return Future.failedFuture(new IllegalStateException("undo"));
            });
        });
        assertThatThrownBy(undone::await).hasMessage("undo");
        return findings.get();
    }

    private static void run(String sql) {
        DATABASE.database().inTx(tx -> tx.update(sql)).await();
    }
}
