package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.Definition;
import org.pufa.campaign.DefinitionReader;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.staff.Doors;
import org.pufa.staff.MistakeLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SentFile;
import org.pufa.staff.SignedIn;
import org.pufa.staff.UnitChoice;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Files a new campaign: its definition comes as a file or pasted, and every mistake is named with its line. */
final class FilingConsole implements Routes {

    private static final String PATH = "/console/filing";
    private static final long LARGEST_BYTES = 1024 * 1024;

    private final Doors doors;
    private final CampaignDesk desk;
    private final DefinitionReader reader;
    private final Database database;
    private final ConsoleWords words;
    private final ReadyFiles ready = new ReadyFiles();

    FilingConsole(Doors doors, CampaignDesk desk, DefinitionReader reader, Database database,
            ConsoleWords words) {
        this.doors = doors;
        this.desk = desk;
        this.reader = reader;
        this.database = database;
        this.words = words;
    }

    /**
     * Model of {@code campaign/console/filing}.
     *
     * @param pasted what was pasted, to be mended
     * @param error what is wrong as a whole, or ""
     * @param units to which it may belong; none for those who are bound to one
     */
    record FilingPage(String title, String pasted, String error, List<MistakeLine> mistakes, List<UnitChoice> units,
            List<ReadyFile> ready) {
    }

    record ReadyFile(String name, String href) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.FILE_CAMPAIGNS, request -> page(request, "", "", List.of()));
        doors.post(router, PATH, Permission.FILE_CAMPAIGNS, this::file);
        doors.get(router, PATH + "/ready/:name", Permission.FILE_CAMPAIGNS, this::ready);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(PATH, LARGEST_BYTES));
    }

    private Future<View> file(Request request) {
        Lang lang = request.lang();
        return SentFile.of(request, words.say(lang, "filing.pasted")).compose(sent -> {
            if (sent.problem().isPresent()) {
                return page(request, sent.pasted(), words.messages().get(lang, sent.problem().get()), List.of())
                        .map(page -> page.status(422));
            }
            var reading = reader.read(sent.name(), sent.content());
            return reading.definition().isEmpty()
                    ? page(request, sent.pasted(), words.say(lang, "filing.mistakes", reading.mistakes().size()),
                            MistakeLine.of(words.messages(), lang, reading.mistakes())).map(page -> page.status(422))
                    : store(request, reading.definition().get(), sent.content())
                            .map(slug -> View.seeOther(StaffCampaign.ALL + '/' + slug));
        });
    }

    /** A draft of another unit is not replaced. */
    private Future<Slug> store(Request request, Definition definition, String source) {
        SignedIn who = SignedIn.of(request);
        String chosen = who.unit().orElseGet(() -> request.form().raw("unit"));
        return database.inTx(tx -> doors.reach().check(tx, who, CampaignHoldings.SLUG, definition.slug().value())
                .compose(own -> doors.units().chosen(tx, chosen))
                .compose(unit -> desk.file(tx, definition, source, unit, who.actor())));
    }

    private Future<View> page(Request request, String pasted, String error, List<MistakeLine> mistakes) {
        Lang lang = request.lang();
        return UnitChoice.of(doors, database, request, request.form().raw("unit"), words.messages())
                .map(units -> View.page("campaign/console/filing", new FilingPage(words.say(lang, "filing.title"),
                        pasted, error, mistakes, units, ready.names().stream()
                        .map(name -> new ReadyFile(name, PATH + "/ready/" + name)).toList())));
    }

    private Future<View> ready(Request request) {
        String name = request.path("name");
        byte[] file = ready.find(name).orElseThrow(() -> Problem.notFound("web.problem.not-found"));
        return Future.succeededFuture(View.attachment("application/yaml; charset=utf-8", name, Buffer.buffer(file)));
    }
}
