package org.pufa.learn.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Optional;
import org.pufa.db.Database;
import org.pufa.staff.Permission;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.View;

/** The page as citizens will see it, to be shown in a frame beside its form. Nothing is counted. */
final class PreviewPages implements Routes {

    private final LearnConsole.Tools tools;
    private final Database database;

    PreviewPages(LearnConsole.Tools tools, Database database) {
        this.tools = tools;
        this.database = database;
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, LearnConsole.ONE + "/preview", Permission.SEE_LEARNING, this::preview);
    }

    private Future<View> preview(Request request) {
        var lessons = tools.lessons();
        return database.read(tx -> lessons.get(tx, LearnConsole.id(request)).compose(lesson -> lessons.check(tx, lesson)
                .compose(found -> {
                    var text = lesson.latest().text();
                    return tools.view().page(tx, request.lang(), text, found.cited(), lessons.markdown().render(
                            text.body(), text.shownPictures()), Optional.empty());
                }))).map(page -> View.page("learn/lesson", page)
                .header("Content-Security-Policy", SecurityHeaders.FRAMED));
    }
}
