package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.pufa.db.Tx;
import org.pufa.staff.kept.KeptForm;

/** The rows of forms that came too late: encrypted, for one account, for an hour, the latest few of each. */
record KeptForms(Vault vault) {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int MOST = 10;
    private static final String PURGE = "delete from staff_kept_form where kept_at < $1";
    private static final String PURGE_OWN = """
            delete from staff_kept_form where id in (select id from staff_kept_form where account_id = $1
              order by kept_at desc, id offset $2)""";
    private static final String KEEP = """
            insert into staff_kept_form (id, account_id, action, page, content, kept_at)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String FIND = """
            select action, content from staff_kept_form where id = $1 and account_id = $2 and kept_at > $3""";

    Future<UUID> keep(Tx tx, long account, KeptForm form, String page, Instant now) {
        var id = UUID.randomUUID();
        return tx.update(PURGE, AccountStore.utc(now.minus(LIFE)))
                .compose(purged -> tx.update(PURGE_OWN, account, MOST - 1))
                .compose(purged -> tx.update(KEEP, id, account, form.action(), page,
                        Buffer.buffer(vault.lock(form.bytes(), account)), AccountStore.utc(now))).map(id);
    }

    /** What that account sent; nothing for anybody else, or later. */
    Future<Optional<KeptForm>> find(Tx tx, long account, UUID id, Instant now) {
        return tx.one(FIND, row -> vault.open(row.getBuffer(1).getBytes(), account)
                        .map(content -> KeptForm.read(row.getString(0), content)), id, account,
                AccountStore.utc(now.minus(LIFE))).map(found -> found.flatMap(form -> form));
    }
}
