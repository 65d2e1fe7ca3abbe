package org.pufa.outreach.plan.console;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.pufa.audit.AuditLog;
import org.pufa.bank.law.Laws;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.outreach.plan.Fulfilment;
import org.pufa.outreach.plan.Head;
import org.pufa.outreach.plan.PlanHoldings;
import org.pufa.outreach.plan.Plans;
import org.pufa.outreach.plan.table.PlanLoads;
import org.pufa.staff.Doors;
import org.pufa.web.Routes;

/** All console pages of yearly plans, put together. */
public final class PlanConsole implements Routes {

    /** A list of a few hundred rows is far smaller. */
    private static final long LARGEST_FILE = 9L << 20;

    private final List<Routes> parts;

    /** What the pages stand on. */
    public record Desk(Plans plans, Fulfilment fulfilment, PlanLoads loads, Laws laws, AuditLog audit) {
    }

    /** @param usual what stands above a new plan */
    public PlanConsole(Doors doors, Desk desk, Supplier<Head> usual, Vertx vertx, Database database, Messages messages,
            Clock clock) {
        var tools = new PlanTools(doors, desk.plans(), desk.fulfilment(), desk.loads(), desk.laws(), database,
                new PlanWords(messages), usual, clock);
        doors.reach().add(new PlanHoldings(desk.plans()));
        doors.remind(new BehindReminders(tools));
        // a plan's address would match that of the form for a new one, so it comes later
        this.parts = List.of(new PlansPages(tools), new TaskEditPages(tools), new TaskPages(tools),
                new DeedPages(tools), new CalendarPages(tools), new PlanLoadPages(tools, vertx),
                new PlanExports(tools, desk.audit(), vertx), new PlanPages(tools));
    }

    @Override
    public void mount(Router router) {
        parts.forEach(part -> part.mount(router));
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(PlanTools.PATH + "/*", LARGEST_FILE));
    }
}
