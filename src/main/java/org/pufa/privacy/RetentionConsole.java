package org.pufa.privacy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.privacy.PurgeStore.Purged;
import org.pufa.settings.Settings;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** How long which data are kept, decided by administrators, and the log of what was removed. */
public final class RetentionConsole implements Routes {

    private static final String PATH = "/console/privacy";
    private static final Set<Permission> SEE = Set.of(Permission.CHANGE_SETTINGS, Permission.SEE_AUDIT);
    private static final int ROWS = 50;
    /** What stays whatever is decided, and what is gone by itself; each is told in a sentence. */
    private static final List<String> FIXED = List.of("entries", "audit", "uploads", "pulse");

    private final Doors doors;
    private final Database database;
    private final Settings settings;
    private final Retention retention;
    private final Purge purge;
    private final Messages messages;
    private final PurgeStore store = new PurgeStore();

    public RetentionConsole(Doors doors, Database database, Settings settings, Retention retention, Purge purge,
            Messages messages) {
        this.doors = doors;
        this.database = database;
        this.settings = settings;
        this.retention = retention;
        this.purge = purge;
        this.messages = messages;
        doors.place(new Navigation.Place(Navigation.Group.SYSTEM, "privacy.console.title", PATH, Permission.SEE_AUDIT));
    }

    /** Model of {@code privacy/retention}. @param done what went well before, or "" */
    record RetentionPage(String title, boolean mayChange, List<RuleRow> rules, List<FixedRow> fixed,
            List<ErrorLine> errors, String done, List<PurgeRow> purges, String older, String newest) {
    }

    /** @param value days as typed; @param seen days that were seen; @param changed who decided it, or "" */
    record RuleRow(String field, String seenName, String title, String what, String value, String seen, String range,
            String changed, String error) {
    }

    record FixedRow(String title, String sentence) {
    }

    record PurgeRow(String when, String rule, String subject, String number, String days) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, SEE, request -> page(request, new FormFields(MultiMap.caseInsensitiveMultiMap()),
                List.of()));
        doors.post(router, PATH, Permission.CHANGE_SETTINGS, this::change);
        doors.post(router, PATH + "/purges", Permission.CHANGE_SETTINGS, this::purgeNow);
    }

    private Future<View> page(Request request, FormFields typed, List<FieldError> errors) {
        Lang lang = request.lang();
        long before = request.query("before").filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        var lines = ErrorLine.of(messages, lang, errors);
        return database.read(tx -> store.page(tx, before, ROWS + 1)).map(purges -> {
            var shown = purges.size() > ROWS ? purges.subList(0, ROWS) : purges;
            return View.page("privacy/retention", new RetentionPage(say(lang, "console.title"),
                    SignedIn.of(request).may(Permission.CHANGE_SETTINGS),
                    retention.rules().stream().map(rule -> row(lang, rule, typed, lines)).toList(),
                    FIXED.stream().map(code -> new FixedRow(say(lang, "fixed." + code), say(lang, "fixed." + code
                            + ".what"))).toList(), lines, done(request),
                    shown.stream().map(one -> row(lang, one)).toList(),
                    purges.size() > ROWS ? PATH + "?before=" + shown.get(ROWS - 1).id() : "",
                    before == Long.MAX_VALUE ? "" : PATH));
        });
    }

    private String done(Request request) {
        var removed = request.query("removed").filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong);
        return removed.map(n -> n == 0 ? say(request.lang(), "console.nothing-due")
                        : say(request.lang(), "console.removed", n))
                .or(() -> request.query("done").filter("saved"::equals).map(ok -> say(request.lang(), "console.saved")))
                .orElse("");
    }

    private RuleRow row(Lang lang, Rule rule, FormFields typed, List<ErrorLine> lines) {
        String field = Retention.setting(rule);
        String now = Integer.toString(retention.days(rule));
        return new RuleRow(field, "seen:" + field, say(lang, "rule." + rule.code()),
                say(lang, "rule." + rule.code() + ".what"), typed.names().contains(field) ? typed.raw(field) : now, now,
                say(lang, "console.range", rule.period().least(), rule.period().most(), rule.period().standard()),
                settings.stored(field).map(one -> messages.get(lang, "settings.changed", one.changedBy(),
                        Format.moment(lang, one.changedAt()))).orElse(""), lines.stream().filter(line ->
                        line.field().equals(field)).map(ErrorLine::sentence).findFirst().orElse(""));
    }

    private PurgeRow row(Lang lang, Purged one) {
        return new PurgeRow(Format.fullDay(lang, Days.of(one.at())) + ' ' + Format.time(one.at()),
                say(lang, "rule." + one.rule()), one.subject(), say(lang, "rule." + one.rule() + ".number", one.number()),
                say(lang, "console.days", one.days()));
    }

    private Future<View> change(Request request) {
        FormFields form = request.form();
        var seen = new HashMap<String, String>();
        Map<String, String> wanted = new HashMap<>();
        for (Rule rule : retention.rules()) {
            String field = Retention.setting(rule);
            seen.put(field, form.raw("seen:" + field));
            var days = form.number(field).required().between(rule.period().least(), rule.period().most());
            wanted.put(field, form.errors().isEmpty() ? Long.toString(days.get()) : "");
        }
        if (!form.errors().isEmpty()) {
            return page(request, form, form.errors()).map(page -> page.status(422));
        }
        return settings.change(SignedIn.of(request).actor(), "retention", seen, wanted)
                .map(done -> View.seeOther(PATH + "?done=saved"))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.CONFLICT
                        ? page(request, form, List.of(FieldError.of(Retention.setting(retention.rules().get(0)),
                                problem.key()))).map(page -> page.status(409)) : Future.failedFuture(failure));
    }

    private Future<View> purgeNow(Request request) {
        return purge.run(SignedIn.of(request).actor()).map(removed -> View.seeOther(PATH + "?removed=" + removed));
    }

    private String say(Lang lang, String key, Object... args) {
        return messages.get(lang, "privacy." + key, args);
    }
}
