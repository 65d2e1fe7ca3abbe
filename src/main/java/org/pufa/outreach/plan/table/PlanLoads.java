package org.pufa.outreach.plan.table;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.pufa.audit.AuditLog;
import org.pufa.bank.law.Laws;
import org.pufa.db.Tx;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.plan.Deeds;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.Plans;
import org.pufa.outreach.plan.Task;
import org.pufa.outreach.sheet.JudgedRow;
import org.pufa.outreach.sheet.JudgedSheet;
import org.pufa.outreach.sheet.Reading;
import org.pufa.outreach.sheet.Sheets;
import org.pufa.staff.SentBytes;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Uploads;

/** Lists in spreadsheets that are to become tasks of a plan: looked at row by row, then added in one transaction. */
public final class PlanLoads {

    private final Sheets sheets;
    private final Plans plans;
    private final Deeds deeds;
    private final Laws laws;
    private final AuditLog audit;

    public PlanLoads(Sheets sheets, Plans plans, Deeds deeds, Laws laws, AuditLog audit) {
        this.sheets = Objects.requireNonNull(sheets);
        this.plans = Objects.requireNonNull(plans);
        this.deeds = Objects.requireNonNull(deeds);
        this.laws = Objects.requireNonNull(laws);
        this.audit = Objects.requireNonNull(audit);
    }

    /** Reads a file; nothing is kept yet. */
    public Future<Sheets.Read> read(SentBytes sent) {
        return sheets.read(TaskJudge.headings(), sent);
    }

    /** Keeps what was read for that person and that plan, a day at most. */
    public Future<UUID> keep(Tx tx, SignedIn who, long plan, SentBytes sent, Sheets.Read read) {
        return sheets.keep(tx, who, sent, purpose(plan), read);
    }

    private static String purpose(long plan) {
        return "plan " + plan;
    }

    /** Judges every row against the plan as it is. Fails with GONE when the file is no longer kept. */
    public Future<JudgedSheet<Task>> judge(Tx tx, Plan plan, UUID upload) {
        return sheets.reading(tx, upload, purpose(plan.id())).compose(reading -> judge(tx, plan, reading));
    }

    private Future<JudgedSheet<Task>> judge(Tx tx, Plan plan, Reading reading) {
        return Catalogue.read(tx).compose(catalogue -> deeds.gauges(tx).compose(gauges -> names(tx).compose(names ->
                plans.tasks(tx, plan.id(), plan.latest().number()).map(rows -> {
                    var judge = new TaskJudge(catalogue, gauges, names, plan.year(), plan.issuer(), rows);
                    return new JudgedSheet<>(reading.notes(), reading.rows().stream().map(judge::judge).toList());
                }))));
    }

    private Future<Map<String, String>> names(Tx tx) {
        return laws.all(tx).map(all -> {
            Map<String, String> names = new HashMap<>();
            all.forEach(law -> names.put(law.title(), law.name()));
            all.forEach(law -> names.put(law.name(), law.name()));
            return names;
        });
    }

    /** Leaves a row out, or takes it in again. Fails with NOT_FOUND. */
    public Future<Void> leave(Tx tx, UUID upload, int number, boolean out) {
        return sheets.leave(tx, upload, number, out);
    }

    /**
     * Adds every row that can be taken and is not left out to the end of the list. Fails with GONE when somebody
     * confirmed it meanwhile, CONFLICT where the plan cannot be changed at present.
     */
    public Future<Integer> enter(Tx tx, long plan, Uploads.Sent file, SignedIn who) {
        return sheets.locked(tx, file.id(), purpose(plan)).compose(reading -> plans.get(tx, plan)
                .compose(found -> judge(tx, found, reading))).compose(judged -> {
                    List<Task> tasks = judged.taken().stream().map(JudgedRow::becomes).map(one -> one.orElseThrow()).toList();
                    return plans.add(tx, plan, tasks, who.actor()).compose(added -> audit.record(tx, who.actor(), "plan.load",
                                    Long.toString(plan), Map.of("file", file.name(), "count", tasks.size())))
                            .compose(recorded -> Uploads.drop(tx, file.id().toString())).map(tasks.size());
                });
    }
}
