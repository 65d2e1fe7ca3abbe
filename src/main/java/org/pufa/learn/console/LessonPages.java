package org.pufa.learn.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.law.Laws;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.learn.Cite;
import org.pufa.learn.LearnWords;
import org.pufa.learn.Lesson;
import org.pufa.learn.LessonCheck;
import org.pufa.learn.LessonStatus;
import org.pufa.learn.LessonStep;
import org.pufa.learn.LessonText;
import org.pufa.learn.Views;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.View;

/** One learning page at the desk: how it stands, what is to be done, how often it was opened, what happened to it. */
final class LessonPages implements Routes {

    private final LearnConsole.Tools tools;
    private final Database database;
    private final LearnWords words;

    LessonPages(LearnConsole.Tools tools, Database database, LearnWords words) {
        this.tools = tools;
        this.database = database;
        this.words = words;
    }

    /**
     * Model of {@code learn/console/lesson}.
     *
     * @param url address for citizens, or "" where they cannot read it
     * @param sentence how it stands and what is to be done
     * @param comment of the reviewer who sent it back, or ""
     * @param amended laws that have another version by now
     */
    record LessonPage(String title, String path, String url, String meta, String status, String tone, String sentence,
            String comment, Acts acts, String version, List<ErrorLine> problems, List<String> unseen,
            List<String> amended, boolean again, List<Changes.Change> changes, List<Changes.Line> lines,
            boolean why, List<Step> steps, String total, String lately, List<Day> days) {
    }

    /**
     * What whoever looks may do.
     *
     * @param check whether what must be mended is said
     * @param submit whether it can be sent now
     */
    record Acts(boolean write, boolean change, boolean check, boolean submit, String notice, boolean recall,
            boolean drop, boolean withdraw, boolean decide) {
    }

    record Step(String what, String who, String when, String note) {
    }

    record Day(String day, String views) {
    }

    /** All that is known of a page. */
    private record Told(Lesson lesson, LessonCheck.Found found, Optional<LessonText> published, List<Cite> cited,
            List<LessonStep> steps, boolean mayDecide, Views.Count count, List<Views.OfDay> days,
            List<String> amended) {
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, LearnConsole.ONE, Permission.SEE_LEARNING, this::show);
    }

    private Future<View> show(Request request) {
        return database.read(tx -> tools.lessons().get(tx, LearnConsole.id(request))
                .compose(lesson -> told(tx, request, lesson))).map(told -> View.page("learn/console/lesson",
                page(request, told)).header("Content-Security-Policy", SecurityHeaders.FRAMING));
    }

    private Future<Told> told(Tx tx, Request request, Lesson lesson) {
        var lessons = tools.lessons();
        Future<Optional<Lesson>> read = lesson.published().isEmpty() ? Future.succeededFuture(Optional.empty())
                : lessons.at(tx, lesson.id(), lesson.published().get()).map(Optional::of);
        return read.compose(published -> lessons.check(tx, lesson).compose(found -> lessons.steps(tx, lesson.id())
                .compose(steps -> lessons.mayDecide(tx, lesson, SignedIn.of(request).actor()).compose(may ->
                        tools.views().totals(tx).compose(counts -> tools.views().days(tx, lesson.id()).compose(days ->
                                amended(tx, tools.laws(), published.map(one -> one.latest().cited()).orElse(List.of()))
                                        .map(amended -> new Told(lesson, found,
                                                published.map(one -> one.latest().text()), found.cited(), steps, may,
                                                counts.getOrDefault(lesson.id(), Views.Count.NONE), days,
                                                amended))))))));
    }

    /** What citizens read cites these in a version that is in force no more. */
    private static Future<List<String>> amended(Tx tx, Laws laws, List<Cite> cited) {
        return laws.versions(tx).map(versions -> cited.stream().map(Cite::citation).filter(citation -> versions.stream()
                        .noneMatch(version -> version.law().equals(citation.law()) && version.inForce()
                                && version.isNamed(citation.version())))
                .map(Object::toString).distinct().toList());
    }

    private LessonPage page(Request request, Told told) {
        Lang lang = request.lang();
        Lesson lesson = told.lesson();
        var latest = lesson.latest();
        var standing = Standing.of(lesson);
        String name = latest.text().title().isBlank() ? lesson.slug().value() : latest.text().title();
        boolean waits = latest.status() == LessonStatus.WAITING;
        boolean again = waits && told.published().isPresent();
        var errors = ErrorLine.of(words.messages(), lang, told.found().errors());
        return new LessonPage(name, lesson.path(), lesson.published().isPresent() ? lesson.url() : "",
                words.say(lang, "lesson.meta", words.sort(lang, latest.text().sort()), lesson.url(), latest.number()),
                words.say(lang, "standing." + standing.code()), standing.tone(), sentence(lang, told, standing),
                latest.status() == LessonStatus.RETURNED ? comment(lang, told.steps()) : "",
                acts(request, told), Integer.toString(latest.version()), errors, told.found().unseen(),
                told.amended(), again, again ? Changes.of(words, lang, told.published().get(), latest.text()) : List.of(),
                again ? Changes.lines(told.published().get().body(), latest.text().body()) : List.of(),
                request.query("why").isPresent(), steps(lang, told.steps()), Format.number(told.count().total()),
                Format.number(told.count().lately()), told.days().stream().map(day -> new Day(Format.fullDay(lang,
                        day.day()), Format.number(day.views()))).toList());
    }

    private String sentence(Lang lang, Told told, Standing standing) {
        var lesson = told.lesson();
        if (lesson.latest().status() == LessonStatus.WAITING && !told.mayDecide()) {
            return words.say(lang, "lesson.waiting.own");
        } else if (standing == Standing.WITHDRAWN) {
            var withdrawal = lesson.withdrawal().orElseThrow();
            return words.say(lang, "lesson.withdrawn", withdrawal.by(), Format.moment(lang, withdrawal.at()),
                    withdrawal.reason());
        }
        return words.say(lang, "lesson." + standing.code());
    }

    private String comment(Lang lang, List<LessonStep> steps) {
        return steps.stream().filter(step -> step.sort() == LessonStep.Sort.RETURN).findFirst()
                .map(step -> words.say(lang, "lesson.comment", step.actor(), step.note())).orElse("");
    }

    private Acts acts(Request request, Told told) {
        var who = SignedIn.of(request);
        var lesson = told.lesson();
        var status = lesson.latest().status();
        boolean writes = who.may(Permission.WRITE_LEARNING);
        boolean open = status.isOpen();
        boolean done = status == LessonStatus.PUBLISHED || status == LessonStatus.DROPPED;
        boolean gone = lesson.withdrawal().isPresent() && lesson.published().isEmpty();
        return new Acts(writes && open, writes && done, open && writes, open && writes
                && told.found().errors().isEmpty(), words.say(request.lang(), tools.lessons().needsSecondPerson()
                ? "lesson.notice.two" : "lesson.notice.one"), writes && status == LessonStatus.WAITING,
                writes && open && lesson.published().isPresent(), writes && !gone,
                status == LessonStatus.WAITING && who.may(Permission.REVIEW_LEARNING) && told.mayDecide());
    }

    private List<Step> steps(Lang lang, List<LessonStep> steps) {
        var rows = new ArrayList<Step>();
        steps.forEach(step -> rows.add(new Step(words.say(lang, "step." + step.sort().code(), step.revision()),
                step.actor(), Format.moment(lang, step.at()), step.note())));
        return rows;
    }
}
