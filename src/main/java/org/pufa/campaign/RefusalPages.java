package org.pufa.campaign;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.ledger.Entry;
import org.pufa.ledger.Limit.Period;
import org.pufa.web.Problems;
import org.pufa.web.Request;
import org.pufa.web.View;

/** The pages for those who are late, early or here again: what is so, and the way on. */
final class RefusalPages {

    /**
     * Model of {@code campaign/refusal}.
     *
     * @param kept whether answers filled in with the script stay on the phone
     */
    record RefusalPage(String title, LocalText name, String sentence, String nextUrl, String next, boolean kept) {
    }

    /** Model of {@code campaign/taken}. */
    record TakenPage(String title, LocalText name, String lead, String receipt, String entryUrl, String see,
            String again, String doubt) {
    }

    private final Hall hall;
    private final CampaignWords words;

    RefusalPages(Hall hall, CampaignWords words) {
        this.hall = hall;
        this.words = words;
    }

    void register(Problems problems) {
        for (State state : State.values()) {
            if (state != State.OPEN) {
                problems.onKey("campaign.closed." + state.code(), this::closed);
            }
        }
        problems.onKey("campaign.closed.late", this::late);
        for (Period period : Period.values()) {
            problems.onKey("campaign.already-taken." + period.code(), this::taken);
        }
        problems.onKey("campaign.attempt.expired", (request, problem) ->
                Future.succeededFuture(startAgain(request, problem, true)));
        problems.onKey("campaign.attempt.forged", (request, problem) ->
                Future.succeededFuture(startAgain(request, problem, false)));
    }

    private Campaign campaign(Problem problem) {
        return hall.campaigns().get(String.valueOf(problem.details().get("slug")));
    }

    private Future<View> closed(Request request, Problem problem) {
        Campaign campaign = campaign(problem);
        Instant now = hall.now();
        if (campaign.stateAt(now) == State.OPEN) {
            return Future.succeededFuture(View.seeOther(campaign.path()));
        }
        var notice = Notice.of(words, request.lang(), campaign, now);
        return Future.succeededFuture(refusal(request.lang(), campaign, notice.title(), notice.sentence()));
    }

    private Future<View> late(Request request, Problem problem) {
        Campaign campaign = campaign(problem);
        Lang lang = request.lang();
        return Future.succeededFuture(refusal(lang, campaign, words.say(lang, "closed.late.title"),
                words.say(lang, "closed.late")));
    }

    private View refusal(Lang lang, Campaign campaign, String title, String sentence) {
        State state = campaign.stateAt(hall.now());
        boolean results = state != State.SCHEDULED && campaign.content().publishes(state);
        return View.page("campaign/refusal", new RefusalPage(title, campaign.definition().title(), sentence,
                results ? campaign.path() + "/results" : campaign.path(),
                words.say(lang, results ? "results.see" : "refusal.to-landing"), state == State.PAUSED));
    }

    private View startAgain(Request request, Problem problem, boolean kept) {
        Campaign campaign = campaign(problem);
        Lang lang = request.lang();
        return View.page("campaign/refusal", new RefusalPage(words.say(lang, keyOf(problem) + ".title"),
                campaign.definition().title(), words.say(lang, keyOf(problem)), campaign.path() + "/attempt",
                words.say(lang, "refusal.again"), kept));
    }

    private static String keyOf(Problem problem) {
        return problem.key().substring("campaign.".length());
    }

    private Future<View> taken(Request request, Problem problem) {
        Campaign campaign = campaign(problem);
        String receipt = String.valueOf(problem.details().get("receipt"));
        return hall.entry(campaign, receipt).map(entry ->
                View.page("campaign/taken", takenPage(request.lang(), campaign, entry)));
    }

    private TakenPage takenPage(Lang lang, Campaign campaign, Entry entry) {
        var limit = campaign.book().limit();
        String phone = campaign.definition().phone();
        return new TakenPage(words.of(lang, "taken." + limit.per().code(), campaign), campaign.definition().title(),
                words.say(lang, "taken.lead", words.limit(lang, limit), time(lang, campaign, entry)),
                entry.receipt().spaced(), AttemptPages.url(campaign, entry.receipt()),
                words.of(lang, "taken.see", campaign), again(lang, campaign).orElse(""),
                phone.isEmpty() ? words.say(lang, "taken.doubt") : words.say(lang, "taken.doubt.phone", phone));
    }

    /** Of an anonymous participation only the hour is kept, which nobody would recognise as theirs. */
    private static String time(Lang lang, Campaign campaign, Entry entry) {
        return campaign.book().linked() ? Format.moment(lang, entry.acceptedAt()) : Format.day(lang, entry.acceptedAt());
    }

    private Optional<String> again(Lang lang, Campaign campaign) {
        Instant tomorrow = Days.startOf(Days.of(hall.now()).plusDays(1));
        boolean more = campaign.book().limit().per() == Period.DAY && campaign.window().contains(tomorrow);
        return more ? Optional.of(words.say(lang, "taken.tomorrow")) : Optional.empty();
    }
}
