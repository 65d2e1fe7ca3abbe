package org.pufa.learn.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.learn.LearnWords;
import org.pufa.learn.Lesson;
import org.pufa.learn.Views;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.PlainText;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The list of learning pages, to be narrowed down by what stands in the address. */
final class ListPages implements Routes {

    private static final List<String> TABS = List.of("", "open", "waiting", "published", "withdrawn");

    private final LearnConsole.Tools tools;
    private final Database database;
    private final LearnWords words;

    ListPages(LearnConsole.Tools tools, Database database, LearnWords words) {
        this.tools = tools;
        this.database = database;
        this.words = words;
        tools.doors().place(new Navigation.Place(Navigation.Group.CONTENT, "learn.console.title", LearnConsole.PATH,
                Permission.SEE_LEARNING));
    }

    /** Model of {@code learn/console/list}. @param none whether there is no page at all */
    record LessonList(String title, boolean mayWrite, boolean none, List<Tab> tabs, String status, String query,
            List<Row> rows, String total, String lately) {
    }

    record Tab(String label, String href, boolean current) {
    }

    record Row(String href, String title, String sort, String address, String status, String tone, String views,
            String lately, String changed) {
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, LearnConsole.PATH, Permission.SEE_LEARNING, this::list);
    }

    private Future<View> list(Request request) {
        return database.read(tx -> tools.lessons().all(tx, SignedIn.of(request).unit()).compose(all ->
                tools.views().totals(tx).map(counts -> page(request, all, counts))));
    }

    private View page(Request request, List<Lesson> all, Map<Long, Views.Count> counts) {
        Lang lang = request.lang();
        String status = request.query("status").filter(TABS::contains).orElse("");
        String query = request.query("q").flatMap(PlainText::of).filter(text -> text.length() <= 60).orElse("");
        var shown = all.stream().filter(lesson -> isIn(status, Standing.of(lesson)))
                .filter(lesson -> query.isEmpty() || holds(lesson, query)).toList();
        var tabs = new ArrayList<Tab>();
        TABS.forEach(tab -> tabs.add(new Tab(words.say(lang, "console.tab." + (tab.isEmpty() ? "all" : tab),
                all.stream().filter(lesson -> isIn(tab, Standing.of(lesson))).count()),
                LearnConsole.PATH + (tab.isEmpty() ? "" : "?status=" + tab), tab.equals(status))));
        return View.page("learn/console/list", new LessonList(words.say(lang, "console.title"),
                SignedIn.of(request).may(Permission.WRITE_LEARNING), all.isEmpty(), tabs, status, query,
                shown.stream().map(lesson -> row(lang, lesson, count(counts, lesson))).toList(),
                Format.number(shown.stream().mapToLong(lesson -> count(counts, lesson).total()).sum()),
                Format.number(shown.stream().mapToLong(lesson -> count(counts, lesson).lately()).sum())));
    }

    private static Views.Count count(Map<Long, Views.Count> counts, Lesson lesson) {
        return counts.getOrDefault(lesson.id(), Views.Count.NONE);
    }

    private static boolean isIn(String tab, Standing standing) {
        return switch (tab) {
            case "open" -> standing == Standing.DRAFT || standing == Standing.RETURNED || standing == Standing.CHANGING;
            case "waiting" -> standing.waits();
            case "published" -> standing == Standing.PUBLISHED || standing == Standing.CHANGING
                    || standing == Standing.CHANGE_WAITING;
            case "withdrawn" -> standing == Standing.WITHDRAWN;
            default -> standing != Standing.WITHDRAWN;
        };
    }

    private static boolean holds(Lesson lesson, String query) {
        var text = lesson.latest().text();
        return String.join("\n", text.title(), text.summary(), text.body(), text.cites(), lesson.slug().value())
                .toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT));
    }

    private Row row(Lang lang, Lesson lesson, Views.Count count) {
        var standing = Standing.of(lesson);
        var latest = lesson.latest();
        return new Row(lesson.path(), Optional.of(latest.text().title()).filter(title -> !title.isBlank())
                .orElse(lesson.slug().value()), words.sort(lang, latest.text().sort()), lesson.url(),
                words.say(lang, "standing." + standing.code()), standing.tone(), Format.number(count.total()),
                Format.number(count.lately()), words.say(lang, "console.changed", latest.changedBy(),
                Format.moment(lang, latest.changedAt())));
    }
}
