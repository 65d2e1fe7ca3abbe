package org.pufa.insight.report;

import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pufa.staff.Doors;
import org.pufa.web.Routes;

/** All console pages of reports, put together. */
public final class ReportConsole implements Routes {

    static final String PATH = "/console/reports";
    static final String ONE = PATH + "/:" + ReportHoldings.REPORT;

    private final List<Routes> parts;

    public ReportConsole(Doors doors, Reports reports, Optional<URI> publicUrl, Clock clock) {
        doors.reach().add(new ReportHoldings(reports));
        doors.reach().common("figure", "format");
        String site = publicUrl.map(URI::toString).map(url -> url.replaceAll("/+$", "")).orElse("");
        this.parts = List.of(new ReportListPages(doors, reports, clock), new TemplatePages(doors, reports),
                new ReportPages(doors, reports), new PointPages(doors, reports),
                new ReportFiles(doors, reports, site));
    }

    @Override
    public void mount(Router router) {
        parts.forEach(part -> part.mount(router));
    }
}
