package org.pufa.outreach.plan;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.outreach.plan.PlanRevision.Signed;

/** The rows of plans, their revisions and their tasks. */
final class PlanStore {

    private static final String PLAN = "select id, year, unit, programme, issuer from plan ";
    private static final String FIND = PLAN + "where id = $1";
    private static final String ALL = PLAN + "where $1::text is null or unit = $1 order by year desc, unit nulls first";
    private static final String REVISIONS = """
            select plan_id, number, reason, opened_by, opened_at, submitted_by, submitted_at, returned_by, returned_at,
              note, approved_by, approved_at
            from plan_revision where plan_id = any($1) order by plan_id, number desc""";
    private static final String TASKS = """
            select task, position, version, office, laws, content, audiences, others, goal, means, starts_on, ends_on,
              section, contact, changed_by, changed_at
            from plan_task where plan_id = $1 and revision = $2 order by position, task""";
    private static final String TARGETS = """
            select task, gauge, amount from plan_target where plan_id = $1 and revision = $2 order by task, position""";
    private static final String ADD = """
            insert into plan (year, unit, programme, issuer, created_by, created_at) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing returning id""";
    private static final String RENAME = "update plan set programme = $2, issuer = $3 where id = $1";
    private static final String OPEN = """
            insert into plan_revision (plan_id, number, reason, opened_by, opened_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing""";
    private static final String LOCK = "select id from plan where id = $1 for no key update";
    private static final String KEY = "select nextval('plan_task_key')";
    private static final String ADD_TASK = """
            insert into plan_task (plan_id, revision, task, position, version, office, laws, content, audiences, others,
              goal, means, starts_on, ends_on, section, contact, changed_by, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)""";
    private static final String ADD_TARGET = """
            insert into plan_target (plan_id, revision, task, gauge, amount, position) values ($1, $2, $3, $4, $5, $6)""";
    private static final String DROP_TASK = "delete from plan_task where plan_id = $1 and revision = $2 and task = $3";
    private static final String MOVE = """
            update plan_task set position = $4 where plan_id = $1 and revision = $2 and task = $3""";
    private static final String SUBMIT = """
            update plan_revision set submitted_by = $3, submitted_at = $4 where plan_id = $1 and number = $2""";
    private static final String RETURN = """
            update plan_revision set submitted_by = null, submitted_at = null, returned_by = $3, returned_at = $4,
              note = $5 where plan_id = $1 and number = $2""";
    private static final String APPROVE = """
            update plan_revision set approved_by = $3, approved_at = $4 where plan_id = $1 and number = $2""";
    private static final String UNIT_OF = "select unit from plan where id = $1";
    private static final String TAKE_BACK = """
            update plan_revision set submitted_by = null, submitted_at = null where plan_id = $1 and number = $2""";
    private static final String ASSIGN = """
            update plan p set unit = $2 where id = $1 and not exists (select from plan o where o.id <> p.id
              and o.year = p.year and o.unit is not distinct from $2)""";

    Future<Optional<Plan>> find(Tx tx, long id) {
        return tx.list(FIND, row -> row, id).compose(rows -> plans(tx, rows))
                .map(plans -> plans.stream().findFirst());
    }

    /** The plans of one unit, of all when none is named, the latest year first. */
    Future<List<Plan>> all(Tx tx, Optional<String> unit) {
        return tx.list(ALL, row -> row, unit.orElse(null)).compose(rows -> plans(tx, rows));
    }

    private static Future<List<Plan>> plans(Tx tx, List<Row> rows) {
        Long[] ids = rows.stream().map(row -> row.getLong("id")).toArray(Long[]::new);
        Map<Long, List<PlanRevision>> revisions = new HashMap<>();
        return tx.list(REVISIONS, row -> revisions.computeIfAbsent(row.getLong("plan_id"), id -> new ArrayList<>())
                .add(revision(row)), (Object) ids).map(read -> rows.stream().map(row -> new Plan(row.getLong("id"),
                row.getInteger("year"), Optional.ofNullable(row.getString("unit")), row.getString("programme"),
                row.getString("issuer"), revisions.get(row.getLong("id")))).toList());
    }

    private static PlanRevision revision(Row row) {
        return new PlanRevision(row.getInteger("number"), row.getString("reason"), signed(row, "opened").orElseThrow(),
                signed(row, "submitted"), signed(row, "returned"), row.getString("note"), signed(row, "approved"));
    }

    private static Optional<Signed> signed(Row row, String what) {
        return Optional.ofNullable(row.getString(what + "_by")).map(by -> new Signed(by,
                row.getOffsetDateTime(what + "_at").toInstant()));
    }

    /** The rows of a revision in their order. */
    Future<List<PlanTask>> tasks(Tx tx, long plan, int revision) {
        Map<Long, List<Target>> targets = new HashMap<>();
        return tx.list(TARGETS, row -> targets.computeIfAbsent(row.getLong("task"), key -> new ArrayList<>())
                        .add(new Target(row.getString("gauge"), row.getLong("amount"))), plan, revision)
                .compose(read -> tx.list(TASKS, row -> task(row, targets.getOrDefault(row.getLong("task"), List.of())),
                        plan, revision));
    }

    private static PlanTask task(Row row, List<Target> targets) {
        var task = new Task(row.getString("office"), texts(row, "laws"), row.getString("content"),
                texts(row, "audiences"), row.getString("others"), row.getString("goal"), row.getString("means"),
                new Timing(Optional.ofNullable(row.getLocalDate("starts_on")), row.getLocalDate("ends_on")),
                row.getString("section"), row.getString("contact"), targets);
        return new PlanTask(row.getLong("task"), row.getInteger("position"), row.getInteger("version"), task,
                row.getString("changed_by"), row.getOffsetDateTime("changed_at").toInstant());
    }

    private static List<String> texts(Row row, String column) {
        return Arrays.asList(row.getArrayOfStrings(column));
    }

    /** The id of the new plan, or nothing where the unit has one of that year. */
    Future<Optional<Long>> add(Tx tx, int year, Optional<String> unit, Head head, String actor, Instant now) {
        return tx.one(ADD, row -> row.getLong(0), year, unit.orElse(null), head.programme(), head.issuer(), actor,
                utc(now));
    }

    Future<Void> rename(Tx tx, long plan, Head head) {
        return tx.update(RENAME, plan, head.programme(), head.issuer()).mapEmpty();
    }

    Future<Void> open(Tx tx, long plan, int number, String reason, String actor, Instant now) {
        return tx.update(OPEN, plan, number, reason, actor, utc(now)).mapEmpty();
    }

    /** Whether there is such a plan; keeps others from changing it until the transaction ends. */
    Future<Boolean> lock(Tx tx, long plan) {
        return tx.one(LOCK, row -> row, plan).map(Optional::isPresent);
    }

    Future<Long> newKey(Tx tx) {
        return tx.get(KEY, row -> row.getLong(0));
    }

    Future<Void> put(Tx tx, long plan, int revision, PlanTask row) {
        Task is = row.task();
        return tx.update(ADD_TASK, plan, revision, row.key(), row.position(), row.version(), is.office(),
                array(is.laws()), is.content(), array(is.audiences()), is.others(), is.goal(), is.means(),
                is.timing().starts().orElse(null), is.timing().ends(), is.section(), is.contact(), row.changedBy(),
                utc(row.changedAt())).compose(added -> tx.batch(ADD_TARGET, targets(plan, revision, row)));
    }

    private static List<Tuple> targets(long plan, int revision, PlanTask row) {
        var tuples = new ArrayList<Tuple>();
        for (Target target : row.task().targets()) {
            tuples.add(Tuple.of(plan, revision, row.key(), target.gauge(), target.amount(), tuples.size() + 1));
        }
        return tuples;
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    Future<Void> drop(Tx tx, long plan, int revision, long task) {
        return tx.update(DROP_TASK, plan, revision, task).mapEmpty();
    }

    Future<Void> move(Tx tx, long plan, int revision, long task, int position) {
        return tx.update(MOVE, plan, revision, task, position).mapEmpty();
    }

    Future<Void> submit(Tx tx, long plan, int revision, String actor, Instant now) {
        return tx.update(SUBMIT, plan, revision, actor, utc(now)).mapEmpty();
    }

    /** Sends it back to whoever wrote it. */
    Future<Void> giveBack(Tx tx, long plan, int revision, String note, String actor, Instant now) {
        return tx.update(RETURN, plan, revision, actor, utc(now), note).mapEmpty();
    }

    Future<Void> approve(Tx tx, long plan, int revision, String actor, Instant now) {
        return tx.update(APPROVE, plan, revision, actor, utc(now)).mapEmpty();
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, long plan) {
        return tx.one(UNIT_OF, row -> Optional.ofNullable(row.getString(0)), plan);
    }

    Future<Void> takeBack(Tx tx, long plan, int revision) {
        return tx.update(TAKE_BACK, plan, revision).mapEmpty();
    }

    /** Whether the unit had no plan of that year yet. */
    Future<Boolean> assign(Tx tx, long plan, Optional<String> unit) {
        return tx.update(ASSIGN, plan, unit.orElse(null)).map(count -> count == 1);
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
