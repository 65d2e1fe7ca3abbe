package org.pufa.kinds.quiz;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionRevision;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The page under a question on which a wrong key is corrected: new key, dry run, reason, confirmation. */
public final class RegradeConsole implements Routes {

    private static final String PATH = "/console/banks/:bank/questions/:question/regrade";
    private static final int MOST_SHOWN = 100;
    private static final int LONGEST_REASON = 500;

    private final Doors doors;
    private final Regrades regrades;
    private final Database database;
    private final Messages messages;

    public RegradeConsole(Doors doors, Regrades regrades, Database database, Messages messages) {
        this.doors = Objects.requireNonNull(doors);
        this.regrades = Objects.requireNonNull(regrades);
        this.database = Objects.requireNonNull(database);
        this.messages = Objects.requireNonNull(messages);
    }

    /**
     * Model of {@code kinds/quiz/regrade}.
     *
     * @param revisions to choose from where the question has several
     * @param run what the chosen key would change; null before it is chosen
     */
    record RegradePage(String title, String back, String path, String stem, List<PictureView> pictures, List<Choice> revisions,
            String revision, List<Choice> options, boolean several, Run run, String reason, List<ErrorLine> errors, List<PastRow> past) {
    }

    record Choice(String value, String label, List<PictureView> pictures, boolean chosen, boolean key) {
    }

    /** @param answer the new key, to be sent with the confirmation */
    record Run(String sentence, List<String> answer, boolean same, List<EffectTable> effects) {
    }

    /** @param more how many entries are not shown, in a sentence; or "" */
    record EffectTable(LocalText campaign, String count, List<MovedRow> rows, String more) {
    }

    record MovedRow(String receipt, String before, String after) {
    }

    record PastRow(String when, String by, String revision, String change, String entries, String reason) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.DECIDE_CAMPAIGNS, this::page);
        doors.post(router, PATH, Permission.DECIDE_CAMPAIGNS, this::confirm);
    }

    private static String question(Request request) {
        return "/console/banks/" + request.path("bank") + "/questions/" + request.path("question");
    }

    private Future<View> page(Request request) {
        var letters = letters(request.query("answer").orElse(""));
        return page(request, request.query("revision").orElse(""), letters, "", List.of());
    }

    /** Letters as they come from the address: A, AC or 对; none where nothing was chosen. */
    private static List<String> letters(String text) {
        return text.length() > 10 ? List.of() : Arrays.stream(text.split("")).filter(one -> !one.isBlank()).distinct()
                .toList();
    }

    private Future<View> page(Request request, String wanted, List<String> letters, String reason,
            List<ErrorLine> errors) {
        String bank = request.path("bank");
        return database.read(tx -> regrades.known(tx, bank, request.path("question")).compose(known -> {
            var revision = known.revision(wanted.matches("\\d{1,18}") ? Long.parseLong(wanted)
                    : known.history().get(0).id());
            var key = new Regrades.Key(bank, request.path("question"), revision.id(), letters);
            var run = letters.isEmpty() ? Future.<Run>succeededFuture()
                    : regrades.dryRun(tx, key).map(effects -> run(request.lang(), known, key, effects));
            return run.map(tried -> view(request, known, revision, tried, reason, errors));
        }));
    }

    private View view(Request request, Regrades.Known known, QuestionRevision revision, Run run, String reason,
            List<ErrorLine> errors) {
        Lang lang = request.lang();
        Question question = revision.question();
        var key = known.key(revision.id());
        var revisions = known.history().stream().map(one -> new Choice(Long.toString(one.id()), messages.get(lang,
                "quiz.regrade.revision", one.number(), String.join("", known.key(one.id()))), List.of(),
                one.equals(revision), false)).toList();
        var options = question.options().stream().map(option -> new Choice(option.letter(), option.text(),
                PictureView.late(question, option.letter()), run != null && run.answer().contains(option.letter()), key.contains(option.letter()))).toList();
        return View.page("kinds/quiz/regrade", new RegradePage(messages.get(lang, "quiz.regrade.title", question.id()),
                question(request), question(request) + "/regrade", question.stem(),
                PictureView.late(question, QuestionPicture.STEM), revisions,
                Long.toString(revision.id()), options,
                question.type() == org.pufa.bank.QuestionType.MULTIPLE, run, reason, errors,
                known.past().stream().map(past -> past(lang, past)).toList()))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private Run run(Lang lang, Regrades.Known known, Regrades.Key key, List<Regrades.Effect> effects) {
        long moved = effects.stream().mapToLong(effect -> effect.moved().size()).sum();
        boolean same = known.key(key.revision()).equals(key.answer());
        String sentence = same ? messages.get(lang, "quiz.regrade.same", String.join("", key.answer()))
                : messages.get(lang, "quiz.regrade.sentence", String.join("", known.key(key.revision())),
                        String.join("", key.answer()), effects.size(), moved);
        return new Run(sentence, key.answer(), same, effects.stream().map(effect -> table(lang, effect)).toList());
    }

    private EffectTable table(Lang lang, Regrades.Effect effect) {
        var moved = effect.moved();
        return new EffectTable(effect.campaign().definition().title(),
                messages.get(lang, "quiz.regrade.count", moved.size(), moved.stream()
                        .filter(one -> one.after() > one.before()).count(), moved.stream()
                        .filter(one -> one.after() < one.before()).count()),
                moved.stream().limit(MOST_SHOWN).map(one -> new MovedRow(one.receipt().spaced(),
                        Integer.toString(one.before()), Integer.toString(one.after()))).toList(),
                moved.size() <= MOST_SHOWN ? "" : messages.get(lang, "quiz.regrade.more", moved.size() - MOST_SHOWN));
    }

    private PastRow past(Lang lang, RegradeStore.Past past) {
        return new PastRow(Format.moment(lang, past.at()), past.actor(), Integer.toString(past.number()),
                String.join("", past.before()) + " → " + String.join("", past.after()), Format.number(past.entries()),
                past.reason());
    }

    private Future<View> confirm(Request request) {
        var form = request.form();
        String wanted = form.raw("revision");
        var letters = form.many("answer").atMost(10).get().stream().collect(Collectors.toList());
        if (!form.raw("confirmed").equals("1") || !wanted.matches("\\d{1,18}")) {
            return Future.succeededFuture(View.seeOther(question(request) + "/regrade?revision="
                    + (wanted.matches("\\d{1,18}") ? wanted : "") + "&answer=" + encoded(letters)));
        }
        var key = new Regrades.Key(request.path("bank"), request.path("question"), Long.parseLong(wanted), letters);
        String reason = form.text("reason").atMost(LONGEST_REASON).get();
        return form.orInvalid(() -> database.inTx(tx -> regrades.apply(tx, key, SignedIn.of(request).actor(), reason)))
                .compose(changed -> regrades.renew(key.revision()))
                .map(done -> View.seeOther(question(request) + "/regrade"))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                        ? page(request, wanted, key.answer(), reason, ErrorLine.of(messages, request.lang(),
                                problem.errors())) : Future.failedFuture(failure));
    }

    private static String encoded(List<String> letters) {
        return java.net.URLEncoder.encode(String.join("", letters), java.nio.charset.StandardCharsets.UTF_8);
    }
}
