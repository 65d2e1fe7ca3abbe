package org.pufa.outreach.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pufa.audit.AuditLog;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.outreach.Activity;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Counted;
import org.pufa.outreach.Listing;
import org.pufa.outreach.Register;
import org.pufa.outreach.Revision.Origin;
import org.pufa.outreach.Seal;
import org.pufa.outreach.Stock;
import org.pufa.outreach.Submission;
import org.pufa.staff.SentBytes;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Uploads;

/** Spreadsheets of outreach: read, kept until somebody has looked at them, and then entered in one transaction. */
public final class Loads {

    private final Vertx vertx;
    private final Register register;
    private final Stock stock;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Counted> ways = new HashMap<>();
    private final Listing listing = new Listing();
    private final LoadStore store = new LoadStore();

    public Loads(Vertx vertx, Register register, Stock stock, AuditLog audit, Messages messages, Clock clock) {
        this.vertx = Objects.requireNonNull(vertx);
        this.register = Objects.requireNonNull(register);
        this.stock = Objects.requireNonNull(stock);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
        for (Lang lang : Lang.values()) {
            Arrays.stream(Counted.values()).forEach(way ->
                    ways.put(messages.get(lang, "outreach.counted." + way.code()), way));
        }
    }

    /** What was read, or why nothing could be. */
    public record Read(LoadReader.Reading reading, Optional<Reason> problem) {
    }

    /** Reads a file; nothing is kept yet. */
    public Future<Read> read(Catalogue catalogue, SentBytes sent) {
        return vertx.executeBlocking(() -> {
            try {
                return new Read(LoadReader.read(new SourceFile(sent.name(), sent.content()), catalogue), Optional.empty());
            } catch (UnreadableFile e) {
                return new Read(new LoadReader.Reading(List.of(), List.of()), Optional.of(e.reason()));
            }
        }, false);
    }

    /** Keeps what was read for that person, a day at most. */
    public Future<UUID> keep(Tx tx, SignedIn who, SentBytes sent, Read read) {
        return Uploads.keep(tx, who, sent, clock.instant())
                .compose(id -> store.keep(tx, id, read.reading()).map(id));
    }

    /**
     * A file as it would be entered now.
     *
     * @param notes what concerns it as a whole
     */
    public record Judged(List<Reason> notes, List<JudgedRow> rows) {

        /** How many rows are in that state. */
        public long count(String state) {
            return rows.stream().filter(row -> row.state().equals(state)).count();
        }

        /** What would be entered. */
        public List<JudgedRow> taken() {
            return rows.stream().filter(JudgedRow::isTaken).toList();
        }

        /** Whether somebody must type that unusual figures are right. */
        public boolean isDoubtful() {
            return taken().stream().anyMatch(JudgedRow::doubtful);
        }
    }

    /** Judges every row against the register and the stocks as they are. Fails with GONE when it is no longer kept. */
    public Future<Judged> judge(Tx tx, Catalogue catalogue, UUID upload, Optional<String> unit) {
        return store.notes(tx, upload).map(found -> found.orElseThrow(Loads::gone)).compose(notes ->
                store.rows(tx, upload).compose(rows -> stock.all(tx, catalogue, unit).compose(titles ->
                        listing.startingOn(tx, unit, days(rows)).map(registered -> {
                            var judge = new RowJudge(catalogue, titles, registered, Days.of(clock.instant()), ways);
                            return new Judged(notes, rows.stream().map(judge::judge).toList());
                        }))));
    }

    private static Problem gone() {
        return Problem.of(Problem.Sort.GONE, "staff.upload");
    }

    private static List<LocalDate> days(List<LoadRow> rows) {
        return rows.stream().map(row -> Period.of(row.cell("starts"))).flatMap(Optional::stream).map(Period::starts)
                .distinct().toList();
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

    /**
     * Enters every row that can be taken and is not left out: all of them or none. Fails with GONE when somebody
     * confirmed it meanwhile, INVALID where unusual figures were not vouched for, or more is handed out than there is.
     *
     * @param sure whether somebody typed that unusual figures are right
     * @return how many records there are now more
     */
    public Future<Integer> enter(Tx tx, Catalogue catalogue, Uploads.Sent file, SignedIn who, boolean sure) {
        return store.lock(tx, file.id()).compose(waits -> {
            if (!waits) {
                throw gone();
            }
            return judge(tx, catalogue, file.id(), who.unit());
        }).compose(judged -> {
            if (judged.isDoubtful() && !sure) {
                throw Problem.invalid("outreach.doubtful", List.of(Problem.FieldError.of("sure", "outreach.load.sure")));
            }
            return enter(tx, catalogue, file, who, judged.taken());
        });
    }

    private Future<Integer> enter(Tx tx, Catalogue catalogue, Uploads.Sent file, SignedIn who, List<JudgedRow> rows) {
        Future<Void> all = Future.succeededFuture();
        for (JudgedRow row : rows) {
            all = all.compose(before -> register.enter(tx, catalogue, submission(file, who, row), who.actor()))
                    .mapEmpty();
        }
        return all.compose(entered -> audit.record(tx, who.actor(), "outreach.load", file.name(),
                        Map.of("added", rows.size())))
                .compose(recorded -> Uploads.drop(tx, file.id().toString())).map(rows.size());
    }

    /** The key follows from the file and the row, so that nothing can enter the same row twice. */
    private static Submission submission(Uploads.Sent file, SignedIn who, JudgedRow row) {
        Activity activity = row.activity().orElseThrow();
        var key = UUID.nameUUIDFromBytes((file.id() + "#" + row.row().number()).getBytes(StandardCharsets.UTF_8));
        String source = file.name() + " · " + row.row().sheet() + " · " + row.row().line();
        return new Submission(key, Seal.of(activity, List.of()), who.unit(), activity, Origin.file(source,
                row.doubtful()));
    }
}
