package org.pufa.staff;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.db.Tx;

/** What lets the owner of an account in: sessions that go on, a link that was not used yet, a second factor. */
final class Access {

    private final Database database;
    private final Sessions sessions = new Sessions();
    private final Invitations invitations;
    private final SecondFactor factors;
    private final SignInTries tries;
    private final AuditLog audit;
    private final Clock clock;

    Access(Database database, Invitations invitations, SecondFactor factors, SignInTries tries, AuditLog audit,
            Clock clock) {
        this.database = database;
        this.invitations = invitations;
        this.factors = factors;
        this.tries = tries;
        this.audit = audit;
        this.clock = clock;
    }

    /** The sessions of an account that are good now. */
    Future<List<Sessions.Listed>> sessions(long account) {
        return database.read(tx -> sessions.list(tx, account, clock.instant()));
    }

    /** Ends one session of an account. One that has ended already, or is not that account's, stays as it is. */
    Future<Void> endSession(Account account, UUID session, String actor) {
        return database.inTx(tx -> sessions.revokeOf(tx, account.id(), session, clock.instant()).compose(ended ->
                ended ? record(tx, actor, "staff.session-end", account.username().value(), Map.of())
                        : Future.succeededFuture()));
    }

    /** Ends all sessions of an account. @param kept but this one */
    Future<Void> endSessions(Account account, Optional<UUID> kept, String actor) {
        Instant now = clock.instant();
        return database.inTx(tx -> kept.map(one -> sessions.revokeOthers(tx, account.id(), one, now))
                .orElseGet(() -> sessions.revokeAll(tx, account.id(), now))
                .compose(ended -> record(tx, actor, "staff.sessions-end", account.username().value(), Map.of())));
    }

    /** When the account's link ends that is still good. */
    Future<Optional<Instant>> invitedUntil(long account) {
        return database.read(tx -> invitations.until(tx, account, clock.instant()));
    }

    /** Makes the account's link void. */
    Future<Void> voidLinks(Account account, String actor) {
        return database.inTx(tx -> invitations.voidAll(tx, account.id(), clock.instant())
                .compose(voided -> record(tx, actor, "staff.void", account.username().value(), Map.of())));
    }

    Future<Boolean> hasSecondFactor(long account) {
        return database.read(tx -> factors.isOn(tx, account));
    }

    /** Takes somebody's second factor away, for whoever has lost it, and signs them out everywhere. */
    Future<Void> dropSecondFactor(Account account, String actor) {
        return database.inTx(tx -> factors.drop(tx, account.id())
                .compose(dropped -> sessions.revokeAll(tx, account.id(), clock.instant()))
                .compose(ended -> tries.forgetAll(tx, account.username()))
                .compose(forgotten -> record(tx, actor, "staff.factor-reset", account.username().value(), Map.of())));
    }

    private Future<Void> record(Tx tx, String actor, String action, String subject, Map<String, Object> details) {
        return audit.record(tx, actor, action, subject, details);
    }
}
