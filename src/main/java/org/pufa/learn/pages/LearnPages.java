package org.pufa.learn.pages;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.State;
import org.pufa.db.Database;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.learn.LearnShelf;
import org.pufa.learn.LearnWords;
import org.pufa.learn.Lessons;
import org.pufa.learn.PublicLesson;
import org.pufa.learn.Views;
import org.pufa.learn.pages.LessonView.Beside;
import org.pufa.learn.pages.LessonView.Code;
import org.pufa.learn.pages.LessonView.LessonPage;
import org.pufa.staff.QrOutline;
import org.pufa.web.PageCache;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Each page that citizens may read, and its leaflet. A page is kept whole, and counted each time it is opened. */
public final class LearnPages implements Routes {

    private static final String BELOW = LearnShelf.PATH + '/';

    private final LearnShelf shelf;
    private final Lessons lessons;
    private final Views views;
    private final LessonView view;
    private final Campaigns campaigns;
    private final Database database;
    private final Pages pages;
    private final PageCache cache;
    private final Clock clock;
    private final Optional<URI> publicUrl;
    private final ListPage list;

    /** What pages are made of. */
    public record Shelves(LearnShelf shelf, Lessons lessons, Views views, LessonView view, Campaigns campaigns) {
    }

    /** @param publicUrl under which citizens reach the platform; without it, leaflets name the request's host */
    public LearnPages(Shelves shelves, Database database, Pages pages, PageCache cache, LearnWords words, Clock clock,
            Optional<URI> publicUrl) {
        this.shelf = shelves.shelf();
        this.lessons = shelves.lessons();
        this.views = shelves.views();
        this.view = shelves.view();
        this.campaigns = shelves.campaigns();
        this.database = database;
        this.pages = pages;
        this.cache = cache;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.list = new ListPage(shelf, words);
        shelf.onChange(() -> cache.invalidate("/"));
        cache.onVisit(this::visited);
    }

    @Override
    public void mount(Router router) {
        look(router, LearnShelf.PATH, request -> Future.succeededFuture(list.view(request)));
        look(router, BELOW + ":lesson", this::lesson);
        look(router, BELOW + ":lesson/leaflet", this::leaflet);
    }

    private void look(Router router, String path, java.util.function.Function<Request, Future<View>> page) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(pages.page(page));
    }

    /** Every request for a kept page comes by here, so it must not take long. */
    private void visited(HttpServerRequest request) {
        if (request.path() != null && request.path().startsWith(BELOW) && isReading(request)) {
            Slug.parse(request.path().substring(BELOW.length())).flatMap(shelf::find)
                    .ifPresent(lesson -> views.count(lesson.id()));
        }
    }

    /** Somebody who opens the page, not a program that asks for its head or a browser that fetches it beforehand. */
    private static boolean isReading(HttpServerRequest request) {
        String purpose = request.getHeader("Sec-Purpose");
        return request.method() == HttpMethod.GET && (purpose == null || !purpose.startsWith("prefetch"));
    }

    private Future<View> lesson(Request request) {
        var slug = Slug.parse(request.path("lesson"));
        var lesson = slug.flatMap(shelf::find);
        if (lesson.isEmpty()) {
            return gone(request, slug);
        }
        if (!request.path().equals(lesson.get().url()) && isReading(request)) {
            views.count(lesson.get().id());
        }
        return cache.page(request, () -> page(request, lesson.get()).map(page -> View.page("learn/lesson", page)));
    }

    private static boolean isReading(Request request) {
        return request.method() == HttpMethod.GET;
    }

    private Future<View> gone(Request request, Optional<Slug> slug) {
        return (slug.isEmpty() ? Future.succeededFuture(Optional.<String>empty())
                : database.read(tx -> lessons.gone(tx, slug.get()))).map(reason -> {
                    throw reason.map(why -> Problem.of(Problem.Sort.GONE, "learn.gone", why))
                            .orElseGet(() -> Problem.notFound("learn.no-page", request.path("lesson")))
                            .with("next", LearnShelf.PATH).with("nextKey", "learn.to-list");
                });
    }

    private Future<LessonPage> page(Request request, PublicLesson lesson) {
        return database.read(tx -> view.page(tx, request.lang(), lesson.text(), lesson.cited(), lesson.body(),
                Optional.of(lesson.at()))).map(page -> with(page, beside(lesson), lesson.url() + "/leaflet", "",
                Optional.empty(), false));
    }

    private static LessonPage with(LessonPage page, List<Beside> beside, String leaflet, String address,
            Optional<Code> code, boolean small) {
        return new LessonPage(page.title(), page.sort(), page.name(), page.summary(), page.audience(), page.day(),
                page.body(), page.laws(), page.practice(), beside, leaflet, address, code, small);
    }

    private List<Beside> beside(PublicLesson lesson) {
        return lesson.text().campaigns().stream().map(Slug::parse).flatMap(Optional::stream).map(campaigns::find)
                .flatMap(Optional::stream).filter(campaign -> campaign.stateAt(clock.instant()) == State.OPEN)
                .map(campaign -> new Beside(campaign.definition().title(), campaign.path())).toList();
    }

    private Future<View> leaflet(Request request) {
        var slug = Slug.parse(request.path("lesson"));
        var lesson = slug.flatMap(shelf::find);
        if (lesson.isEmpty()) {
            return gone(request, slug);
        }
        String address = publicUrl.map(url -> url.resolve(lesson.get().url()).toString()).orElseGet(() ->
                request.header("Host").map(host -> "http://" + host + lesson.get().url()).orElse(lesson.get().url()));
        var code = QrOutline.of(address);
        return page(request, lesson.get()).map(page -> View.page("learn/leaflet", with(page, List.of(),
                lesson.get().url(), address, Optional.of(new Code(code.path(), code.size())),
                request.query("paper").filter("a5"::equals).isPresent())));
    }
}
