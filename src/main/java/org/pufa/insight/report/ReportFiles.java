package org.pufa.insight.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
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
    private final String site;

    /** @param site address of the platform without the last stroke, or "" where none is known */
    ReportFiles(Doors doors, Reports reports, String site) {
        this.doors = doors;
        this.reports = reports;
        this.site = site;
    }

    @Override
    public void mount(Router router) {
        doors.get(router, ReportConsole.ONE + "/files/:format", Permission.EXPORT, this::send);
    }

    private Future<View> send(Request request) {
        String format = request.path("format");
        ReportFile file = ReportFile.of(format).orElseThrow(() -> Problem.notFound("insight.report.no-format", format));
        return reports.taken(ReportPages.id(request), format, SignedIn.of(request).actor())
                .compose(page -> reports.offTheLoop(() -> file.write(page, reports.words(), site)).map(bytes ->
                        View.attachment(file.type(), page.report().title() + '.' + file.ending(), Buffer.buffer(bytes))));
    }
}
