package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.Map;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Secret;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Signing in and out for programs: a session is begun with a password and used with its bearer token. */
final class StaffApi implements Routes {

    private static final String SESSION = "/api/v1/staff/session";

    private final Doors doors;
    private final Guard guard;
    private final SignIn signIn;
    private final SessionTokens bearers;
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    StaffApi(Doors doors, Guard guard, SignIn signIn, SessionTokens bearers, Database database,
            AuditLog audit, Clock clock) {
        this.doors = doors;
        this.guard = guard;
        this.signIn = signIn;
        this.bearers = bearers;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        doors.open(router, HttpMethod.POST, SESSION, this::begin);
        doors.api(router, HttpMethod.DELETE, SESSION, Permission.ENTER, this::end);
    }

    private Future<View> begin(Request request) {
        JsonObject sent = request.json();
        if (!(sent.getValue("username") instanceof String username)
                || !(sent.getValue("password") instanceof String password) || username.isBlank() || password.isEmpty()
                || username.length() > 100 || password.length() > PasswordRule.LONGEST * 2) {
            return Future.failedFuture(Problem.malformed("staff.api.credentials"));
        }
        String otp = sent.getValue("otp") instanceof String code && code.length() <= CodeConsole.LONGEST_CODE ? code : "";
        return enter(username, new Secret(password), otp, Whence.of(request)).map(outcome -> {
            if (!(outcome instanceof SignIn.Outcome.Welcome welcome)) {
                throw SignInConsole.problem(outcome, clock.instant());
            }
            var token = bearers.issue(welcome.session().who().session(), clock.instant());
            return View.json(201, new JsonObject().put("token", token.text())
                    .put("expires_at", token.expires().toString()));
        });
    }

    private Future<SignIn.Outcome> enter(String username, Secret password, String otp, Whence whence) {
        return signIn.with(username, password, whence).compose(outcome ->
                outcome instanceof SignIn.Outcome.CodeNeeded needed && !otp.isBlank()
                        ? signIn.withCode(needed.account(), otp, whence) : Future.succeededFuture(outcome));
    }

    private Future<View> end(Request request) {
        SignedIn who = SignedIn.of(request);
        return guard.revoke(who).compose(revoked -> database.inTx(tx ->
                audit.record(tx, who.actor(), "staff.sign-out", who.actor(), Map.of())))
                .map(recorded -> View.empty(204));
    }
}
