package org.pufa.insight.console;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Campaigns;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.insight.export.FigureFile;
import org.pufa.insight.export.Sheets;
import org.pufa.insight.stats.Comparison;
import org.pufa.insight.stats.Everything;
import org.pufa.insight.stats.Items;
import org.pufa.insight.stats.Period;
import org.pufa.insight.stats.Selection;
import org.pufa.insight.stats.Statistics;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Takes figures out of the house as files, for people and for programs; each time is kept in the audit log. */
final class ExportsConsole implements Routes {

    static final String PATH = DashboardConsole.PATH + "/exports";
    private static final String API = "/api/v1/staff/statistics";
    private static final String ITEMS = "items.csv";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(Days.ZONE);

    private final Doors doors;
    private final Statistics statistics;
    private final Campaigns campaigns;
    private final Database database;
    private final AuditLog audit;
    private final Messages messages;
    private final Clock clock;

    ExportsConsole(Doors doors, Statistics statistics, Campaigns campaigns, Database database, AuditLog audit,
            Messages messages, Clock clock) {
        this.doors = doors;
        this.statistics = statistics;
        this.campaigns = campaigns;
        this.database = database;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** Model of {@code insight/console/exports}. @param back to the figures themselves */
    record ExportsPage(String title, String back, String period, List<ExportFile> files) {
    }

    record ExportFile(String label, String hint, String href) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.EXPORT, this::page);
        for (FigureFile file : FigureFile.values()) {
            doors.get(router, PATH + '/' + file.fileName(), Permission.EXPORT, request -> send(request, file));
            doors.api(router, HttpMethod.GET, API + '/' + file.fileName(), Permission.EXPORT,
                    request -> send(request, file));
        }
        doors.get(router, PATH + '/' + ITEMS, Permission.EXPORT, this::items);
        doors.api(router, HttpMethod.GET, API + '/' + ITEMS, Permission.EXPORT, this::items);
    }

    private Future<View> page(Request request) {
        var words = new Words(messages, request.lang());
        var selection = selection(request);
        String query = selection.query() + request.query("compare").flatMap(Comparison::parse)
                .map(one -> "&compare=" + one.code()).orElse("");
        return Future.succeededFuture(View.page("insight/console/exports", new ExportsPage(words.say("export"),
                DashboardConsole.PATH + '?' + query, words.say("period", selection.period().from().toString(),
                selection.period().last().toString()), Arrays.stream(FigureFile.values()).map(file -> new ExportFile(
                words.say("export." + file.fileName()), words.say("export." + file.fileName() + ".hint"),
                PATH + '/' + file.fileName() + '?' + query)).toList())));
    }

    private Selection selection(Request request) {
        return DashboardConsole.selection(request, Days.of(clock.instant()));
    }

    private Future<View> send(Request request, FigureFile file) {
        var selection = selection(request);
        return send(request, file, selection.query(), file.fileName(STAMP.format(clock.instant())),
                () -> statistics.everything(selection, request.query("compare").flatMap(Comparison::parse)));
    }

    /** What is to be written is counted when it is known that it may be taken, and was noted. */
    private interface Counting {

        Future<Everything> count();
    }

    private Future<View> send(Request request, FigureFile file, String subject, String name, Counting counting) {
        var sheets = new Sheets(messages, request.lang());
        return database.inTx(tx -> audit.record(tx, SignedIn.of(request).actor(), "insight.export", subject,
                Map.of("file", name))).compose(recorded -> counting.count()).map(all ->
                View.download(file.contentType(), name, out -> file.writeTo(out, all, sheets)));
    }

    /** The questions of one campaign, one figure a line. */
    private Future<View> items(Request request) {
        String slug = request.query("campaign").orElse("");
        return statistics.choices(SignedIn.of(request).unit()).compose(choices -> {
            Campaign campaign = Slug.parse(slug).filter(one -> choices.campaigns().containsKey(slug))
                    .flatMap(campaigns::find).filter(Items::canAnalyse)
                    .orElseThrow(() -> Problem.notFound("campaign.unknown", slug));
            var window = campaign.window();
            var selection = Selection.of(new Period(Days.of(window.opens()),
                    Days.of(window.closes().minusMillis(1)).plusDays(1))).ofCampaign(campaign.slug());
            return send(request, FigureFile.FIGURES, slug, slug + "-items-" + STAMP.format(clock.instant()) + ".csv",
                    () -> statistics.items().of(campaign).map(analysis -> new Everything(selection, clock.instant(),
                            analysis.tables(), List.of())));
        });
    }
}
