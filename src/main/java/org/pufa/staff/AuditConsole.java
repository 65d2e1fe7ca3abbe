package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.stream.Collectors;
import org.pufa.audit.AuditEvent;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The audit log, page by page, and the check of its chain. */
final class AuditConsole implements Routes {

    private static final String PATH = "/console/audit";
    private static final int ROWS = 50;

    private final Doors doors;
    private final Database database;
    private final AuditLog audit;
    private final Messages messages;

    AuditConsole(Doors doors, Database database, AuditLog audit, Messages messages) {
        this.doors = doors;
        this.database = database;
        this.audit = audit;
        this.messages = messages;
        doors.place(new Navigation.Place(Navigation.Group.SYSTEM, "staff.audit.title", PATH, Permission.SEE_AUDIT));
    }

    /** Model of {@code staff/audit}. @param older address of the next page, or "" */
    record AuditPage(String title, List<EventRow> rows, String older, boolean newest) {
    }

    record EventRow(String seq, String when, String actor, String action, String subject, String details) {
    }

    /** Model of {@code staff/audit-check}. */
    record CheckPage(String title, boolean right, String sentence) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_AUDIT, this::list);
        doors.get(router, PATH + "/check", Permission.SEE_AUDIT, this::check);
    }

    private Future<View> list(Request request) {
        long before = request.query("before").filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        return database.read(tx -> audit.before(tx, before, ROWS + 1)).map(events -> {
            var shown = events.size() > ROWS ? events.subList(0, ROWS) : events;
            String older = events.size() > ROWS ? PATH + "?before=" + shown.get(ROWS - 1).seq() : "";
            return View.page("staff/audit", new AuditPage(messages.get(request.lang(), "staff.audit.title"),
                    shown.stream().map(event -> row(request.lang(), event)).toList(), older,
                    before == Long.MAX_VALUE));
        });
    }

    private EventRow row(Lang lang, AuditEvent event) {
        String key = "staff.audit.action." + event.action();
        return new EventRow(Format.number(event.seq()), Format.fullDay(lang, org.pufa.kernel.Days.of(event.at())) + ' '
                + Format.time(event.at()), event.actor().equals(AuditLog.SYSTEM)
                ? messages.get(lang, "staff.audit.system") : event.actor(),
                messages.has(lang, key) ? messages.get(lang, key) : event.action(), event.subject(),
                details(lang, event.details()));
    }

    /** 原因：…；文件：…. What is empty is left out. */
    private String details(Lang lang, String json) {
        return new JsonObject(json).stream().filter(detail -> !String.valueOf(detail.getValue()).isEmpty())
                .map(detail -> {
                    String key = "staff.audit.detail." + detail.getKey();
                    return messages.get(lang, "staff.audit.detail",
                            messages.has(lang, key) ? messages.get(lang, key) : detail.getKey(),
                            String.valueOf(detail.getValue()));
                }).collect(Collectors.joining(messages.get(lang, "staff.audit.detail.and")));
    }

    private Future<View> check(Request request) {
        return database.inSnapshot(audit::firstBroken).map(broken -> View.page("staff/audit-check", new CheckPage(
                messages.get(request.lang(), "staff.audit.check.title"), broken == 0,
                broken == 0 ? messages.get(request.lang(), "staff.audit.check.right")
                        : messages.get(request.lang(), "staff.audit.check.broken", broken))));
    }
}
