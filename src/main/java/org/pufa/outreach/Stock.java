package org.pufa.outreach;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.pufa.audit.AuditLog;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;

/** What is handed out by title: what came in, what went out, and that no more goes out than there is. */
public final class Stock {

    private final AuditLog audit;
    private final Clock clock;
    private final StockStore store = new StockStore();

    public Stock(AuditLog audit, Clock clock) {
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    /** The titles of one unit; all of them when none is named. */
    public Future<List<Title>> all(Tx tx, Catalogue catalogue, Optional<String> unit) {
        return store.all(tx, catalogue, unit);
    }

    /** Fails with NOT_FOUND. */
    public Future<Title> get(Tx tx, Catalogue catalogue, long id) {
        return store.find(tx, catalogue, id, false).map(found -> found.orElseThrow(() -> unknown(Long.toString(id))));
    }

    static Problem unknown(String id) {
        return Problem.notFound("outreach.title.unknown", id);
    }

    /** Its movements, the newest first. */
    public Future<List<Movement>> movements(Tx tx, long title) {
        return store.movements(tx, title);
    }

    /** The id of a new title. Fails with INVALID when the unit has one of that name already. */
    public Future<Long> add(Tx tx, String name, Measure measure, Optional<String> unit, String actor) {
        return store.add(tx, name, measure, unit, actor, clock.instant()).map(added -> added.orElseThrow(() ->
                Problem.invalid("outreach.invalid", List.of(FieldError.of("name", "outreach.title.taken", name)))))
                .compose(id -> audit.record(tx, actor, "outreach.title", Long.toString(id), Map.of("name", name))
                        .map(id));
    }

    /**
     * Notes copies that came in or, with a negative amount and a note, corrects what was noted before. Fails with
     * INVALID when less would be left than was handed out.
     */
    public Future<Void> receive(Tx tx, Catalogue catalogue, long title, long amount, LocalDate day, String note,
            String actor) {
        return locked(tx, catalogue, title).compose(found -> {
            if (found.left() + amount < 0) {
                throw Problem.invalid("outreach.invalid", List.of(FieldError.of("amount", "outreach.stock.out",
                        found.left(), found.measure().unit().name())));
            }
            return store.receive(tx, title, amount, day, note, actor, clock.instant());
        }).compose(received -> audit.record(tx, actor, "outreach.receive", Long.toString(title),
                Map.of("amount", amount, "reason", note)));
    }

    private Future<Title> locked(Tx tx, Catalogue catalogue, long id) {
        return store.find(tx, catalogue, id, true).map(found -> found.orElseThrow(() -> unknown(Long.toString(id))));
    }

    /**
     * Moves what a record hands out from how it stood to how it stands. Fails with INVALID when there is not so much
     * left. Titles are locked in the order of their ids, so that two records never wait for each other.
     */
    Future<Void> handOut(Tx tx, Catalogue catalogue, Handing handing, Map<Long, Long> before, Map<Long, Long> after) {
        var changes = new TreeMap<Long, Long>(after);
        before.forEach((title, amount) -> changes.merge(title, -amount, Long::sum));
        Future<Void> all = Future.succeededFuture();
        for (Map.Entry<Long, Long> change : changes.entrySet()) {
            if (change.getValue() != 0) {
                all = all.compose(done -> move(tx, catalogue, handing, change.getKey(), change.getValue()));
            }
        }
        return all;
    }

    /** For which record and on which day things are handed out. */
    record Handing(long outreach, int revision, LocalDate day, String actor) {
    }

    private Future<Void> move(Tx tx, Catalogue catalogue, Handing handing, long id, long amount) {
        return locked(tx, catalogue, id).compose(title -> {
            if (amount > title.left()) {
                throw Problem.invalid("outreach.invalid", List.of(FieldError.of(ActivityCheck.field(title.measure()),
                        "outreach.stock.short", title.name(), title.left(), title.measure().unit().name(), amount)));
            }
            return store.handOut(tx, id, amount, handing.outreach(), handing.revision(), handing.day(),
                    handing.actor(), clock.instant());
        });
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, long title) {
        return store.unitOf(tx, title);
    }

    Future<Void> assign(Tx tx, long title, Optional<String> unit) {
        return store.assign(tx, title, unit);
    }
}
