package org.pufa.staff;

import io.vertx.core.Future;
import java.util.Locale;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.staff.openid.Identity;

/** Whose account is whose at the identity provider. Nobody gets an account by signing in there. */
final class OpenIdNames {

    static final int LONGEST = 200;

    private static final String BY_SUBJECT = "select id from staff_account where oidc_subject = $1";
    private static final String BY_NAME = """
            select id from staff_account
            where oidc_name = $1 or oidc_name is null and username = $1
            order by oidc_name nulls last limit 1""";
    private static final String BIND = "update staff_account set oidc_subject = $2 where id = $1 and oidc_subject is null";
    private static final String OF = """
            select coalesce(oidc_name, ''), oidc_subject is not null from staff_account where id = $1""";
    private static final String IS_TAKEN = "select exists (select from staff_account where oidc_name = $2 and id <> $1)";
    private static final String SET = "update staff_account set oidc_name = $2, oidc_subject = null where id = $1";

    private final AccountStore accounts = new AccountStore();

    /** How an account is known there. @param name "" for the user name @param bound whether they have come from there */
    record Names(String name, boolean bound) {
    }

    Future<Names> of(Tx tx, long account) {
        return tx.get(OF, row -> new Names(row.getString(0), row.getBoolean(1)), account);
    }

    /**
     * The account of somebody, which from then on is theirs alone, whatever they are called there later. Fails with
     * FORBIDDEN when nobody has the name here, or it belongs to another person who had the same name.
     */
    Future<Account> find(Tx tx, Identity identity) {
        return tx.one(BY_SUBJECT, row -> row.getLong(0), identity.subject()).compose(known -> known.isPresent()
                ? accounts.get(tx, known.get()) : bind(tx, identity));
    }

    private Future<Account> bind(Tx tx, Identity identity) {
        return tx.one(BY_NAME, row -> row.getLong(0), identity.name())
                .map(found -> found.orElseThrow(() -> Problem.forbidden("staff.openid.unknown", identity.name())))
                .compose(found -> tx.update(BIND, found, identity.subject()).compose(bound -> {
                    if (bound == 0) {
                        throw Problem.forbidden("staff.openid.other", identity.name());
                    }
                    return accounts.get(tx, found);
                }));
    }

    /** Whether the name was free. Whoever comes next under it is the one. @param name "" for the user name */
    Future<Boolean> set(Tx tx, long account, String name) {
        String plain = name.isEmpty() ? null : name.toLowerCase(Locale.ROOT);
        return tx.get(IS_TAKEN, row -> row.getBoolean(0), account, plain).compose(taken -> taken
                ? Future.succeededFuture(false) : tx.update(SET, account, plain).map(true));
    }
}
