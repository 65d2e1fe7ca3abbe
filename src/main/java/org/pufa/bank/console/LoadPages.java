package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.preview.Readings;
import org.pufa.i18n.Lang;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SentBytes;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Takes a file of questions in any format, the first of three steps: send it, look it over, confirm. */
final class LoadPages implements Routes {

    static final String PATH = "/console/banks/_files";
    /** For the boundaries and other fields of the form that brings the file. */
    private static final long ENVELOPE = 1024 * 1024;

    private final Doors doors;
    private final Readings readings;
    private final BankWords words;

    LoadPages(Doors doors, Readings readings, BankWords words) {
        this.doors = doors;
        this.readings = readings;
        this.words = words;
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
            var head = BankHead.of(sent.content());
            return readings.read(new Readings.Sent(SignedIn.of(request), sent, head.law(), head.version()))
                    .map(outcome -> outcome.upload().map(upload -> View.seeOther(PATH + '/' + upload))
                            .orElseGet(() -> form(lang, sent.pasted(), sentences(lang, outcome)).status(422)));
        });
    }

    private List<String> sentences(Lang lang, Readings.Outcome outcome) {
        return outcome.notes().stream().map(note -> words.messages().get(lang, note.key(), note.args())).toList();
    }
}
