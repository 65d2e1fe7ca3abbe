package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Secret;
import org.pufa.web.Csrf;
import org.pufa.web.Problems;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Signing in and out of the console. */
final class SignInConsole implements Routes {

    static final String SIGN_IN = "/console/login";
    static final String SIGN_OUT = "/console/sign-out";

    private final Doors doors;
    private final Guard guard;
    private final SignIn signIn;
    private final SecondStep second;
    private final SignInPages pages;
    private final Database database;
    private final AuditLog audit;
    private final Messages messages;

    SignInConsole(Doors doors, Guard guard, SignIn signIn, SecondStep second, SignInPages pages,
            Database database, AuditLog audit) {
        this.doors = doors;
        this.guard = guard;
        this.signIn = signIn;
        this.second = second;
        this.database = database;
        this.audit = audit;
        this.pages = pages;
        this.messages = pages.messages();
    }

    /** Model of {@code staff/kept}. */
    record KeptPage(String title) {
    }

    /**
     * Called at start: whoever is not signed in is led to the sign-in page, and back afterwards, with what they had
     * typed; whoever is signed in again meanwhile, back to the form at once.
     */
    void leadHere(Problems problems, LateForms late) {
        problems.onKey(Guard.NEEDED, (request, problem) -> guard.lately(request)
                .compose(account -> account.map(owner -> late.keep(request, owner))
                        .orElse(Future.succeededFuture(Optional.empty())))
                .map(kept -> {
                    guard.forget(request);
                    return toSignIn(request, kept);
                }));
        problems.onKey(Csrf.EXPIRED, (request, problem) -> request.find(SignedIn.class)
                .map(who -> late.keep(request, who.account())).orElse(Future.succeededFuture(Optional.empty()))
                .map(kept -> kept.map(View::seeOther).orElseGet(() -> problems.page(request, problem))));
    }

    private static View toSignIn(Request request, Optional<String> kept) {
        boolean canReturn = request.method() == HttpMethod.GET;
        String next = kept.orElseGet(() -> LocalPath.of(canReturn ? Optional.of(request.url()) : Optional.empty()));
        return View.seeOther(SignInPages.withNext(SIGN_IN, next) + (kept.isEmpty() ? "" : "&done=kept"));
    }

    @Override
    public void mount(Router router) {
        doors.open(router, HttpMethod.GET, SIGN_IN, this::form);
        doors.open(router, HttpMethod.POST, SIGN_IN, this::enter);
        doors.get(router, LateForms.PATH, Permission.ENTER, request -> Future.succeededFuture(View.page("staff/kept",
                new KeptPage(messages.get(request.lang(), "staff.kept.title")))));
        doors.post(router, SIGN_OUT, Permission.ENTER, this::leave);
    }

    private Future<View> form(Request request) {
        String next = LocalPath.of(request.query("next"));
        return guard.inConsole(request).map(session -> session.isPresent() ? View.seeOther(next)
                : pages.login(request, next, "", "", notice(request)));
    }

    private String notice(Request request) {
        return request.query("done").filter(done -> List.of("password", "out", "late", "kept").contains(done))
                .map(done -> messages.get(request.lang(), "staff.login.done." + done)).orElse("");
    }

    private Future<View> enter(Request request) {
        String next = LocalPath.of(Optional.of(request.form().raw("next")));
        String username = request.form().raw("username").strip();
        var password = new Secret(request.form().raw("password"));
        if (username.isEmpty() || password.value().isEmpty() || username.length() > 100
                || password.value().length() > PasswordRule.LONGEST * 2) {
            return Future.succeededFuture(pages.login(request, next, username,
                    messages.get(request.lang(), "staff.login.empty"), "").status(422));
        }
        return signIn.with(username, password, Whence.of(request)).map(outcome -> answer(request, next, username, outcome));
    }

    private View answer(Request request, String next, String username, SignIn.Outcome outcome) {
        if (outcome instanceof SignIn.Outcome.Welcome welcome) {
            guard.remember(request, welcome.session());
            return View.seeOther(next);
        } else if (outcome instanceof SignIn.Outcome.CodeNeeded needed) {
            return toCode(request, next, needed);
        } else if (outcome instanceof SignIn.Outcome.Refused refused) {
            return pages.login(request, next, username,
                    messages.get(request.lang(), "staff.login.refused", refused.triesLeft()), "").status(401);
        }
        var locked = (SignIn.Outcome.Locked) outcome;
        return pages.login(request, next, username, messages.get(request.lang(), "staff.login.locked",
                Format.time(locked.until())), "").status(429);
    }

    private View toCode(Request request, String next, SignIn.Outcome.CodeNeeded needed) {
        second.begin(request, needed.account());
        return View.seeOther(SignInPages.withNext(CodeConsole.PATH, next));
    }

    private Future<View> leave(Request request) {
        SignedIn who = SignedIn.of(request);
        guard.forget(request);
        return guard.revoke(who).compose(revoked -> database.inTx(tx ->
                audit.record(tx, who.actor(), "staff.sign-out", who.actor(), Map.of())))
                .map(recorded -> View.seeOther(SIGN_IN + "?done=out"));
    }

    /** The same refusals as problems, for programs. */
    static Problem problem(SignIn.Outcome outcome, java.time.Instant now) {
        if (outcome instanceof SignIn.Outcome.CodeNeeded) {
            return Problem.of(Problem.Sort.UNAUTHENTICATED, "staff.otp.needed").with("otp_required", true);
        } else if (outcome instanceof SignIn.Outcome.Refused refused) {
            return Problem.of(Problem.Sort.UNAUTHENTICATED, refused.code() ? "staff.otp.refused" : "staff.refused",
                    refused.triesLeft())
                    .with("tries_left", refused.triesLeft());
        }
        var until = ((SignIn.Outcome.Locked) outcome).until();
        return Problem.of(Problem.Sort.TOO_MANY, "staff.locked", Format.time(until))
                .with("retry_after", Math.max(1, java.time.Duration.between(now, until).toSeconds()));
    }
}
