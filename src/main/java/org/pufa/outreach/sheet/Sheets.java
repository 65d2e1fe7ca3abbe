package org.pufa.outreach.sheet;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.staff.SentBytes;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Uploads;

/** Spreadsheets that were sent: read, and kept until the same person confirms them; a day at most. */
public final class Sheets {

    private final Vertx vertx;
    private final Clock clock;
    private final SheetStore store = new SheetStore();

    public Sheets(Vertx vertx, Clock clock) {
        this.vertx = Objects.requireNonNull(vertx);
        this.clock = Objects.requireNonNull(clock);
    }

    /** What was read, or why nothing could be. */
    public record Read(Reading reading, Optional<Reason> problem) {
    }

    /** Reads a file; nothing is kept yet. */
    public Future<Read> read(Headings headings, SentBytes sent) {
        return vertx.executeBlocking(() -> {
            try {
                return new Read(SheetReader.read(new SourceFile(sent.name(), sent.content()), headings), Optional.empty());
            } catch (UnreadableFile e) {
                return new Read(new Reading(List.of(), List.of()), Optional.of(e.reason()));
            }
        }, false);
    }

    /** Keeps what was read. @param purpose what it is to become; it can be taken out again for that only */
    public Future<UUID> keep(Tx tx, SignedIn who, SentBytes sent, String purpose, Read read) {
        return Uploads.keep(tx, who, sent, clock.instant())
                .compose(id -> store.keep(tx, id, purpose, read.reading()).map(id));
    }

    /** What was read of a file. Fails with GONE when it is no longer kept for that purpose. */
    public Future<Reading> reading(Tx tx, UUID upload, String purpose) {
        return store.notes(tx, upload, purpose).map(found -> found.orElseThrow(Sheets::gone))
                .compose(notes -> store.rows(tx, upload).map(rows -> new Reading(rows, notes)));
    }

    /** The same, which nobody else can take until the transaction ends. */
    public Future<Reading> locked(Tx tx, UUID upload, String purpose) {
        return store.lock(tx, upload, purpose).compose(waits -> waits ? reading(tx, upload, purpose)
                : Future.failedFuture(gone()));
    }

    private static Problem gone() {
        return Problem.of(Problem.Sort.GONE, "staff.upload");
    }

    /** Leaves a row out, or takes it in again. Fails with NOT_FOUND. */
    public Future<Void> leave(Tx tx, UUID upload, int number, boolean out) {
        return store.leave(tx, upload, number, out).map(left -> {
            if (!left) {
                throw Problem.notFound("outreach.load.no-row", number);
            }
            return null;
        });
    }
}
