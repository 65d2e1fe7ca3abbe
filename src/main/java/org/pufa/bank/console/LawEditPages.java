package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pufa.bank.format.TextBytes;
import org.pufa.bank.format.docx.DocxText;
import org.pufa.bank.intake.UnreadableFile;
import org.pufa.bank.law.Law;
import org.pufa.bank.law.LawText;
import org.pufa.bank.law.LawVersion;
import org.pufa.bank.law.Laws;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SentBytes;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Adds laws and versions, and loads the words of a version from a text or Word file. */
final class LawEditPages implements Routes {

    private static final String NEW = LawPages.PATH + "/new";
    private static final String TEXT = LawPages.PATH + "/:law/versions/:version/text";
    private static final long LARGEST = 8L * 1024 * 1024;
    private static final int LONGEST = 80;
    private static final int MOST_ARTICLES = 9999;
    private static final Pattern NAME = Pattern.compile("[^《》/?#%]+");

    private final Doors doors;
    private final Vertx vertx;
    private final Laws laws;
    private final Database database;
    private final BankWords words;

    LawEditPages(Doors doors, Vertx vertx, Laws laws, Database database, BankWords words) {
        this.doors = doors;
        this.vertx = vertx;
        this.laws = laws;
        this.database = database;
        this.words = words;
    }

    /** Model of {@code bank/console/law-new}. */
    record NewPage(String title, String name, String fullTitle, String version, String day, String articles,
            boolean inForce, List<ErrorLine> errors) {
    }

    /** Model of {@code bank/console/law-text}. @param sentences what was found wrong or missing in the text */
    record TextPage(String title, String lawHref, String href, String sentence, List<String> sentences) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, NEW, Permission.EDIT_LAWS, this::form);
        doors.post(router, LawPages.PATH, Permission.EDIT_LAWS, this::add);
        doors.post(router, TEXT, Permission.EDIT_LAWS, this::load);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(LawPages.PATH + "/*", LARGEST));
    }

    private Future<View> form(Request request) {
        String name = request.query("law").orElse("");
        return database.read(laws::all).map(all -> page(new NewPage(
                words.say(request.lang(), "laws.new"), name, all.stream().filter(law -> law.name().equals(name))
                        .map(Law::title).findFirst().orElse(""), "", "", "", true, List.of())));
    }

    private static View page(NewPage model) {
        return View.page("bank/console/law-new", model);
    }

    private Future<View> add(Request request) {
        var form = request.form();
        var name = form.text("name").required().atMost(LONGEST).matching(NAME, "bank.console.laws.error.name");
        var title = form.text("title").required().atMost(LONGEST).matching(NAME, "bank.console.laws.error.name");
        var label = form.text("version").required().atMost(LONGEST);
        var date = date(form);
        int articles = articles(form);
        boolean inForce = form.ticked("in_force");
        if (!form.errors().isEmpty()) {
            return Future.succeededFuture(page(new NewPage(words.say(request.lang(), "laws.new"),
                    form.raw("name"), form.raw("title"), form.raw("version"), form.raw("date"), form.raw("articles"),
                    inForce, ErrorLine.of(words.messages(), request.lang(), form.errors()))).status(422));
        }
        return database.inTx(tx -> laws.add(tx, new Law(name.get(), title.get()), new LawVersion(0, name.get(),
                label.get(), date, articles, inForce, false), SignedIn.of(request).actor()))
                .map(added -> View.seeOther(LawPages.path(name.get())));
    }

    private static LocalDate date(FormFields form) {
        try {
            return LocalDate.parse(form.text("date").required().get());
        } catch (DateTimeException e) {
            form.refuse("date", "bank.console.laws.error.date");
            return LocalDate.EPOCH;
        }
    }

    private static int articles(FormFields form) {
        String written = form.raw("articles").strip();
        int number = written.matches("\\d{1,4}") ? Integer.parseInt(written) : 0;
        if (number < 1) {
            form.refuse("articles", "bank.console.laws.error.articles", MOST_ARTICLES);
        }
        return Math.max(number, 1);
    }

    private Future<View> load(Request request) {
        long id = LawPages.versionId(request);
        return SentBytes.of(request, words.say(request.lang(), "load.pasted")).compose(sent -> {
            if (sent.problem().isPresent()) {
                throw Problem.invalid(sent.problem().get(), List.of());
            }
            return vertx.executeBlocking(() -> LawText.read(text(sent.content())), false);
        }).compose(reading -> database.inTx(tx -> laws.version(tx, id).compose(version ->
                laws.loadText(tx, id, reading.articles(), SignedIn.of(request).actor())
                        .map(loaded -> loaded(request.lang(), version, reading)))));
    }

    private static String text(byte[] content) {
        try {
            return DocxText.isOne(content) ? DocxText.of(content) : TextBytes.text(content);
        } catch (UnreadableFile e) {
            throw Problem.invalid("bank.console.laws.unreadable", List.of(FieldError.of("file", e.reason().key(),
                    e.reason().args().toArray())));
        }
    }

    /** Where all is there, the text itself; otherwise what is missing, which is no reason not to keep the rest. */
    private View loaded(Lang lang, LawVersion version, LawText.Reading reading) {
        var sentences = new java.util.ArrayList<String>();
        if (reading.last() != version.articles()) {
            sentences.add(words.say(lang, "laws.text.count", version.articles(), reading.last()));
        }
        if (!reading.missing().isEmpty()) {
            sentences.add(words.say(lang, "laws.text.missing", reading.missing().stream().limit(30)
                    .map(String::valueOf).collect(Collectors.joining("、"))));
        }
        if (!reading.twice().isEmpty()) {
            sentences.add(words.say(lang, "laws.text.twice", reading.twice().stream().limit(30)
                    .map(String::valueOf).collect(Collectors.joining("、"))));
        }
        String href = LawPages.path(version.law(), version.id());
        return sentences.isEmpty() ? View.seeOther(href) : View.page("bank/console/law-text", new TextPage(
                words.say(lang, "laws.text.loaded"), LawPages.path(version.law()), href,
                words.say(lang, "laws.text.sentence", reading.articles().size()), sentences));
    }
}
