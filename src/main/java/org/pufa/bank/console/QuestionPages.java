package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pufa.bank.Banks;
import org.pufa.bank.QuestionRevision;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.desk.QuestionDesk;
import org.pufa.bank.desk.QuestionDiff;
import org.pufa.bank.desk.QuestionMove;
import org.pufa.bank.desk.QuestionStep;
import org.pufa.bank.law.Article;
import org.pufa.bank.law.LawShelf;
import org.pufa.bank.law.Laws;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** One question: what it says and rests on, what became of it, and the steps it can take. */
final class QuestionPages implements Routes {

    static final String PATH = BankPages.PATH + "/:bank/questions/:question";

    private final Doors doors;
    private final Banks banks;
    private final QuestionDesk desk;
    private final Laws laws;
    private final Database database;
    private final BankWords words;

    QuestionPages(Doors doors, Banks banks, QuestionDesk desk, Laws laws, Database database, BankWords words) {
        this.doors = doors;
        this.banks = banks;
        this.desk = desk;
        this.laws = laws;
        this.database = database;
        this.words = words;
    }

    /**
     * Model of {@code bank/console/question}.
     *
     * @param findings what does not hold between the question and its law
     * @param article the words of the law, where they are loaded; or ""
     * @param moves none for those who may only look
     */
    record QuestionPage(String title, String bank, String bankHref, String path, String state, boolean flagged,
            boolean mayChange, boolean mayRegrade, QuestionView question, List<String> findings, String article, List<Button> moves,
            List<RevisionRow> revisions, List<StepRow> steps) {
    }

    record Button(String move, String label, String hint, boolean stops) {
    }

    record RevisionRow(String number, String when, String by, String reason, List<ChangeRow> changes) {
    }

    record ChangeRow(String field, List<String> before, List<String> after) {
    }

    record StepRow(String when, String by, String step, String reason) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_BANKS, this::question);
    }

    /** What the page is made of. */
    private record Known(String bank, QuestionRow row, List<QuestionRevision> history, List<QuestionStep> steps,
            LawShelf shelf) {
    }

    private Future<View> question(Request request) {
        String code = request.path("bank");
        String id = request.path("question");
        return database.read(tx -> banks.bank(tx, code)
                .map(found -> found.orElseThrow(() -> Problem.notFound("bank.console.unknown", code)))
                .compose(bank -> banks.find(tx, code, id).compose(row -> banks.history(tx, code, id)
                        .compose(history -> desk.steps(tx, code, id).compose(steps -> laws.shelf(tx).map(shelf ->
                                page(request, new Known(bank.title(), row, history, steps, shelf))))))));
    }

    private View page(Request request, Known known) {
        Lang lang = request.lang();
        boolean mayChange = SignedIn.of(request).may(Permission.LOAD_BANKS);
        var row = known.row();
        String path = BankPages.PATH + '/' + row.revision().bank();
        return View.page("bank/console/question", new QuestionPage(row.question().id(), known.bank(), path,
                path + "/questions/" + row.question().id(), words.state(lang, row.state()), row.flagged(), mayChange,
                SignedIn.of(request).may(Permission.DECIDE_CAMPAIGNS),
                QuestionView.of(words, lang, row.question()), known.shelf().check(row.question()).stream()
                        .map(finding -> words.messages().get(lang, finding.key(), finding.args())).toList(),
                known.shelf().article(row.question().citation()).map(Article::text).orElse(""),
                mayChange ? buttons(lang, row) : List.of(), revisions(lang, known.history()),
                known.steps().stream().map(step -> step(lang, step)).toList()));
    }

    private List<Button> buttons(Lang lang, QuestionRow row) {
        return QuestionMove.from(row.state()).stream().map(move -> new Button(move.code(), words.move(lang, move),
                words.say(lang, "move." + move.code() + ".hint"), move == QuestionMove.RETIRE)).toList();
    }

    private List<RevisionRow> revisions(Lang lang, List<QuestionRevision> history) {
        var rows = new ArrayList<RevisionRow>();
        for (int i = 0; i < history.size(); i++) {
            var revision = history.get(i);
            rows.add(new RevisionRow(Integer.toString(revision.number()), Format.moment(lang, revision.createdAt()),
                    revision.createdBy(), revision.reason(), i + 1 == history.size() ? List.of()
                    : changes(lang, history.get(i + 1), revision)));
        }
        return rows;
    }

    private List<ChangeRow> changes(Lang lang, QuestionRevision before, QuestionRevision after) {
        return QuestionDiff.between(before.question(), after.question()).stream().map(change -> new ChangeRow(
                words.say(lang, "diff." + change.field()), shown(lang, change.field(), change.before()),
                shown(lang, change.field(), change.after()))).collect(Collectors.toList());
    }

    private List<String> shown(Lang lang, String field, String value) {
        return switch (field) {
            case "type" -> List.of(words.say(lang, "type." + value));
            case "difficulty" -> List.of(words.say(lang, "difficulty." + value));
            default -> value.lines().toList();
        };
    }

    private StepRow step(Lang lang, QuestionStep step) {
        return new StepRow(Format.moment(lang, step.at()), step.actor(),
                words.state(lang, step.from()) + " → " + words.state(lang, step.to()), step.reason());
    }
}
