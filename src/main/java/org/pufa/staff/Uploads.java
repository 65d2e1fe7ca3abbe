package org.pufa.staff;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;

/** Keeps a file from the page that shows what is in it until the same person confirms it; a day at most. */
public final class Uploads {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String PURGE = "delete from staff_upload where sent_at < $1";
    private static final String KEEP =
            "insert into staff_upload (id, account_id, name, content, sent_at) values ($1, $2, $3, $4, $5)";
    private static final String FIND = "select name, content from staff_upload where id = $1 and account_id = $2";
    private static final String DROP = "delete from staff_upload where id = $1";

    private Uploads() {
    }

    /** A file that was kept. */
    public record Kept(String name, String content) {
    }

    public static Future<UUID> keep(Tx tx, SignedIn who, SentFile file, Instant now) {
        var id = UUID.randomUUID();
        return tx.update(PURGE, AccountStore.utc(now.minus(KEPT)))
                .compose(purged -> tx.update(KEEP, id, who.account(), file.name(), file.content(),
                        AccountStore.utc(now))).map(id);
    }

    /** Fails with GONE when that person has no such file, or no more. */
    public static Future<Kept> get(Tx tx, SignedIn who, String id) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Future.failedFuture(Problem.of(Problem.Sort.GONE, "staff.upload"));
        }
        return tx.one(FIND, row -> new Kept(row.getString(0), row.getString(1)), UUID.fromString(id), who.account())
                .map(found -> found.orElseThrow(() -> Problem.of(Problem.Sort.GONE, "staff.upload")));
    }

    public static Future<Void> drop(Tx tx, String id) {
        return tx.update(DROP, UUID.fromString(id)).mapEmpty();
    }
}
