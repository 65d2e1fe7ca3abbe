package org.pufa.insight.report;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.staff.Holdings;

/** Reports as things that belong to units. */
final class ReportHoldings implements Holdings {

    /** The part of a path that names a report. */
    static final String REPORT = "report";

    private final Reports reports;

    ReportHoldings(Reports reports) {
        this.reports = reports;
    }

    @Override
    public String parameter() {
        return REPORT;
    }

    @Override
    public String labelKey() {
        return "insight.report.holdings";
    }

    @Override
    public Future<Optional<Optional<String>>> unitOf(Tx tx, String id) {
        return number(id).map(number -> reports.unitOf(tx, number)).orElse(Future.succeededFuture(Optional.empty()));
    }

    /** The number that an address names; nothing for a text that names none. */
    static Optional<Long> number(String id) {
        return id.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    @Override
    public Problem unknown(String id) {
        return Reports.unknown(id);
    }

    @Override
    public Future<Void> assign(Tx tx, String id, Optional<String> unit) {
        return number(id).map(number -> reports.assign(tx, number, unit)).orElse(Future.succeededFuture());
    }

    @Override
    public Future<List<Holding>> all(Tx tx) {
        return reports.all(tx, Optional.empty()).map(all -> all.stream().map(report -> new Holding(
                Long.toString(report.id()), LocalText.of(report.title()), Report.path(report.id()), report.unit())).toList());
    }
}
