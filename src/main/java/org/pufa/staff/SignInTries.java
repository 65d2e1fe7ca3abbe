package org.pufa.staff;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.pufa.db.Tx;
import org.pufa.kernel.Hmac;

/**
 * Counts sign-ins for each name that is typed, whether it is anybody's or not. A try is counted before the password is
 * looked at, by one statement that locks the row, so that guesses sent side by side cannot exceed the limit.
 */
final class SignInTries {

    static final int MOST = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private static final String COUNT = """
            insert into staff_try as t (name, failures, last_at) values ($1, 1, $2)
            on conflict (name) do update set
              last_at = $2,
              failures = case when t.last_at > $3 then t.failures + 1 else 1 end,
              locked_until = case when t.last_at > $3 and t.failures + 1 >= $5 then $4::timestamptz end
            where t.locked_until is null or t.locked_until <= $2
            returning failures""";
    private static final String LOCKED_UNTIL = "select locked_until from staff_try where name = $1";
    private static final String FORGET = "delete from staff_try where name = $1";
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
    }

    Future<Try> count(Tx tx, String typed, Instant now) {
        byte[] name = name(typed);
        return tx.one(COUNT, row -> row.getInteger(0), bytes(name), AccountStore.utc(now),
                        AccountStore.utc(now.minus(LOCK)), AccountStore.utc(now.plus(LOCK)), MOST)
                .compose(failures -> failures.isPresent()
                        ? Future.succeededFuture(new Try(MOST - failures.get(), now.plus(LOCK)))
                        : tx.one(LOCKED_UNTIL, row -> AccountStore.instant(row, 0).orElse(now), bytes(name))
                                .map(until -> new Try(-1, until.orElse(now))));
    }

    Future<Void> forget(Tx tx, String typed) {
        return tx.update(FORGET, bytes(name(typed))).mapEmpty();
    }

    /** Drops what counts no more. */
    Future<Void> purge(Tx tx, Instant now) {
        return tx.update(PURGE, AccountStore.utc(now.minus(LOCK.multipliedBy(2)))).mapEmpty();
    }

    private byte[] name(String typed) {
        return names.of(typed.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static io.vertx.core.buffer.Buffer bytes(byte[] bytes) {
        return io.vertx.core.buffer.Buffer.buffer(bytes);
    }
}
