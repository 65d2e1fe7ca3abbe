package org.pufa.campaign;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pufa.kernel.Slug;
import org.pufa.web.CookieHeader;
import org.pufa.web.Request;

/**
 * Remembers by which channel somebody came: {@code ?ch=CODE} on a landing page becomes a cookie that only the pages of
 * that campaign see. A code that the campaign does not have counts as none.
 */
public final class Channels {

    private static final String COOKIE = "channel";
    private static final String PARAMETER = "ch";
    private static final String LANDING = "/c/";
    /** Hours that the channel stays on the device. */
    public static final int KEPT_HOURS = 24;
    private static final String KEPT = "; Max-Age=" + KEPT_HOURS * 60 * 60;
    /** More addresses than posters have; whoever makes up more of them gains nothing. */
    private static final int MOST_URIS = 5_000;
    private static final String DROPPED = "; Max-Age=0";

    private final Campaigns campaigns;
    private final Gate gate;
    private final String attributes;
    private final Map<String, String> uriToCookie = new ConcurrentHashMap<>();

    /** Decides whether a device may count under a channel that asks for more than knowing its code. */
    @FunctionalInterface
    public interface Gate {

        /** Channels that only need their code. */
        Gate OPEN = (request, code) -> true;

        boolean admits(Request request, String code);
    }

    /**
     * To be made before the campaigns are started.
     *
     * @param https whether people reach the platform through TLS
     */
    public Channels(Campaigns campaigns, Gate gate, boolean https) {
        this.campaigns = campaigns;
        this.gate = gate;
        campaigns.onChange(changed -> uriToCookie.clear());
        this.attributes = "; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
    }

    /** The cookie that a request for a landing page brings about, or null; on the fast path, so it does little. */
    public String cookie(HttpServerRequest request) {
        String uri = request.uri();
        int mark = uri.indexOf('?');
        if (mark < 0 || !uri.startsWith(LANDING)) {
            return null;
        }
        String kept = uriToCookie.get(uri);
        return kept != null ? kept : cookie(uri, mark);
    }

    private String cookie(String uri, int mark) {
        String code = parameter(uri, mark);
        String cookie = code == null ? null : Slug.parse(uri.substring(LANDING.length(), mark))
                .flatMap(campaigns::find).map(campaign -> cookie(campaign, code)).orElse(null);
        if (cookie != null && uriToCookie.size() < MOST_URIS) {
            uriToCookie.put(uri, cookie);
        }
        return cookie;
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

    private String cookie(Campaign campaign, String code) {
        boolean known = known(campaign, Optional.of(code)).isPresent();
        return COOKIE + '=' + (known ? code + KEPT : DROPPED) + "; Path=" + campaign.path() + attributes;
    }

    /** The channel of an attempt that begins now: of the address, else of the cookie, else direct. */
    String of(Request request, Campaign campaign) {
        return known(campaign, request.query(PARAMETER)).or(() -> known(campaign, request.cookie(COOKIE)))
                .filter(code -> gate.admits(request, code)).orElse(Channel.DIRECT);
    }

    /** By which channel whoever sees that landing page comes: of the address, else of the cookie, else direct. */
    String of(HttpServerRequest request, Campaign campaign) {
        String uri = request.uri();
        int mark = uri.indexOf('?');
        String asked = mark < 0 ? null : parameter(uri, mark);
        String kept = CookieHeader.value(request.headers().get(HttpHeaders.COOKIE), COOKIE);
        return known(campaign, Optional.ofNullable(asked)).or(() -> known(campaign, Optional.ofNullable(kept)))
                .orElse(Channel.DIRECT);
    }

    /** The launched campaign whose landing page is asked for, or null. */
    Campaign landing(HttpServerRequest request) {
        String uri = request.uri();
        if (!uri.startsWith(LANDING)) {
            return null;
        }
        int mark = uri.indexOf('?');
        return Slug.parse(uri.substring(LANDING.length(), mark < 0 ? uri.length() : mark)).flatMap(campaigns::find)
                .orElse(null);
    }

    private static Optional<String> known(Campaign campaign, Optional<String> code) {
        return code.flatMap(campaign.definition()::channel).filter(channel -> !channel.retired()).map(Channel::code);
    }
}
