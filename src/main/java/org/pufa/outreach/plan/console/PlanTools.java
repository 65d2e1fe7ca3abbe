package org.pufa.outreach.plan.console;

import java.time.Clock;
import java.util.function.Supplier;
import org.pufa.bank.law.Laws;
import org.pufa.db.Database;
import org.pufa.outreach.plan.Fulfilment;
import org.pufa.outreach.plan.Head;
import org.pufa.outreach.plan.PlanHoldings;
import org.pufa.outreach.plan.Plans;
import org.pufa.outreach.plan.table.PlanLoads;
import org.pufa.staff.Doors;
import org.pufa.web.Request;

/**
 * What staff work with.
 *
 * @param usual what stands above a new plan
 */
record PlanTools(Doors doors, Plans plans, Fulfilment fulfilment, PlanLoads loads, Laws laws, Database database,
        PlanWords words, Supplier<Head> usual, Clock clock) {

    /** All plans. */
    static final String PATH = "/console/plans";
    /** One of them. */
    static final String ONE = PATH + "/:" + PlanHoldings.PLAN;

    /** The plan that an address names. @throws org.pufa.kernel.Problem NOT_FOUND for an address that names none */
    long plan(Request request) {
        String id = request.path(PlanHoldings.PLAN);
        return PlanHoldings.number(id).orElseThrow(() -> new PlanHoldings(plans).unknown(id));
    }

    /** The task that an address names. @throws org.pufa.kernel.Problem NOT_FOUND for an address that names none */
    static long task(Request request) {
        return PlanHoldings.number(request.path("task")).orElseThrow(() -> Plans.noTask(0));
    }

    /** A small number that a form or address brought; 0 for what is none. */
    static int number(String text) {
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
    }
}
