package org.pufa.learn.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.BiFunction;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.learn.LearnWords;
import org.pufa.learn.Lesson;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** What is done with a page: sent, taken back, published, sent back, changed, given up, withdrawn. */
final class StepPages implements Routes {

    private static final String WITHDRAWAL = LearnConsole.ONE + "/withdrawal";
    private static final int LONGEST_NOTE = 500;

    private final LearnConsole.Tools tools;
    private final Database database;
    private final LearnWords words;

    StepPages(LearnConsole.Tools tools, Database database, LearnWords words) {
        this.tools = tools;
        this.database = database;
        this.words = words;
    }

    /** Model of {@code learn/console/withdrawal}. @param read whether citizens read it now */
    record WithdrawalPage(String title, String name, String path, boolean read, String reason,
            List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        var doors = tools.doors();
        doors.post(router, LearnConsole.ONE + "/changes", Permission.WRITE_LEARNING, request -> step(request,
                "/writing", (tx, id) -> tools.lessons().change(tx, id, actor(request))));
        doors.post(router, LearnConsole.ONE + "/submission", Permission.WRITE_LEARNING, this::submit);
        doors.post(router, LearnConsole.ONE + "/recall", Permission.WRITE_LEARNING, request -> step(request,
                "/writing", (tx, id) -> tools.lessons().recall(tx, id, actor(request))));
        doors.post(router, LearnConsole.ONE + "/dropping", Permission.WRITE_LEARNING, request -> step(request, "",
                (tx, id) -> tools.lessons().drop(tx, id, actor(request))));
        doors.post(router, LearnConsole.ONE + "/decisions", Permission.REVIEW_LEARNING, this::decide);
        doors.get(router, WITHDRAWAL, Permission.WRITE_LEARNING, request -> withdrawal(request, List.of()));
        doors.post(router, WITHDRAWAL, Permission.WRITE_LEARNING, this::withdraw);
    }

    private static String actor(Request request) {
        return SignedIn.of(request).actor();
    }

    private Future<View> step(Request request, String next, BiFunction<Tx, Long, Future<Void>> step) {
        long id = LearnConsole.id(request);
        return database.inTx(tx -> step.apply(tx, id)).compose(done -> renewed(Lesson.path(id) + next));
    }

    /** Whoever published or withdrew sees it done when they look at once. */
    private Future<View> renewed(String next) {
        return tools.shelf().load().map(loaded -> View.seeOther(next));
    }

    private Future<View> submit(Request request) {
        long id = LearnConsole.id(request);
        var form = request.form();
        String note = form.text("note").atMost(LONGEST_NOTE).get();
        return Future.succeededFuture().compose(begun -> form.orInvalid(() -> database.inTx(tx -> tools.lessons()
                .submit(tx, id, LearnConsole.number(form.raw("version")), note, actor(request)))))
                .map(done -> View.seeOther(Lesson.path(id)))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                        ? Future.succeededFuture(View.seeOther(Lesson.path(id) + "#check"))
                        : Future.failedFuture(failure));
    }

    private Future<View> decide(Request request) {
        long id = LearnConsole.id(request);
        var form = request.form();
        boolean publish = form.raw("decision").equals("publish");
        var note = form.text("note").atMost(LONGEST_NOTE);
        if (!publish && form.raw("note").isBlank()) {
            return Future.succeededFuture(View.seeOther(Lesson.path(id) + "?why=1#decide"));
        }
        return Future.succeededFuture().compose(begun -> form.orInvalid(() -> database.inTx(tx -> tools.lessons()
                .decide(tx, id, LearnConsole.number(form.raw("version")), publish, note.get(), actor(request)))))
                .compose(done -> renewed(Lesson.path(id)));
    }

    private Future<View> withdrawal(Request request, List<ErrorLine> errors) {
        return database.read(tx -> tools.lessons().get(tx, LearnConsole.id(request))).map(lesson ->
                View.page("learn/console/withdrawal", new WithdrawalPage(words.say(request.lang(), "withdrawal.title"),
                        lesson.latest().text().title(), lesson.path(), lesson.published().isPresent(),
                        request.form().raw("reason"), errors)));
    }

    private Future<View> withdraw(Request request) {
        var form = request.form();
        String reason = form.text("reason").required().atMost(LONGEST_NOTE).get();
        if (!form.errors().isEmpty()) {
            return withdrawal(request, ErrorLine.of(words.messages(), request.lang(), form.errors()))
                    .map(page -> page.status(422));
        }
        return step(request, "", (tx, id) -> tools.lessons().withdraw(tx, id, reason, actor(request)));
    }
}
