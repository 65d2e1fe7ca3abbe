package org.pufa.outreach.plan;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.staff.Holdings;

/** Plans as things that belong to units. */
public final class PlanHoldings implements Holdings {

    /** The part of a path that names one. */
    public static final String PLAN = "plan";

    private final Plans plans;

    public PlanHoldings(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String parameter() {
        return PLAN;
    }

    @Override
    public String labelKey() {
        return "outreach.plan.holdings";
    }

    @Override
    public Future<Optional<Optional<String>>> unitOf(Tx tx, String id) {
        return number(id).map(plan -> plans.unitOf(tx, plan)).orElse(Future.succeededFuture(Optional.empty()));
    }

    /** The id that an address names; nothing for a text that names none. */
    public static Optional<Long> number(String id) {
        return id.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    @Override
    public Problem unknown(String id) {
        return Plans.unknown(id);
    }

    @Override
    public Future<Void> assign(Tx tx, String id, Optional<String> unit) {
        return number(id).map(plan -> plans.assign(tx, plan, unit)).orElse(Future.succeededFuture());
    }

    @Override
    public Future<List<Holding>> all(Tx tx) {
        return plans.all(tx, Optional.empty()).map(all -> all.stream().map(plan -> new Holding(
                Long.toString(plan.id()), new LocalText(plan.year() + " · " + plan.issuer(), ""), plan.path(),
                plan.unit())).toList());
    }
}
