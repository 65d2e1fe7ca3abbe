package org.pufa.privacy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Campaigns;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.kernel.ReceiptCode;
import org.pufa.ledger.Entries;
import org.pufa.ledger.Erasures;
import org.pufa.web.Csrf;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Where whoever holds a receipt has what is personal in its entry erased: asked for once, confirmed once. */
public final class ErasurePages implements Routes {

    private static final String PATH = "/c/:slug/erasure";

    private final Campaigns campaigns;
    private final Entries entries;
    private final Erasures erasures;
    private final Retention retention;
    private final AuditLog audit;
    private final Database database;
    private final Web web;
    private final WrongTries tries = new WrongTries(System::nanoTime);

    /** What of the web toolkit the pages stand on. */
    public record Web(Pages pages, Csrf csrf, Messages messages, Clock clock) {
    }

    public ErasurePages(Campaigns campaigns, Entries entries, Erasures erasures, Retention retention, AuditLog audit,
            Database database, Web web) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.erasures = erasures;
        this.retention = retention;
        this.audit = audit;
        this.database = database;
        this.web = web;
    }

    /**
     * Model of {@code privacy/erasure}: the form, the step that confirms, or what was done.
     *
     * @param action where both forms are sent
     * @param value the receipt as it was typed
     * @param error "" where nothing is wrong
     * @param impossible why nothing can be erased, or ""
     * @param receipt to be confirmed, or ""
     * @param goes what will be erased or shown no more
     * @param stays what remains
     * @param done what was done, or ""
     */
    record ErasurePage(String title, LocalText name, String landingUrl, String noticeUrl, String action, String value,
            String error, String impossible, String receipt, List<String> goes, List<String> stays, String done) {
    }

    @Override
    public void mount(Router router) {
        router.post(PATH).handler(web.csrf().sameOrigin()).handler(web.pages().page(this::erase));
        router.route(PATH).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(web.pages().page(this::page));
    }

    private Future<View> page(Request request) {
        Campaign campaign = campaigns.get(request.path("slug"));
        String typed = request.query("receipt").orElse("").strip();
        if (!campaign.book().linked()) {
            return Future.succeededFuture(view(request, blank(request.lang(), campaign).impossible(say(request.lang(),
                    "erasure.unlinked", retention.days(CampaignRule.WORDS)))));
        } else if (typed.isEmpty()) {
            return Future.succeededFuture(view(request, blank(request.lang(), campaign)));
        }
        return find(request, campaign, typed).compose(found -> found.isEmpty()
                ? Future.succeededFuture(unknown(request, campaign, typed))
                : database.read(tx -> step(tx, request, campaign, found.get())));
    }

    private Future<Optional<ReceiptCode>> find(Request request, Campaign campaign, String typed) {
        tries.check(request.clientAddress());
        var code = ReceiptCode.parse(typed);
        Future<Boolean> known = code.isEmpty() ? Future.succeededFuture(false) : database.read(tx ->
                entries.byReceipt(tx, campaign.id(), code.get()).map(Optional::isPresent));
        return known.map(there -> {
            if (!there) {
                tries.wrong(request.clientAddress());
            }
            return code.filter(right -> there);
        });
    }

    private View unknown(Request request, Campaign campaign, String typed) {
        return view(request, blank(request.lang(), campaign).wrong(typed, say(request.lang(), "erasure.unknown")))
                .status(404);
    }

    /** What will be done, or what was done already. */
    private Future<View> step(Tx tx, Request request, Campaign campaign, ReceiptCode receipt) {
        return erasures.erasedAt(tx, campaign.id(), receipt).compose(erased -> erasures.hasWords(tx, campaign.id(),
                receipt).map(words -> view(request, erased.isPresent()
                        ? blank(request.lang(), campaign).done(say(request.lang(), "erasure.done", erased.get()))
                        : confirm(request.lang(), campaign, receipt, words))));
    }

    private Step confirm(Lang lang, Campaign campaign, ReceiptCode receipt, boolean words) {
        var goes = new ArrayList<String>();
        if (words) {
            goes.add(say(lang, "erasure.goes.words"));
        }
        goes.add(say(lang, "erasure.goes.sheet"));
        return blank(lang, campaign).confirm(receipt.toString(), goes, List.of(say(lang, "erasure.stays.count"),
                say(lang, "erasure.stays.device", retention.days(CampaignRule.DEVICES)),
                say(lang, "erasure.stays.receipt")));
    }

    private Future<View> erase(Request request) {
        Campaign campaign = campaigns.get(request.path("slug"));
        String typed = request.form().raw("receipt").strip();
        String here = campaign.path() + "/erasure";
        if (!campaign.book().linked()) {
            return Future.failedFuture(Problem.conflict("privacy.erasure.impossible"));
        }
        return find(request, campaign, typed).compose(found -> found.isEmpty()
                ? Future.succeededFuture(unknown(request, campaign, typed))
                : database.inTx(tx -> erase(tx, campaign, found.get()))
                        .map(done -> View.seeOther(here + "?receipt=" + found.get())));
    }

    /** A second time changes nothing and leaves no second line in the audit log. */
    private Future<Void> erase(Tx tx, Campaign campaign, ReceiptCode receipt) {
        Instant now = web.clock().instant();
        return erasures.hasWords(tx, campaign.id(), receipt).compose(words -> erasures.erase(tx, campaign.id(), receipt,
                now).compose(erased -> erased ? audit.record(tx, AuditLog.SYSTEM, "privacy.erase",
                        campaign.slug().value(), Map.of("words", words, "by", "receipt")) : Future.succeededFuture()));
    }

    private View view(Request request, Step step) {
        return View.page("privacy/erasure", step.page());
    }

    private Step blank(Lang lang, Campaign campaign) {
        return new Step(new ErasurePage(say(lang, "erasure.title"), campaign.definition().title(), campaign.path(),
                campaign.path() + "/privacy", campaign.path() + "/erasure", "", "", "", "", List.of(), List.of(), ""));
    }

    private String say(Lang lang, String key, Object... args) {
        return web.messages().get(lang, "privacy." + key, args);
    }

    /** The page, of which each step fills in its part. */
    private record Step(ErasurePage page) {

        Step wrong(String value, String error) {
            return with(value, error, "", "", List.of(), List.of(), "");
        }

        Step impossible(String why) {
            return with("", "", why, "", List.of(), List.of(), "");
        }

        Step confirm(String receipt, List<String> goes, List<String> stays) {
            return with("", "", "", receipt, goes, stays, "");
        }

        Step done(String what) {
            return with("", "", "", "", List.of(), List.of(), what);
        }

        private Step with(String value, String error, String impossible, String receipt, List<String> goes,
                List<String> stays, String done) {
            return new Step(new ErasurePage(page.title(), page.name(), page.landingUrl(), page.noticeUrl(), page.action(),
                    value, error, impossible, receipt, goes, stays, done));
        }
    }
}
