package org.pufa.outreach;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.audit.AuditLog;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.outreach.Revision.Origin;
import org.pufa.outreach.Submission.Entered;
import org.pufa.outreach.Submission.Outcome;

/** The register: records are entered, corrected by revisions, confirmed by somebody else, and never deleted. */
public final class Register {

    private final Stock stock;
    private final AuditLog audit;
    private final Clock clock;
    private final RegisterStore store = new RegisterStore();

    public Register(Stock stock, AuditLog audit, Clock clock) {
        this.stock = Objects.requireNonNull(stock);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Enters a record, unless the same form was sent before: then the record of that time is named. Fails with INVALID
     * when more is handed out than there is.
     */
    public Future<Entered> enter(Tx tx, Catalogue catalogue, Submission sent, String actor) {
        return store.add(tx, sent, actor, clock.instant()).compose(added -> added.isEmpty() ? known(tx, sent, actor)
                : write(tx, catalogue, added.get(), first(sent, actor), Map.of())
                        .compose(written -> audit.record(tx, actor, "outreach.enter", Long.toString(added.get()),
                                Map.of("title", sent.activity().title())))
                        .map(recorded -> new Entered(added.get(), Outcome.ENTERED)));
    }

    private Future<Entered> known(Tx tx, Submission sent, String actor) {
        return store.byKey(tx, sent.clientKey()).map(found -> {
            var known = found.filter(one -> one.createdBy().equals(actor))
                    .orElseThrow(() -> Problem.conflict("outreach.key-taken"));
            return new Entered(known.id(), known.isSame(sent) ? Outcome.REPEATED : Outcome.OTHER);
        });
    }

    private Revision first(Submission sent, String actor) {
        return new Revision(1, false, sent.activity(), sent.origin(), "", actor, clock.instant(), Optional.empty());
    }

    private Future<Void> write(Tx tx, Catalogue catalogue, long id, Revision revision, Map<Long, Long> before) {
        var handing = new Stock.Handing(id, revision.number(), revision.activity().starts(), revision.enteredBy());
        return once(tx, id, revision).compose(free -> store.add(tx, id, revision))
                .compose(added -> stock.handOut(tx, catalogue, handing, before, handedOut(revision)));
    }

    /** Fails with INVALID where another record counts the same sign-in. */
    private Future<Void> once(Tx tx, long id, Revision revision) {
        Future<Void> all = Future.succeededFuture();
        for (long gathering : revision.withdrawn() ? List.<Long>of() : revision.activity().figures().stream()
                .map(Figure::gathering).flatMap(Optional::stream).distinct().sorted().toList()) {
            all = all.compose(before -> store.countedIn(tx, gathering, id)).map(other -> {
                if (other.isPresent()) {
                    throw Problem.invalid("outreach.invalid", List.of(Problem.FieldError.of("figures",
                            "outreach.check.gathered", Long.toString(other.get()))));
                }
                return null;
            });
        }
        return all;
    }

    private static Map<Long, Long> handedOut(Revision revision) {
        return revision.withdrawn() ? Map.of() : revision.activity().figures().stream()
                .filter(figure -> figure.title().isPresent())
                .collect(Collectors.toMap(figure -> figure.title().get(), Figure::amount, Long::sum));
    }

    /**
     * Corrects a record; it counts again when somebody else has confirmed the correction.
     *
     * @param expected number of the revision that the person saw
     * @param reason never "". Fails with NOT_FOUND, CONFLICT when the record was changed meanwhile, INVALID when more is
     *     handed out than there is
     */
    public Future<Integer> correct(Tx tx, Catalogue catalogue, long id, int expected, Activity activity, Origin origin,
            String reason, String actor) {
        return revise(tx, catalogue, id, expected, current -> new Revision(expected + 1, false, activity, origin,
                reason, actor, clock.instant(), Optional.empty()), "outreach.correct");
    }

    /** Takes a record back: it stays to be seen, but counts no more, and what it handed out is in stock again. */
    public Future<Integer> withdraw(Tx tx, Catalogue catalogue, long id, int expected, String reason, String actor) {
        return revise(tx, catalogue, id, expected, current -> new Revision(expected + 1, true, current.activity(),
                Origin.form(false), reason, actor, clock.instant(), Optional.empty()), "outreach.withdraw");
    }

    private interface Change {

        Revision of(Revision current);
    }

    private Future<Integer> revise(Tx tx, Catalogue catalogue, long id, int expected, Change change, String action) {
        return locked(tx, id, expected).compose(locked -> get(tx, catalogue, id)).compose(record -> {
            Revision next = change.of(record.current());
            return store.moveOn(tx, id, next.number())
                    .compose(moved -> write(tx, catalogue, id, next, handedOut(record.current())))
                    .compose(written -> audit.record(tx, next.enteredBy(), action, Long.toString(id),
                            Map.of("reason", next.reason(), "revision", next.number())))
                    .map(recorded -> next.number());
        });
    }

    private Future<Void> locked(Tx tx, long id, int expected) {
        return store.lock(tx, id).map(found -> {
            if (found.orElseThrow(() -> unknown(Long.toString(id))) != expected) {
                throw Problem.conflict("outreach.changed").with("next", path(id)).with("nextKey", "outreach.changed.next");
            }
            return null;
        });
    }

    /** The address of a record's page. */
    public static String path(long id) {
        return "/console/outreach/" + id;
    }

    static Problem unknown(String id) {
        return Problem.notFound("outreach.unknown", id);
    }

    /**
     * Confirms the current revision, or sends it back.
     *
     * @param expected number of the revision that the person saw
     * @param note why it is sent back. Fails with NOT_FOUND, FORBIDDEN for whoever entered it, CONFLICT when it was
     *     changed or decided meanwhile
     */
    public Future<Void> decide(Tx tx, Catalogue catalogue, long id, int expected, boolean confirmed, String note,
            String actor) {
        Instant now = clock.instant();
        return locked(tx, id, expected).compose(locked -> get(tx, catalogue, id)).compose(record -> {
            Revision current = record.current();
            if (current.decision().isPresent()) {
                throw Problem.conflict("outreach.decided").with("next", path(id))
                        .with("nextKey", "outreach.changed.next");
            } else if (current.enteredBy().equals(actor)) {
                throw Problem.forbidden("outreach.second-person");
            }
            return store.decide(tx, id, current, new Decision(confirmed, note, actor, now));
        }).compose(decided -> audit.record(tx, actor, confirmed ? "outreach.confirm" : "outreach.return",
                Long.toString(id), Map.of("revision", expected, "reason", note)));
    }

    /** Fails with NOT_FOUND. */
    public Future<Outreach> get(Tx tx, Catalogue catalogue, long id) {
        return store.find(tx, catalogue, id).map(found -> found.orElseThrow(() -> unknown(Long.toString(id))));
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, long id) {
        return store.unitOf(tx, id);
    }

    Future<Void> assign(Tx tx, long id, Optional<String> unit) {
        return store.assign(tx, id, unit);
    }
}
