package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.audit.AuditLog;
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
    private final Access access;
    private final Database database;
    private final SignInPages pages;
    private final Messages messages;
    private final OpenIdNames names = new OpenIdNames();
    private final LinkPage.Maker links;

    StaffConsole(Doors doors, Accounts accounts, Access access, Database database, SignInPages pages,
            LinkPage.Maker links) {
        this.doors = doors;
        this.accounts = accounts;
        this.access = access;
        this.database = database;
        this.pages = pages;
        this.messages = pages.messages();
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

    /**
     * Model of {@code staff/account}.
     *
     * @param provider what the identity provider is called, or "" @param providerName how they are known there
     */
    record AccountPage(String title, AccountRow account, String created, boolean mayReset, boolean mayDisable,
            boolean mayEnable, boolean mayEdit, boolean self, String invited, boolean factor,
            boolean mayAct, List<SessionRow> sessions, String provider, String providerName) {
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
                : account.passwordHash().isEmpty() && account.signedIn().isEmpty() ? "invited" : "active";
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

    /** What is known of an account besides its row. */
    private record Known(Map<String, String> units, List<Sessions.Listed> sessions, boolean factor,
            Optional<Instant> invited, OpenIdNames.Names names) {
    }

    private Future<View> account(Request request) {
        return accounts.get(request.path("username")).compose(account -> names(request.lang()).compose(units ->
                access.sessions(account.id()).compose(sessions -> access.hasSecondFactor(account.id())
                        .compose(factor -> access.invitedUntil(account.id()).compose(invited ->
                                database.read(tx -> names.of(tx, account.id())).map(known -> page(request, account,
                                        new Known(units, sessions, factor, invited, known))))))));
    }

    private View page(Request request, Account account, Known known) {
        SignedIn who = SignedIn.of(request);
        Lang lang = request.lang();
        boolean self = account.id() == who.account();
        boolean may = who.may(Permission.CHANGE_STAFF);
        boolean active = account.disabled().isEmpty();
        return View.page("staff/account", new AccountPage(account.displayName(), row(lang, account, known.units()),
                messages.get(lang, "staff.account.created", when(lang, account.created()),
                        account.createdBy().equals(AuditLog.SYSTEM) ? messages.get(lang, "staff.audit.system")
                        : account.createdBy()),
                may && active, may && !self && active, may && !active, may, self,
                known.invited().map(until -> messages.get(lang, "staff.account.invited", when(lang, until))).orElse(""),
                known.factor(), may && !self, SessionRow.of(messages, lang, known.sessions(),
                may ? PATH + '/' + account.username() : "", who.session()),
                pages.openId().map(provider -> provider.label().in(lang)).orElse(""), known.names().name().isEmpty()
                ? account.username().value() : known.names().name()));
    }

    private Future<View> askToDisable(Request request) {
        return accounts.get(request.path("username")).map(account -> ConfirmPage.view(messages, request, account,
                "/disabling", "staff.disable", "staff.disable.button"));
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
