package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pufa.audit.AuditEvent;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Words;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Verification;
import org.pufa.ledger.Verifier;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts a campaign anew from its rows when staff want to know, and remembers when that was and what came out. */
final class VerifyConsole implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyConsole.class);
    private static final String ACTION = "campaign.verify";

    private final Doors doors;
    private final CampaignShelf shelf;
    private final Database database;
    private final Verifier verifier;
    private final Words recounts;
    private final AuditLog audit;
    private final ConsoleWords words;
    private final Set<Slug> running = ConcurrentHashMap.newKeySet();

    VerifyConsole(Doors doors, CampaignShelf shelf, Database database, Verifier verifier, Words recounts,
            AuditLog audit, ConsoleWords words) {
        this.recounts = recounts;
        this.doors = doors;
        this.shelf = shelf;
        this.database = database;
        this.verifier = verifier;
        this.audit = audit;
        this.words = words;
    }

    @Override
    public void mount(Router router) {
        doors.post(router, StaffCampaign.ALL + "/:slug/verification", Permission.SEE_CAMPAIGNS, this::begin);
    }

    /** It may take long, so nobody waits for it; the page shows what came out. */
    private Future<View> begin(Request request) {
        String actor = SignedIn.of(request).actor();
        return shelf.launched(request.path("slug")).map(campaign -> {
            Campaign launched = campaign.launched().orElseThrow();
            if (running.isEmpty() && running.add(launched.slug())) {
                verifier.verify(launched.id(), recounts.recount(launched))
                        .compose(found -> remember(launched, actor, found))
                        .onFailure(failure -> LOG.error("{} could not be verified", launched.slug(), failure))
                        .onComplete(done -> running.remove(launched.slug()));
            }
            return View.seeOther(campaign.path());
        });
    }

    private Future<Void> remember(Campaign campaign, String actor, Verification found) {
        return database.inTx(tx -> audit.record(tx, actor, ACTION, campaign.slug().value(),
                Map.of("entries", found.entries(), "sound", found.isSound())));
    }

    /** When the campaign was last verified and what came out, in words. */
    Future<String> last(Lang lang, StaffCampaign campaign) {
        return database.read(tx -> audit.latest(tx, ACTION, campaign.slug().value()))
                .map(event -> running.contains(campaign.slug()) ? words.say(lang, "ledger.verifying") : said(lang, event));
    }

    private String said(Lang lang, Optional<AuditEvent> event) {
        return event.map(one -> {
            var details = new JsonObject(one.details());
            return words.say(lang, details.getBoolean("sound") ? "ledger.sound" : "ledger.wrong",
                    Format.moment(lang, one.at()), details.getLong("entries"));
        }).orElseGet(() -> words.say(lang, "ledger.never"));
    }
}
