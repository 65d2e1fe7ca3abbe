package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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
    private static final String FIND = """
            select name, substring(content from 1 for 2000) from staff_upload where id = $1 and account_id = $2""";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String DROP = "delete from staff_upload where id = $1";

    private Uploads() {
    }

    /** A file that is kept. @param head its first 2000 bytes */
    public record Sent(UUID id, String name, byte[] head) {
    }

    public static Future<UUID> keep(Tx tx, SignedIn who, SentBytes file, Instant now) {
        var id = UUID.randomUUID();
        return tx.update(PURGE, AccountStore.utc(now.minus(KEPT)))
                .compose(purged -> tx.update(KEEP, id, who.account(), file.name(),
                        Buffer.buffer(file.content()), AccountStore.utc(now))).map(id);
    }

    /** The same for whoever runs the server and has no account; to be dropped in the same transaction. */
    public static Future<UUID> keep(Tx tx, SentBytes file, Instant now) {
        var id = UUID.randomUUID();
        return tx.update(KEEP, id, null, file.name(), Buffer.buffer(file.content()), AccountStore.utc(now)).map(id);
    }

    /** A file that person sent. Fails with GONE when there is no such file, or no more. */
    public static Future<Sent> find(Tx tx, SignedIn who, String id) {
        if (!id.matches(ID)) {
            return Future.failedFuture(Problem.of(Problem.Sort.GONE, "staff.upload"));
        }
        return tx.one(FIND, row -> new Sent(UUID.fromString(id), row.getString(0), row.getBuffer(1).getBytes()),
                        UUID.fromString(id), who.account())
                .map(found -> found.orElseThrow(() -> Problem.of(Problem.Sort.GONE, "staff.upload")));
    }

    public static Future<Void> drop(Tx tx, String id) {
        return tx.update(DROP, UUID.fromString(id)).mapEmpty();
    }
}
