package org.pufa.staff;

import io.vertx.core.Future;
import org.pufa.db.Tx;

/** What must be known of all administrators together. */
public final class Administrators {

    private static final String WITHOUT_FACTOR = """
            select count(*) from staff_account a
            where 'admin' = any(a.roles) and a.disabled_at is null and not exists (
              select from staff_factor f where f.account_id = a.id and f.confirmed_at is not null)""";

    private Administrators() {
    }

    /** Whether each of them signs in with a second factor. */
    public static Future<Boolean> haveSecondFactor(Tx tx) {
        return tx.get(WITHOUT_FACTOR, row -> row.getLong(0) == 0);
    }
}
