package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.staff.openid.OpenId;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The form by which administrators say under which name somebody is known at the identity provider. */
final class OpenIdNameConsole implements Routes {

    private static final String PATH = StaffConsole.PATH + "/:username/openid";

    private final Doors doors;
    private final SignInPages pages;
    private final Accounts accounts;
    private final Database database;
    private final AuditLog audit;
    private final Messages messages;
    private final OpenIdNames names = new OpenIdNames();

    OpenIdNameConsole(Doors doors, SignInPages pages, Accounts accounts, Database database, AuditLog audit) {
        this.doors = doors;
        this.pages = pages;
        this.accounts = accounts;
        this.database = database;
        this.audit = audit;
        this.messages = pages.messages();
    }

    /** Model of {@code staff/openid}. @param provider what it is called @param bound whether they have come from there */
    record NamePage(String title, String action, String back, String username, String provider, String name,
            boolean bound, List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.CHANGE_STAFF, request -> accounts.get(request.path("username"))
                .compose(account -> database.read(tx -> names.of(tx, account.id()))
                        .map(known -> page(request, account, known, List.of()))));
        doors.post(router, PATH, Permission.CHANGE_STAFF, this::set);
    }

    private View page(Request request, Account account, OpenIdNames.Names known, List<ErrorLine> errors) {
        String back = StaffConsole.PATH + '/' + account.username();
        OpenId provider = pages.openId().orElseThrow(() -> Problem.notFound("staff.openid.none"));
        return View.page("staff/openid", new NamePage(messages.get(request.lang(), "staff.openid.name.title",
                account.displayName()), back + "/openid", back, account.username().value(),
                provider.label().in(request.lang()), known.name(), known.bound(), errors));
    }

    private Future<View> set(Request request) {
        FormFields form = request.form();
        String name = form.text("name").atMost(OpenIdNames.LONGEST).get();
        return accounts.get(request.path("username")).compose(account -> set(request, form, account, name));
    }

    private Future<View> set(Request request, FormFields form, Account account, String name) {
        return (form.errors().isEmpty() ? database.inTx(tx -> names.set(tx, account.id(), name).compose(free -> free
                ? audit.record(tx, SignedIn.of(request).actor(), "staff.openid-name", account.username().value(),
                        Map.of("name", name)).map(true) : Future.succeededFuture(false)))
                : Future.succeededFuture(true)).map(free -> {
            if (!free) {
                form.refuse("name", "staff.openid.name.taken", name);
            }
            return form.errors().isEmpty() ? View.seeOther(StaffConsole.PATH + '/' + account.username())
                    : page(request, account, new OpenIdNames.Names(form.raw("name"), false),
                            ErrorLine.of(messages, request.lang(), form.errors())).status(422);
        });
    }
}
