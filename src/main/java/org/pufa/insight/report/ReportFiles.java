package org.pufa.insight.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.function.Function;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Hands reports out as files; each time is kept in the audit log. */
final class ReportFiles implements Routes {

    private final Doors doors;
    private final Reports reports;
    private final SectionDocx docx;
    private final SectionXlsx xlsx;
    private final SectionText text;

    /** @param site address of the platform without the last stroke, or "" where none is known */
    ReportFiles(Doors doors, Reports reports, String site) {
        this.doors = doors;
        this.reports = reports;
        this.docx = new SectionDocx(reports.words(), site);
        this.xlsx = new SectionXlsx(reports.words());
        this.text = new SectionText(reports.words());
    }

    @Override
    public void mount(Router router) {
        doors.get(router, ReportConsole.ONE + "/files/:format", Permission.EXPORT, this::send);
    }

    /** A format. */
    private record Kind(String type, String ending, Function<Reports.Page, byte[]> write) {
    }

    private Kind kind(String format) {
        return switch (format) {
            case "docx" -> new Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx",
                    page -> docx.write(page.section()));
            case "xlsx" -> new Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx",
                    page -> xlsx.write(page.section()));
            case "csv" -> new Kind("text/csv; charset=utf-8", ".csv", page -> text.csv(page.section()));
            case "json" -> new Kind("application/json; charset=utf-8", ".json", page -> text.json(page));
            default -> throw Problem.notFound("insight.report.no-format", format);
        };
    }

    private Future<View> send(Request request) {
        Kind kind = kind(request.path("format"));
        return reports.taken(ReportPages.id(request), request.path("format"), SignedIn.of(request).actor())
                .compose(page -> reports.offTheLoop(() -> kind.write().apply(page)).map(bytes ->
                        View.attachment(kind.type(), page.report().title() + kind.ending(), Buffer.buffer(bytes))));
    }
}
