package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pufa.campaign.CampaignWords.Tag;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.web.PageCache;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The page on which a campaign begins; the same for everybody, so it is kept whole. */
final class LandingPages implements Routes {

    /** A fact under the lead. */
    record Fact(String term, String value) {
    }

    /** Model of {@code campaign/landing}. Addresses are "" where there is no such way on. */
    record LandingPage(String title, String kind, Tag tag, LocalText name, LocalText lead, String summary,
            Notice notice, List<Fact> facts, String age, String privacy, String start, String startUrl,
            String resultsUrl, List<Definition.Rule> rules, LocalText organizer, String phone, String version,
            String entriesUrl, String logUrl, String rulesUrl, List<String> corrections,
            List<StudyShelf.Reading> readings) {
    }

    /** The rules page lists them all, with what changed. */
    private static final int CORRECTIONS_SHOWN = 3;

    private final Hall hall;
    private final Pages pages;
    private final PageCache cache;
    private final CampaignWords words;

    LandingPages(Hall hall, Pages pages, PageCache cache, CampaignWords words) {
        this.hall = hall;
        this.pages = pages;
        this.cache = cache;
        this.words = words;
    }

    @Override
    public void mount(Router router) {
        CampaignPages.look(router, "/c/:slug", pages, this::landing);
    }

    private Future<View> landing(Request request) {
        Campaign campaign = hall.campaign(request);
        return cache.page(request, () -> Future.succeededFuture(view(words, request.lang(), campaign, hall.now(),
                hall.shelf().besides(campaign.slug()))));
    }

    /** @param readings what there is to read before one takes part */
    static View view(CampaignWords words, Lang lang, Campaign campaign, Instant now,
            List<StudyShelf.Reading> readings) {
        return View.page("campaign/landing", page(words, lang, campaign, now, readings))
                .validUntil(CampaignWords.validUntil(campaign, now));
    }

    private static LandingPage page(CampaignWords words, Lang lang, Campaign campaign, Instant now,
            List<StudyShelf.Reading> readings) {
        var definition = campaign.definition();
        State state = campaign.stateAt(now);
        boolean open = state == State.OPEN;
        return new LandingPage(definition.title().in(lang), words.of(lang, "kind", campaign),
                words.tag(lang, campaign, now), definition.title(), definition.lead(), definition.summary().in(lang),
                open ? null : Notice.of(words, lang, campaign, now), facts(words, lang, campaign),
                open && campaign.book().linked() ? words.say(lang, "landing.age") : "",
                words.say(lang, campaign.book().linked() ? "landing.privacy.linked" : "landing.privacy.unlinked"),
                words.of(lang, "start", campaign), open ? campaign.path() + "/attempt" : "",
                campaign.content().publishes(state) && state != State.SCHEDULED ? campaign.path() + "/results" : "",
                definition.rules(), definition.organizer(), definition.phone(),
                words.version(lang, campaign.version()), campaign.path() + "/entries",
                campaign.path() + "/log", campaign.path() + "/rules",
                campaign.corrections().stream().map(made -> words.say(lang, "correction.made", made.at(),
                        made.version(), made.reason())).limit(CORRECTIONS_SHOWN).toList(), readings);
    }

    private static List<Fact> facts(CampaignWords words, Lang lang, Campaign campaign) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.say(lang, "fact.time"), words.time(lang, campaign.window())));
        facts.add(new Fact(words.say(lang, "fact.limit"), words.limit(lang, campaign.book().limit())));
        facts.add(new Fact(words.say(lang, "fact.minutes"),
                words.say(lang, "fact.minutes.about", campaign.definition().minutes())));
        campaign.definition().prizes().ifPresent(prizes -> facts.add(new Fact(words.say(lang, "prizes.fact"),
                words.prizes(lang, campaign.definition(), prizes, campaign.window()))));
        return facts;
    }
}
