package org.pufa.campaign;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.pufa.kernel.Slug;
import org.pufa.web.Request;

/**
 * Remembers by which channel somebody came: {@code ?ch=CODE} on a landing page becomes a cookie that only the pages of
 * that campaign see. A code that the campaign does not have counts as none.
 */
public final class Channels {

    private static final String COOKIE = "channel";
    private static final String PARAMETER = "ch";
    private static final String LANDING = "/c/";
    private static final long KEPT_SECONDS = 24 * 60 * 60;

    private final Campaigns campaigns;
    private final boolean https;

    /** @param https whether people reach the platform through TLS */
    public Channels(Campaigns campaigns, boolean https) {
        this.campaigns = campaigns;
        this.https = https;
    }

    /** Sees every request for a kept page before it is answered; also on the fast path, so it does little. */
    public void visit(HttpServerRequest request) {
        String uri = request.uri();
        int mark = uri.indexOf('?');
        if (mark > 0 && uri.startsWith(LANDING)) {
            String code = parameter(uri, mark);
            if (code != null) {
                remember(request, uri.substring(LANDING.length(), mark), code);
            }
        }
    }

    private static String parameter(String uri, int mark) {
        for (int at = mark; at >= 0; at = uri.indexOf('&', at + 1)) {
            if (uri.startsWith("ch=", at + 1)) {
                int end = uri.indexOf('&', at + 1);
                return uri.substring(at + 4, end < 0 ? uri.length() : end);
            }
        }
        return null;
    }

    private void remember(HttpServerRequest request, String slug, String code) {
        Slug.parse(slug).flatMap(campaigns::find).ifPresent(campaign -> {
            boolean known = campaign.definition().channel(code).isPresent();
            request.response().addCookie(Cookie.cookie(COOKIE, known ? code : "").setMaxAge(known ? KEPT_SECONDS : 0)
                    .setPath(campaign.path()).setHttpOnly(true).setSecure(https).setSameSite(CookieSameSite.LAX));
        });
    }

    /** The channel of an attempt that begins now: of the address, else of the cookie, else direct. */
    String of(Request request, Campaign campaign) {
        return known(campaign, request.query(PARAMETER)).or(() -> known(campaign, request.cookie(COOKIE)))
                .orElse(Channel.DIRECT);
    }

    private static Optional<String> known(Campaign campaign, Optional<String> code) {
        return code.flatMap(campaign.definition()::channel).map(Channel::code);
    }
}
