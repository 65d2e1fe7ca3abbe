package org.pufa.bank.preview;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.pufa.bank.intake.Progress.Phase;
import org.pufa.bank.intake.Progress.Point;
import org.pufa.bank.intake.Reason;
import org.pufa.db.Tx;

/** The rows of files that are being read. */
final class ProgressStore {

    private static final String BEGIN = """
            insert into preview_progress (upload, phase, done, total, seen_at) values ($1, $2, $3, $4, $5)""";
    private static final String TELL = """
            update preview_progress set phase = $2, done = $3, total = $4, seen_at = $5
            where upload = $1 and failed is null""";
    private static final String FAIL = "update preview_progress set failed = $2 where upload = $1";
    private static final String END = "delete from preview_progress where upload = $1";
    private static final String FIND = "select phase, done, total, failed, seen_at from preview_progress where upload = $1";

    Future<Void> begin(Tx tx, UUID upload, Point point, Instant now) {
        return tx.update(BEGIN, upload, point.phase().code(), point.done(), point.total(), utc(now)).mapEmpty();
    }

    Future<Void> tell(Tx tx, UUID upload, Point point, Instant now) {
        return tx.update(TELL, upload, point.phase().code(), point.done(), point.total(), utc(now)).mapEmpty();
    }

    Future<Void> fail(Tx tx, UUID upload, List<Reason> reasons) {
        return tx.update(FAIL, upload, PreviewJson.reasons(reasons)).mapEmpty();
    }

    Future<Void> end(Tx tx, UUID upload) {
        return tx.update(END, upload).mapEmpty();
    }

    Future<Optional<Readings.State>> find(Tx tx, UUID upload) {
        return tx.one(FIND, ProgressStore::state, upload);
    }

    private static Readings.State state(Row row) {
        var failed = row.getJsonArray("failed");
        return new Readings.State(new Point(Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                row.getInteger("done"), row.getInteger("total")),
                failed == null ? List.of() : PreviewJson.reasons(failed),
                row.get(OffsetDateTime.class, "seen_at").toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
