package org.pufa.outreach.kiosk;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Campaigns;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.identity.Participants;
import org.pufa.kernel.Problem;
import org.pufa.web.Csrf;
import org.pufa.web.Kiosked;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/**
 * The pages of the device itself: staff open it with a code, and from then on each person begins here, as somebody new,
 * and the device comes back here after each of them.
 */
public final class KioskPages implements Routes {

    private static final String PATH = Kiosked.START;

    private final Kiosks kiosks;
    private final Participants participants;
    private final Campaigns campaigns;
    private final Database database;
    private final KioskPasses passes;
    private final Pages pages;
    private final Csrf csrf;
    private final Messages messages;
    private final Clock clock;

    public KioskPages(Kiosks kiosks, Participants participants, Campaigns campaigns, Database database,
            KioskPasses passes, Pages pages, Csrf csrf, Messages messages, Clock clock) {
        this.kiosks = kiosks;
        this.participants = participants;
        this.campaigns = campaigns;
        this.database = database;
        this.passes = passes;
        this.pages = pages;
        this.csrf = csrf;
        this.messages = messages;
        this.clock = clock;
    }

    /** Model of {@code outreach/kiosk/open}. */
    record OpenPage(String title, String error) {
    }

    /** Model of {@code outreach/kiosk/start}. @param until when it ends */
    record StartPage(LocalText title, String place, String until) {
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(pages.page(this::show));
        router.post(PATH).handler(csrf.sameOrigin()).handler(pages.page(this::open));
        router.post(PATH + "/persons").handler(csrf.sameOrigin()).handler(pages.page(this::begin));
        router.post(PATH + "/closing").handler(csrf.sameOrigin()).handler(pages.page(this::close));
    }

    /** Where each person begins, and where the device forgets the one before. */
    private Future<View> show(Request request) {
        return current(request).map(found -> {
            if (found.isEmpty()) {
                request.dropCookie(Kiosked.COOKIE);
                return form(request.lang(), "");
            }
            participants.forget(request);
            Campaign campaign = campaigns.get(found.get().slug().value());
            return View.page("outreach/kiosk/start", new StartPage(campaign.definition().title(), found.get().place(),
                    Format.end(request.lang(), found.get().window().closes())));
        });
    }

    private View form(Lang lang, String error) {
        return View.page("outreach/kiosk/open", new OpenPage(messages.get(lang, "outreach.kiosk.open"), error));
    }

    /** The kiosk for which this device was opened, while it is its time. */
    private Future<Optional<Kiosk>> current(Request request) {
        var pass = passes.of(request);
        return pass.isEmpty() ? Future.succeededFuture(Optional.empty())
                : database.read(tx -> kiosks.byId(tx, pass.get().kiosk()))
                .map(found -> found.filter(kiosk -> kiosk.window().contains(clock.instant())
                        && campaigns.find(kiosk.slug()).isPresent()));
    }

    private Future<View> open(Request request) {
        String code = request.form().text("code").atMost(40).get().toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return database.read(tx -> kiosks.byCode(tx, code)).map(found -> {
            var now = clock.instant();
            if (found.isEmpty() || !found.get().window().contains(now)) {
                return form(request.lang(), messages.get(request.lang(), found.isEmpty() ? "outreach.kiosk.wrong"
                        : "outreach.kiosk.not-now")).status(422);
            }
            passes.give(request, found.get());
            return View.seeOther(PATH + "?size=large");
        });
    }

    private Future<View> begin(Request request) {
        return current(request).compose(found -> {
            Kiosk kiosk = found.orElseThrow(() -> Problem.forbidden("outreach.kiosk.over").with("next", PATH));
            participants.forget(request);
            return database.inTx(tx -> kiosks.begin(tx, kiosk)).map(begun -> View.seeOther("/c/" + kiosk.slug() + "?ch="
                    + kiosk.channel() + "&size=large"));
        });
    }

    private Future<View> close(Request request) {
        request.dropCookie(Kiosked.COOKIE);
        participants.forget(request);
        return Future.succeededFuture(View.seeOther(PATH));
    }
}
