package org.pufa.privacy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Campaigns;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Slug;
import org.pufa.privacy.Notice.Piece;
import org.pufa.settings.SiteSettings;
import org.pufa.web.PageCache;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The notices on personal data: one for each campaign, and one for the platform. */
public final class NoticePages implements Routes {

    private static final String GENERAL = "/privacy";
    private static final String CAMPAIGN = "/c/";

    private final Campaigns campaigns;
    private final Retention retention;
    private final SiteSettings site;
    private final Pages pages;
    private final PageCache cache;
    private final Messages messages;
    private final Clock clock;

    public NoticePages(Campaigns campaigns, Retention retention, SiteSettings site, Pages pages, PageCache cache,
            Messages messages, Clock clock) {
        this.campaigns = campaigns;
        this.retention = retention;
        this.site = site;
        this.pages = pages;
        this.cache = cache;
        this.messages = messages;
        this.clock = clock;
    }

    /** Model of {@code privacy/notice}. Sentences are "" where they do not apply. */
    record NoticePage(String title, LocalText name, String landingUrl, String who, String purpose, List<Piece> pieces,
            String not, String anonymous, String seen, String entriesUrl, String erasureUrl, String erase,
            String contact, String more, String version) {
    }

    /** Model of {@code privacy/general}. */
    record GeneralPage(String words, String devices, String contact, List<Link> notices) {
    }

    record Link(LocalText name, String url) {
    }

    @Override
    public void mount(Router router) {
        look(router, "/c/:slug/privacy", request -> notice(request.lang(), campaigns.get(request.path("slug"))));
        look(router, GENERAL, request -> general(request.lang()));
    }

    private void look(Router router, String path, Function<Request, View> page) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(pages.page(request ->
                cache.page(request, () -> Future.succeededFuture(request).map(page))));
    }

    /** Which notice belongs to the page at that path: the campaign's on its own pages, else the platform's. */
    public static String urlFor(Campaigns campaigns, String path) {
        if (!path.startsWith(CAMPAIGN)) {
            return GENERAL;
        }
        int end = path.indexOf('/', CAMPAIGN.length());
        return Slug.parse(path.substring(CAMPAIGN.length(), end < 0 ? path.length() : end))
                .flatMap(campaigns::find).map(campaign -> campaign.path() + GENERAL).orElse(GENERAL);
    }

    private View notice(Lang lang, Campaign campaign) {
        var notice = new Notice(retention, messages, campaign, lang);
        var definition = campaign.definition();
        boolean linked = campaign.book().linked();
        return View.page("privacy/notice", new NoticePage(say(lang, "notice.title", definition.title()),
                definition.title(), campaign.path(), who(lang, campaign), say(lang, "notice.purpose"), notice.pieces(),
                say(lang, "notice.not"), linked ? "" : say(lang, "notice.anonymous"), say(lang, "notice.seen"),
                campaign.path() + "/entries", campaign.path() + "/erasure",
                say(lang, !linked ? "notice.erase.unlinked" : notice.asksForWords() ? "notice.erase.words"
                        : "notice.erase.linked"), contact(lang, Optional.of(campaign)),
                definition.privacy().in(lang), say(lang, "notice.version", campaign.version())))
                .validUntil(clock.instant().plusSeconds(3600));
    }

    private String who(Lang lang, Campaign campaign) {
        return say(lang, "notice.who", campaign.definition().organizer());
    }

    private String contact(Lang lang, Optional<Campaign> campaign) {
        String named = site.privacyContact();
        String phone = campaign.map(one -> one.definition().phone()).filter(text -> !text.isEmpty())
                .orElse(site.site().phone());
        return !named.isEmpty() ? say(lang, "notice.contact", named)
                : !phone.isEmpty() ? say(lang, "notice.contact.phone", phone) : say(lang, "notice.contact.none");
    }

    private View general(Lang lang) {
        var notices = campaigns.all().stream().map(campaign -> new Link(campaign.definition().title(),
                campaign.path() + GENERAL)).toList();
        return View.page("privacy/general", new GeneralPage(
                say(lang, "general.long.words", retention.days(CampaignRule.WORDS)),
                say(lang, "general.long.devices", retention.days(CampaignRule.DEVICES)),
                contact(lang, Optional.empty()), notices)).validUntil(clock.instant().plusSeconds(3600));
    }

    private String say(Lang lang, String key, Object... args) {
        return messages.get(lang, "privacy." + key, args);
    }
}
