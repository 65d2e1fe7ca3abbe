package org.pufa.campaign;

import java.time.Instant;
import org.pufa.i18n.Lang;

/**
 * Why a campaign takes no entries now, and what to do.
 *
 * @param tone {@code warn} for a pause, else ""
 */
record Notice(String tone, String title, String sentence) {

    static Notice of(CampaignWords words, Lang lang, Campaign campaign, Instant now) {
        State state = campaign.stateAt(now);
        return switch (state) {
            case SCHEDULED -> new Notice("", words.say(lang, "notice.scheduled.title", campaign.window().opens()),
                    words.say(lang, "notice.scheduled"));
            case PAUSED -> new Notice("warn", words.say(lang, "notice.paused.title"), words.say(lang, "notice.paused")
                    + why(words, lang, campaign));
            default -> new Notice("", ended(words, lang, campaign, now), after(words, lang, campaign, state)
                    + (campaign.window().isAfter(now) ? "" : why(words, lang, campaign)));
        };
    }

    private static String why(CampaignWords words, Lang lang, Campaign campaign) {
        return campaign.halt().isEmpty() ? "" : words.say(lang, "notice.why", campaign.halt());
    }

    private static String ended(CampaignWords words, Lang lang, Campaign campaign, Instant now) {
        return campaign.window().isAfter(now)
                ? words.say(lang, "notice.ended.title", CampaignWords.end(lang, campaign.window()))
                : words.say(lang, "notice.ended-early.title");
    }

    private static String after(CampaignWords words, Lang lang, Campaign campaign, State state) {
        return words.say(lang, campaign.content().publishes(state) ? "notice.ended.results" : later(campaign));
    }

    /** Key of the sentence that says when the results will be seen. */
    static String later(Campaign campaign) {
        return campaign.content().publishes(State.CLOSED) ? "results.later.closed"
                : campaign.content().publishes(State.CERTIFIED) ? "results.later.certified" : "results.later.never";
    }
}
