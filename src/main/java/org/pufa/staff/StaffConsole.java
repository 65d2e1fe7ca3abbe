package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The pages on staff: who there is, a new account, and what can be done with one. */
final class StaffConsole implements Routes {

    private static final String PATH = "/console/staff";

    private final Doors doors;
    private final Accounts accounts;
    private final Messages messages;
    private final LinkAddress address;

    StaffConsole(Doors doors, Accounts accounts, Messages messages, LinkAddress address) {
        this.doors = doors;
        this.accounts = accounts;
        this.messages = messages;
        this.address = address;
        doors.place(new Navigation.Place(Navigation.Group.SYSTEM, "staff.people.title", PATH, Permission.SEE_STAFF));
    }

    /** Model of {@code staff/people}. */
    record PeoplePage(String title, boolean mayChange, List<AccountRow> rows) {
    }

    /** @param tone class of the tag, or "" */
    record AccountRow(String username, String href, String name, String role, String state, String tone,
            String signedIn) {
    }

    /** Model of {@code staff/new}. */
    record NewPage(String title, String username, String displayName, List<RoleChoice> roles,
            List<ErrorLine> errors) {
    }

    record RoleChoice(String code, String label, String hint, boolean chosen) {
    }

    /** Model of {@code staff/account}. */
    record AccountPage(String title, AccountRow account, String created, boolean mayReset, boolean mayDisable,
            boolean mayEnable, boolean self) {
    }

    /** Model of {@code staff/confirm}. */
    record ConfirmPage(String title, String sentence, String action, String button, String back, boolean stop) {
    }

    /** Model of {@code staff/link}: shown once. */
    record LinkPage(String title, String sentence, String link, String back) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_STAFF, this::people);
        doors.get(router, PATH + "/new", Permission.CHANGE_STAFF, request -> Future.succeededFuture(
                newPage(request, "", "", Role.MANAGER.code(), List.of())));
        doors.post(router, PATH, Permission.CHANGE_STAFF, this::add);
        doors.get(router, PATH + "/:username", Permission.SEE_STAFF, this::account);
        doors.get(router, PATH + "/:username/disabling", Permission.CHANGE_STAFF, this::askToDisable);
        doors.post(router, PATH + "/:username/disabling", Permission.CHANGE_STAFF, this::disable);
        doors.post(router, PATH + "/:username/enabling", Permission.CHANGE_STAFF, this::enable);
        doors.post(router, PATH + "/:username/invitations", Permission.CHANGE_STAFF, this::reset);
    }

    private Future<View> people(Request request) {
        boolean mayChange = SignedIn.of(request).may(Permission.CHANGE_STAFF);
        return accounts.all().map(all -> View.page("staff/people", new PeoplePage(
                messages.get(request.lang(), "staff.people.title"), mayChange,
                all.stream().map(account -> row(request.lang(), account)).toList())));
    }

    private AccountRow row(Lang lang, Account account) {
        String state = account.disabled().isPresent() ? "disabled"
                : account.passwordHash().isEmpty() ? "invited" : "active";
        String tone = switch (state) {
            case "disabled" -> "bad";
            case "invited" -> "warn";
            default -> "ok";
        };
        return new AccountRow(account.username().value(), PATH + '/' + account.username(), account.displayName(),
                messages.get(lang, "staff.role." + account.role().code()),
                messages.get(lang, "staff.state." + state), tone,
                account.signedIn().map(time -> when(lang, time)).orElse("–"));
    }

    private static String when(Lang lang, Instant time) {
        return Format.moment(lang, time);
    }

    private View newPage(Request request, String username, String displayName, String role, List<ErrorLine> errors) {
        Lang lang = request.lang();
        var roles = Arrays.stream(Role.values()).map(one -> new RoleChoice(one.code(),
                messages.get(lang, "staff.role." + one.code()), messages.get(lang, "staff.role.hint." + one.code()),
                one.code().equals(role))).toList();
        return View.page("staff/new", new NewPage(messages.get(lang, "staff.new.title"), username, displayName, roles,
                errors));
    }

    private Future<View> add(Request request) {
        FormFields form = request.form();
        String displayName = form.text("display_name").required().atMost(40).get();
        String typed = form.text("username").required().get();
        var username = Username.parse(typed);
        if (!typed.isEmpty() && username.isEmpty()) {
            form.refuse("username", "staff.username.form");
        }
        var role = Role.parse(form.raw("role"));
        if (role.isEmpty()) {
            form.refuse("role", "staff.role.choose");
        }
        if (!form.errors().isEmpty()) {
            return Future.succeededFuture(newPage(request, typed, displayName, form.raw("role"),
                    ErrorLine.of(messages, request.lang(), form.errors())).status(422));
        }
        return accounts.add(username.get(), displayName, role.get(), SignedIn.of(request).actor())
                .map(link -> linkPage(request, displayName, link));
    }

    /** The one answer to a form that is a page: the link is kept nowhere, so it can be shown only now. */
    private View linkPage(Request request, String displayName, String link) {
        return View.page("staff/link", new LinkPage(messages.get(request.lang(), "staff.link.title"),
                messages.get(request.lang(), "staff.link.sentence", displayName, Invitations.LIFE.toHours()),
                address.of(request, link), PATH));
    }

    private Future<View> account(Request request) {
        SignedIn who = SignedIn.of(request);
        return accounts.get(request.path("username")).map(account -> {
            boolean self = account.id() == who.account();
            boolean may = who.may(Permission.CHANGE_STAFF);
            return View.page("staff/account", new AccountPage(account.displayName(), row(request.lang(), account),
                    messages.get(request.lang(), "staff.account.created", when(request.lang(), account.created()),
                            account.createdBy()),
                    may && account.disabled().isEmpty(), may && !self && account.disabled().isEmpty(),
                    may && account.disabled().isPresent(), self));
        });
    }

    private Future<View> askToDisable(Request request) {
        return accounts.get(request.path("username")).map(account -> View.page("staff/confirm", new ConfirmPage(
                messages.get(request.lang(), "staff.disable.title", account.displayName()),
                messages.get(request.lang(), "staff.disable.sentence"),
                PATH + '/' + account.username() + "/disabling", messages.get(request.lang(), "staff.disable.button"),
                PATH + '/' + account.username(), true)));
    }

    private Future<View> disable(Request request) {
        String username = request.path("username");
        return accounts.disable(username, SignedIn.of(request).actor()).map(done -> View.seeOther(PATH + '/' + username));
    }

    private Future<View> enable(Request request) {
        String username = request.path("username");
        return accounts.enable(username, SignedIn.of(request).actor()).map(done -> View.seeOther(PATH + '/' + username));
    }

    private Future<View> reset(Request request) {
        return accounts.get(request.path("username")).compose(account ->
                accounts.reset(account.username().value(), SignedIn.of(request).actor())
                        .map(link -> linkPage(request, account.displayName(), link)));
    }
}
