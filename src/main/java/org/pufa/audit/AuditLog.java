package org.pufa.audit;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.pufa.db.Tx;
import org.pufa.kernel.CanonicalJson;

/** Writes events in the transaction of what they tell of, so that neither can be without the other. */
public final class AuditLog {

    /** Who acted when no staff member did. */
    public static final String SYSTEM = "system";

    private static final String LOCK = "select pg_advisory_xact_lock(7073)";
    private static final String LAST = "select seq, hash from audit_event order by seq desc limit 1";
    private static final String APPEND = """
            insert into audit_event (seq, at, actor, action, subject, details, parent, hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String COLUMNS =
            "select seq, at, actor, action, subject, details, parent, hash from audit_event";
    private static final String PAGE = COLUMNS + " where seq < $1 order by seq desc limit $2";
    private static final String LATEST = COLUMNS + " where action = $1 and subject = $2 order by seq desc limit 1";
    private static final String ALL = COLUMNS + " order by seq";

    private final Clock clock;

    public AuditLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Appends one event.
     *
     * @param details texts, whole numbers, truth values, lists and maps of these; no personal data of citizens
     */
    public Future<Void> record(Tx tx, String actor, String action, String subject, Map<String, Object> details) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String json = CanonicalJson.text(details);
        return tx.one(LOCK, row -> row)
                .compose(locked -> tx.one(LAST, row -> new Last(row.getLong(0), row.getBuffer(1).getBytes())))
                .map(last -> last.orElse(new Last(0, AuditEvent.NO_PARENT)))
                .map(last -> AuditEvent.after(last.seq(), last.hash(), at, actor, action, subject, json))
                .compose(event -> tx.update(APPEND, event.seq(), event.at().atOffset(ZoneOffset.UTC), event.actor(),
                        event.action(), event.subject(), event.details(), Buffer.buffer(event.parent()),
                        Buffer.buffer(event.hash())))
                .mapEmpty();
    }

    private record Last(long seq, byte[] hash) {
    }

    /** The newest events before {@code seq}, newest first. */
    public Future<List<AuditEvent>> before(Tx tx, long seq, int count) {
        return tx.list(PAGE, AuditLog::event, seq, count);
    }

    /** The newest event of that action about that subject. */
    public Future<Optional<AuditEvent>> latest(Tx tx, String action, String subject) {
        return tx.one(LATEST, AuditLog::event, action, subject);
    }

    /** The first event that is not as it was written, or 0 when the whole chain is right; needs a transaction. */
    public Future<Long> firstBroken(Tx tx) {
        var parent = new AtomicReference<>(AuditEvent.NO_PARENT);
        var broken = new java.util.concurrent.atomic.AtomicLong();
        var expected = new java.util.concurrent.atomic.AtomicLong(1);
        return tx.stream(ALL, row -> {
            var event = event(row);
            boolean right = event.seq() == expected.getAndIncrement() && event.follows(parent.get());
            if (!right && broken.get() == 0) {
                broken.set(event.seq());
            }
            parent.set(event.hash());
        }).map(done -> broken.get());
    }

    private static AuditEvent event(Row row) {
        return new AuditEvent(row.getLong(0), row.get(OffsetDateTime.class, 1).toInstant(), row.getString(2),
                row.getString(3), row.getString(4), row.getString(5), row.getBuffer(6).getBytes(),
                row.getBuffer(7).getBytes());
    }
}
