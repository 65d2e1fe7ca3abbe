package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** One's own account (我的账号). */
final class AccountConsole implements Routes {

    static final String PATH = "/console/account";

    private final Doors doors;
    private final Accounts accounts;
    private final Database database;
    private final Messages messages;

    AccountConsole(Doors doors, Accounts accounts, Database database, Messages messages) {
        this.doors = doors;
        this.accounts = accounts;
        this.database = database;
        this.messages = messages;
    }

    /** Model of {@code staff/own}. @param unit its name, or "" */
    record OwnPage(String title, String name, String username, String roles, String unit) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.ENTER, this::show);
    }

    private Future<View> show(Request request) {
        SignedIn who = SignedIn.of(request);
        Lang lang = request.lang();
        return database.read(tx -> who.unit().map(code -> doors.units().get(tx, code).map(unit ->
                        unit.name().in(lang))).orElse(Future.succeededFuture("")))
                .map(unit -> View.page("staff/own", new OwnPage(messages.get(lang, "staff.own.title"),
                        who.displayName(), who.username().value(), doors.roles(lang, who.roles()), unit)));
    }
}
