package org.pufa.outreach.evidence;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.kernel.Sha256;
import org.pufa.picture.Photo;

/** The rows of evidence. */
final class EvidenceStore {

    private static final String KEEP = """
            insert into evidence_file (hash, type, content, width, height, thumbnail) values ($1, $2, $3, $4, $5, $6)
            on conflict (hash) do nothing""";
    private static final String ADD = """
            insert into evidence (outreach_id, hash, name, added_by, added_at) values ($1, $2, $3, $4, $5)
            on conflict (outreach_id, hash) do nothing returning id""";
    private static final String OF = """
            select e.id, e.name, f.type, e.hash, octet_length(f.content) as bytes, e.added_by, e.added_at,
              (select count(*) from evidence other where other.hash = e.hash and other.outreach_id <> e.outreach_id)::integer
                as elsewhere, r.reason
            from evidence e join evidence_file f on f.hash = e.hash left join evidence_removal r on r.evidence_id = e.id
            where e.outreach_id = $1 order by e.id""";
    private static final String CONTENT = """
            select e.name, f.type, f.content from evidence e join evidence_file f on f.hash = e.hash
            where e.outreach_id = $1 and e.id = $2 and not exists (select from evidence_removal r where r.evidence_id = e.id)""";
    private static final String THUMBNAIL = """
            select e.name, f.type, f.thumbnail from evidence e join evidence_file f on f.hash = e.hash
            where e.outreach_id = $1 and e.id = $2 and f.thumbnail is not null
              and not exists (select from evidence_removal r where r.evidence_id = e.id)""";
    private static final String REMOVE = """
            insert into evidence_removal (evidence_id, reason, removed_by, removed_at)
            select id, $3, $4, $5 from evidence where outreach_id = $1 and id = $2 on conflict do nothing""";

    /** The id of the new piece of evidence, or nothing when the record has the same content already. */
    Future<Optional<Long>> add(Tx tx, long outreach, EvidenceFile file, String actor, Instant now) {
        var hash = Buffer.buffer(Sha256.of(file.content()));
        return tx.update(KEEP, hash, file.type(), Buffer.buffer(file.content()),
                file.photo().map(Photo::width).orElse(null), file.photo().map(Photo::height).orElse(null),
                file.photo().map(photo -> Buffer.buffer(photo.thumbnail())).orElse(null))
                .compose(kept -> tx.one(ADD, row -> row.getLong(0), outreach, hash, file.name(), actor,
                        now.atOffset(ZoneOffset.UTC)));
    }

    Future<List<Evidence>> of(Tx tx, long outreach) {
        return tx.list(OF, EvidenceStore::evidence, outreach);
    }

    private static Evidence evidence(Row row) {
        return new Evidence(row.getLong("id"), row.getString("name"), row.getString("type"),
                HexFormat.of().formatHex(row.getBuffer("hash").getBytes()), row.getInteger("bytes"),
                row.getString("added_by"), row.getOffsetDateTime("added_at").toInstant(), row.getInteger("elsewhere"),
                Optional.ofNullable(row.getString("reason")));
    }

    Future<Optional<Evidence.Content>> content(Tx tx, long outreach, long id, boolean small) {
        return tx.one(small ? THUMBNAIL : CONTENT, row -> new Evidence.Content(row.getString(0), row.getString(1),
                row.getBuffer(2).getBytes()), outreach, id);
    }

    /** Whether there was such a piece that was not put aside before. */
    Future<Boolean> remove(Tx tx, long outreach, long id, String reason, String actor, Instant now) {
        return tx.update(REMOVE, outreach, id, reason, actor, now.atOffset(ZoneOffset.UTC)).map(count -> count == 1);
    }
}
