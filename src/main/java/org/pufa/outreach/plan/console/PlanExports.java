package org.pufa.outreach.plan.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.pufa.audit.AuditLog;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.PlanRevision;
import org.pufa.outreach.plan.table.PlanDocx;
import org.pufa.outreach.plan.table.PlanTable;
import org.pufa.outreach.plan.table.PlanXlsx;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The official table to be taken along. It is Chinese whoever asks for it. */
final class PlanExports implements Routes {

    private static final String EXPORTS = PlanTools.ONE + "/exports/";

    private final PlanTools tools;
    private final AuditLog audit;
    private final Vertx vertx;

    PlanExports(PlanTools tools, AuditLog audit, Vertx vertx) {
        this.tools = tools;
        this.audit = Objects.requireNonNull(audit);
        this.vertx = Objects.requireNonNull(vertx);
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, EXPORTS + "plan.xlsx", Permission.SEE_OUTREACH, request -> export(request, "xlsx"));
        tools.doors().get(router, EXPORTS + "plan.docx", Permission.SEE_OUTREACH, request -> export(request, "docx"));
    }

    /** What goes into the file. */
    private record Table(Plan plan, PlanRevision revision, List<List<String>> rows) {
    }

    private Future<View> export(Request request, String format) {
        return tools.database().inTx(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan -> {
            var shown = request.query("revision").map(PlanTools::number).flatMap(plan::revision)
                    .orElseGet(() -> plan.holding().orElseGet(plan::latest));
            return Catalogue.read(tx).compose(catalogue -> tools.fulfilment().deeds().gauges(tx).compose(gauges ->
                    tools.plans().tasks(tx, plan.id(), shown.number()).map(rows -> {
                        var table = new PlanTable(catalogue, gauges);
                        return new Table(plan, shown, IntStream.range(0, rows.size()).mapToObj(i ->
                                table.cells(i + 1, rows.get(i), plan.year())).toList());
                    }))).compose(table -> audit.record(tx, SignedIn.of(request).actor(), "plan.export",
                            Long.toString(plan.id()), Map.of("format", format, "revision", shown.number())).map(table));
        })).compose(table -> vertx.executeBlocking(() -> file(table, format), false));
    }

    private View file(Table table, String format) {
        String title = PlanTable.title(table.plan());
        String name = title + '.' + format;
        String below = below(table);
        return format.equals("xlsx") ? View.attachment(PlanXlsx.TYPE, name, Buffer.buffer(PlanXlsx.write(title, below,
                table.rows(), List.of()))) : View.attachment(PlanDocx.TYPE, name, Buffer.buffer(PlanDocx.write(title,
                below, table.rows(), List.of(table.plan().issuer(), day(table)))));
    }

    private String below(Table table) {
        String programme = table.plan().programme().isEmpty() ? "" : tools.words().say(Lang.ZH, "meta.programme",
                table.plan().programme());
        return programme + table.revision().approved().map(approved -> tools.words().say(Lang.ZH, "export.approved",
                Integer.toString(table.revision().number()), Format.fullDay(Lang.ZH, Days.of(approved.at()))))
                .orElseGet(() -> tools.words().say(Lang.ZH, "export.draft", Integer.toString(table.revision().number())));
    }

    /** The day of the approval; of a draft, today. */
    private String day(Table table) {
        return Format.fullDay(Lang.ZH, Days.of(table.revision().approved().map(PlanRevision.Signed::at)
                .orElseGet(tools.clock()::instant)));
    }
}
