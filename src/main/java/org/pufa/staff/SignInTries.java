package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.pufa.db.Tx;
import org.pufa.kernel.Hmac;

/**
 * Counts sign-ins that fail: for each name from each address; and, from addresses where that name has never signed in,
 * for the name and for the address in all. So guessing is slow from one place and from many, and nobody can keep
 * somebody out of where they usually work. A try is counted before the password is looked at, by one statement that
 * locks the row, so that guesses sent side by side cannot exceed the limit.
 */
final class SignInTries {

    /** For one name from one address. */
    static final int MOST = 5;
    /** For one name from addresses that are new to it. */
    static final int MOST_FOR_NAME = 30;
    /** From one address for names to which it is new. */
    static final int MOST_FROM_ADDRESS = 100;
    static final Duration LOCK = Duration.ofMinutes(15);
    /** For so long an address stays known to a name. */
    private static final Duration KNOWN = Duration.ofDays(90);

    private static final String COUNT = """
            insert into staff_try as t (name, subject, failures, last_at) values ($1, $6, 1, $2)
            on conflict (name) do update set
              last_at = $2,
              failures = case when t.last_at > $3 then t.failures + 1 else 1 end,
              locked_until = case when t.last_at > $3 and t.failures + 1 >= $5 then $4::timestamptz end
            where t.locked_until is null or t.locked_until <= $2
            returning failures""";
    private static final String LOCKED_UNTIL = "select locked_until from staff_try where name = $1";
    private static final String IS_KNOWN = """
            select exists (select from staff_session s join staff_account a on a.id = s.account_id
              where a.username = $1 and s.address = $2 and s.created_at > $3)""";
    private static final String FORGET = "delete from staff_try where name = $1";
    private static final String FORGET_ALL = "delete from staff_try where subject = $1";
    private static final String PURGE = "delete from staff_try where last_at < $1";

    private final Hmac names;

    SignInTries(Hmac names) {
        this.names = names;
    }

    /**
     * What becomes of a try.
     *
     * @param left how many more may follow when this one fails; negative: this one must not be looked at
     * @param lockedUntil when {@code left} is not positive
     */
    record Try(int left, Instant lockedUntil) {

        boolean allowed() {
            return left >= 0;
        }

        /** Of two that are counted for the same attempt, the one that allows less. */
        private Try stricter(Try other) {
            return other.left < left ? other : this;
        }
    }

    /** What is counted besides passwords, each for itself. */
    enum Sort { PASSWORD, CODE, OWN }

    Future<Try> count(Tx tx, String typed, String address, Instant now) {
        Future<Try> pair = count(tx, pair(Sort.PASSWORD, typed, address), typed, MOST, now);
        return pair.compose(counted -> !counted.allowed() ? pair
                : tx.get(IS_KNOWN, row -> row.getBoolean(0), plain(typed), address, AccountStore.utc(now.minus(KNOWN)))
                        .compose(known -> known ? pair : count(tx, name("name|" + plain(typed)), typed, MOST_FOR_NAME, now)
                                .compose(byName -> count(tx, name("address|" + address), "", MOST_FROM_ADDRESS, now)
                                        .map(byAddress -> counted.stricter(byName).stricter(byAddress)))));
    }

    /** Counts a try of somebody who is known: their code after the password, or their password once more. */
    Future<Try> count(Tx tx, Sort sort, Username username, Instant now) {
        return count(tx, pair(sort, username.value(), ""), username.value(), MOST, now);
    }

    private Future<Try> count(Tx tx, byte[] name, String subject, int most, Instant now) {
        return tx.one(COUNT, row -> row.getInteger(0), Buffer.buffer(name), AccountStore.utc(now),
                        AccountStore.utc(now.minus(LOCK)), AccountStore.utc(now.plus(LOCK)), most,
                        Buffer.buffer(name("subject|" + plain(subject))))
                .compose(failures -> failures.isPresent()
                        ? Future.succeededFuture(new Try(most - failures.get(), now.plus(LOCK)))
                        : tx.one(LOCKED_UNTIL, row -> AccountStore.instant(row, 0).orElse(now), Buffer.buffer(name))
                                .map(until -> new Try(-1, until.orElse(now))));
    }

    /** After it succeeded. What was counted for the name or the address in all stays: it was not this person's doing. */
    Future<Void> forget(Tx tx, String typed, String address) {
        return tx.update(FORGET, Buffer.buffer(pair(Sort.PASSWORD, typed, address))).mapEmpty();
    }

    Future<Void> forget(Tx tx, Sort sort, Username username) {
        return tx.update(FORGET, Buffer.buffer(pair(sort, username.value(), ""))).mapEmpty();
    }

    /** All tries for a name, wherever they came from. */
    Future<Void> forgetAll(Tx tx, Username username) {
        return tx.update(FORGET_ALL, Buffer.buffer(name("subject|" + username))).mapEmpty();
    }

    /** Drops what counts no more. */
    Future<Void> purge(Tx tx, Instant now) {
        return tx.update(PURGE, AccountStore.utc(now.minus(LOCK.multipliedBy(2)))).mapEmpty();
    }

    private byte[] pair(Sort sort, String typed, String address) {
        return name(sort + "|" + plain(typed) + '|' + address);
    }

    private static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private byte[] name(String counted) {
        return names.of(counted.getBytes(StandardCharsets.UTF_8));
    }
}
