package org.pufa.campaign;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Function;
import org.pufa.i18n.Messages;
import org.pufa.web.Csrf;
import org.pufa.web.PageCache;
import org.pufa.web.Pages;
import org.pufa.web.Problems;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The pages of one campaign: landing, paper, receipt, results, public log, and those that explain a refusal. */
public final class CampaignPages implements Routes {

    private final List<Routes> parts;

    public CampaignPages(Hall hall, Channels channels, Pages pages, PageCache cache, Csrf csrf, Problems problems,
            Messages messages) {
        var words = new CampaignWords(messages);
        var entries = new EntryPages(hall, pages, words);
        var results = new ResultPages(hall, pages, words);
        parts = List.of(new AttemptPages(hall, channels, pages, csrf), entries, results, new LogPages(hall, pages, words),
                new LandingPages(hall, pages, cache, words), new RulesPages(hall, pages, messages));
        cache.setCookies(channels::cookie);
        cache.onVisit(request -> {
            Campaign shown = channels.landing(request);
            if (shown != null) {
                hall.traffic().add(shown.id(), Traffic.What.LANDING, channels.of(request, shown));
            }
        });
        hall.campaigns().onChange(changed -> cache.invalidate("/"));
        new RefusalPages(hall, words).register(problems);
        problems.onKey("campaign.entry.unknown", entries::unknown);
        problems.onKey("campaign.results.later", results::later);
    }

    @Override
    public void mount(Router router) {
        parts.forEach(part -> part.mount(router));
    }

    /** A page to be looked at: answers GET and HEAD. */
    static void look(Router router, String path, Pages pages, Function<Request, Future<View>> page) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(pages.page(page));
    }
}
