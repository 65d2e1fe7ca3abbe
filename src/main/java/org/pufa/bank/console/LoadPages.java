package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.pufa.bank.intake.Harvest;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.preview.Previews;
import org.pufa.bank.preview.Previews.Appraised;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SentBytes;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Uploads;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Takes a file of questions in any format, the first of three steps: send it, look it over, confirm. */
final class LoadPages implements Routes {

    static final String PATH = "/console/banks/_files";
    /** For the boundaries and other fields of the form that brings the file. */
    private static final long ENVELOPE = 1024 * 1024;

    private final Doors doors;
    private final Previews previews;
    private final Database database;
    private final BankWords words;
    private final Clock clock;

    LoadPages(Doors doors, Previews previews, Database database, BankWords words, Clock clock) {
        this.doors = doors;
        this.previews = previews;
        this.database = database;
        this.words = words;
        this.clock = clock;
    }

    /** Model of {@code bank/console/load}. @param errors why nothing could be taken from the file */
    record LoadPage(String title, String pasted, List<String> errors) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.LOAD_BANKS,
                request -> Future.succeededFuture(form(request.lang(), "", List.of())));
        doors.post(router, PATH, Permission.LOAD_BANKS, this::send);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(PATH, Intake.LARGEST_FILE + ENVELOPE));
    }

    private View form(Lang lang, String pasted, List<String> errors) {
        return View.page("bank/console/load", new LoadPage(words.say(lang, "load.title"), pasted, errors));
    }

    private Future<View> send(Request request) {
        Lang lang = request.lang();
        return SentBytes.of(request, words.say(lang, "load.pasted")).compose(sent -> {
            if (sent.problem().isPresent()) {
                return Future.succeededFuture(form(lang, sent.pasted(),
                        List.of(words.messages().get(lang, sent.problem().get()))).status(422));
            }
            var file = new SourceFile(sent.name(), sent.content());
            return previews.read(file).compose(harvest -> harvest.items().isEmpty()
                    ? Future.succeededFuture(form(lang, sent.pasted(), sentences(lang, harvest)).status(422))
                    : keep(request, sent, harvest, BankHead.of(sent.content())));
        });
    }

    private List<String> sentences(Lang lang, Harvest harvest) {
        return harvest.notes().stream().map((Reason note) -> words.messages().get(lang, note.key(), note.args()))
                .toList();
    }

    private Future<View> keep(Request request, SentBytes sent, Harvest harvest, BankHead head) {
        return database.read(tx -> previews.appraise(tx, harvest, head.law(), head.version(),
                        SignedIn.of(request).unit()))
                .compose(appraised -> keep(request, sent, appraised)).map(id -> View.seeOther(PATH + '/' + id));
    }

    private Future<UUID> keep(Request request, SentBytes sent, Appraised appraised) {
        return database.inTx(tx -> Uploads.keep(tx, SignedIn.of(request), sent, clock.instant())
                .compose(id -> previews.keep(tx, id, appraised).map(id)));
    }
}
