package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pufa.campaign.CampaignWords.Tag;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Days;
import org.pufa.web.PageCache;
import org.pufa.web.Pages;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The pages that belong to no one campaign: the list of all, help. */
public final class HomePages implements Routes {

    private static final int PAST_ON_HOME = 5;
    private static final Set<State> RUNNING = Set.of(State.OPEN, State.PAUSED);

    /** A running campaign; {@code left} says how many days there are still, unless a tag says more. */
    record Card(String kind, String left, Tag tag, LocalText name, LocalText summary, String url, String go) {
    }

    /** A campaign in a list by time. */
    record Row(String when, LocalText name, String url) {
    }

    /** Model of {@code campaign/home}; {@code next} says when the next campaign opens where none runs. */
    record HomePage(List<Card> running, String next, List<Row> coming, List<Row> past, String allPast,
            Optional<String> learn) {
    }

    /** Model of {@code campaign/past}. */
    record PastPage(List<Row> past) {
    }

    /** Model of a page that is only words. */
    record WordsPage() {
    }

    private final Campaigns campaigns;
    private final Pages pages;
    private final PageCache cache;
    private final CampaignWords words;
    private final Clock clock;
    private final StudyShelf shelf;

    public HomePages(Campaigns campaigns, Pages pages, PageCache cache, CampaignWords words, Clock clock) {
        this(campaigns, pages, cache, words, clock, StudyShelf.EMPTY);
    }

    /** @param shelf to whose list the home page leads */
    public HomePages(Campaigns campaigns, Pages pages, PageCache cache, CampaignWords words, Clock clock,
            StudyShelf shelf) {
        this.shelf = shelf;
        this.campaigns = campaigns;
        this.pages = pages;
        this.cache = cache;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        keep(router, "/", "campaign/home", this::home);
        keep(router, "/past", "campaign/past", (lang, now) -> new PastPage(past(lang, now)));
        keep(router, "/help", "campaign/help", (lang, now) -> new WordsPage());
    }

    private interface Model {
        Record of(Lang lang, Instant now);
    }

    private void keep(Router router, String path, String template, Model model) {
        CampaignPages.look(router, path, pages, request -> cache.page(request, () -> {
            Instant now = clock.instant();
            return Future.succeededFuture(View.page(template, model.of(request.lang(), now)).validUntil(validUntil(now)));
        }));
    }

    private Instant validUntil(Instant now) {
        return campaigns.all().stream().map(campaign -> CampaignWords.validUntil(campaign, now))
                .min(Instant::compareTo).orElse(Days.startOf(Days.of(now).plusDays(1)));
    }

    private HomePage home(Lang lang, Instant now) {
        var running = campaigns.all().stream().filter(campaign -> RUNNING.contains(campaign.stateAt(now)))
                .map(campaign -> card(lang, campaign, now)).toList();
        var coming = coming(now).stream().map(campaign -> new Row(
                Format.day(lang, campaign.window().opens()), campaign.definition().title(), campaign.path())).toList();
        var past = past(lang, now);
        return new HomePage(running, next(lang, now), coming, past.stream().limit(PAST_ON_HOME).toList(),
                past.size() > PAST_ON_HOME ? words.say(lang, "home.all-past", past.size()) : "", shelf.entrance());
    }

    private String next(Lang lang, Instant now) {
        Optional<Campaign> next = coming(now).stream().findFirst();
        return next.map(campaign -> words.say(lang, "home.next", campaign.window().opens()))
                .orElseGet(() -> words.say(lang, "home.none"));
    }

    private Card card(Lang lang, Campaign campaign, Instant now) {
        long days = CampaignWords.daysLeft(campaign, now);
        boolean open = campaign.stateAt(now) == State.OPEN;
        boolean usual = open && days > 0;
        String left = !usual ? "" : days == 1 ? words.say(lang, "left.one") : words.say(lang, "left", days);
        return new Card(words.of(lang, "kind", campaign), left, usual ? null : words.tag(lang, campaign, now),
                campaign.definition().title(), campaign.definition().summary(), campaign.path(),
                open ? words.of(lang, "go", campaign) : words.say(lang, "refusal.to-landing"));
    }

    private List<Campaign> coming(Instant now) {
        var coming = new ArrayList<>(campaigns.all().stream()
                .filter(campaign -> campaign.stateAt(now) == State.SCHEDULED).toList());
        Collections.reverse(coming);
        return coming;
    }

    private List<Row> past(Lang lang, Instant now) {
        return campaigns.all().stream()
                .filter(campaign -> campaign.stateAt(now) == State.CLOSED || campaign.stateAt(now) == State.CERTIFIED)
                .sorted(Comparator.comparing((Campaign campaign) -> campaign.window().closes()).reversed())
                .map(campaign -> pastRow(lang, campaign, now)).toList();
    }

    private Row pastRow(Lang lang, Campaign campaign, Instant now) {
        var day = Days.of(campaign.window().closes().minusMillis(1));
        boolean thisYear = day.getYear() == Days.of(now).getYear();
        boolean results = campaign.content().publishes(campaign.stateAt(now));
        return new Row(thisYear ? Format.day(lang, day) : Format.fullDay(lang, day), campaign.definition().title(),
                campaign.path() + (results ? "/results" : ""));
    }
}
