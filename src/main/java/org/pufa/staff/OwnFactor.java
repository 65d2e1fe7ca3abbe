package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Messages;
import org.pufa.staff.SignInTries.Sort;
import org.pufa.staff.SignInTries.Try;
import org.pufa.web.FormFields;
import org.pufa.web.Problems;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Sets up one's own second factor (动态验证码), renews its recovery codes, and takes it off. */
final class OwnFactor implements Routes {

    static final String PATH = AccountConsole.PATH + "/second-factor";

    private final Doors doors;
    private final Database database;
    private final AccountStore accounts = new AccountStore();
    private final Sessions sessions = new Sessions();
    private final FactorPages pages;
    private final SecondFactor factors;
    private final SignInTries tries;
    private final SignIn signIn;
    private final AuditLog audit;
    private final Messages messages;
    private final Clock clock;

    /** What it works with besides the doors. */
    record Parts(Database database, SecondFactor factors, SignInTries tries, SignIn signIn, AuditLog audit,
            Messages messages, Clock clock) {
    }

    OwnFactor(Doors doors, Parts parts) {
        this.doors = doors;
        this.database = parts.database();
        this.factors = parts.factors();
        this.tries = parts.tries();
        this.signIn = parts.signIn();
        this.audit = parts.audit();
        this.messages = parts.messages();
        this.pages = new FactorPages(messages);
        this.clock = parts.clock();
    }

    /** Called at start: an administrator who needs a second factor is led here. */
    void leadHere(Problems problems) {
        problems.onKey(Guard.FACTOR_NEEDED, (request, problem) ->
                Future.succeededFuture(View.seeOther(PATH)));
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.ENTER, request -> show(request, List.of()));
        doors.post(router, PATH + "/secrets", Permission.ENTER, this::begin);
        doors.post(router, PATH + "/confirmation", Permission.ENTER, this::confirm);
        doors.post(router, PATH + "/abandonment", Permission.ENTER, this::abandon);
        doors.post(router, PATH + "/recovery-codes", Permission.ENTER, this::renew);
        doors.post(router, PATH + "/recovery-codes/file", Permission.ENTER, request ->
                Future.succeededFuture(pages.file(request, clock.instant())));
        doors.post(router, PATH + "/removal", Permission.ENTER, this::remove);
    }

    private Future<View> show(Request request, List<ErrorLine> errors) {
        SignedIn who = SignedIn.of(request);
        return database.read(tx -> factors.find(tx, who.account()).compose(found ->
                factors.codesLeft(tx, who.account()).compose(left -> accounts.get(tx, who.account()).map(account ->
                        pages.factor(request, found, account.passwordHash().isPresent(), left, errors)))));
    }

    private Future<View> begin(Request request) {
        FormFields form = request.form();
        return database.read(tx -> accounts.get(tx, SignedIn.of(request).account())).compose(account ->
                account.passwordHash().isPresent() ? OwnPassword.checkOwn(signIn, request, form)
                        : Future.<Void>succeededFuture()).compose(checked -> form.errors().isEmpty()
                ? database.inTx(tx -> factors.begin(tx, SignedIn.of(request).account(), clock.instant()))
                        .map(begun -> View.seeOther(PATH)) : again(request, form));
    }

    private Future<View> abandon(Request request) {
        return database.inTx(tx -> factors.abandon(tx, SignedIn.of(request).account()))
                .map(abandoned -> View.seeOther(AccountConsole.PATH));
    }

    private Future<View> again(Request request, FormFields form) {
        return show(request, ErrorLine.of(messages, request.lang(), form.errors())).map(page -> page.status(422));
    }

    private Future<View> confirm(Request request) {
        SignedIn who = SignedIn.of(request);
        return counted(request, allowed -> database.inTx(tx -> factors.confirm(tx, who.account(),
                request.form().raw("code"), clock.instant()).compose(codes -> codes.isEmpty()
                ? Future.succeededFuture(codes) : sessions.revokeOthers(tx, who.account(), who.session(),
                        clock.instant()).compose(ended -> succeeded(who, "staff.factor-on", tx)).map(codes))))
                .compose(codes -> answer(request, codes, "staff.recovery.lead.on"));
    }

    /** The one answer to a form that is a page: the codes are kept nowhere, so they can be shown only now. */
    private Future<View> answer(Request request, Optional<List<String>> codes, String lead) {
        if (codes.isEmpty()) {
            FormFields form = request.form();
            form.refuse("code", "staff.factor.wrong");
            return again(request, form);
        }
        return Future.succeededFuture(pages.recovery(request, lead, codes.get(), clock.instant()));
    }

    private Future<View> renew(Request request) {
        SignedIn who = SignedIn.of(request);
        return counted(request, allowed -> database.inTx(tx -> factors.use(tx, who.account(),
                request.form().raw("code"), clock.instant()).compose(used -> used.isEmpty()
                ? Future.succeededFuture(Optional.<List<String>>empty())
                : succeeded(who, "staff.recovery-codes", tx).compose(done -> factors.newCodes(tx, who.account()))
                        .map(Optional::of)))).compose(codes -> answer(request, codes, "staff.recovery.lead.new"));
    }

    private Future<View> remove(Request request) {
        SignedIn who = SignedIn.of(request);
        return counted(request, allowed -> database.inTx(tx -> factors.use(tx, who.account(),
                request.form().raw("code"), clock.instant()).compose(used -> used.isEmpty()
                ? Future.succeededFuture(Optional.<List<String>>empty())
                : succeeded(who, "staff.factor-off", tx).compose(done -> factors.drop(tx, who.account()))
                        .map(Optional.of(List.<String>of()))))).compose(done -> done.isPresent()
                ? Future.succeededFuture(View.seeOther(AccountConsole.PATH + "?done=factor-off"))
                : answer(request, done, ""));
    }

    private Future<Void> succeeded(SignedIn who, String action, Tx tx) {
        return tries.forget(tx, Sort.CODE, who.username())
                .compose(forgotten -> audit.record(tx, who.actor(), action, who.actor(), Map.of()));
    }

    private interface Work {

        Future<Optional<List<String>>> with(Try counted);
    }

    /** A code is looked at only while there are tries left; else it counts as wrong. */
    private Future<Optional<List<String>>> counted(Request request, Work work) {
        SignedIn who = SignedIn.of(request);
        return database.inTx(tx -> tries.count(tx, Sort.CODE, who.username(), clock.instant()))
                .compose(counted -> counted.allowed() ? work.with(counted)
                        : Future.succeededFuture(Optional.empty()));
    }
}
