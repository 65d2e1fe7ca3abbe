package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.bank.Banks;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.QuestionType;
import org.pufa.bank.desk.QuestionDesk;
import org.pufa.bank.desk.QuestionDesk.Chosen;
import org.pufa.bank.desk.QuestionDesk.Filing;
import org.pufa.bank.desk.QuestionMove;
import org.pufa.bank.intake.Judge;
import org.pufa.bank.intake.PictureCheck;
import org.pufa.bank.intake.PlacedPicture;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.law.LawShelf;
import org.pufa.bank.law.Laws;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Changes questions: one by its form, several at once from the list, and their states. */
final class EditPages implements Routes {

    private static final int LONGEST = 4000;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_TOPIC = 20;
    private static final int MOST_AT_ONCE = 200;
    private static final String EDITING = QuestionPages.PATH + "/editing";

    private final Doors doors;
    private final Banks banks;
    private final QuestionDesk desk;
    private final Laws laws;
    private final Database database;
    private final BankWords words;
    private final Judge judge = new Judge();

    EditPages(Doors doors, Banks banks, QuestionDesk desk, Laws laws, Database database, BankWords words) {
        this.doors = doors;
        this.banks = banks;
        this.desk = desk;
        this.laws = laws;
        this.database = database;
        this.words = words;
    }

    /** Model of {@code bank/console/edit}. @param expected number of the revision that is being changed */
    record EditPage(String title, String bankHref, String path, String expected, PreviewView.Form form, String reason,
            List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, EDITING, Permission.LOAD_BANKS, this::edit);
        doors.post(router, EDITING, Permission.LOAD_BANKS, this::change);
        doors.post(router, QuestionPages.PATH + "/moves", Permission.LOAD_BANKS, this::move);
        doors.post(router, QuestionPages.PATH + "/confirmation", Permission.LOAD_BANKS, this::confirm);
        doors.post(router, BankPages.PATH + "/:bank/bulk", Permission.LOAD_BANKS, this::bulk);
    }

    private static String bank(Request request) {
        return BankPages.PATH + '/' + request.path("bank");
    }

    private static String question(Request request) {
        return bank(request) + "/questions/" + request.path("question");
    }

    private Future<View> edit(Request request) {
        return database.read(tx -> banks.find(tx, request.path("bank"), request.path("question")))
                .map(row -> page(request, Integer.toString(row.revision().number()), form(request.lang(), row), "",
                        List.of()));
    }

    private View page(Request request, String expected, PreviewView.Form form, String reason, List<ErrorLine> errors) {
        return View.page("bank/console/edit", new EditPage(words.say(request.lang(), "edit.title",
                request.path("question")), bank(request), question(request), expected, form, reason, errors));
    }

    private PreviewView.Form form(Lang lang, QuestionRow row) {
        var question = row.question();
        return new PreviewView.Form(words.types(lang, question.type().code()), question.stem(),
                question.type() == QuestionType.JUDGE ? "" : question.options().stream()
                        .map(option -> option.text().replace('\n', ' ')).collect(Collectors.joining("\n")),
                String.join("", question.answer()), question.citation().toString(), question.quote(),
                question.explanation(), question.topic(),
                words.difficulties(lang, Integer.toString(question.difficulty())),
                PictureView.fields(words, lang, question.pictures(), question.type(), question.options(),
                        new PictureView.Page(1, QuestionView.PICTURES)));
    }

    private Future<View> change(Request request) {
        FormFields form = request.form();
        String reason = form.text("reason").atMost(LONGEST_REASON).get();
        int expected = form.raw("expected").matches("\\d{1,6}") ? Integer.parseInt(form.raw("expected")) : 0;
        String code = request.path("bank");
        return database.inTx(tx -> laws.shelf(tx).compose(shelf -> banks.find(tx, code, request.path("question"))
                .compose(row -> desk.change(tx, code, changed(form, shelf, row), expected,
                        SignedIn.of(request).actor(), reason))))
                .map(done -> View.seeOther(question(request)))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                        ? again(request, problem) : Future.failedFuture(failure));
    }

    /** What was typed stays; pictures are those of the question as it is. */
    private Future<View> again(Request request, Problem problem) {
        return database.read(tx -> banks.find(tx, request.path("bank"), request.path("question")))
                .map(row -> again(request, problem, form(request.lang(), row).pictures()));
    }

    private View again(Request request, Problem problem, List<PictureView.Field> pictures) {
        var form = request.form();
        Lang lang = request.lang();
        return page(request, form.raw("expected"), new PreviewView.Form(words.types(lang, form.raw("type")),
                form.raw("stem"), form.raw("options"), form.raw("answer"), form.raw("citation"), form.raw("quote"),
                form.raw("explanation"), form.raw("topic"), words.difficulties(lang, form.raw("difficulty")),
                pictures),
                form.raw("reason"), ErrorLine.of(words.messages(), lang, problem.errors())).status(422);
    }

    /** What the form says, judged like an item of a file. @throws Problem INVALID when it makes no question */
    private Question changed(FormFields form, LawShelf shelf, QuestionRow row) {
        var options = new ArrayList<Option>();
        form.text("options").atMost(LONGEST).get().lines().map(String::strip).filter(line -> !line.isEmpty()).limit(26)
                .forEach(text -> options.add(new Option(Character.toString((char) ('A' + options.size())), text)));
        var raw = new RawQuestion(1, form.text("type").get(), form.text("stem").atMost(LONGEST).get(), options,
                form.text("answer").get(), form.text("explanation").atMost(LONGEST).get(),
                form.text("citation").atMost(200).get(), form.text("quote").atMost(LONGEST).get(), "",
                form.text("topic").atMost(LONGEST_TOPIC).get(), row.question().id(), "", List.of(), List.of());
        var item = PictureCheck.illustrated(judge.judge(1, raw), PlacedPicture.of(row.question().pictures(),
                PictureView.told(form, row.question().pictures().size())));
        item.reasons().stream().filter(reason -> reason.level() == Reason.Level.REFUSAL)
                .forEach(reason -> form.refuse("stem-1", reason.key(), reason.args().toArray()));
        int difficulty = form.raw("difficulty").matches("[0-" + Question.HARDEST + "]")
                ? Integer.parseInt(form.raw("difficulty")) : Question.UNKNOWN;
        var citation = citation(form, shelf, row.question().citation(), raw.citation());
        return form.orInvalid(() -> new Question(row.question().id(), item.type().orElseThrow(), raw.topic(),
                difficulty, item.stem(), item.options(), item.answer(), citation, raw.quote(), raw.explanation(),
                item.pictures()));
    }

    /** Untouched, it keeps its version; written anew, it means the version in force. */
    private static Citation citation(FormFields form, LawShelf shelf, Citation before, String written) {
        if (written.isBlank() || written.equals(before.toString())) {
            return written.isBlank() ? Citation.NONE : before;
        }
        var understood = shelf.understand(written, before.law()).citation();
        if (understood.isNone()) {
            form.refuse("citation-1", "bank.preview.citation-unread", written);
        }
        return understood;
    }

    private Future<View> move(Request request) {
        var form = request.form();
        String reason = form.text("reason").atMost(LONGEST_REASON).get();
        var move = QuestionMove.parse(form.raw("move"))
                .orElseThrow(() -> Problem.notFound("bank.console.move.unknown"));
        return form.orInvalid(() -> database.inTx(tx -> desk.move(tx, new Chosen(request.path("bank"),
                List.of(request.path("question"))), move, SignedIn.of(request).actor(), reason)))
                .map(done -> View.seeOther(question(request)));
    }

    private Future<View> confirm(Request request) {
        return database.inTx(tx -> desk.confirm(tx, request.path("bank"), request.path("question"),
                SignedIn.of(request).actor(), words.say(Lang.ZH, "confirm.reason")))
                .map(done -> View.seeOther(request.form().raw("back").equals("laws") ? LawPages.PATH + "#flagged"
                        : question(request)));
    }

    private Future<View> bulk(Request request) {
        var form = request.form();
        var chosen = new Chosen(request.path("bank"), form.many("question").atMost(MOST_AT_ONCE).get().stream()
                .distinct().toList());
        if (chosen.questions().isEmpty()) {
            throw Problem.invalid("bank.console.bulk.none", List.of(FieldError.of("question",
                    "bank.console.bulk.tick")));
        }
        String reason = form.text("reason").atMost(LONGEST_REASON).get();
        String actor = SignedIn.of(request).actor();
        return form.orInvalid(() -> database.inTx(tx -> bulk(tx, chosen, form, actor, reason)))
                .map(done -> View.seeOther(bank(request) + here(form)));
    }

    private static String here(FormFields form) {
        String here = form.raw("here");
        return here.startsWith("?") && here.chars().allMatch(c -> c > ' ' && c < 127) ? here : "";
    }

    private Future<Void> bulk(Tx tx, Chosen chosen, FormFields form, String actor, String reason) {
        String act = form.raw("act");
        if (act.equals("topic")) {
            String topic = form.text("topic").required().atMost(LONGEST_TOPIC).get();
            return form.orInvalid(() -> desk.file(tx, chosen, new Filing(Optional.of(topic), Optional.empty()), actor,
                    reason));
        } else if (act.equals("difficulty")) {
            int level = form.raw("difficulty").matches("[1-" + Question.HARDEST + "]")
                    ? Integer.parseInt(form.raw("difficulty")) : 0;
            if (level == 0) {
                form.refuse("difficulty", "web.form.required");
            }
            return form.orInvalid(() -> desk.file(tx, chosen, new Filing(Optional.empty(), Optional.of(level)), actor,
                    reason));
        }
        var move = QuestionMove.parse(act).orElseThrow(() -> Problem.notFound("bank.console.move.unknown"));
        return desk.move(tx, chosen, move, actor, reason);
    }
}
