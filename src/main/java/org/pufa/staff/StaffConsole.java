package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The pages on staff: who there is, a new account, and what can be done with one. */
final class StaffConsole implements Routes {

    static final String PATH = "/console/staff";

    private final Doors doors;
    private final Accounts accounts;
    private final Database database;
    private final Messages messages;
    private final LinkPage.Maker links;

    StaffConsole(Doors doors, Accounts accounts, Database database, Messages messages, LinkPage.Maker links) {
        this.doors = doors;
        this.accounts = accounts;
        this.database = database;
        this.messages = messages;
        this.links = links;
        doors.place(new Navigation.Place(Navigation.Group.SYSTEM, "staff.people.title", PATH, Permission.SEE_STAFF));
    }

    /** Model of {@code staff/people}. */
    record PeoplePage(String title, boolean mayChange, List<AccountRow> rows) {
    }

    /** @param tone class of the tag, or "" */
    record AccountRow(String username, String href, String name, String role, String unit, String state, String tone,
            String signedIn) {
    }

    /** Model of {@code staff/account}. */
    record AccountPage(String title, AccountRow account, String created, boolean mayReset, boolean mayDisable,
            boolean mayEnable, boolean mayEdit, boolean self) {
    }

    /** Model of {@code staff/confirm}. */
    record ConfirmPage(String title, String sentence, String action, String button, String back, boolean stop) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_STAFF, this::people);
        doors.get(router, PATH + "/:username", Permission.SEE_STAFF, this::account);
        doors.get(router, PATH + "/:username/disabling", Permission.CHANGE_STAFF, this::askToDisable);
        doors.post(router, PATH + "/:username/disabling", Permission.CHANGE_STAFF, this::disable);
        doors.post(router, PATH + "/:username/enabling", Permission.CHANGE_STAFF, this::enable);
        doors.post(router, PATH + "/:username/invitations", Permission.CHANGE_STAFF, this::reset);
    }

    private Future<View> people(Request request) {
        boolean mayChange = SignedIn.of(request).may(Permission.CHANGE_STAFF);
        return accounts.all().compose(all -> names(request.lang()).map(units -> View.page("staff/people",
                new PeoplePage(messages.get(request.lang(), "staff.people.title"), mayChange,
                        all.stream().map(account -> row(request.lang(), account, units)).toList()))));
    }

    /** Names of units by their codes. */
    private Future<Map<String, String>> names(Lang lang) {
        return database.read(doors.units()::all).map(all -> all.stream()
                .collect(Collectors.toMap(Unit::code, unit -> unit.name().in(lang))));
    }

    private AccountRow row(Lang lang, Account account, Map<String, String> units) {
        String state = account.disabled().isPresent() ? "disabled"
                : account.passwordHash().isEmpty() ? "invited" : "active";
        String tone = switch (state) {
            case "disabled" -> "bad";
            case "invited" -> "warn";
            default -> "ok";
        };
        return new AccountRow(account.username().value(), PATH + '/' + account.username(), account.displayName(),
                doors.roles(lang, account.roles()), account.unit().map(units::get).orElse(""),
                messages.get(lang, "staff.state." + state), tone,
                account.signedIn().map(time -> when(lang, time)).orElse("–"));
    }

    private static String when(Lang lang, Instant time) {
        return Format.moment(lang, time);
    }

    private Future<View> account(Request request) {
        SignedIn who = SignedIn.of(request);
        return accounts.get(request.path("username")).compose(account -> names(request.lang()).map(units -> {
            boolean self = account.id() == who.account();
            boolean may = who.may(Permission.CHANGE_STAFF);
            return View.page("staff/account", new AccountPage(account.displayName(),
                    row(request.lang(), account, units),
                    messages.get(request.lang(), "staff.account.created", when(request.lang(), account.created()),
                            account.createdBy()),
                    may && account.disabled().isEmpty(), may && !self && account.disabled().isEmpty(),
                    may && account.disabled().isPresent(), may, self));
        }));
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
                        .map(link -> links.page(request, account.displayName(), link)));
    }
}
