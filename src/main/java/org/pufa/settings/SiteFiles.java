package org.pufa.settings;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import org.pufa.kernel.Problem;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The site's own colours and logo. Their addresses change with them, so browsers keep them for a year. */
public final class SiteFiles implements Routes {

    private static final String KEPT = "public, max-age=31536000, immutable";

    private final SiteSettings site;
    private final Pages pages;

    public SiteFiles(SiteSettings site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    @Override
    public void mount(Router router) {
        router.route(SiteSettings.FILES + ":file").method(HttpMethod.GET).method(HttpMethod.HEAD)
                .handler(pages.page(this::file));
    }

    private Future<View> file(Request request) {
        var face = site.site().face();
        if (request.path().equals(face.stylesheetUrl())) {
            return kept("text/css; charset=utf-8", Buffer.buffer(site.stylesheet()));
        } else if (request.path().equals(face.logoUrl())) {
            var logo = site.logo().orElseThrow();
            return kept(logo.type(), Buffer.buffer(logo.picture()));
        }
        return Future.failedFuture(Problem.notFound("web.problem.not-found"));
    }

    private static Future<View> kept(String type, Buffer bytes) {
        return Future.succeededFuture(View.bytes(type, bytes).header("Cache-Control", KEPT));
    }
}
