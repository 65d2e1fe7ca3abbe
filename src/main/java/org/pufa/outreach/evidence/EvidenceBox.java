package org.pufa.outreach.evidence;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pufa.audit.AuditLog;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Sha256;

/** The evidence of records: added, looked at and put aside, each of which is noted in the audit log. */
public final class EvidenceBox {

    private final AuditLog audit;
    private final Clock clock;
    private final EvidenceStore store = new EvidenceStore();

    public EvidenceBox(AuditLog audit, Clock clock) {
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Adds files to a record; what it has already is not added again. */
    public Future<Void> add(Tx tx, long outreach, List<EvidenceFile> files, String actor) {
        Future<Void> all = Future.succeededFuture();
        for (EvidenceFile file : files) {
            all = all.compose(before -> store.add(tx, outreach, file, actor, clock.instant()))
                    .compose(added -> added.isEmpty() ? Future.succeededFuture() : audit.record(tx, actor,
                            "outreach.evidence", Long.toString(outreach), Map.of("file", file.name(), "hash",
                                    HexFormat.of().formatHex(Sha256.of(file.content())))));
        }
        return all;
    }

    /** All evidence of a record, with what was put aside. */
    public Future<List<Evidence>> of(Tx tx, long outreach) {
        return store.of(tx, outreach);
    }

    /** A photo, small; that it is looked at is not noted. Fails with NOT_FOUND. */
    public Future<Evidence.Content> thumbnail(Tx tx, long outreach, long id) {
        return store.content(tx, outreach, id, true).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** The whole file for somebody who looks at it, which is noted. Fails with NOT_FOUND. */
    public Future<Evidence.Content> look(Tx tx, long outreach, long id, String actor) {
        return store.content(tx, outreach, id, false).map(found -> found.orElseThrow(() -> unknown(id)))
                .compose(content -> audit.record(tx, actor, "outreach.look", Long.toString(outreach),
                        Map.of("file", content.name())).map(content));
    }

    /** Puts a file aside: it is kept, and shown no more. Fails with NOT_FOUND. */
    public Future<Void> remove(Tx tx, long outreach, long id, String reason, String actor) {
        return store.remove(tx, outreach, id, reason, actor, clock.instant()).compose(removed -> removed
                ? audit.record(tx, actor, "outreach.evidence-remove", Long.toString(outreach),
                        Map.of("reason", reason)) : Future.failedFuture(unknown(id)));
    }

    private static Problem unknown(long id) {
        return Problem.notFound("outreach.evidence.none", id);
    }
}
