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
import org.pufa.db.Tx;
import org.pufa.kernel.CanonicalJson;

/** Writes events in the transaction of what they tell of, so that neither can be without the other. */
public final class AuditLog {

    /** Who acted when no staff member did. */
    public static final String SYSTEM = "system";

    static final String COLUMNS = "select seq, at, actor, action, subject, details, parent, hash from audit_event";
    private static final String HEAD = "select seq, hash from audit_head";
    private static final String HOLD_HEAD = HEAD + " for update";
    private static final String APPEND = """
            insert into audit_event (seq, at, actor, action, subject, details, parent, hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String PAGE = COLUMNS + " where seq < $1 order by seq desc limit $2";
    private static final String LATEST = COLUMNS + " where action = $1 and subject = $2 order by seq desc limit 1";

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
        return tx.get(HOLD_HEAD, AuditLog::head)
                .map(last -> AuditEvent.after(last.seq(), last.hash(), at, actor, action, subject, json))
                .compose(event -> tx.update(APPEND, event.seq(), event.at().atOffset(ZoneOffset.UTC), event.actor(),
                        event.action(), event.subject(), event.details(), Buffer.buffer(event.parent()),
                        Buffer.buffer(event.hash())))
                .mapEmpty();
    }

    /** The end of the log. */
    public static Future<AuditHead> head(Tx tx) {
        return tx.get(HEAD, AuditLog::head);
    }

    private static AuditHead head(Row row) {
        return new AuditHead(row.getLong(0), row.getBuffer(1).getBytes());
    }

    /** The newest events before {@code seq}, newest first. */
    public Future<List<AuditEvent>> before(Tx tx, long seq, int count) {
        return tx.list(PAGE, AuditLog::event, seq, count);
    }

    /** The newest event of that action about that subject. */
    public Future<Optional<AuditEvent>> latest(Tx tx, String action, String subject) {
        return tx.one(LATEST, AuditLog::event, action, subject);
    }

    static AuditEvent event(Row row) {
        return new AuditEvent(row.getLong(0), row.get(OffsetDateTime.class, 1).toInstant(), row.getString(2),
                row.getString(3), row.getString(4), row.getString(5), row.getBuffer(6).getBytes(),
                row.getBuffer(7).getBytes());
    }
}
