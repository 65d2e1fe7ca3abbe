package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pufa.db.Tx;

/** The rows of sessions. Whether somebody is signed in is decided here, at every request, and nowhere else. */
final class Sessions {

    /** After so long without a request a session is over. */
    static final Duration IDLE = Duration.ofMinutes(30);
    /** After so long it is over anyway. */
    static final Duration LONGEST = Duration.ofHours(12);
    /** Not every request is worth writing down. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final String BEGIN = """
            insert into staff_session (id, account_id, created_at, seen_at, expires_at, device, address)
            values ($1, $2, $3, $3, $4, $5, $6)""";
    private static final String FIND = """
            select s.id, s.account_id, a.username, a.display_name, a.roles, a.unit, s.seen_at, s.expires_at,
              exists (select from staff_factor f where f.account_id = a.id and f.confirmed_at is not null)
            from staff_session s join staff_account a on a.id = s.account_id
            where s.id = $1 and s.revoked_at is null and s.expires_at > $2 and s.seen_at > $3
              and a.disabled_at is null""";
    private static final String NOTE = "update staff_session set seen_at = $2 where id = $1 and seen_at < $2";
    private static final String REVOKE =
            "update staff_session set revoked_at = $2 where id = $1 and revoked_at is null";
    private static final String REVOKE_ALL =
            "update staff_session set revoked_at = $2 where account_id = $1 and revoked_at is null";
    private static final String REVOKE_OTHERS = """
            update staff_session set revoked_at = $2 where account_id = $1 and revoked_at is null and id <> $3""";
    private static final String REVOKE_OF = """
            update staff_session set revoked_at = $2 where account_id = $1 and revoked_at is null and id = $3""";
    private static final String LIST = """
            select id, device, address, created_at, seen_at from staff_session
            where account_id = $1 and revoked_at is null and expires_at > $2 and seen_at > $3
            order by seen_at desc, created_at desc""";
    private static final String OWNER = "select account_id from staff_session where id = $1 and created_at > $2";
    private static final String PURGE = "delete from staff_session where expires_at < $1";
    private static final Duration KEPT = Duration.ofDays(90);

    /** A session that is good now. */
    record Session(SignedIn who, Instant seen, Instant expires, boolean secondFactor) {
    }

    /** A session in a list. @param seen when it was last used, to the minute */
    record Listed(UUID id, Whence whence, Instant begun, Instant seen) {
    }

    /** Also drops sessions that ended long ago. */
    Future<Session> begin(Tx tx, Account account, Whence whence, boolean secondFactor,
            Instant now) {
        var id = UUID.randomUUID();
        Instant expires = now.plus(LONGEST);
        return tx.update(BEGIN, id, account.id(), AccountStore.utc(now), AccountStore.utc(expires),
                        whence.device(), whence.address())
                .compose(begun -> tx.update(PURGE, AccountStore.utc(now.minus(KEPT))))
                .map(purged -> new Session(new SignedIn(account.id(), account.username(), account.displayName(),
                        account.roles(), account.unit(), id), now, expires, secondFactor));
    }

    /** The session, if it is good at {@code now}; that it was used is then written down. */
    Future<Optional<Session>> use(Tx tx, UUID id, Instant now) {
        return tx.one(FIND, Sessions::session, id, AccountStore.utc(now), AccountStore.utc(now.minus(IDLE)))
                .compose(found -> found.isEmpty() || found.get().seen().plus(NOTED_EVERY).isAfter(now)
                        ? Future.succeededFuture(found)
                        : tx.update(NOTE, id, AccountStore.utc(now)).map(found));
    }

    /** Whether the session is good at {@code now}; asking is no use of it. */
    Future<Boolean> isGood(Tx tx, UUID id, Instant now) {
        return tx.one(FIND, Sessions::session, id, AccountStore.utc(now), AccountStore.utc(now.minus(IDLE)))
                .map(Optional::isPresent);
    }

    /** Whether it was good until now. */
    Future<Boolean> revoke(Tx tx, UUID id, Instant now) {
        return tx.update(REVOKE, id, AccountStore.utc(now)).map(changed -> changed == 1);
    }

    Future<Void> revokeAll(Tx tx, long account, Instant now) {
        return tx.update(REVOKE_ALL, account, AccountStore.utc(now)).mapEmpty();
    }

    /** All but one. */
    Future<Void> revokeOthers(Tx tx, long account, UUID kept, Instant now) {
        return tx.update(REVOKE_OTHERS, account, AccountStore.utc(now), kept).mapEmpty();
    }

    /** Whether it was that account's and good until now. */
    Future<Boolean> revokeOf(Tx tx, long account, UUID id, Instant now) {
        return tx.update(REVOKE_OF, account, AccountStore.utc(now), id).map(changed -> changed == 1);
    }

    /** The sessions of an account that are good now, the latest used first. */
    Future<List<Listed>> list(Tx tx, long account, Instant now) {
        return tx.list(LIST, row -> new Listed(row.getUUID(0), new Whence(row.getString(1), row.getString(2)),
                row.get(OffsetDateTime.class, 3).toInstant(), row.get(OffsetDateTime.class, 4).toInstant()), account,
                AccountStore.utc(now), AccountStore.utc(now.minus(IDLE)));
    }

    /** Whose session it is or was, if it began no longer ago than {@code since}. */
    Future<Optional<Long>> owner(Tx tx, UUID id, Instant since) {
        return tx.one(OWNER, row -> row.getLong(0), id, AccountStore.utc(since));
    }

    private static Session session(Row row) {
        var who = new SignedIn(row.getLong(1), new Username(row.getString(2)), row.getString(3),
                AccountStore.roles(row, 4), Optional.ofNullable(row.getString(5)), row.getUUID(0));
        return new Session(who, row.get(OffsetDateTime.class, 6).toInstant(),
                row.get(OffsetDateTime.class, 7).toInstant(), row.getBoolean(8));
    }
}
