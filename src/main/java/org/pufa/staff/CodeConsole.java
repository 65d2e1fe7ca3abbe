package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Optional;
import org.pufa.i18n.Format;
import org.pufa.i18n.Messages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The second step of signing in, for those who have a second factor. */
final class CodeConsole implements Routes {

    static final String PATH = SignInConsole.SIGN_IN + "/code";
    static final int LONGEST_CODE = 40;

    private final Doors doors;
    private final Guard guard;
    private final SignIn signIn;
    private final SecondStep second;
    private final Messages messages;

    CodeConsole(Doors doors, Guard guard, SignIn signIn, SecondStep second, Messages messages) {
        this.doors = doors;
        this.guard = guard;
        this.signIn = signIn;
        this.second = second;
        this.messages = messages;
    }

    /** Model of {@code staff/code}. */
    record CodePage(String title, String next, String error) {
    }

    @Override
    public void mount(Router router) {
        doors.open(router, HttpMethod.GET, PATH, request -> codeForm(request, request.query("next").orElse(""), ""));
        doors.open(router, HttpMethod.POST, PATH, this::enterCode);
    }

    private Future<View> codeForm(Request request, String next, String error) {
        return second.of(request).map(account -> account.isEmpty() ? View.seeOther(SignInConsole.SIGN_IN + "?done=late")
                : View.page("staff/code", new CodePage(messages.get(request.lang(), "staff.code.title"),
                        LocalPath.of(Optional.of(next)), error)));
    }

    private Future<View> enterCode(Request request) {
        String next = LocalPath.of(Optional.of(request.form().raw("next")));
        String code = request.form().raw("code");
        return second.of(request).compose(account -> {
            if (account.isEmpty()) {
                return Future.succeededFuture(View.seeOther(SignInConsole.SIGN_IN + "?done=late"));
            } else if (code.isBlank() || code.length() > LONGEST_CODE) {
                return codeForm(request, next, messages.get(request.lang(), "staff.code.empty"))
                        .map(page -> page.status(422));
            }
            return signIn.withCode(account.get(), code, Whence.of(request)).compose(outcome ->
                    answerCode(request, next, outcome));
        });
    }

    private Future<View> answerCode(Request request, String next, SignIn.Outcome outcome) {
        if (outcome instanceof SignIn.Outcome.Welcome welcome) {
            second.end(request);
            guard.remember(request, welcome.session());
            return Future.succeededFuture(View.seeOther(next));
        } else if (outcome instanceof SignIn.Outcome.Refused refused) {
            return codeForm(request, next, messages.get(request.lang(), "staff.code.refused", refused.triesLeft()))
                    .map(page -> page.status(401));
        }
        return codeForm(request, next, messages.get(request.lang(), "staff.login.locked",
                Format.time(((SignIn.Outcome.Locked) outcome).until()))).map(page -> page.status(429));
    }
}
