package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.function.Function;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The steps by which administrators take away what lets somebody in: sessions, links, a second factor. */
final class AccessConsole implements Routes {

    private static final String ACCOUNT = StaffConsole.PATH + "/:username";
    private static final String RESET = "/second-factor-reset";

    private final Doors doors;
    private final Accounts accounts;
    private final Access access;
    private final Messages messages;

    AccessConsole(Doors doors, Accounts accounts, Access access, Messages messages) {
        this.doors = doors;
        this.accounts = accounts;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public void mount(Router router) {
        doors.post(router, ACCOUNT + "/sessions/:session/ending", Permission.CHANGE_STAFF, this::endSession);
        doors.post(router, ACCOUNT + "/endings", Permission.CHANGE_STAFF, this::endSessions);
        doors.get(router, ACCOUNT + RESET, Permission.CHANGE_STAFF, this::askToResetFactor);
        doors.post(router, ACCOUNT + RESET, Permission.CHANGE_STAFF, this::resetFactor);
        doors.post(router, ACCOUNT + "/invitation-removal", Permission.CHANGE_STAFF, request ->
                with(request, account -> access.voidLinks(account, SignedIn.of(request).actor())));
    }

    private Future<View> with(Request request, Function<Account, Future<Void>> work) {
        return accounts.get(request.path("username")).compose(account -> work.apply(account)
                .map(done -> View.seeOther(StaffConsole.PATH + '/' + account.username())));
    }

    private Future<View> endSession(Request request) {
        var session = SessionRow.id(request.path("session"));
        return with(request, account -> access.endSession(account, session, SignedIn.of(request).actor()));
    }

    private Future<View> endSessions(Request request) {
        SignedIn who = SignedIn.of(request);
        return with(request, account -> access.endSessions(account, account.id() == who.account()
                ? Optional.of(who.session()) : Optional.empty(), who.actor()));
    }

    private Future<View> askToResetFactor(Request request) {
        return accounts.get(request.path("username")).map(account -> ConfirmPage.view(messages, request, account, RESET,
                "staff.factor.reset", "staff.account.factor.reset"));
    }

    /** Nobody takes off their own second factor here, where no code is asked for. */
    private Future<View> resetFactor(Request request) {
        SignedIn who = SignedIn.of(request);
        return with(request, account -> account.id() == who.account()
                ? Future.failedFuture(Problem.forbidden("staff.factor.own"))
                : access.dropSecondFactor(account, who.actor()));
    }
}
