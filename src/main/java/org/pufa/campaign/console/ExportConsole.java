package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.vault.Vault;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Takes entries, sheets and counts out of the house as CSV; each time is kept in the audit log. */
final class ExportConsole implements Routes {

    private static final String PATH = StaffCampaign.ALL + "/:slug/exports";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(Days.ZONE);

    private final Doors doors;
    private final CampaignShelf shelf;
    private final Database database;
    private final AuditLog audit;
    private final ConsoleWords words;
    private final Clock clock;
    private final ExportTables tables;
    private final Vault vault;

    ExportConsole(Doors doors, CampaignShelf shelf, Database database, AuditLog audit, ExportTables tables,
            Vault vault, ConsoleWords words, Clock clock) {
        this.doors = doors;
        this.shelf = shelf;
        this.database = database;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
        this.tables = tables;
        this.vault = vault;
    }

    /** Model of {@code campaign/console/exports}. */
    record ExportsPage(String title, HeadView head, List<ExportFile> files) {
    }

    record ExportFile(String label, String hint, String href) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.EXPORT, this::page);
        doors.get(router, PATH + "/entries.csv", Permission.EXPORT, request -> send(request, "entries"));
        doors.get(router, PATH + "/sheets.csv", Permission.EXPORT, request -> send(request, "sheets"));
        doors.get(router, PATH + "/counts.csv", Permission.EXPORT, request -> send(request, "counts"));
    }

    private Future<View> page(Request request) {
        Lang lang = request.lang();
        return shelf.launched(request.path("slug")).map(campaign -> View.page("campaign/console/exports",
                new ExportsPage(words.say(lang, "exports.title", campaign.title(lang)), HeadView.of(words, lang,
                        campaign, SignedIn.of(request), List.of(), "exports", clock.instant()),
                        names(campaign).stream().map(name -> new ExportFile(words.say(lang, "exports." + name),
                                words.say(lang, "exports." + name + (campaign.linked() ? ".linked" : ".unlinked")),
                                campaign.path() + "/exports/" + name + ".csv")).toList())));
    }

    private static List<String> names(StaffCampaign campaign) {
        return campaign.linked() ? List.of("entries", "counts") : List.of("entries", "sheets", "counts");
    }

    private Future<View> send(Request request, String name) {
        Lang lang = request.lang();
        return shelf.launched(request.path("slug")).compose(campaign -> {
            if (!names(campaign).contains(name)) {
                throw Problem.notFound("campaign.console.exports.linked");
            }
            String file = campaign.slug() + "-" + name + "-" + STAMP.format(clock.instant()) + ".csv";
            String actor = SignedIn.of(request).actor();
            return database.inTx(tx -> audit.record(tx, actor, "campaign.export", campaign.slug().value(),
                    Map.of("file", file)).compose(recorded -> look(tx, actor, campaign, name)))
                    .map(look -> View.download(CSV, file, out -> table(lang, campaign, name, look, out)));
        });
    }

    /** Only files with sheets show what people wrote; to open that is a look of its own. */
    private Future<Vault.Look> look(Tx tx, String actor, StaffCampaign campaign, String name) {
        boolean sheets = name.equals("sheets") || name.equals("entries") && campaign.linked();
        return sheets ? vault.look(tx, actor, campaign.slug().value(), "export") : Future.succeededFuture();
    }

    /** The whole file shows one instant. */
    private Future<Void> table(Lang lang, StaffCampaign campaign, String name, Vault.Look look,
            WriteStream<Buffer> out) {
        return database.inSnapshot(tx -> switch (name) {
            case "entries" -> tables.entries(tx, lang, campaign, look, out);
            case "sheets" -> tables.sheets(tx, lang, campaign, look, out);
            default -> tables.counts(tx, lang, campaign, out);
        });
    }
}
