package org.pufa.outreach.plan.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.LocalDate;
import java.util.List;
import org.pufa.kernel.Days;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.PlanRevision;
import org.pufa.outreach.plan.table.PlanTable;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The year of a plan on one page: its fixed times, deadlines, and what happens. */
final class CalendarPages implements Routes {

    private final PlanTools tools;

    CalendarPages(PlanTools tools) {
        this.tools = tools;
    }

    /** Model of {@code outreach/plan/console/calendar}. */
    record CalendarPage(String title, String plan, String planHref, String lead, List<CalendarView.Month> months) {
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, PlanTools.ONE + "/calendar", Permission.SEE_OUTREACH, this::page);
    }

    private Future<View> page(Request request) {
        SignedIn who = SignedIn.of(request);
        LocalDate today = Days.of(tools.clock().instant());
        return tools.database().read(tx -> tools.plans().get(tx, tools.plan(request)).compose(plan ->
                tools.plans().tasks(tx, plan).compose(rows -> tools.fulfilment().of(tx, plan, rows)).compose(tracked ->
                        tools.fulfilment().deeds().between(tx, who.unit().or(plan::unit), LocalDate.of(plan.year(), 1, 1),
                                LocalDate.of(plan.year(), 12, 31)).map(deeds -> {
                                    var view = new CalendarView(tools.words(), request.lang(), plan, today,
                                            mayAdd(who, plan));
                                    return View.page("outreach/plan/console/calendar", new CalendarPage(
                                            tools.words().say(request.lang(), "calendar.title",
                                                    Integer.toString(plan.year())), PlanTable.title(plan), plan.path(),
                                            tools.words().say(request.lang(), "calendar.lead"),
                                            view.months(tracked, deeds)));
                                }))));
    }

    private static boolean mayAdd(SignedIn who, Plan plan) {
        return who.may(Permission.ENTER_OUTREACH) && plan.latest().stand() == PlanRevision.Stand.DRAFT;
    }
}
