package org.pufa.privacy;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.pufa.db.Tx;
import org.pufa.staff.OldSessions;

/** Sessions of staff after their end: six months, as long as the law wants logs to be kept, unless more is said. */
record SessionRule(OldSessions sessions) implements Rule {

    @Override
    public String code() {
        return "sessions";
    }

    @Override
    public Period period() {
        return new Period(180, 180, 1095);
    }

    @Override
    public Future<List<Due>> due(Tx tx, Instant before) {
        return Future.succeededFuture(List.of(new Due("staff", 0)));
    }

    @Override
    public Future<Long> purge(Tx tx, Due due, Instant before) {
        return sessions.purge(tx, before);
    }
}
