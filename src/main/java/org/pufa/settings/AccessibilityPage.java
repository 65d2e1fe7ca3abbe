package org.pufa.settings;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.kernel.Problem;
import org.pufa.web.PageCache;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The statement on accessibility (无障碍), where administrators wrote one. */
public final class AccessibilityPage implements Routes {

    static final String PATH = "/accessibility";

    private final SiteSettings site;
    private final Pages pages;
    private final PageCache cache;

    public AccessibilityPage(SiteSettings site, Pages pages, PageCache cache) {
        this.site = site;
        this.pages = pages;
        this.cache = cache;
    }

    /** Model of {@code settings/accessibility}. */
    record StatementPage(List<String> paragraphs) {
    }

    @Override
    public void mount(Router router) {
        router.route(PATH).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(pages.page(request ->
                cache.page(request, () -> statement(request))));
    }

    private Future<View> statement(Request request) {
        String text = site.accessibility().in(request.lang());
        if (text.isEmpty()) {
            return Future.failedFuture(Problem.notFound("web.problem.not-found"));
        }
        return Future.succeededFuture(View.page("settings/accessibility", new StatementPage(
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())));
    }
}
