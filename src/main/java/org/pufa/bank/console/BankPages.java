package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import org.pufa.bank.Bank;
import org.pufa.bank.BankSummary;
import org.pufa.bank.Banks;
import org.pufa.bank.Fared;
import org.pufa.bank.QuestionFilter;
import org.pufa.bank.QuestionRow;
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

/** What the banks hold: all banks, and the questions of one. */
final class BankPages implements Routes {

    static final String PATH = "/console/banks";
    private static final int ROWS = 50;

    private final Doors doors;
    private final Banks banks;
    private final Database database;
    private final BankWords words;
    private final List<String> formats;
    private final Fared fared;

    /** @param formats in which a bank can be taken out */
    BankPages(Doors doors, Banks banks, Database database, BankWords words, List<String> formats, Fared fared) {
        this.doors = doors;
        this.banks = banks;
        this.database = database;
        this.words = words;
        this.formats = List.copyOf(formats);
        this.fared = fared;
        doors.place(new Navigation.Place(Navigation.Group.CONTENT, "bank.console.title", PATH, Permission.SEE_BANKS));
    }

    /** Model of {@code bank/console/banks}. */
    record BanksPage(String title, boolean mayLoad, List<String> types, List<BankRow> rows) {
    }

    record BankRow(String title, String href, String law, List<String> counts, String total, String waiting,
            String flagged, String retired, String changed) {
    }

    /**
     * Model of {@code bank/console/bank}.
     *
     * @param here query of this page, to come back to it
     * @param exports null for those who may take nothing out
     */
    record BankPage(String title, String meta, String path, String here, boolean mayLoad, ContentsTable contents,
            Filters filters, String found, List<Row> rows, String next, List<BankWords.Choice> acts,
            List<BankWords.Choice> ratings, List<BankWords.Choice> exports) {
    }

    record Filters(List<BankWords.Choice> types, List<BankWords.Choice> topics, List<BankWords.Choice> difficulties,
            List<BankWords.Choice> states, List<BankWords.Choice> laws, List<BankWords.Choice> eases,
            boolean hardestFirst, String article, String words) {
    }

    /** @param fared share of right answers; "" while there are too few answers to tell */
    record Row(String id, String href, String type, String difficulty, String stem, String law, String state,
            boolean flagged, String fared, boolean mayChoose) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_BANKS, this::all);
        doors.get(router, PATH + "/:bank", Permission.SEE_BANKS, this::bank);
    }

    private Future<View> all(Request request) {
        Lang lang = request.lang();
        return database.read(tx -> banks.summaries(tx, SignedIn.of(request).unit())).map(summaries -> View.page("bank/console/banks", new BanksPage(
                words.say(lang, "title"), SignedIn.of(request).may(Permission.LOAD_BANKS),
                Arrays.stream(QuestionType.values()).map(type -> words.type(lang, type)).toList(),
                summaries.stream().map(summary -> row(lang, summary)).toList())));
    }

    private static BankRow row(Lang lang, BankSummary summary) {
        return new BankRow(summary.bank().title(), PATH + '/' + summary.bank().code(), summary.bank().law(),
                Arrays.stream(QuestionType.values())
                        .map(type -> Format.number(summary.inUse().getOrDefault(type, 0))).toList(),
                Format.number(summary.questions()), Format.number(summary.waiting()), Format.number(summary.flagged()),
                Format.number(summary.retired()), Format.moment(lang, summary.changedAt()));
    }

    private Future<View> bank(Request request) {
        String code = request.path("bank");
        return database.read(tx -> banks.bank(tx, code)
                .map(found -> found.orElseThrow(() -> Problem.notFound("bank.console.unknown", code)))
                .compose(bank -> banks.questions(tx, code, QuestionFilter.ALL).compose(all ->
                        Wanted.of(request).find(tx, banks, fared, code).map(found -> View.page("bank/console/bank",
                                page(request, bank, all, found))))));
    }

    private BankPage page(Request request, Bank bank, List<QuestionRow> all, Wanted.Found chosen) {
        Lang lang = request.lang();
        String path = PATH + '/' + bank.code();
        var found = chosen.rows();
        SignedIn who = SignedIn.of(request);
        int from = request.query("from").filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf)
                .filter(number -> number < found.size()).orElse(0);
        var shown = found.subList(from, Math.min(from + ROWS, found.size()));
        return new BankPage(bank.title(), bank.law().isEmpty() ? "" : words.say(lang, "bank.meta", bank.law(),
                bank.version()), path, request.url().substring(path.length()), who.may(Permission.LOAD_BANKS),
                ContentsTable.of(words, lang, all, path), filters(request, all),
                shown.isEmpty() ? words.say(lang, "found.none")
                        : words.say(lang, "found", found.size(), from + 1, from + shown.size()),
                shown.stream().map(row -> row(lang, path, row, chosen, who.may(Permission.LOAD_BANKS))).toList(),
                from + ROWS < found.size() ? next(request, from + ROWS) : "", words.acts(lang),
                words.difficulties(lang, ""), exports(request, path, who));
    }

    private Filters filters(Request request, List<QuestionRow> all) {
        Lang lang = request.lang();
        return new Filters(words.types(lang, request.query("type").orElse("")),
                choices(all.stream().map(row -> row.question().topic()).toList(), request.query("topic").orElse("")),
                words.difficulties(lang, request.query("difficulty").orElse("")),
                words.states(lang, request.query("state").orElse("")),
                choices(all.stream().map(row -> row.question().citation().law()).toList(),
                        request.query("law").orElse("")),
                words.eases(lang, request.query("fared").orElse("")), Wanted.of(request).hardestFirst(),
                request.query("article").orElse(""), request.query("words").orElse(""));
    }

    private static List<BankWords.Choice> choices(List<String> values, String chosen) {
        return values.stream().distinct().filter(value -> !value.isEmpty())
                .map(value -> new BankWords.Choice(value, value, value.equals(chosen))).toList();
    }

    private List<BankWords.Choice> exports(Request request, String path, SignedIn who) {
        String url = request.url();
        String query = url.indexOf('?') < 0 ? "" : url.substring(url.indexOf('?'));
        return who.may(Permission.EXPORT_BANKS) ? formats.stream().map(format -> new BankWords.Choice(
                path + "/exports/" + format + query, words.say(request.lang(), "format." + format), false)).toList()
                : List.of();
    }

    private static String next(Request request, int from) {
        String url = request.url().replaceAll("([?&])from=\\d*&?", "$1").replaceAll("[?&]$", "");
        return url + (url.indexOf('?') < 0 ? '?' : '&') + "from=" + from;
    }

    private Row row(Lang lang, String path, QuestionRow row, Wanted.Found found, boolean mayChoose) {
        var question = row.question();
        return new Row(question.id(), path + "/questions/" + question.id(), words.type(lang, question.type()),
                words.difficulty(lang, question.difficulty()), question.stem(), question.citation().toString(),
                words.state(lang, row.state()), row.flagged(),
                found.facility(row).map(one -> words.say(lang, "fared.share", Format.percent(one.share()), one.answered()))
                        .orElse(""), mayChoose);
    }
}
