package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.BankSummary;
import org.pufa.bank.Banks;
import org.pufa.bank.QuestionFilter;
import org.pufa.bank.QuestionRevision;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.QuestionState;
import org.pufa.bank.QuestionType;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** What the banks hold: all banks, the questions of one, and one question with its revisions. */
final class BankPages implements Routes {

    static final String PATH = "/console/banks";
    private static final int ROWS = 50;

    private final Doors doors;
    private final Banks banks;
    private final Database database;
    private final BankWords words;

    BankPages(Doors doors, Banks banks, Database database, BankWords words) {
        this.doors = doors;
        this.banks = banks;
        this.database = database;
        this.words = words;
        doors.place(new Navigation.Place(Navigation.Group.CONTENT, "bank.console.title", PATH, Permission.SEE_BANKS));
    }

    /** Model of {@code bank/console/banks}. */
    record BanksPage(String title, boolean mayLoad, List<String> types, List<BankRow> rows) {
    }

    record BankRow(String title, String href, String law, List<String> counts, String total, String retired,
            String changed) {
    }

    /** Model of {@code bank/console/bank}. */
    record BankPage(String title, String meta, String path, boolean mayLoad, ContentsTable contents,
            List<BankWords.Choice> types, List<BankWords.Choice> topics, List<BankWords.Choice> difficulties,
            String words, String found, List<Row> rows, String next) {
    }

    record Row(String id, String href, String type, String difficulty, String stem, String law, boolean retired) {
    }

    /** Model of {@code bank/console/question}. */
    record QuestionPage(String title, String bank, String bankHref, boolean retired, QuestionView question,
            List<RevisionRow> revisions) {
    }

    record RevisionRow(String number, String when, String by, String stem) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_BANKS, this::all);
        doors.get(router, PATH + "/:bank", Permission.SEE_BANKS, this::bank);
        doors.get(router, PATH + "/:bank/questions/:question", Permission.SEE_BANKS, this::question);
    }

    private Future<View> all(Request request) {
        Lang lang = request.lang();
        return database.read(banks::summaries).map(summaries -> View.page("bank/console/banks", new BanksPage(
                words.say(lang, "title"), SignedIn.of(request).may(Permission.LOAD_BANKS),
                Arrays.stream(QuestionType.values()).map(type -> words.type(lang, type)).toList(),
                summaries.stream().map(summary -> row(lang, summary)).toList())));
    }

    private static BankRow row(Lang lang, BankSummary summary) {
        return new BankRow(summary.bank().title(), PATH + '/' + summary.bank().code(), summary.bank().law(),
                Arrays.stream(QuestionType.values())
                        .map(type -> Format.number(summary.inUse().getOrDefault(type, 0))).toList(),
                Format.number(summary.questions()), Format.number(summary.retired()),
                Format.moment(lang, summary.changedAt()));
    }

    private Future<View> bank(Request request) {
        String code = request.path("bank");
        return database.read(tx -> banks.bank(tx, code)
                .map(found -> found.orElseThrow(() -> Problem.notFound("bank.console.unknown", code)))
                .compose(bank -> banks.questions(tx, code, QuestionFilter.ALL).compose(all ->
                        banks.questions(tx, code, filter(request)).map(found -> View.page("bank/console/bank",
                                page(request, bank, all, found))))));
    }

    private static QuestionFilter filter(Request request) {
        return new QuestionFilter(request.query("type").flatMap(QuestionType::parse),
                request.query("topic").filter(topic -> !topic.isBlank()),
                request.query("difficulty").filter(level -> level.matches("[1-3]")).map(Integer::valueOf),
                request.query("words").map(String::strip).filter(some -> !some.isEmpty() && some.length() <= 100),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private BankPage page(Request request, org.pufa.bank.Bank bank, List<QuestionRow> all, List<QuestionRow> found) {
        Lang lang = request.lang();
        String path = PATH + '/' + bank.code();
        int from = request.query("from").filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf)
                .filter(number -> number < found.size()).orElse(0);
        var shown = found.subList(from, Math.min(from + ROWS, found.size()));
        String topic = request.query("topic").orElse("");
        return new BankPage(bank.title(), words.say(lang, "bank.meta", bank.law(), bank.version()), path,
                SignedIn.of(request).may(Permission.LOAD_BANKS), ContentsTable.of(words, lang, all, path),
                words.types(lang, request.query("type").orElse("")),
                all.stream().map(row -> row.question().topic()).distinct()
                        .map(one -> new BankWords.Choice(one, one, one.equals(topic))).toList(),
                words.difficulties(lang, request.query("difficulty").orElse("")), request.query("words").orElse(""),
                shown.isEmpty() ? words.say(lang, "found.none")
                        : words.say(lang, "found", found.size(), from + 1, from + shown.size()),
                shown.stream().map(row -> row(lang, path, row)).toList(),
                from + ROWS < found.size() ? next(request, from + ROWS) : "");
    }

    private static String next(Request request, int from) {
        String url = request.url().replaceAll("([?&])from=\\d*&?", "$1").replaceAll("[?&]$", "");
        return url + (url.indexOf('?') < 0 ? '?' : '&') + "from=" + from;
    }

    private Row row(Lang lang, String path, QuestionRow row) {
        var question = row.question();
        return new Row(question.id(), path + "/questions/" + question.id(), words.type(lang, question.type()),
                words.difficulty(lang, question.difficulty()), question.stem(), question.citation().toString(),
                row.state() == QuestionState.RETIRED);
    }

    private Future<View> question(Request request) {
        String code = request.path("bank");
        String id = request.path("question");
        return database.read(tx -> banks.bank(tx, code)
                .map(found -> found.orElseThrow(() -> Problem.notFound("bank.console.unknown", code)))
                .compose(bank -> banks.find(tx, code, id).compose(row -> banks.history(tx, code, id)
                        .map(history -> View.page("bank/console/question", new QuestionPage(id, bank.title(),
                                PATH + '/' + code, row.state() == QuestionState.RETIRED, QuestionView.of(words, request.lang(), row.question()),
                                history.stream().map(revision -> row(request.lang(), revision)).toList()))))));
    }

    private static RevisionRow row(Lang lang, QuestionRevision revision) {
        return new RevisionRow(Integer.toString(revision.number()), Format.moment(lang, revision.createdAt()),
                revision.createdBy(), revision.question().stem());
    }
}
