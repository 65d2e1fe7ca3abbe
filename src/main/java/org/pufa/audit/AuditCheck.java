package org.pufa.audit;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pufa.audit.AuditFinding.Sort;
import org.pufa.db.Tx;

/** Goes over the whole log and tells which events are not as they were written. */
public final class AuditCheck {

    /** Of a log in ruins the first findings are enough. */
    private static final int MOST = 100;
    private static final String ALL = AuditLog.COLUMNS + " order by seq";

    private final Optional<AuditHead> noted;
    private final List<AuditFinding> findings = new ArrayList<>();
    private long events;
    private boolean lastIsAsWritten = true;
    private AuditHead last = new AuditHead(0, AuditEvent.NO_PARENT);

    private AuditCheck(Optional<AuditHead> noted) {
        this.noted = noted;
    }

    /**
     * What came out.
     *
     * @param head the end of the log as it stands
     * @param findings what is wrong; empty when the log is whole
     */
    public record Result(long events, AuditHead head, List<AuditFinding> findings) {

        public Result {
            findings = List.copyOf(findings);
        }

        public boolean isWhole() {
            return findings.isEmpty();
        }
    }

    /**
     * Checks every event and the end of the log; needs a snapshot.
     *
     * @param noted what somebody noted of the log earlier, to be found in it again
     */
    public static Future<Result> run(Tx tx, Optional<AuditHead> noted) {
        var check = new AuditCheck(noted);
        return tx.stream(ALL, row -> check.next(AuditLog.event(row))).compose(done -> AuditLog.head(tx))
                .map(check::result);
    }

    private void next(AuditEvent event) {
        events++;
        boolean asWritten = event.isAsWritten();
        if (!asWritten) {
            add(Sort.CHANGED, event.seq(), event.seq());
        }
        if (event.seq() > last.seq() + 1) {
            add(Sort.MISSING, last.seq() + 1, event.seq() - 1);
        } else if (asWritten && lastIsAsWritten && !last.isHash(event.parent())) {
            add(Sort.REWRITTEN, Math.max(1, last.seq()), Math.max(1, last.seq()));
        }
        if (noted.filter(head -> head.seq() == event.seq() && !head.isHash(event.hash())).isPresent()) {
            add(Sort.OTHER, event.seq(), event.seq());
        }
        last = new AuditHead(event.seq(), event.hash());
        lastIsAsWritten = asWritten;
    }

    private Result result(AuditHead head) {
        long longest = Math.max(head.seq(), noted.map(AuditHead::seq).orElse(0L));
        if (longest > last.seq()) {
            add(Sort.MISSING, last.seq() + 1, longest);
        } else if (head.seq() < last.seq()) {
            add(Sort.ADDED, head.seq() + 1, last.seq());
        } else if (lastIsAsWritten && !head.isHash(last.hash())) {
            add(Sort.REWRITTEN, last.seq(), last.seq());
        }
        return new Result(events, last, findings);
    }

    private void add(Sort sort, long first, long to) {
        if (findings.size() < MOST) {
            findings.add(new AuditFinding(sort, first, to));
        }
    }
}
