package org.pufa.outreach.plan;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Tx;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;

/** What fulfils the tasks of plans, and how far they have come by it. */
public final class Fulfilment {

    private final Plans plans;
    private final Deeds deeds;
    private final AuditLog audit;
    private final Clock clock;
    private final LinkStore store = new LinkStore();

    public Fulfilment(Plans plans, Deeds deeds, AuditLog audit, Clock clock) {
        this.plans = Objects.requireNonNull(plans);
        this.deeds = Objects.requireNonNull(deeds);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    public Deeds deeds() {
        return deeds;
    }

    /** A task with what is linked to it. @param lost links to what is there no more */
    public record Tracked(Plan plan, PlanTask row, List<Deed> deeds, List<Link> lost, Progress progress) {

        public Tracked {
            deeds = List.copyOf(deeds);
            lost = List.copyOf(lost);
        }
    }

    /** Rows of a plan, each with what is linked to it. */
    public Future<List<Tracked>> of(Tx tx, Plan plan, List<PlanTask> rows) {
        LocalDate today = Days.of(clock.instant());
        return store.of(tx, List.of(plan.id())).compose(links -> deeds.of(tx, links).map(found -> rows.stream()
                .map(row -> tracked(plan, row, links.stream().filter(link -> link.task() == row.key()).toList(), found,
                        today)).toList()));
    }

    private static Tracked tracked(Plan plan, PlanTask row, List<Link> links, Map<String, Deed> found, LocalDate today) {
        var own = new ArrayList<Deed>();
        var lost = new ArrayList<Link>();
        links.forEach(link -> Optional.ofNullable(found.get(link.key())).ifPresentOrElse(own::add, () -> lost.add(link)));
        own.sort(java.util.Comparator.comparing(Deed::starts).thenComparing(Deed::id));
        return new Tracked(plan, row, own, lost, Progress.of(row.task(), own, plan.year(), today));
    }

    /** What is behind in the plans that hold and are of this year or the one before. @param unit whose; nothing for all */
    public Future<List<Tracked>> behind(Tx tx, Optional<String> unit) {
        int year = Days.of(clock.instant()).getYear();
        var behind = new ArrayList<Tracked>();
        return plans.all(tx, unit).compose(all -> {
            Future<Void> read = Future.succeededFuture();
            for (Plan plan : all.stream().filter(one -> one.holding().isPresent() && one.year() <= year
                    && one.year() >= year - 1).toList()) {
                read = read.compose(before -> plans.tasks(tx, plan)).compose(rows -> of(tx, plan, rows)).map(tracked -> {
                    tracked.stream().filter(one -> one.progress().state() == Progress.State.BEHIND).forEach(behind::add);
                    return null;
                });
            }
            return read.map(done -> behind);
        });
    }

    /** The tasks that one thing fulfils, of plans of that unit; of all where none is named. */
    public Future<List<Tracked>> by(Tx tx, Optional<String> unit, String kind, String id) {
        return store.to(tx, kind, id).compose(links -> plans.all(tx, unit).compose(all -> {
            var tracked = new ArrayList<Tracked>();
            Future<Void> read = Future.succeededFuture();
            for (Plan plan : all.stream().filter(plan -> links.stream().anyMatch(link -> link.plan() == plan.id()))
                    .toList()) {
                read = read.compose(before -> plans.tasks(tx, plan)).compose(rows -> of(tx, plan, rows.stream()
                        .filter(row -> links.stream().anyMatch(link -> link.task() == row.key())).toList())).map(rows -> {
                            tracked.addAll(rows);
                            return null;
                        });
            }
            return read.map(done -> tracked);
        }));
    }

    /**
     * Links a thing to a task. What is linked already stays so. Fails with NOT_FOUND where there is no such task or
     * thing.
     */
    public Future<Void> link(Tx tx, Plan plan, long task, Deed deed, String actor) {
        return known(tx, plan, task).compose(row -> store.add(tx, plan.id(), task, deed.kind(), deed.id(), actor,
                clock.instant()).compose(added -> !added ? Future.succeededFuture() : audit.record(tx, actor, "plan.link",
                Long.toString(plan.id()), Map.of("task", row.task().contents(), "title", deed.title()))));
    }

    /** Takes a link away. Fails with NOT_FOUND where there is no such task. */
    public Future<Void> unlink(Tx tx, Plan plan, long task, String kind, String id, String actor) {
        return known(tx, plan, task).compose(row -> store.remove(tx, plan.id(), task, kind, id, actor, clock.instant())
                .compose(removed -> !removed ? Future.succeededFuture() : audit.record(tx, actor, "plan.unlink",
                        Long.toString(plan.id()), Map.of("task", row.task().contents(), "title", kind + ' ' + id))));
    }

    /** The task in the revision that holds, or in the latest. */
    private Future<PlanTask> known(Tx tx, Plan plan, long task) {
        return plans.tasks(tx, plan).compose(holding -> plans.tasks(tx, plan.id(), plan.latest().number())
                .map(latest -> java.util.stream.Stream.concat(holding.stream(), latest.stream())
                        .filter(row -> row.key() == task).findFirst().orElseThrow(() -> Plans.noTask(task))));
    }

    /** The thing of that kind and id. Fails with NOT_FOUND. */
    public Future<Deed> deed(Tx tx, String kind, String id) {
        var source = deeds.source(kind);
        return source.isEmpty() ? Future.failedFuture(noDeed(id)) : source.get().find(tx, List.of(id))
                .map(found -> found.stream().findFirst().orElseThrow(() -> noDeed(id)));
    }

    /** What is said of a thing that does not exist; also to those who must not know of it. */
    public static Problem noDeed(String id) {
        return Problem.notFound("outreach.plan.no-deed", id);
    }
}
