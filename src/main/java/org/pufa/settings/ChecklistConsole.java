package org.pufa.settings;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.staff.Doors;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** What should be so before the platform goes public, each thing with the way to mend it. */
public final class ChecklistConsole implements Routes {

    private static final String PATH = SettingsConsole.PATH + "/checklist";

    private final Doors doors;
    private final List<Check> checks;
    private final Messages messages;

    public ChecklistConsole(Doors doors, List<Check> checks, Messages messages) {
        this.doors = doors;
        this.checks = List.copyOf(checks);
        this.messages = messages;
        doors.place(new Navigation.Place(Navigation.Group.SYSTEM, "settings.check.title", PATH,
                Permission.SEE_AUDIT));
    }

    /** Model of {@code settings/checklist}. */
    record ChecklistPage(String title, String summary, boolean ready, List<CheckRow> rows, List<HowTo> howTos) {
    }

    /** @param state 已做好, 还没做 */
    record CheckRow(String title, boolean done, String state, String sentence, String href, String mend) {
    }

    /** How something is mended that is not mended in the console. */
    record HowTo(String id, String title, String text) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, SettingsConsole.SEE, this::page);
    }

    private Future<View> page(Request request) {
        Lang lang = request.lang();
        Future<List<CheckRow>> rows = Future.succeededFuture(new ArrayList<>());
        for (Check check : checks) {
            rows = rows.compose(before -> check.done().get().map(done -> {
                before.add(row(lang, check, done));
                return before;
            }));
        }
        return rows.map(all -> View.page("settings/checklist", model(lang, all)));
    }

    private ChecklistPage model(Lang lang, List<CheckRow> rows) {
        long open = rows.stream().filter(row -> !row.done()).count();
        return new ChecklistPage(messages.get(lang, "settings.check.title"), open == 0
                ? messages.get(lang, "settings.check.all-done", rows.size())
                : messages.get(lang, "settings.check.some-open", open, rows.size()), open == 0, rows, howTos(lang));
    }

    private CheckRow row(Lang lang, Check check, boolean done) {
        String key = "settings.check." + check.code();
        return new CheckRow(messages.get(lang, key), done,
                messages.get(lang, done ? "settings.check.state.done" : "settings.check.state.todo"),
                messages.get(lang, key + (done ? ".done" : ".todo")), check.href(), messages.get(lang, key + ".mend"));
    }

    /** Those whose link leads to this page. */
    private List<HowTo> howTos(Lang lang) {
        return checks.stream().filter(check -> check.href().startsWith("#")).map(check -> new HowTo(
                check.href().substring(1), messages.get(lang, "settings.check." + check.code()),
                messages.get(lang, "settings.check." + check.code() + ".how"))).toList();
    }
}
