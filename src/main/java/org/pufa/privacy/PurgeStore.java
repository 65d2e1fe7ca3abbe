package org.pufa.privacy;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.pufa.db.Tx;

/** The log of what was removed because its time was over. */
final class PurgeStore {

    private static final String LOCK = "select pg_try_advisory_xact_lock(7082)";
    private static final String ADD = """
            insert into purge (rule, days, subject, number, at) values ($1, $2, $3, $4, $5)""";
    private static final String PAGE = """
            select id, rule, days, subject, number, at from purge where id < $1 order by id desc limit $2""";

    /** One removal. @param number how much */
    record Purged(long id, String rule, int days, String subject, long number, Instant at) {
    }

    /** Whether nobody else is removing; held until the transaction ends, which may then take its time. */
    Future<Boolean> lock(Tx tx) {
        return tx.update("set local statement_timeout = 0").compose(unlimited -> tx.get(LOCK, row -> row.getBoolean(0)));
    }

    Future<Void> add(Tx tx, Rule rule, int days, String subject, long number, Instant now) {
        return tx.update(ADD, rule.code(), days, subject, number, now.atOffset(ZoneOffset.UTC)).mapEmpty();
    }

    /** The newest removals before that one, newest first. */
    Future<List<Purged>> page(Tx tx, long before, int count) {
        return tx.list(PAGE, row -> new Purged(row.getLong(0), row.getString(1), row.getInteger(2), row.getString(3),
                row.getLong(4), row.get(OffsetDateTime.class, 5).toInstant()), before, count);
    }
}
