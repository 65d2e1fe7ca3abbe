package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.audit.AuditCheck;
import org.pufa.audit.AuditEvent;
import org.pufa.audit.AuditHead;
import org.pufa.audit.AuditLog;
import org.pufa.audit.AuditSearch;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.staff.AuditWords.Choice;
import org.pufa.staff.AuditWords.EventRow;
import org.pufa.staff.AuditWords.Group;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The audit log, searched and read page by page, and the check of its chain. */
final class AuditConsole implements Routes {

    static final String PATH = "/console/audit";
    private static final int ROWS = 50;

    private final Doors doors;
    private final Database database;
    private final AuditLog audit;
    private final Messages messages;
    private final AccountStore accounts = new AccountStore();
    private final AuditSearch search = new AuditSearch();

    AuditConsole(Doors doors, Database database, AuditLog audit, Messages messages) {
        this.doors = doors;
        this.database = database;
        this.audit = audit;
        this.messages = messages;
        doors.place(new Navigation.Place(Navigation.Group.SYSTEM, "staff.audit.title", PATH, Permission.SEE_AUDIT));
    }

    /**
     * Model of {@code staff/audit}.
     *
     * @param older address of the next page, or ""
     * @param newest address of the first page, or "" on it
     */
    record AuditPage(String title, Filters filters, String found, List<EventRow> rows, String older, String newest,
            String csv, String lines) {
    }

    /** What was asked for, and what can be. */
    record Filters(List<Choice> people, List<Group> actions, String subject, String from, String to, String words,
            boolean any) {
    }

    /** Model of {@code staff/audit-check}. @param noted what was typed; @param error beside it, or "" */
    record CheckPage(String title, boolean right, String sentence, List<String> findings, String head, String noted,
            String error) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_AUDIT, this::list);
        doors.get(router, PATH + "/check", Permission.SEE_AUDIT, this::check);
    }

    private Future<View> list(Request request) {
        var query = AuditQuery.of(request);
        return words(request.lang()).compose(words -> database.read(tx -> {
            var filter = query.filter(words);
            return search.count(tx, filter).compose(count -> search.page(tx, filter, query.before(), ROWS + 1)
                    .map(events -> View.page("staff/audit", page(request.lang(), query, words, count, events))));
        }));
    }

    /** The words of a language, with the names of all who have an account. */
    Future<AuditWords> words(Lang lang) {
        return database.read(accounts::all).map(all -> {
            Map<String, String> names = new LinkedHashMap<>();
            all.forEach(account -> names.put(account.username().value(), account.displayName()));
            return new AuditWords(messages, lang, names);
        });
    }

    private AuditPage page(Lang lang, AuditQuery query, AuditWords words, long count, List<AuditEvent> events) {
        var shown = events.size() > ROWS ? events.subList(0, ROWS) : events;
        String older = events.size() > ROWS ? PATH + query.after(shown.get(ROWS - 1).seq()) : "";
        return new AuditPage(messages.get(lang, "staff.audit.title"), filters(query, words),
                messages.get(lang, query.asksForAll() ? "staff.audit.count" : "staff.audit.found", count),
                shown.stream().map(words::row).toList(), older, query.isNewest() ? "" : PATH + query.query(),
                PATH + "/audit.csv" + query.query(), PATH + "/audit.jsonl" + query.query());
    }

    private static Filters filters(AuditQuery query, AuditWords words) {
        return new Filters(words.people(query.actor()), words.actions(query.action()), query.subject(),
                query.from().map(Object::toString).orElse(""), query.to().map(Object::toString).orElse(""),
                query.words(), !query.asksForAll());
    }

    private Future<View> check(Request request) {
        String typed = request.query("noted").orElse("");
        Optional<AuditHead> noted = AuditHead.parse(typed);
        String error = typed.isBlank() || noted.isPresent() ? ""
                : messages.get(request.lang(), "staff.audit.check.noted.wrong");
        return database.inSnapshot(tx -> AuditCheck.run(tx, noted)).compose(result -> database.inTx(tx ->
                audit.record(tx, SignedIn.of(request).actor(), "audit.verify", "audit",
                        Map.of("events", result.events(), "sound", result.isWhole()))).map(result))
                .map(result -> View.page("staff/audit-check", page(request.lang(), result, typed, error)));
    }

    private CheckPage page(Lang lang, AuditCheck.Result result, String typed, String error) {
        return new CheckPage(messages.get(lang, "staff.audit.check.title"), result.isWhole(),
                messages.get(lang, result.isWhole() ? "staff.audit.check.right" : "staff.audit.check.broken",
                        result.events(), result.findings().size()),
                result.findings().stream().map(one -> messages.get(lang, one.key(), one.args())).toList(),
                result.head().toString(), typed, error);
    }
}
