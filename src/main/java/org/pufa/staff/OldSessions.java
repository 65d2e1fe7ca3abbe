package org.pufa.staff;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import org.pufa.db.Tx;

/** Sessions and links that ended long ago. The audit log keeps that somebody signed in; these keep more than that. */
public final class OldSessions {

    private static final String SESSIONS = "delete from staff_session where least(revoked_at, expires_at) < $1";
    private static final String LINKS = "delete from staff_invitation where least(used_at, voided_at, expires_at) < $1";

    /** Removes what ended before that time. @return how many sessions and links */
    public Future<Long> purge(Tx tx, Instant before) {
        var time = before.atOffset(ZoneOffset.UTC);
        return tx.update(SESSIONS, time).compose(sessions -> tx.update(LINKS, time)
                .map(links -> (long) sessions + links));
    }
}
