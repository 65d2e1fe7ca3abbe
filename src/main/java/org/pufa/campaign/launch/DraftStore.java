package org.pufa.campaign.launch;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.yaml.YamlTree;

/** The rows of drafts. */
final class DraftStore {

    private static final String CREATE = """
            insert into campaign_draft (kind, body, version, slug, unit, created_by, changed_by, changed_at)
            values ($1, $2, 1, $3, $4, $5, $5, $6) returning id""";
    private static final String COLUMNS = """
            select d.id, d.kind, d.body, d.version, d.slug, d.created_by, d.changed_by, d.changed_at,
              case when d.slug is null then d.unit else c.unit end as unit
            from campaign_draft d left join campaign c on c.slug = d.slug""";
    private static final String ONE = COLUMNS + " where d.id = $1";
    private static final String OF_CAMPAIGN = COLUMNS + " where d.slug = $1";
    /** Those whose campaign is beyond its draft are done with. */
    private static final String UNFINISHED = COLUMNS + """
             where (d.slug is null or c.state = 'draft')
               and ($1::text is null or $1 = case when d.slug is null then d.unit else c.unit end)
            order by d.changed_at desc limit 200""";
    private static final String LOOSE = COLUMNS + " where d.slug is null order by d.id desc";
    private static final String ASSIGN = "update campaign_draft set unit = $2 where id = $1";
    private static final String SAVE = """
            update campaign_draft set body = $3, version = version + 1, changed_by = $4, changed_at = $5
            where id = $1 and version = $2""";
    private static final String SUBMITTED = "update campaign_draft set slug = $2 where id = $1";
    private static final String DROP = "delete from campaign_draft where id = $1 and slug is null";

    /** @param slug of the campaign that it changes, or null */
    Future<Long> create(Tx tx, String kind, YamlTree tree, String slug, Optional<String> unit, String actor,
            Instant now) {
        return tx.get(CREATE, row -> row.getLong(0), kind, new JsonObject(tree.values()), slug, unit.orElse(null),
                actor, utc(now));
    }

    Future<Optional<Draft>> find(Tx tx, long id) {
        return tx.one(ONE, DraftStore::draft, id);
    }

    Future<Optional<Draft>> ofCampaign(Tx tx, String slug) {
        return tx.one(OF_CAMPAIGN, DraftStore::draft, slug);
    }

    /** @param unit of which they are; nothing for all */
    Future<List<Draft>> unfinished(Tx tx, Optional<String> unit) {
        return tx.list(UNFINISHED, DraftStore::draft, unit.orElse(null));
    }

    /** Those that never were submitted. */
    Future<List<Draft>> loose(Tx tx) {
        return tx.list(LOOSE, DraftStore::draft);
    }

    Future<Void> assign(Tx tx, long id, Optional<String> unit) {
        return tx.update(ASSIGN, id, unit.orElse(null)).mapEmpty();
    }

    /** Whether nobody had saved it since. */
    Future<Boolean> save(Tx tx, long id, int version, YamlTree tree, String actor, Instant now) {
        return tx.update(SAVE, id, version, new JsonObject(tree.values()), actor, utc(now)).map(rows -> rows == 1);
    }

    Future<Void> submitted(Tx tx, long id, String slug) {
        return tx.update(SUBMITTED, id, slug).mapEmpty();
    }

    Future<Boolean> drop(Tx tx, long id) {
        return tx.update(DROP, id).map(rows -> rows == 1);
    }

    private static Draft draft(Row row) {
        return new Draft(row.getLong("id"), row.getString("kind"), YamlTree.of(row.getJsonObject("body").getMap()),
                row.getInteger("version"), Optional.ofNullable(row.getString("slug")),
                Optional.ofNullable(row.getString("unit")), row.getString("created_by"), row.getString("changed_by"),
                row.get(OffsetDateTime.class, "changed_at").toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
