package org.pufa.staff;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.staff.SecondFactor.Factor;
import org.pufa.web.Request;
import org.pufa.web.View;

/** Shows one's own second factor: the code to scan, and the recovery codes on a page and in a file. */
record FactorPages(Messages messages) {

    private static final String RECOVERY_CODE = "[A-Z2-7]{4}-[A-Z2-7]{4}";
    private static final String NEW_LINE = "\r\n";

    /**
     * Model of {@code staff/factor}.
     *
     * @param needed whether nothing else can be done before
     * @param on whether it is in use
     * @param asksPassword whether there is a password to ask for
     * @param key the secret in groups of four while it waits to be confirmed, or ""
     * @param qr outline of the code to scan @param size its width in modules
     * @param left recovery codes that are still good
     */
    record FactorPage(String title, boolean needed, boolean on, boolean asksPassword, String key, String qr, int size,
            int left, List<ErrorLine> errors) {
    }

    /** Model of {@code staff/recovery}. @param made the day */
    record RecoveryPage(String title, String lead, List<String> codes, String username, String made) {
    }

    View factor(Request request, Optional<Factor> found, boolean asksPassword, int left, List<ErrorLine> errors) {
        boolean on = found.filter(Factor::confirmed).isPresent();
        var waiting = found.filter(factor -> !factor.confirmed()).map(factor -> Base32.of(factor.secret()));
        var qr = waiting.map(key -> QrOutline.of(address(SignedIn.of(request), key)));
        return View.page("staff/factor", new FactorPage(messages.get(request.lang(), "staff.factor.title"),
                request.method() == HttpMethod.GET && request.find(Guard.FactorMissing.class).isPresent(), on,
                asksPassword, waiting.map(Base32::spaced).orElse(""), qr.map(QrOutline::path).orElse(""),
                qr.map(QrOutline::size).orElse(0), left, errors));
    }

    /** As authenticator apps read it. */
    private String address(SignedIn who, String key) {
        String issuer = encoded(messages.get(Lang.ZH, "staff.factor.issuer"));
        return "otpauth://totp/" + issuer + ':' + encoded(who.username().value()) + "?secret=" + key + "&issuer="
                + issuer + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP.toSeconds();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param lead message key of what was done */
    View recovery(Request request, String lead, List<String> codes, Instant now) {
        return View.page("staff/recovery", new RecoveryPage(messages.get(request.lang(), "staff.recovery.title"),
                messages.get(request.lang(), lead), codes, SignedIn.of(request).username().value(), day(request, now)));
    }

    private static String day(Request request, Instant now) {
        return Format.fullDay(request.lang(), Days.of(now));
    }

    /** The codes that the page held, as a text file; they are kept nowhere. @throws Problem MALFORMED for anything else */
    View file(Request request, Instant now) {
        List<String> codes = request.form().many("code").get();
        if (codes.isEmpty() || codes.size() > SecondFactor.RECOVERY_CODES
                || !codes.stream().allMatch(code -> code.matches(RECOVERY_CODE))) {
            throw Problem.malformed("staff.recovery.malformed");
        }
        String username = SignedIn.of(request).username().value();
        String text = messages.get(request.lang(), "staff.recovery.of", username, day(request, now)) + NEW_LINE
                + NEW_LINE + String.join(NEW_LINE, codes) + NEW_LINE;
        return View.attachment("text/plain; charset=utf-8",
                messages.get(request.lang(), "staff.recovery.file", username), Buffer.buffer(text));
    }
}
