package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pufa.db.Tx;

/** The rows of accounts. */
final class AccountStore {

    private static final String COLUMNS = """
            select id, username, display_name, roles, unit, password_hash, created_by, created_at, signed_in_at,
              disabled_at
            from staff_account""";
    private static final String ALL = COLUMNS + " order by disabled_at is not null, username";
    private static final String BY_NAME = COLUMNS + " where username = $1";
    private static final String BY_ID = COLUMNS + " where id = $1";
    private static final String CREATE = """
            insert into staff_account (username, display_name, roles, unit, password_hash, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (username) do nothing returning id""";
    private static final String CHANGE =
            "update staff_account set display_name = $2, roles = $3, unit = $4 where id = $1";
    private static final String SET_PASSWORD = "update staff_account set password_hash = $2 where id = $1";
    private static final String NOTE_SIGN_IN = "update staff_account set signed_in_at = $2 where id = $1";
    private static final String SET_DISABLED = """
            update staff_account set disabled_at = $2, disabled_by = $3 where id = $1""";
    private static final String LOCK_ADMINISTRATORS = """
            select id from staff_account
            where 'admin' = any(roles) and disabled_at is null and password_hash is not null order by id for update""";

    Future<List<Account>> all(Tx tx) {
        return tx.list(ALL, AccountStore::account);
    }

    Future<Optional<Account>> find(Tx tx, Username username) {
        return tx.one(BY_NAME, AccountStore::account, username.value());
    }

    Future<Account> get(Tx tx, long id) {
        return tx.get(BY_ID, AccountStore::account, id);
    }

    /** The id of the new account; nothing when the user name is taken. */
    Future<Optional<Long>> create(Tx tx, NewAccount account, String passwordHash, String actor, Instant now) {
        return tx.one(CREATE, row -> row.getLong(0), account.username().value(), account.post().displayName(),
                Role.codes(account.post().roles()), account.post().unit().orElse(null), passwordHash, actor, utc(now));
    }

    Future<Void> change(Tx tx, long id, Post post) {
        return tx.update(CHANGE, id, post.displayName(), Role.codes(post.roles()), post.unit().orElse(null))
                .mapEmpty();
    }

    Future<Void> setPassword(Tx tx, long id, String hash) {
        return tx.update(SET_PASSWORD, id, hash).mapEmpty();
    }

    Future<Void> noteSignIn(Tx tx, long id, Instant now) {
        return tx.update(NOTE_SIGN_IN, id, utc(now)).mapEmpty();
    }

    Future<Void> disable(Tx tx, long id, String actor, Instant now) {
        return tx.update(SET_DISABLED, id, utc(now), actor).mapEmpty();
    }

    Future<Void> enable(Tx tx, long id) {
        return tx.update(SET_DISABLED, id, null, null).mapEmpty();
    }

    /** Administrators who can sign in, held so that two of them cannot disable each other at the same moment. */
    Future<List<Long>> lockAdministrators(Tx tx) {
        return tx.list(LOCK_ADMINISTRATORS, row -> row.getLong(0));
    }

    private static Account account(Row row) {
        return new Account(row.getLong(0), new Username(row.getString(1)), row.getString(2),
                roles(row, 3), Optional.ofNullable(row.getString(4)), Optional.ofNullable(row.getString(5)),
                row.getString(6), instant(row, 7).orElseThrow(), instant(row, 8), instant(row, 9));
    }

    static Set<Role> roles(Row row, int column) {
        return Role.parseAll(List.of(row.getArrayOfStrings(column))).orElseThrow();
    }

    static Optional<Instant> instant(Row row, int column) {
        return Optional.ofNullable(row.get(OffsetDateTime.class, column)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
