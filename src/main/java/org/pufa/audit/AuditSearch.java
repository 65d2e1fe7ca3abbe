package org.pufa.audit;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pufa.db.Tx;

/** Finds events, the newest first, page by page or all of them. */
public final class AuditSearch {

    private static final String MATCHING = """
            where ($1::text is null or actor = $1)
              and ($2::text is null or action = $2 or right($2, 1) = '.' and starts_with(action, $2))
              and ($3::text is null or subject ilike $3)
              and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5)
              and ($6::text is null or actor ilike $6 or subject ilike $6 or details ilike $6
                   or action = any($7::text[]) or actor = any($8::text[]))""";
    private static final String PAGE =
            AuditLog.COLUMNS + ' ' + MATCHING + " and seq < $9 order by seq desc limit $10";
    private static final String ALL = AuditLog.COLUMNS + ' ' + MATCHING + " order by seq";
    private static final String COUNT = "select count(*) from audit_event " + MATCHING;

    /** The newest matching events before {@code seq}, newest first. */
    public Future<List<AuditEvent>> page(Tx tx, AuditFilter filter, long seq, int count) {
        var values = values(filter);
        values.add(seq);
        values.add(count);
        return tx.list(PAGE, AuditLog::event, values.toArray());
    }

    /** How many events match. */
    public Future<Long> count(Tx tx, AuditFilter filter) {
        return tx.get(COUNT, row -> row.getLong(0), values(filter).toArray());
    }

    /** All matching events, the oldest first, in chunks; needs a transaction. */
    public Future<Void> all(Tx tx, AuditFilter filter, Function<List<AuditEvent>, Future<Void>> consumer) {
        return tx.chunks(ALL, AuditLog::event, consumer, values(filter).toArray());
    }

    private static List<Object> values(AuditFilter filter) {
        var values = new ArrayList<Object>();
        values.add(filter.actor().orElse(null));
        values.add(filter.action().orElse(null));
        values.add(filter.subject().map(AuditSearch::within).orElse(null));
        values.add(time(filter.from()));
        values.add(time(filter.to()));
        values.add(filter.words().map(words -> within(words.text())).orElse(null));
        values.add(filter.words().map(words -> words.actions().toArray(String[]::new)).orElse(new String[0]));
        values.add(filter.words().map(words -> words.actors().toArray(String[]::new)).orElse(new String[0]));
        return values;
    }

    private static Object time(Optional<Instant> time) {
        return time.map(one -> one.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    /** The pattern of texts that hold this one, taken as it is. */
    private static String within(String text) {
        return '%' + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }
}
