package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.DefinitionReader;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.MistakeLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SentFile;
import org.pufa.staff.SignedIn;
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
    private final ConsoleWords words;
    private final ReadyFiles ready = new ReadyFiles();

    FilingConsole(Doors doors, CampaignDesk desk, DefinitionReader reader, ConsoleWords words) {
        this.doors = doors;
        this.desk = desk;
        this.reader = reader;
        this.words = words;
    }

    /**
     * Model of {@code campaign/console/filing}.
     *
     * @param pasted what was pasted, to be mended
     * @param error what is wrong as a whole, or ""
     */
    record FilingPage(String title, String pasted, String error, List<MistakeLine> mistakes, List<ReadyFile> ready) {
    }

    record ReadyFile(String name, String href) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.FILE_CAMPAIGNS, request ->
                Future.succeededFuture(page(request.lang(), "", "", List.of())));
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
                return Future.succeededFuture(page(lang, sent.pasted(),
                        words.messages().get(lang, sent.problem().get()), List.of()).status(422));
            }
            var reading = reader.read(sent.name(), sent.content());
            return reading.definition().isEmpty()
                    ? Future.succeededFuture(page(lang, sent.pasted(), words.say(lang, "filing.mistakes",
                            reading.mistakes().size()), MistakeLine.of(words.messages(), lang, reading.mistakes()))
                            .status(422))
                    : desk.file(reading.definition().get(), sent.content(), SignedIn.of(request).actor())
                            .map(slug -> View.seeOther(StaffCampaign.ALL + '/' + slug));
        });
    }

    private View page(Lang lang, String pasted, String error, List<MistakeLine> mistakes) {
        return View.page("campaign/console/filing", new FilingPage(words.say(lang, "filing.title"), pasted, error,
                mistakes, ready.names().stream().map(name -> new ReadyFile(name, PATH + "/ready/" + name)).toList()));
    }

    private Future<View> ready(Request request) {
        String name = request.path("name");
        byte[] file = ready.find(name).orElseThrow(() -> Problem.notFound("web.problem.not-found"));
        return Future.succeededFuture(View.attachment("application/yaml; charset=utf-8", name, Buffer.buffer(file)));
    }
}
