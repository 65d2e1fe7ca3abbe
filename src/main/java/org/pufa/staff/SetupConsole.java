package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Secret;
import org.pufa.staff.Accounts.Opened;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The page behind a one-time link: make the first administrator, or set the password of an account. */
final class SetupConsole implements Routes {

    private static final String PATH = "/console/setup";

    private final Doors doors;
    private final Accounts accounts;
    private final Messages messages;

    SetupConsole(Doors doors, Accounts accounts, Messages messages) {
        this.doors = doors;
        this.accounts = accounts;
        this.messages = messages;
    }

    /**
     * Model of {@code staff/setup}.
     *
     * @param first whether the first administrator is made, who still has to choose a user name
     */
    record SetupPage(String title, String lead, String action, String token, boolean first, String username,
            String displayName, List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        doors.open(router, HttpMethod.GET, PATH, this::form);
        doors.open(router, HttpMethod.POST, PATH, this::set);
    }

    private Future<View> form(Request request) {
        String token = request.query("token").orElse("");
        return accounts.open(token).map(opened -> page(request, token, opened, "", "", List.of()));
    }

    private Future<View> set(Request request) {
        String token = request.form().raw("token");
        return accounts.open(token).compose(opened -> opened.account().isPresent()
                ? setPassword(request, token, opened) : makeFirst(request, token, opened))
                .map(set -> set.orElseGet(() -> View.seeOther(SignInConsole.SIGN_IN + "?done=password")));
    }

    /** Nothing when it went well, else the page again. */
    private Future<Optional<View>> setPassword(Request request, String token, Opened opened) {
        FormFields form = request.form();
        Account account = opened.account().orElseThrow();
        Secret password = password(form, List.of(account.username().value(), account.displayName()));
        if (!form.errors().isEmpty()) {
            return Future.succeededFuture(Optional.of(page(request, token, opened, "", "", form.errors()).status(422)));
        }
        return accounts.setPassword(token, password).map(Optional.empty());
    }

    private Future<Optional<View>> makeFirst(Request request, String token, Opened opened) {
        FormFields form = request.form();
        String displayName = form.text("display_name").required().atMost(40).get();
        String typed = form.text("username").required().get();
        var username = Username.parse(typed);
        if (!typed.isEmpty() && username.isEmpty()) {
            form.refuse("username", "staff.username.form");
        }
        Secret password = password(form, List.of(typed.strip(), displayName));
        if (!form.errors().isEmpty()) {
            return Future.succeededFuture(Optional.of(
                    page(request, token, opened, typed, displayName, form.errors()).status(422)));
        }
        return accounts.makeFirst(token, username.get(), displayName, password).map(Optional.empty());
    }

    private Secret password(FormFields form, List<String> names) {
        var password = new Secret(form.raw("password"));
        accounts.refuse("password", password, names).ifPresent(error ->
                form.refuse(error.field(), error.key(), error.args().toArray()));
        if (!form.raw("again").equals(password.value())) {
            form.refuse("again", "staff.password.again");
        }
        return password;
    }

    private View page(Request request, String token, Opened opened, String username, String displayName,
            List<FieldError> errors) {
        boolean first = opened.account().isEmpty();
        String lead = first ? messages.get(request.lang(), "staff.setup.lead.first")
                : messages.get(request.lang(), "staff.setup.lead.account", opened.account().get().displayName());
        return View.page("staff/setup", new SetupPage(
                messages.get(request.lang(), first ? "staff.setup.title.first" : "staff.setup.title.account"), lead,
                PATH, token, first, first ? username : opened.account().get().username().value(), displayName,
                ErrorLine.of(messages, request.lang(), errors)));
    }
}
