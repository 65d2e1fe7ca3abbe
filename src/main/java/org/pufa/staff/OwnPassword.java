package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;
import org.pufa.i18n.Format;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Secret;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Changes one's own password; whoever does so says the old one first. */
final class OwnPassword implements Routes {

    private static final String PATH = AccountConsole.PATH + "/password";

    private final Doors doors;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Messages messages;

    OwnPassword(Doors doors, Accounts accounts, SignIn signIn, Messages messages) {
        this.doors = doors;
        this.accounts = accounts;
        this.signIn = signIn;
        this.messages = messages;
    }

    /** Model of {@code staff/password}. */
    record PasswordPage(String title, String username, List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.ENTER, request ->
                Future.succeededFuture(page(request, List.of())));
        doors.post(router, PATH, Permission.ENTER, this::change);
    }

    private View page(Request request, List<ErrorLine> errors) {
        return View.page("staff/password", new PasswordPage(messages.get(request.lang(), "staff.own.password.title"),
                SignedIn.of(request).username().value(), errors));
    }

    private Future<View> change(Request request) {
        SignedIn who = SignedIn.of(request);
        FormFields form = request.form();
        var fresh = new Secret(form.raw("password"));
        return checkOwn(signIn, request, form).compose(checked -> {
            checkFresh(form, fresh, who);
            return form.errors().isEmpty()
                    ? accounts.changeOwn(who, fresh).map(done -> View.seeOther(AccountConsole.PATH + "?done=password"))
                    : Future.succeededFuture(page(request,
                            ErrorLine.of(messages, request.lang(), form.errors())).status(422));
        });
    }

    private void checkFresh(FormFields form, Secret fresh, SignedIn who) {
        accounts.refuse("password", fresh, List.of(who.username().value(), who.displayName())).ifPresent(error ->
                form.refuse(error.field(), error.key(), error.args().toArray()));
        if (!form.raw("again").equals(fresh.value())) {
            form.refuse("again", "staff.password.again");
        }
    }

    /** Refuses the field {@code current} unless it holds the password of whoever is signed in. */
    static Future<Void> checkOwn(SignIn signIn, Request request, FormFields form) {
        String current = form.raw("current");
        if (current.isEmpty() || current.length() > PasswordRule.LONGEST * 2) {
            form.refuse("current", "staff.own.password.empty");
            return Future.succeededFuture();
        }
        return signIn.isOwn(SignedIn.of(request), new Secret(current)).map(wrong -> {
            wrong.ifPresent(outcome -> {
                if (outcome instanceof SignIn.Outcome.Refused refused) {
                    form.refuse("current", "staff.own.password.wrong", refused.triesLeft());
                } else {
                    Instant until = ((SignIn.Outcome.Locked) outcome).until();
                    form.refuse("current", "staff.locked", Format.time(until));
                }
            });
            return null;
        });
    }
}
