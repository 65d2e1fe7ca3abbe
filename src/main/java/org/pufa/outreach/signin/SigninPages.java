package org.pufa.outreach.signin;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Campaigns;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.identity.Participants;
import org.pufa.identity.Participants.Participant;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.web.Csrf;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The page that a session's QR code leads to. */
public final class SigninPages implements Routes {

    private static final String PATH = "/s/:code";

    private final Gatherings gatherings;
    private final Participants participants;
    private final Campaigns campaigns;
    private final Database database;
    private final Pages pages;
    private final Csrf csrf;
    private final Messages messages;
    private final Clock clock;

    public SigninPages(Gatherings gatherings, Participants participants, Campaigns campaigns, Database database,
            Pages pages, Csrf csrf, Messages messages, Clock clock) {
        this.gatherings = gatherings;
        this.participants = participants;
        this.campaigns = campaigns;
        this.database = database;
        this.pages = pages;
        this.csrf = csrf;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Model of {@code outreach/signin/page}.
     *
     * @param open whether the button stands there
     * @param sentence what is so, where it does not
     * @param signed when this device signed in, or ""
     * @param after what is offered next, if anything
     */
    record SigninPage(String title, String place, String time, String action, boolean open, String sentence,
            String signed, Optional<LocalText> after, String afterUrl) {
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(pages.page(this::show));
        router.post(PATH + "/presence").handler(csrf.sameOrigin()).handler(pages.page(this::sign));
    }

    /** The device is given its token here, so that signing in can ask for it. */
    private Future<View> show(Request request) {
        String code = request.path("code");
        byte[] identity = participants.knownOrNew(request).identity();
        return database.read(tx -> gatherings.look(tx, code, Optional.of(identity)))
                .map(seen -> View.page("outreach/signin/page", page(request.lang(), code, seen)));
    }

    private SigninPage page(Lang lang, String code, Gatherings.Seen seen) {
        Instant now = clock.instant();
        boolean open = seen.window().contains(now) && seen.signed().isEmpty();
        var after = seen.signed().flatMap(signed -> seen.after()).flatMap(Slug::parse).flatMap(campaigns::find);
        return new SigninPage(seen.title(), seen.place(), time(lang, seen), "/s/" + code + "/presence", open,
                open || seen.signed().isPresent() ? "" : say(lang, seen.window().isBefore(now) ? "early" : "late"),
                seen.signed().map(signed -> say(lang, "signed", Format.moment(lang, signed))).orElse(""),
                after.map(campaign -> campaign.definition().title()), after.map(Campaign::path).orElse(""));
    }

    private String time(Lang lang, Gatherings.Seen seen) {
        String time = Format.moment(lang, seen.window().opens()) + " – " + Format.time(seen.window().closes());
        return seen.label().isEmpty() ? time : seen.label() + ' ' + time;
    }

    private String say(Lang lang, String key, Object... args) {
        return messages.get(lang, "outreach.signin." + key, args);
    }

    /** A browser that keeps no cookie could sign in as often as it likes, so it cannot at all. */
    private Future<View> sign(Request request) {
        String code = request.path("code");
        Participant device = participants.known(request)
                .orElseThrow(() -> Problem.forbidden("outreach.signin.no-cookie").with("next", "/s/" + code));
        return database.inTx(tx -> gatherings.sign(tx, code, device.identity()))
                .map(signed -> View.seeOther("/s/" + code));
    }
}
