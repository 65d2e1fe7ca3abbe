package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** One's own account (我的账号): who one is here, the sessions that are open, and the ways to the rest. */
final class AccountConsole implements Routes {

    static final String PATH = "/console/account";
    private static final List<String> DONE = List.of("password", "factor-off", "ended");

    private final Doors doors;
    private final Accounts accounts;
    private final Access access;
    private final Database database;
    private final Messages messages;

    AccountConsole(Doors doors, Accounts accounts, Access access, Database database,
            Messages messages) {
        this.doors = doors;
        this.accounts = accounts;
        this.access = access;
        this.database = database;
        this.messages = messages;
    }

    /**
     * Model of {@code staff/own}.
     *
     * @param unit its name, or ""
     * @param password whether there is one, or they come through the identity provider only
     * @param factor whether a second factor is in use
     */
    record OwnPage(String title, String name, String username, String roles, String unit, String done,
            boolean password, boolean factor, List<SessionRow> sessions, boolean others) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.ENTER, this::show);
        doors.post(router, PATH + "/sessions/:session/ending", Permission.ENTER, this::end);
        doors.post(router, PATH + "/endings", Permission.ENTER, this::endOthers);
    }

    private Future<View> show(Request request) {
        SignedIn who = SignedIn.of(request);
        Lang lang = request.lang();
        return unit(who, lang).compose(unit -> accounts.get(who.username().value()).compose(account ->
                access.sessions(who.account()).compose(sessions -> access.hasSecondFactor(who.account())
                        .map(factor -> View.page("staff/own", new OwnPage(messages.get(lang, "staff.own.title"),
                                who.displayName(), who.username().value(), doors.roles(lang, who.roles()), unit,
                                done(request), account.passwordHash().isPresent(), factor,
                                SessionRow.of(messages, lang, sessions, PATH, who.session()),
                                sessions.size() > 1))))));
    }

    private Future<String> unit(SignedIn who, Lang lang) {
        return who.unit().map(code -> database.read(tx -> doors.units().get(tx, code))
                .map(unit -> unit.name().in(lang))).orElse(Future.succeededFuture(""));
    }

    private String done(Request request) {
        return request.query("done").filter(DONE::contains)
                .map(done -> messages.get(request.lang(), "staff.own.done." + done)).orElse("");
    }

    private Future<View> end(Request request) {
        SignedIn who = SignedIn.of(request);
        return accounts.get(who.username().value()).compose(account -> access.endSession(account,
                SessionRow.id(request.path("session")), who.actor())).map(ended -> View.seeOther(PATH + "?done=ended"));
    }

    private Future<View> endOthers(Request request) {
        SignedIn who = SignedIn.of(request);
        return accounts.get(who.username().value()).compose(account -> access.endSessions(account,
                Optional.of(who.session()), who.actor())).map(ended -> View.seeOther(PATH + "?done=ended"));
    }
}
