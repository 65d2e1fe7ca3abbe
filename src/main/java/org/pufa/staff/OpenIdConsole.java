package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import org.pufa.kernel.Problem;
import org.pufa.staff.OpenIdStep.Asked;
import org.pufa.staff.openid.Handshake;
import org.pufa.staff.openid.Identity;
import org.pufa.staff.openid.OpenId;
import org.pufa.web.Problems;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Signing in through the bureau's identity provider (统一身份认证). */
final class OpenIdConsole implements Routes {

    static final String BEGIN = SignInConsole.SIGN_IN + "/openid";
    private static final String ANSWER = BEGIN + "/answer";
    private static final String KEYS = "staff.openid.";
    private static final int LONGEST_CODE = 4096;

    private final Doors doors;
    private final SignInPages pages;
    private final Parts parts;

    /** What it works with besides the doors. */
    record Parts(Guard guard, SignIn signIn, SecondStep second, OpenIdStep step, LinkAddress address,
            SecureRandom random) {
    }

    OpenIdConsole(Doors doors, SignInPages pages, Parts parts) {
        this.doors = doors;
        this.pages = pages;
        this.parts = parts;
    }

    @Override
    public void mount(Router router) {
        doors.open(router, HttpMethod.GET, BEGIN, this::begin);
        doors.open(router, HttpMethod.GET, ANSWER, this::answer);
    }

    private OpenId provider() {
        return pages.openId().orElseThrow(() -> Problem.notFound("staff.openid.none"));
    }

    private Future<View> begin(Request request) {
        String next = LocalPath.of(request.query("next"));
        var handshake = Handshake.fresh(parts.random());
        return provider().address(handshake, back(request)).map(address -> {
            parts.step().begin(request, new Asked(handshake, next));
            return View.seeOther(address);
        }).recover(failure -> refused(request, next, failure));
    }

    private String back(Request request) {
        return parts.address().of(request, ANSWER);
    }

    private Future<View> answer(Request request) {
        var asked = parts.step().take(request);
        String next = asked.map(Asked::next).orElse(LocalPath.START);
        var handshake = asked.map(Asked::handshake)
                .filter(open -> open.isAnswered(request.query("state").orElse("")));
        return handshake.isEmpty() ? refused(request, next, Problem.malformed("staff.openid.state"))
                : identify(request, handshake.get())
                        .compose(identity -> parts.signIn().through(identity, Whence.of(request)))
                        .map(outcome -> enter(request, next, outcome))
                        .recover(failure -> refused(request, next, failure));
    }

    private Future<Identity> identify(Request request, Handshake handshake) {
        if (request.query("error").isPresent()) {
            return Future.failedFuture(Problem.of(Problem.Sort.UNAUTHENTICATED, "staff.openid.denied"));
        }
        String code = request.query("code").orElse("");
        return code.isEmpty() || code.length() > LONGEST_CODE
                ? Future.failedFuture(Problem.malformed("staff.openid.state"))
                : provider().identify(code, handshake, back(request));
    }

    private View enter(Request request, String next, SignIn.Outcome outcome) {
        if (outcome instanceof SignIn.Outcome.CodeNeeded needed) {
            parts.second().begin(request, needed.account());
            return pages.entered(request, SignInPages.withNext(CodeConsole.PATH, next));
        }
        parts.guard().remember(request, ((SignIn.Outcome.Welcome) outcome).session());
        return pages.entered(request, next);
    }

    /** Why not, above the form, so that the password remains a way in. */
    private Future<View> refused(Request request, String next, Throwable failure) {
        if (!(failure instanceof Problem problem) || !problem.key().startsWith(KEYS)) {
            return Future.failedFuture(failure);
        }
        String sentence = pages.messages().get(request.lang(), problem.key(), problem.args());
        return Future.succeededFuture(pages.login(request, next, "", sentence, "")
                .status(Problems.status(problem.sort())));
    }
}
