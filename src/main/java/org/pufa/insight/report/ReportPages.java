package org.pufa.insight.report;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.math.BigDecimal;
import java.util.List;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.insight.report.Reports.Difference;
import org.pufa.insight.report.Snapshot.Kept;
import org.pufa.kernel.Days;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** One report as it is read, its figures one by one, and what is done with it. */
final class ReportPages implements Routes {

    private static final int LONGEST_REASON = 200;
    private static final long MOST = 10_000_000_000L;

    private final Doors doors;
    private final Reports reports;
    private final ReportWords words;

    ReportPages(Doors doors, Reports reports) {
        this.doors = doors;
        this.reports = reports;
        this.words = reports.words();
    }

    /**
     * Model of {@code insight/report/report}.
     *
     * @param warnings what should be looked at before it is finished
     * @param finished when and by whom, or ""
     * @param another whether somebody else must finish it
     */
    record ReportPage(String title, String path, String period, String counted, String hash, String finished,
            boolean mayWrite, boolean mayFinish, boolean another, int snapshot, List<String> warnings,
            List<Changed> differences, List<Part> parts, List<Row> annex) {
    }

    /** @param then counted for the snapshot @param now counted just now */
    record Changed(String label, String then, String now) {
    }

    record Part(String heading, List<List<Run>> paragraphs) {
    }

    /** @param number of the row that proves it, or 0 */
    record Run(String text, int number, String mark) {
    }

    /** @param change page on which the figure is changed by hand, or "" */
    record Row(int number, String mark, String label, String written, String exact, String definition, String remark,
            String href, String change) {
    }

    /** Model of {@code insight/report/figure}. */
    record FigurePage(String title, String path, String report, String label, String definition, int snapshot, String seen,
            String exact, String unit, String value, String reason, List<String> hands, List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, ReportConsole.ONE, Permission.SEE_CAMPAIGNS, request -> show(request, List.of()));
        doors.post(router, ReportConsole.ONE + "/snapshots", Permission.WRITE_REPORTS, this::count);
        doors.post(router, ReportConsole.ONE + "/finish", Permission.DECIDE_CAMPAIGNS, this::finish);
        doors.get(router, ReportConsole.ONE + "/figures/:figure", Permission.WRITE_REPORTS,
                request -> figure(request, List.of()));
        doors.post(router, ReportConsole.ONE + "/figures/:figure", Permission.WRITE_REPORTS, this::change);
    }

    static long id(Request request) {
        String id = request.path(ReportHoldings.REPORT);
        return ReportHoldings.number(id).orElseThrow(() -> Reports.unknown(id));
    }

    private Future<View> show(Request request, List<Difference> differences) {
        return reports.page(id(request)).map(page -> View.page("insight/report/report", page(request, page, differences)));
    }

    private ReportPage page(Request request, Reports.Page page, List<Difference> differences) {
        SignedIn who = SignedIn.of(request);
        Lang lang = request.lang();
        Report report = page.report();
        boolean open = report.finish().isEmpty();
        boolean mayWrite = open && who.may(Permission.WRITE_REPORTS);
        return new ReportPage(report.title(), Report.path(report.id()), words.say(lang, "period",
                report.period().from().toString(), report.period().last().toString()), words.say(lang, "counted",
                Format.fullDay(lang, Days.of(page.snapshot().takenAt())) + ' ' + Format.time(page.snapshot().takenAt()),
                page.snapshot().takenBy()), page.snapshot().hash(), report.finish().map(finish -> words.say(lang,
                "finished-by", finish.by(), Format.fullDay(lang, Days.of(finish.at())))).orElse(""), mayWrite,
                open && who.may(Permission.DECIDE_CAMPAIGNS), open && reports.needsAnother(report, who.actor()),
                page.snapshot().number(), warnings(lang, page), differences.stream().map(one -> new Changed(one.label(),
                SectionWriter.exact(one.then(), one.unit()), one.now().map(now -> SectionWriter.exact(now, one.unit()))
                .orElse("–"))).toList(), page.section().parts().stream().map(ReportPages::part).toList(),
                page.section().annex().stream().map(source -> row(page, source, mayWrite)).toList());
    }

    private List<String> warnings(Lang lang, Reports.Page page) {
        var warnings = new java.util.ArrayList<String>();
        if (page.report().finish().isEmpty()) {
            if (page.stale()) {
                warnings.add(words.say(lang, "warning.stale"));
            }
            page.section().annex().stream().filter(source -> page.snapshot().isGrowing() && !source.remark().isEmpty())
                    .findFirst().ifPresent(source -> warnings.add(words.say(lang, "warning.growing", source.mark())));
        }
        long hands = page.snapshot().figures().stream().filter(kept -> kept.hand().isPresent()).count();
        if (hands > 0) {
            warnings.add(words.say(lang, "warning.hands", hands));
        }
        return warnings;
    }

    private static Part part(Section.Part part) {
        return new Part(part.heading(), part.paragraphs().stream().map(paragraph -> paragraph.runs().stream().map(run ->
                new Run(run.text(), run.source(), run.source() == 0 ? "" : Section.mark(run.source()))).toList()).toList());
    }

    private static Row row(Reports.Page page, Section.Source source, boolean mayWrite) {
        return new Row(source.number(), source.mark(), source.label(), source.written(), source.exact(),
                source.definition(), source.remark(), source.href(),
                mayWrite ? Report.path(page.report().id()) + "/figures/" + source.position() : "");
    }

    private Future<View> count(Request request) {
        return reports.count(id(request), SignedIn.of(request).actor())
                .map(number -> View.seeOther(Report.path(id(request))));
    }

    /** Where counting again gives something else, the page says what, and nothing is finished. */
    private Future<View> finish(Request request) {
        int snapshot = (int) request.form().number("snapshot").required().between(1, 1_000_000).optional().orElse(0);
        return reports.finish(id(request), snapshot, SignedIn.of(request).actor()).compose(differences ->
                differences.isEmpty() ? Future.succeededFuture(View.seeOther(Report.path(id(request))))
                        : show(request, differences).map(view -> view.status(409)));
    }

    private Future<View> figure(Request request, List<ErrorLine> errors) {
        return reports.page(id(request)).map(page -> {
            Kept kept = kept(request, page);
            FormFields form = request.form();
            String number = kept.value().stripTrailingZeros().toPlainString();
            var hands = kept.hands().stream().map(hand -> words.say(request.lang(), "hand", hand.by(),
                    Format.moment(request.lang(), hand.at()), SectionWriter.exact(hand.before(), kept.fact().unit()),
                    SectionWriter.exact(hand.value(), kept.fact().unit()), hand.reason())).toList();
            return View.page("insight/report/figure", new FigurePage(words.say(request.lang(), "figure"),
                    Report.path(page.report().id()), page.report().title(), kept.fact().label(), kept.fact().definition(),
                    page.snapshot().number(), number, SectionWriter.exact(kept.fact().value(), kept.fact().unit()),
                    kept.fact().unit(), form.raw("value").isEmpty() ? number : form.raw("value"), form.raw("reason"),
                    hands, errors));
        });
    }

    private static Kept kept(Request request, Reports.Page page) {
        String figure = request.path("figure");
        return ReportHoldings.number(figure).filter(one -> one <= page.snapshot().figures().size())
                .map(one -> page.snapshot().figure(one.intValue())).orElseThrow(() -> Reports.unknown(figure));
    }

    private Future<View> change(Request request) {
        FormFields form = request.form();
        var value = form.number("value").required().between(0, MOST).optional();
        var seen = form.number("seen").required().between(0, MOST).optional();
        var snapshot = form.number("snapshot").required().between(1, 1_000_000).optional();
        String reason = form.text("reason").required().atMost(LONGEST_REASON).get();
        if (value.isPresent() && value.equals(seen)) {
            form.refuse("value", "insight.report.same");
        }
        return form.errors().isEmpty() ? reports.changeFigure(id(request), (int) snapshot.getAsLong(),
                ReportHoldings.number(request.path("figure")).orElse(0L).intValue(), BigDecimal.valueOf(seen.getAsLong()),
                BigDecimal.valueOf(value.getAsLong()), reason, SignedIn.of(request).actor())
                .map(changed -> View.seeOther(Report.path(id(request))))
                : figure(request, ErrorLine.of(words.messages(), request.lang(), form.errors()))
                        .map(view -> view.status(422));
    }
}
