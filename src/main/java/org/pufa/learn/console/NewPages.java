package org.pufa.learn.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.learn.LearnWords;
import org.pufa.learn.Lesson;
import org.pufa.learn.LessonSort;
import org.pufa.learn.LessonText;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.staff.UnitChoice;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Makes a new page: what it is called, what sort it is, and its address. */
final class NewPages implements Routes {

    private static final String PATH = LearnConsole.PATH + "/new";

    private final LearnConsole.Tools tools;
    private final Database database;
    private final LearnWords words;

    NewPages(LearnConsole.Tools tools, Database database, LearnWords words) {
        this.tools = tools;
        this.database = database;
        this.words = words;
    }

    /** Model of {@code learn/console/new}. */
    record NewPage(String title, String name, String slug, List<Choice> sorts, List<UnitChoice> units,
            List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, PATH, Permission.WRITE_LEARNING, request -> page(request, List.of()));
        tools.doors().post(router, PATH, Permission.WRITE_LEARNING, this::create);
    }

    private Future<View> page(Request request, List<ErrorLine> errors) {
        var form = request.form();
        return UnitChoice.of(tools.doors(), database, request, form.raw("unit"), words.messages()).map(units ->
                View.page("learn/console/new", new NewPage(words.say(request.lang(), "new.title"), form.raw("title"),
                        form.raw("slug"), sorts(words, request.lang(), LessonSort.parse(form.raw("sort"))
                        .orElse(LessonSort.CASE)), units, errors)));
    }

    static List<Choice> sorts(LearnWords words, Lang lang, LessonSort chosen) {
        return Arrays.stream(LessonSort.values()).map(sort -> new Choice(sort.code(),
                words.say(lang, "sort." + sort.code() + ".long"), sort == chosen)).toList();
    }

    private Future<View> create(Request request) {
        FormFields form = request.form();
        String title = form.text("title").required().atMost(LessonText.LONGEST_TITLE).get();
        String typed = form.text("slug").required().get();
        var slug = Slug.parse(typed);
        if (slug.isEmpty() && !typed.isEmpty() || slug.filter(one -> one.value().equals("new")).isPresent()) {
            form.refuse("slug", "learn.slug.wrong");
        }
        var sort = LessonSort.parse(form.raw("sort"));
        if (sort.isEmpty()) {
            form.refuse("sort", "learn.sort.none");
        }
        if (!form.errors().isEmpty()) {
            return again(request, Problem.invalid("learn.invalid", form.errors()));
        }
        SignedIn who = SignedIn.of(request);
        return database.inTx(tx -> tools.doors().units().chosen(tx, who.unit().orElseGet(() -> form.raw("unit")))
                        .compose(unit -> tools.lessons().create(tx, slug.get(), sort.get(), title, unit, who.actor())))
                .map(id -> View.seeOther(Lesson.path(id) + "/writing"))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                        ? again(request, problem) : Future.failedFuture(failure));
    }

    private Future<View> again(Request request, Problem problem) {
        return page(request, ErrorLine.of(words.messages(), request.lang(), problem.errors()))
                .map(page -> page.status(422));
    }
}
