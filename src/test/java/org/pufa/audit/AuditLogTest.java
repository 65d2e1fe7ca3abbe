package org.pufa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

class AuditLogTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final AuditLog log = new AuditLog(new SettableClock("2026-11-23T02:00:00Z"));

    @BeforeEach
    void begin() {
        record("wang", "campaign.pause").await();
    }

    private Future<Void> record(String actor, String action) {
        return DATABASE.database().inTx(tx -> log.record(tx, actor, action, "quiz", Map.of("reason", "核对题目")));
    }

    private long firstBroken() {
        return DATABASE.database().inSnapshot(log::firstBroken).await();
    }

    @Test
    void manyWritersMakeOneChainWithoutGaps() {
        Future.all(IntStream.range(0, 20).mapToObj(i -> record("w" + i, "bank.load")).toList()).await();

        var events = DATABASE.database().read(tx -> log.before(tx, Long.MAX_VALUE, 100)).await();
        assertThat(events).hasSizeGreaterThanOrEqualTo(21);
        assertThat(events.get(0).seq()).isEqualTo(events.size());
        assertThat(firstBroken()).isZero();
    }

    @Test
    void whatIsRolledBackLeavesNoEvent() {
        long before = newest();
        var failing = DATABASE.database().inTx(tx -> log.record(tx, "li", "campaign.close", "quiz", Map.of())
                .compose(done -> Future.failedFuture(new IllegalStateException("no"))));

        assertThatThrownBy(failing::await).hasMessage("no");
        assertThat(newest()).isEqualTo(before);
    }

    private long newest() {
        return DATABASE.database().read(tx -> log.before(tx, Long.MAX_VALUE, 1)).await().get(0).seq();
    }

    @Test
    void anEventCanNeitherBeChangedNorTakenOut() {
        assertThatThrownBy(() -> run("update audit_event set actor = 'x'")).isInstanceOf(PgException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("delete from audit_event")).isInstanceOf(PgException.class);
        assertThatThrownBy(() -> run("truncate audit_event")).isInstanceOf(PgException.class);
    }

    @Test
    void whoeverChangesOneWithTheGuardOffIsFoundOut() {
        record("chen", "campaign.resume").await();
        run("alter table audit_event disable trigger user");
        run("update audit_event set actor = 'somebody' where seq = 1");

        assertThat(firstBroken()).isEqualTo(1);

        run("update audit_event set actor = 'wang' where seq = 1");
        run("alter table audit_event enable trigger user");
        assertThat(firstBroken()).isZero();
    }

    private static void run(String sql) {
        DATABASE.database().inTx(tx -> tx.update(sql)).await();
    }
}
