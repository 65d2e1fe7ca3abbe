package org.pufa.insight.report;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The sentences with which new reports begin. */
final class TemplatePages implements Routes {

    private static final String PATH = "/console/report-templates";

    private final Doors doors;
    private final Reports reports;

    TemplatePages(Doors doors, Reports reports) {
        this.doors = doors;
        this.reports = reports;
    }

    /** Model of {@code insight/report/templates}. @param saved whether one was just kept */
    record TemplatesPage(String title, boolean saved, List<Row> rows) {
    }

    /** @param own whether the house changed it @param usual the one that comes with the platform */
    record Row(String code, String label, String sentence, boolean own, String usual) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.WRITE_REPORTS, this::show);
        doors.post(router, PATH, Permission.WRITE_REPORTS, this::keep);
    }

    private Future<View> show(Request request) {
        return reports.templateKinds(request.lang()).compose(kinds -> reports.templates().map(templates -> {
            var rows = new ArrayList<Row>();
            for (Reports.TemplateKind kind : kinds) {
                String sentence = templates.sentence(kind.sort(), kind.code());
                String usual = templates.usual(kind.sort(), kind.code());
                rows.add(new Row(Templates.code(kind.sort(), kind.code()), kind.label(), sentence,
                        !sentence.equals(usual), usual));
            }
            return View.page("insight/report/templates", new TemplatesPage(reports.words().say(request.lang(), "templates"),
                    request.query("saved").isPresent(), rows));
        }));
    }

    /** A sentence about nothing in particular cannot be checked; the report says what is wrong where it is used. */
    private Future<View> keep(Request request) {
        String code = request.form().raw("code");
        String sentence = request.form().raw("act").equals("usual") ? ""
                : request.form().text("sentence").atMost(Sentence.LONGEST).get().replaceAll("\\s*\\R\\s*", "").strip();
        return reports.templateKinds(request.lang()).compose(kinds -> kinds.stream().anyMatch(kind ->
                Templates.code(kind.sort(), kind.code()).equals(code))
                ? reports.keepTemplate(code, sentence, SignedIn.of(request).actor())
                        .map(kept -> View.seeOther(PATH + "?saved=1"))
                : Future.failedFuture(Reports.unknown(code)));
    }
}
