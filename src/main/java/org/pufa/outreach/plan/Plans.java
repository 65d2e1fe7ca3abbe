package org.pufa.outreach.plan;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;

/**
 * Plans: written by one person, approved by another, and then changed only by revisions that say why. What fulfils their
 * tasks is linked at any time, since it is no part of what was approved.
 */
public final class Plans {

    private final AuditLog audit;
    private final Clock clock;
    private final PlanStore store = new PlanStore();

    public Plans(AuditLog audit, Clock clock) {
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    /** The plans of one unit, of all when none is named, the latest year first. */
    public Future<List<Plan>> all(Tx tx, Optional<String> unit) {
        return store.all(tx, unit);
    }

    /** Fails with NOT_FOUND. */
    public Future<Plan> get(Tx tx, long id) {
        return store.find(tx, id).map(found -> found.orElseThrow(() -> unknown(Long.toString(id))));
    }

    static Problem unknown(String id) {
        return Problem.notFound("outreach.plan.unknown", id);
    }

    /** The rows of a revision in their order. */
    public Future<List<PlanTask>> tasks(Tx tx, long plan, int revision) {
        return store.tasks(tx, plan, revision);
    }

    /** The rows of the revision that holds or, before the first approval, of the one that is being written. */
    public Future<List<PlanTask>> tasks(Tx tx, Plan plan) {
        return tasks(tx, plan.id(), plan.holding().orElseGet(plan::latest).number());
    }

    /**
     * The id of a new plan. Fails with CONFLICT where the unit has one of that year.
     *
     * @param copied the plan whose tasks it takes over, moved to its year; what fulfilled them is not taken over
     */
    public Future<Long> create(Tx tx, int year, Optional<String> unit, Head head, Optional<Plan> copied, String actor) {
        return store.add(tx, year, unit, head, actor, clock.instant())
                .map(added -> added.orElseThrow(() -> Problem.conflict("outreach.plan.taken", Integer.toString(year))))
                .compose(id -> store.open(tx, id, 1, "", actor, clock.instant())
                        .compose(opened -> copied.map(plan -> copy(tx, plan, id, year, actor))
                                .orElse(Future.succeededFuture(0)))
                        .compose(count -> audit.record(tx, actor, "plan.create", Long.toString(id),
                                Map.of("year", year, "count", count))).map(id));
    }

    private Future<Integer> copy(Tx tx, Plan from, long to, int year, String actor) {
        return tasks(tx, from).compose(rows -> append(tx, to, 1, rows.stream()
                .map(row -> row.task().movedBy(year - from.year())).toList(), 0, actor).map(rows.size()));
    }

    private Future<Void> append(Tx tx, long plan, int revision, List<Task> tasks, int after, String actor) {
        Future<Void> all = Future.succeededFuture();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            int position = after + i + 1;
            all = all.compose(before -> store.newKey(tx)).compose(key -> store.put(tx, plan, revision,
                    new PlanTask(key, position, 1, task, actor, clock.instant())));
        }
        return all;
    }

    /** Changes what stands above the list. Fails with NOT_FOUND. */
    public Future<Void> rename(Tx tx, long plan, Head head, String actor) {
        return get(tx, plan).compose(found -> store.rename(tx, plan, head)).compose(renamed -> audit.record(tx, actor,
                "plan.head", Long.toString(plan), Map.of("name", head.programme(), "issuer", head.issuer())));
    }

    /** Opens the approved plan for changes. @param reason never "". Fails with CONFLICT where it is open already */
    public Future<Integer> revise(Tx tx, long id, String reason, String actor) {
        return locked(tx, id).compose(plan -> {
            if (plan.open().isPresent()) {
                throw conflict(plan, "outreach.plan.open-already");
            }
            int number = plan.latest().number() + 1;
            return store.open(tx, id, number, reason, actor, clock.instant())
                    .compose(opened -> tasks(tx, id, number - 1)).compose(rows -> carry(tx, id, number, rows))
                    .compose(carried -> audit.record(tx, actor, "plan.revise", Long.toString(id),
                            Map.of("revision", number, "reason", reason))).map(number);
        });
    }

    private Future<Void> carry(Tx tx, long plan, int revision, List<PlanTask> rows) {
        Future<Void> all = Future.succeededFuture();
        for (PlanTask row : rows) {
            all = all.compose(before -> store.put(tx, plan, revision, new PlanTask(row.key(), row.position(), 0,
                    row.task(), row.changedBy(), row.changedAt())));
        }
        return all;
    }

    private Future<Plan> locked(Tx tx, long id) {
        return store.lock(tx, id).compose(found -> get(tx, id));
    }

    private static Problem conflict(Plan plan, String key) {
        return Problem.conflict(key).with("next", plan.path()).with("nextKey", "outreach.plan.see");
    }

    /** The plan with the number of the revision that can be changed. Fails with CONFLICT where none can. */
    private Future<Plan> writable(Tx tx, long id) {
        return locked(tx, id).map(plan -> {
            if (plan.latest().stand() != PlanRevision.Stand.DRAFT) {
                throw conflict(plan, plan.open().isPresent() ? "outreach.plan.is-submitted" : "outreach.plan.is-approved");
            }
            return plan;
        });
    }

    /** Adds tasks at the end; fails with CONFLICT where the plan cannot be changed at present. */
    public Future<Void> add(Tx tx, long id, List<Task> tasks, String actor) {
        return writable(tx, id).compose(plan -> tasks(tx, id, plan.latest().number()).compose(rows -> append(tx, id,
                        plan.latest().number(), tasks, rows.isEmpty() ? 0 : rows.get(rows.size() - 1).position(), actor)))
                .compose(added -> audit.record(tx, actor, "plan.add-task", Long.toString(id),
                        Map.of("task", tasks.stream().map(Task::contents).toList())));
    }

    /**
     * Changes a task.
     *
     * @param seen the row as the person saw it: its revision and version. Fails with NOT_FOUND, CONFLICT when it was
     *     changed meanwhile or cannot be changed at present
     */
    public Future<Void> change(Tx tx, long id, long key, Seen seen, Task task, String actor) {
        return writable(tx, id).compose(plan -> row(tx, plan, key).compose(row -> {
            int revision = plan.latest().number();
            if (!seen.equals(new Seen(revision, row.version()))) {
                throw Problem.conflict("outreach.plan.changed").with("task", key);
            }
            var next = new PlanTask(key, row.position(), row.version() + 1, task, actor, clock.instant());
            return store.drop(tx, id, revision, key).compose(dropped -> store.put(tx, id, revision, next));
        })).compose(put -> audit.record(tx, actor, "plan.change-task", Long.toString(id),
                Map.of("task", task.contents())));
    }

    /** Which state of a row somebody saw. */
    public record Seen(int revision, int version) {
    }

    private Future<PlanTask> row(Tx tx, Plan plan, long key) {
        return tasks(tx, plan.id(), plan.latest().number()).map(rows -> rows.stream().filter(row -> row.key() == key)
                .findFirst().orElseThrow(() -> noTask(key)));
    }

    /** What is said of a task that is not there. */
    public static Problem noTask(long key) {
        return Problem.notFound("outreach.plan.no-task", Long.toString(key));
    }

    /** Takes a task off the list. Fails as {@link #change} does. */
    public Future<Void> remove(Tx tx, long id, long key, Seen seen, String actor) {
        return writable(tx, id).compose(plan -> row(tx, plan, key).compose(row -> {
            if (!seen.equals(new Seen(plan.latest().number(), row.version()))) {
                throw conflict(plan, "outreach.plan.changed");
            }
            return store.drop(tx, id, plan.latest().number(), key).compose(dropped -> audit.record(tx, actor,
                    "plan.remove-task", Long.toString(id), Map.of("task", row.task().contents())));
        }));
    }

    /** Moves a task one place up or down; at the end of the list it stays. */
    public Future<Void> move(Tx tx, long id, long key, boolean up, String actor) {
        return writable(tx, id).compose(plan -> tasks(tx, id, plan.latest().number()).compose(rows -> {
            int from = index(rows, key);
            int to = up ? from - 1 : from + 1;
            if (to < 0 || to >= rows.size()) {
                return Future.succeededFuture();
            }
            var order = new ArrayList<>(rows);
            order.add(to, order.remove(from));
            return reorder(tx, plan, order).compose(moved -> audit.record(tx, actor, "plan.move-task",
                    Long.toString(id), Map.of("task", order.get(to).task().contents())));
        }));
    }

    private static int index(List<PlanTask> rows, long key) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key() == key) {
                return i;
            }
        }
        throw noTask(key);
    }

    private Future<Void> reorder(Tx tx, Plan plan, List<PlanTask> rows) {
        Future<Void> all = Future.succeededFuture();
        for (int i = 0; i < rows.size(); i++) {
            int position = i + 1;
            PlanTask row = rows.get(i);
            if (row.position() != position) {
                all = all.compose(before -> store.move(tx, plan.id(), plan.latest().number(), row.key(), position));
            }
        }
        return all;
    }

    /** Submits what was written. Fails with CONFLICT where nothing can be, INVALID for an empty list. */
    public Future<Void> submit(Tx tx, long id, int revision, String actor) {
        return writable(tx, id).compose(plan -> tasks(tx, id, expected(plan, revision)).compose(rows -> {
            if (rows.isEmpty()) {
                throw Problem.of(Problem.Sort.INVALID, "outreach.plan.empty-list");
            }
            return store.submit(tx, id, revision, actor, clock.instant());
        })).compose(submitted -> record(tx, actor, "plan.submit", id, revision, ""));
    }

    private static int expected(Plan plan, int revision) {
        if (plan.latest().number() != revision) {
            throw conflict(plan, "outreach.plan.changed");
        }
        return revision;
    }

    private Future<Void> record(Tx tx, String actor, String action, long id, int revision, String reason) {
        return audit.record(tx, actor, action, Long.toString(id), Map.of("revision", revision, "reason", reason));
    }

    /** Takes a submission back, to go on writing. Fails with CONFLICT where there is none. */
    public Future<Void> takeBack(Tx tx, long id, int revision, String actor) {
        return submitted(tx, id, revision).compose(plan -> store.takeBack(tx, id, revision))
                .compose(taken -> record(tx, actor, "plan.take-back", id, revision, ""));
    }

    private Future<Plan> submitted(Tx tx, long id, int revision) {
        return locked(tx, id).map(plan -> {
            if (expected(plan, revision) != revision || plan.latest().stand() != PlanRevision.Stand.SUBMITTED) {
                throw conflict(plan, "outreach.plan.changed");
            }
            return plan;
        });
    }

    /**
     * Approves what was submitted, or sends it back.
     *
     * @param note why it is sent back. Fails with FORBIDDEN for whoever wrote any of it, CONFLICT where nothing is
     *     submitted
     */
    public Future<Void> decide(Tx tx, long id, int revision, boolean approved, String note, String actor) {
        return submitted(tx, id, revision).compose(plan -> authors(tx, plan).compose(authors -> {
            if (authors.contains(actor)) {
                throw Problem.forbidden("outreach.plan.second-person");
            }
            return approved ? store.approve(tx, id, revision, actor, clock.instant())
                    : store.giveBack(tx, id, revision, note, actor, clock.instant());
        })).compose(decided -> record(tx, actor, approved ? "plan.approve" : "plan.return", id, revision, note));
    }

    /** Who wrote any of the latest revision, so that they cannot approve it. */
    public Future<List<String>> authors(Tx tx, Plan plan) {
        var latest = plan.latest();
        return tasks(tx, plan.id(), latest.number()).map(rows -> {
            var authors = new ArrayList<>(List.of(latest.opened().by()));
            latest.submitted().ifPresent(submitted -> authors.add(submitted.by()));
            rows.stream().filter(row -> row.version() > 0).forEach(row -> authors.add(row.changedBy()));
            return authors.stream().distinct().toList();
        });
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, long plan) {
        return store.unitOf(tx, plan);
    }

    /** Fails with CONFLICT where the unit has a plan of that year already. */
    Future<Void> assign(Tx tx, long plan, Optional<String> unit) {
        return store.assign(tx, plan, unit).map(assigned -> {
            if (!assigned) {
                throw Problem.conflict("outreach.plan.unit-has-one");
            }
            return null;
        });
    }
}
