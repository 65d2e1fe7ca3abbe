package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.kernel.ReceiptCode;
import org.pufa.ledger.Entry;
import org.pufa.web.Kiosked;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Leads from a receipt to the participation it stands for. */
final class EntryPages implements Routes {

    /** Model of {@code campaign/lookup}. */
    record LookupPage(String title, LocalText name, String landingUrl, String action, String value, String error) {
    }

    private final Hall hall;
    private final Pages pages;
    private final CampaignWords words;

    EntryPages(Hall hall, Pages pages, CampaignWords words) {
        this.hall = hall;
        this.pages = pages;
        this.words = words;
    }

    @Override
    public void mount(Router router) {
        CampaignPages.look(router, "/c/:slug/entries/:receipt", pages, this::entry);
        CampaignPages.look(router, "/c/:slug/entries", pages, this::lookup);
    }

    /** On a device that many use, nobody sees by the way back what the person before did. */
    private Future<View> entry(Request request) {
        Campaign campaign = hall.campaign(request);
        return hall.entry(campaign, request.path("receipt")).compose(entry -> request.isKiosk()
                && !hall.isOwn(request, campaign, entry) ? Future.succeededFuture(View.seeOther(Kiosked.START))
                : shown(request, campaign, entry));
    }

    private Future<View> shown(Request request, Campaign campaign, Entry entry) {
        return hall.database().read(tx -> hall.entries().sheet(tx, entry)).map(sheet -> campaign.content()
                .receiptPage(new ReceiptRequest(request, campaign, entry, sheet, hall.now(), hall.shelf())));
    }

    private Future<View> lookup(Request request) {
        Campaign campaign = hall.campaign(request);
        String value = request.query("receipt").orElse("").strip();
        var code = ReceiptCode.parse(value);
        if (code.isPresent()) {
            return Future.succeededFuture(View.seeOther(AttemptPages.url(campaign, code.get())));
        }
        String error = value.isEmpty() ? "" : words.say(request.lang(), "lookup.wrong", value);
        View view = form(request, campaign, value, error);
        return Future.succeededFuture(error.isEmpty() ? view : view.status(422));
    }

    /** The look-up form again, when a receipt leads to nothing. */
    Future<View> unknown(Request request, Problem problem) {
        Campaign campaign = hall.campaign(request);
        return Future.succeededFuture(form(request, campaign, request.path("receipt"),
                words.say(request.lang(), "entry.unknown")));
    }

    private View form(Request request, Campaign campaign, String value, String error) {
        return View.page("campaign/lookup", new LookupPage(words.say(request.lang(), "lookup"),
                campaign.definition().title(), campaign.path(), campaign.path() + "/entries", value, error));
    }
}
