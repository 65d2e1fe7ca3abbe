package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.kernel.Sha256;

/** One-time links by which somebody sets a password. Only a hash of the link is stored. */
final class Invitations {

    static final Duration LIFE = Duration.ofHours(72);

    private static final int TOKEN_BYTES = 32;
    private static final String ISSUE = """
            insert into staff_invitation (token_hash, purpose, account_id, created_by, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String VOID_FIRST = """
            update staff_invitation set voided_at = $1
            where purpose = 'first' and used_at is null and voided_at is null""";
    private static final String VOID_OF_ACCOUNT = """
            update staff_invitation set voided_at = $2
            where account_id = $1 and used_at is null and voided_at is null""";
    private static final String GOOD = " token_hash = $1 and used_at is null and voided_at is null and expires_at > $2";
    private static final String UNTIL = """
            select expires_at from staff_invitation
            where account_id = $1 and used_at is null and voided_at is null and expires_at > $2
            order by expires_at desc limit 1""";
    private static final String FIND = "select purpose, account_id from staff_invitation where" + GOOD;
    private static final String USE =
            "update staff_invitation set used_at = $2 where" + GOOD + " returning purpose, account_id";

    private final SecureRandom random;

    Invitations(SecureRandom random) {
        this.random = random;
    }

    /** What a link is for. */
    enum Purpose {
        FIRST, ACCOUNT, RESET;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A link that is still good. @param account whose password it sets; nothing for the first administrator's */
    record Invitation(Purpose purpose, Optional<Long> account) {
    }

    /** A new link for the first administrator, in place of all earlier ones. */
    Future<String> issueFirst(Tx tx, String actor, Instant now) {
        return tx.update(VOID_FIRST, AccountStore.utc(now)).compose(voided -> issue(tx, Purpose.FIRST, null, actor, now));
    }

    /** A new link for an account, in place of all earlier ones. */
    Future<String> issueFor(Tx tx, long account, Purpose purpose, String actor, Instant now) {
        return voidAll(tx, account, now).compose(voided -> issue(tx, purpose, account, actor, now));
    }

    Future<Void> voidAll(Tx tx, long account, Instant now) {
        return tx.update(VOID_OF_ACCOUNT, account, AccountStore.utc(now)).mapEmpty();
    }

    private Future<String> issue(Tx tx, Purpose purpose, Long account, String actor, Instant now) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return tx.update(ISSUE, hash(token), purpose.code(), account, actor, AccountStore.utc(now),
                AccountStore.utc(now.plus(LIFE))).map("/console/setup?token=" + token);
    }

    /** When the link of an account ends that is still good. */
    Future<Optional<Instant>> until(Tx tx, long account, Instant now) {
        return tx.one(UNTIL, row -> AccountStore.instant(row, 0).orElseThrow(), account, AccountStore.utc(now));
    }

    Future<Optional<Invitation>> find(Tx tx, String token, Instant now) {
        return tx.one(FIND, Invitations::invitation, hash(token), AccountStore.utc(now));
    }

    /** Uses the link up; nothing when it was not good any more. */
    Future<Optional<Invitation>> use(Tx tx, String token, Instant now) {
        return tx.one(USE, Invitations::invitation, hash(token), AccountStore.utc(now));
    }

    private static Invitation invitation(Row row) {
        return new Invitation(Purpose.valueOf(row.getString(0).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getLong(1)));
    }

    private static Buffer hash(String token) {
        return Buffer.buffer(Sha256.of(token));
    }
}
