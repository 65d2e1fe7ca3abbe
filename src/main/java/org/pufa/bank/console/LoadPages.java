package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pufa.bank.BankDraft;
import org.pufa.bank.BankFile;
import org.pufa.bank.BankReading;
import org.pufa.bank.Banks;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionFilter;
import org.pufa.bank.QuestionRow;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.MistakeLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SentFile;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Uploads;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Loads a file into the bank in three steps: send it, read what it would do, confirm. */
final class LoadPages implements Routes {

    private static final String PATH = "/console/banks/_files";
    private static final long LARGEST_BYTES = 4 * 1024 * 1024;

    private final Doors doors;
    private final Banks banks;
    private final Database database;
    private final BankWords words;
    private final Clock clock;

    LoadPages(Doors doors, Banks banks, Database database, BankWords words, Clock clock) {
        this.doors = doors;
        this.banks = banks;
        this.database = database;
        this.words = words;
        this.clock = clock;
    }

    /** Model of {@code bank/console/load}. @param error what is wrong as a whole, or "" */
    record LoadPage(String title, String pasted, String error, List<MistakeLine> mistakes) {
    }

    /** Model of {@code bank/console/check}. */
    record CheckPage(String title, String meta, List<Figure> figures, List<QuestionView> questions, String action,
            String sentence, boolean nothingToDo) {
    }

    record Figure(String label, String figure, String note) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.LOAD_BANKS,
                request -> Future.succeededFuture(form(request.lang(), "", "", List.of())));
        doors.post(router, PATH, Permission.LOAD_BANKS, this::send);
        doors.get(router, PATH + "/:upload", Permission.LOAD_BANKS, this::check);
        doors.post(router, PATH + "/:upload/loading", Permission.LOAD_BANKS, this::load);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(PATH, LARGEST_BYTES));
    }

    private View form(Lang lang, String pasted, String error, List<MistakeLine> mistakes) {
        return View.page("bank/console/load", new LoadPage(words.say(lang, "load.title"), pasted, error, mistakes));
    }

    private Future<View> send(Request request) {
        Lang lang = request.lang();
        return SentFile.of(request, words.say(lang, "load.pasted")).compose(sent -> {
            if (sent.problem().isPresent()) {
                return Future.succeededFuture(form(lang, sent.pasted(),
                        words.messages().get(lang, sent.problem().get()), List.of()).status(422));
            }
            BankReading reading = read(sent.name(), sent.content());
            return reading.mistakes().isEmpty()
                    ? database.inTx(tx -> Uploads.keep(tx, SignedIn.of(request), sent, clock.instant()))
                            .map(id -> View.seeOther(PATH + '/' + id))
                    : Future.succeededFuture(form(lang, sent.pasted(),
                            words.say(lang, "load.mistakes", reading.mistakes().size()),
                            MistakeLine.of(words.messages(), lang, reading.mistakes())).status(422));
        });
    }

    private BankReading read(String name, String content) {
        return banks.check(List.of(new BankFile(name, content)));
    }

    private Future<View> check(Request request) {
        return database.read(tx -> Uploads.get(tx, SignedIn.of(request), request.path("upload")).compose(kept ->
                drafts(kept).compose(draft -> banks.questions(tx, draft.bank().code(), QuestionFilter.ALL)
                        .map(rows -> page(request, kept.name(), draft, rows)))));
    }

    /** The one bank that a file holds. It was found right when it was sent; a newer program may judge otherwise. */
    private Future<BankDraft> drafts(Uploads.Kept kept) {
        return read(kept.name(), kept.content()).drafts().stream().findFirst().map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(Problem.of(Problem.Sort.GONE, "staff.upload")));
    }

    private View page(Request request, String name, BankDraft draft, List<QuestionRow> rows) {
        Lang lang = request.lang();
        var known = rows.stream().map(QuestionRow::question)
                .collect(Collectors.toMap(Question::id, Function.identity()));
        var added = draft.questions().stream().filter(one -> !known.containsKey(one.id())).toList();
        var changed = draft.questions().stream()
                .filter(one -> known.containsKey(one.id()) && !known.get(one.id()).equals(one)).toList();
        int unchanged = draft.questions().size() - added.size() - changed.size();
        var shown = new ArrayList<>(changed);
        shown.addAll(added);
        return View.page("bank/console/check", new CheckPage(words.say(lang, "check.title"),
                words.say(lang, "check.meta", name, draft.bank().title(), draft.questions().size()),
                List.of(figure(lang, "added", added.size()), figure(lang, "changed", changed.size()),
                        figure(lang, "unchanged", unchanged)),
                shown.stream().map(one -> QuestionView.of(words, lang, one)).toList(),
                PATH + '/' + request.path("upload") + "/loading",
                words.say(lang, "check.sentence", added.size(), changed.size(), unchanged), shown.isEmpty()));
    }

    private Figure figure(Lang lang, String name, int count) {
        return new Figure(words.say(lang, "check." + name), Integer.toString(count),
                words.say(lang, "check." + name + ".note"));
    }

    private Future<View> load(Request request) {
        SignedIn who = SignedIn.of(request);
        String upload = request.path("upload");
        return database.inTx(tx -> Uploads.get(tx, who, upload).compose(this::drafts)
                .compose(draft -> load(tx, draft, who, upload)));
    }

    private Future<View> load(Tx tx, BankDraft draft, SignedIn who, String upload) {
        return banks.load(tx, draft, who.actor()).compose(loaded -> Uploads.drop(tx, upload))
                .map(dropped -> View.seeOther(BankPages.PATH + '/' + draft.bank().code()));
    }
}
