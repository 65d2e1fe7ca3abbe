package org.pufa.outreach.plan;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.pufa.db.Tx;

/** The rows of what fulfils tasks. */
final class LinkStore {

    private static final String COLUMNS = "select id, plan_id, task, kind, target, linked_by, linked_at from plan_link ";
    private static final String OF = COLUMNS + "where plan_id = any($1) and removed_by is null order by id";
    private static final String TO = COLUMNS + "where kind = $1 and target = $2 and removed_by is null order by id";
    private static final String ADD = """
            insert into plan_link (plan_id, task, kind, target, linked_by, linked_at) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing""";
    private static final String REMOVE = """
            update plan_link set removed_by = $5, removed_at = $6
            where plan_id = $1 and task = $2 and kind = $3 and target = $4 and removed_by is null""";

    /** All links of these plans. */
    Future<List<Link>> of(Tx tx, List<Long> plans) {
        return tx.list(OF, LinkStore::link, (Object) plans.toArray(Long[]::new));
    }

    /** All links to one thing. */
    Future<List<Link>> to(Tx tx, String kind, String target) {
        return tx.list(TO, LinkStore::link, kind, target);
    }

    /** Whether it was not linked before. */
    Future<Boolean> add(Tx tx, long plan, long task, String kind, String target, String actor, Instant now) {
        return tx.update(ADD, plan, task, kind, target, actor, PlanStore.utc(now)).map(count -> count == 1);
    }

    /** Whether it was linked before. */
    Future<Boolean> remove(Tx tx, long plan, long task, String kind, String target, String actor, Instant now) {
        return tx.update(REMOVE, plan, task, kind, target, actor, PlanStore.utc(now)).map(count -> count == 1);
    }

    private static Link link(Row row) {
        return new Link(row.getLong("id"), row.getLong("plan_id"), row.getLong("task"), row.getString("kind"),
                row.getString("target"), row.getString("linked_by"), row.getOffsetDateTime("linked_at").toInstant());
    }
}
