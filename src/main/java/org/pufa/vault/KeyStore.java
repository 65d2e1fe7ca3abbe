package org.pufa.vault;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.stream.Collectors;
import org.pufa.db.Tx;

/** The keys that the database knows by their proofs, never the keys themselves. */
final class KeyStore {

    private static final String LOCK = "lock table vault_key in share row exclusive mode";
    private static final String ADD = """
            insert into vault_key (id, proof, known_since) values ($1, $2, now()) on conflict (id) do nothing""";
    private static final String ALL = "select id, proof from vault_key";
    private static final String DROP = "delete from vault_key where id = $1";

    private record Known(String id, byte[] proof) {
    }

    Future<Void> lock(Tx tx) {
        return tx.update(LOCK).mapEmpty();
    }

    Future<Void> addAll(Tx tx, KeyRing ring) {
        Future<Void> all = Future.succeededFuture();
        for (SealingKey key : ring.keys()) {
            all = all.compose(before -> tx.update(ADD, key.id(), Buffer.buffer(key.proof())).mapEmpty());
        }
        return all;
    }

    /** Proofs by key id. */
    Future<Map<String, byte[]>> all(Tx tx) {
        return tx.list(ALL, row -> new Known(row.getString(0), row.getBuffer(1).getBytes()))
                .map(rows -> rows.stream().collect(Collectors.toUnmodifiableMap(Known::id, Known::proof)));
    }

    Future<Void> drop(Tx tx, String id) {
        return tx.update(DROP, id).mapEmpty();
    }
}
