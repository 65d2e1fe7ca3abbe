package org.pufa.vault;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;

/** What operators do with keys: see them, rotate them, drop the ones that seal nothing any more. */
public final class Keys {

    private final Database database;
    private final Vault vault;
    private final Resealing resealing;
    private final AuditLog audit;

    public Keys(Database database, Vault vault, Resealing resealing, AuditLog audit) {
        this.database = database;
        this.vault = vault;
        this.resealing = resealing;
        this.audit = audit;
    }

    /**
     * One key.
     *
     * @param current whether it seals
     * @param records how many it sealed
     */
    public record Held(String id, boolean current, long records) {
    }

    /** All keys there are, the one that seals last. */
    public Future<List<Held>> all() {
        return database.inTx(tx -> vault.check(tx).compose(checked -> {
            Future<List<Held>> all = Future.succeededFuture(new java.util.ArrayList<>());
            var ring = vault.ring();
            for (SealingKey key : ring.keys()) {
                all = all.compose(before -> resealing.sealedWith(tx, key.id()).map(records -> {
                    before.add(new Held(key.id(), key.equals(ring.current()), records));
                    return before;
                }));
            }
            return all;
        }));
    }

    /** Makes a new key that seals from now on; the older ones still open. Gives its id. */
    public Future<String> rotate() {
        return database.inTx(vault::check).compose(checked -> {
            var key = SealingKey.random(vault.random());
            vault.source().write(vault.ring().with(key));
            return database.inTx(tx -> vault.check(tx).compose(again -> audit.record(tx, AuditLog.SYSTEM,
                    "vault.rotate", key.id(), Map.of()))).map(key.id());
        });
    }

    /**
     * Drops a key. Fails with {@link WrongKey} when it seals, or when records still need it and it is not given up.
     *
     * @param lost whether it is lost for good: what it sealed is then emptied, for nobody can open it
     * @return how many records were emptied
     */
    public Future<Long> drop(String id, boolean lost) {
        if (vault.ring().current().id().equals(id)) {
            return Future.failedFuture(new WrongKey("The key " + id + " seals now. Run first: keys rotate"));
        }
        return database.inTx(tx -> vault.store().lock(tx).compose(locked -> resealing.sealedWith(tx, id))
                .compose(records -> {
                    if (records > 0 && !lost) {
                        throw new WrongKey(records + " records are still sealed with the key " + id
                                + ". Run first: keys reseal");
                    }
                    return resealing.empty(tx, id).compose(emptied -> vault.store().drop(tx, id))
                            .compose(dropped -> audit.record(tx, AuditLog.SYSTEM, "vault.drop", id,
                                    Map.of("entries", records))).map(records);
                })).map(emptied -> {
                    forget(id);
                    return emptied;
                });
    }

    private void forget(String id) {
        var ring = vault.source().read();
        if (ring.find(id).isPresent()) {
            vault.source().write(ring.without(id));
        }
    }
}
