package org.pufa.staff;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.web.Request;
import org.pufa.web.View;

/**
 * Sees to it that nothing which is done through a door stays out of the audit log. Features record what they do in
 * their own words; where one recorded nothing of a form that was accepted, or of a file that was taken, it is recorded
 * here in general ones. A page that saves itself while somebody types is one event, not hundreds.
 */
final class Traces {

    /** A form the same person sends to the same place within this time is one event; a file is one each time. */
    private static final Duration ONE_SITTING = Duration.ofMinutes(10);
    private static final String IS_RECORDED = """
            select exists (
              select from (select at, action, subject from audit_event where actor = $1 order by seq desc limit 200) e
              where e.at >= $2 or e.action = 'console.send' and e.subject = $3 and e.at >= $4)""";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    Traces(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same action, of which something is in the audit log before it is answered. */
    Function<Request, Future<View>> of(Function<Request, Future<View>> action) {
        return request -> {
            Instant begun = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return action.apply(request).compose(view -> mustBeTraced(request, view)
                    ? trace(request, begun).map(view) : Future.succeededFuture(view));
        };
    }

    private static boolean mustBeTraced(Request request, View view) {
        return view.isDownload() || view.isAccepted() && !request.isHarmless();
    }

    private Future<Void> trace(Request request, Instant begun) {
        String actor = SignedIn.of(request).actor();
        boolean file = request.isHarmless();
        return database.read(tx -> tx.get(IS_RECORDED, row -> row.getBoolean(0), actor, utc(begun),
                        request.path(), utc(file ? begun : begun.minus(ONE_SITTING))))
                .compose(recorded -> recorded ? Future.succeededFuture() : database.inTx(tx -> audit.record(tx, actor,
                        file ? "console.take" : "console.send", request.path(), Map.of())));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
