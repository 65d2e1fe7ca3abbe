package org.pufa.insight.report;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.insight.stats.Period;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The reports there are, and a new one. */
final class ReportListPages implements Routes {

    private static final int LONGEST_TITLE = 60;

    private final Doors doors;
    private final Reports reports;
    private final Clock clock;

    ReportListPages(Doors doors, Reports reports, Clock clock) {
        this.doors = doors;
        this.reports = reports;
        this.clock = clock;
        doors.place(new Navigation.Place(Navigation.Group.RESULTS, "insight.report.title", ReportConsole.PATH,
                Permission.SEE_CAMPAIGNS));
    }

    /** Model of {@code insight/report/list}. */
    record ListPage(String title, boolean mayWrite, List<Row> rows, String name, String from, String until,
            boolean byPlan, List<ErrorLine> errors) {
    }

    record Row(String href, String title, String period, String by, String state, String tone) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, ReportConsole.PATH, Permission.SEE_CAMPAIGNS, request -> list(request, List.of()));
        doors.post(router, ReportConsole.PATH, Permission.WRITE_REPORTS, this::begin);
    }

    private Future<View> list(Request request, List<ErrorLine> errors) {
        SignedIn who = SignedIn.of(request);
        Lang lang = request.lang();
        LocalDate today = Days.of(clock.instant());
        // in January one writes about the year that has just ended
        int year = today.getMonthValue() < 3 ? today.getYear() - 1 : today.getYear();
        FormFields form = request.form();
        return reports.all(who.unit()).map(all -> View.page("insight/report/list", new ListPage(
                reports.words().say(lang, "title"), who.may(Permission.WRITE_REPORTS),
                all.stream().map(report -> row(lang, report)).toList(),
                usual(form.raw("name"), reports.words().say(Lang.ZH, "usual-title", Integer.toString(year))),
                usual(form.raw("from"), year + "-01-01"), usual(form.raw("until"), year + "-12-31"), form.raw("order").equals("plan"), errors)));
    }

    private static String usual(String typed, String otherwise) {
        return typed.isEmpty() ? otherwise : typed;
    }

    private Row row(Lang lang, Report report) {
        boolean finished = report.finish().isPresent();
        return new Row(Report.path(report.id()), report.title(), reports.words().say(lang, "period",
                report.period().from().toString(), report.period().last().toString()),
                report.createdBy() + " " + Format.fullDay(lang, Days.of(report.createdAt())),
                reports.words().say(lang, finished ? "state.final" : "state.draft"), finished ? "ok" : "");
    }

    private Future<View> begin(Request request) {
        FormFields form = request.form();
        SignedIn who = SignedIn.of(request);
        String title = form.text("name").required().atMost(LONGEST_TITLE).get();
        var period = Period.between(form.raw("from"), form.raw("until"));
        if (period.isEmpty()) {
            form.refuse("from", "insight.report.days");
        }
        return form.errors().isEmpty() ? (form.raw("order").equals("plan")
                ? reports.beginByPlan(title, period.orElseThrow(), who.unit(), who.actor())
                : reports.begin(title, period.orElseThrow(), who.unit(), who.actor()))
                .map(id -> View.seeOther(Report.path(id)))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                        ? wrong(request, problem.errors()) : Future.failedFuture(failure))
                : wrong(request, form.errors());
    }

    private Future<View> wrong(Request request, List<Problem.FieldError> errors) {
        return list(request, ErrorLine.of(reports.words().messages(), request.lang(), errors))
                .map(view -> view.status(422));
    }
}
