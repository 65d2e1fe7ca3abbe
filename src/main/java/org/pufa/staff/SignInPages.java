package org.pufa.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pufa.i18n.Messages;
import org.pufa.staff.openid.OpenId;
import org.pufa.web.Request;
import org.pufa.web.View;

/** The page on which staff sign in, whichever way. @param openId nothing where there is no identity provider */
record SignInPages(Messages messages, Optional<OpenId> openId) {

    /**
     * Model of {@code staff/login}.
     *
     * @param notice what went well before, or ""
     * @param provider what the identity provider is called, or ""
     * @param providerHref where signing in through it begins
     * @param providerDown whether it cannot be reached
     */
    record LoginPage(String title, String next, String username, String error, String notice, String provider,
            String providerHref, boolean providerDown) {
    }

    /** Model of {@code staff/entered}. */
    record EnteredPage(String title, String next) {
    }

    View login(Request request, String next, String username, String error, String notice) {
        return View.page("staff/login", new LoginPage(messages.get(request.lang(), "staff.login.title"), next, username,
                error, notice, openId.map(provider -> provider.label().in(request.lang())).orElse(""),
                withNext(OpenIdConsole.BEGIN, next), openId.filter(provider -> !provider.isReachable()).isPresent()));
    }

    /** The address with the one to go to afterwards, if that is not the first page anyway. */
    static String withNext(String path, String next) {
        return next.equals(LocalPath.START) ? path
                : path + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /**
     * Goes on by itself, as a step of this site's own: browsers send the cookie that we set here on no step that
     * another site began.
     */
    View entered(Request request, String next) {
        return View.page("staff/entered", new EnteredPage(messages.get(request.lang(), "staff.entered.title"), next))
                .header("Refresh", "0;url=" + next);
    }
}
