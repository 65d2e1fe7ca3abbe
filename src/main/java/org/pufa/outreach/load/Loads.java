package org.pufa.outreach.load;

import io.vertx.core.Future;
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
import org.pufa.outreach.sheet.JudgedRow;
import org.pufa.outreach.sheet.JudgedSheet;
import org.pufa.outreach.sheet.Period;
import org.pufa.outreach.sheet.Reading;
import org.pufa.outreach.sheet.SheetRow;
import org.pufa.outreach.sheet.Sheets;
import org.pufa.staff.SentBytes;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Uploads;

/** Spreadsheets of outreach: read, kept until somebody has looked at them, and then entered in one transaction. */
public final class Loads {

    private static final String PURPOSE = "register";

    private final Sheets sheets;
    private final Register register;
    private final Stock stock;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Counted> ways = new HashMap<>();
    private final Listing listing = new Listing();

    public Loads(Sheets sheets, Register register, Stock stock, AuditLog audit, Messages messages, Clock clock) {
        this.sheets = Objects.requireNonNull(sheets);
        this.register = Objects.requireNonNull(register);
        this.stock = Objects.requireNonNull(stock);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
        for (Lang lang : Lang.values()) {
            Arrays.stream(Counted.values()).forEach(way ->
                    ways.put(messages.get(lang, "outreach.counted." + way.code()), way));
        }
    }

    /** Reads a file; nothing is kept yet. */
    public Future<Sheets.Read> read(Catalogue catalogue, SentBytes sent) {
        return sheets.read(Columns.of(catalogue), sent);
    }

    /** Keeps what was read for that person, a day at most. */
    public Future<UUID> keep(Tx tx, SignedIn who, SentBytes sent, Sheets.Read read) {
        return sheets.keep(tx, who, sent, PURPOSE, read);
    }

    /** Judges every row against the register and the stocks as they are. Fails with GONE when it is no longer kept. */
    public Future<JudgedSheet<Activity>> judge(Tx tx, Catalogue catalogue, UUID upload, Optional<String> unit) {
        return sheets.reading(tx, upload, PURPOSE).compose(reading -> judge(tx, catalogue, reading, unit));
    }

    private Future<JudgedSheet<Activity>> judge(Tx tx, Catalogue catalogue, Reading reading, Optional<String> unit) {
        return stock.all(tx, catalogue, unit).compose(titles -> listing.startingOn(tx, unit, days(reading.rows()))
                .map(registered -> {
                    var judge = new RowJudge(catalogue, titles, registered, Days.of(clock.instant()), ways);
                    return new JudgedSheet<>(reading.notes(), reading.rows().stream().map(judge::judge).toList());
                }));
    }

    private static List<LocalDate> days(List<SheetRow> rows) {
        return rows.stream().map(row -> Period.of(row.cell("starts"))).flatMap(Optional::stream).map(Period::starts)
                .distinct().toList();
    }

    /** Leaves a row out, or takes it in again. Fails with NOT_FOUND. */
    public Future<Void> leave(Tx tx, UUID upload, int number, boolean out) {
        return sheets.leave(tx, upload, number, out);
    }

    /**
     * Enters every row that can be taken and is not left out: all of them or none. Fails with GONE when somebody
     * confirmed it meanwhile, INVALID where unusual figures were not vouched for, or more is handed out than there is.
     *
     * @param sure whether somebody typed that unusual figures are right
     * @return how many records there are now more
     */
    public Future<Integer> enter(Tx tx, Catalogue catalogue, Uploads.Sent file, SignedIn who, boolean sure) {
        return sheets.locked(tx, file.id(), PURPOSE).compose(reading -> judge(tx, catalogue, reading, who.unit()))
                .compose(judged -> {
                    if (judged.isDoubtful() && !sure) {
                        throw Problem.invalid("outreach.doubtful", List.of(Problem.FieldError.of("sure",
                                "outreach.load.sure")));
                    }
                    return enter(tx, catalogue, file, who, judged.taken());
                });
    }

    private Future<Integer> enter(Tx tx, Catalogue catalogue, Uploads.Sent file, SignedIn who,
            List<JudgedRow<Activity>> rows) {
        Future<Void> all = Future.succeededFuture();
        for (JudgedRow<Activity> row : rows) {
            all = all.compose(before -> register.enter(tx, catalogue, submission(file, who, row), who.actor()))
                    .mapEmpty();
        }
        return all.compose(entered -> audit.record(tx, who.actor(), "outreach.load", file.name(),
                        Map.of("added", rows.size())))
                .compose(recorded -> Uploads.drop(tx, file.id().toString())).map(rows.size());
    }

    /** The key follows from the file and the row, so that nothing can enter the same row twice. */
    private static Submission submission(Uploads.Sent file, SignedIn who, JudgedRow<Activity> row) {
        Activity activity = row.becomes().orElseThrow();
        var key = UUID.nameUUIDFromBytes((file.id() + "#" + row.row().number()).getBytes(StandardCharsets.UTF_8));
        String source = file.name() + " · " + row.row().sheet() + " · " + row.row().line();
        return new Submission(key, Seal.of(activity, List.of()), who.unit(), activity, Origin.file(source,
                row.doubtful()));
    }
}
