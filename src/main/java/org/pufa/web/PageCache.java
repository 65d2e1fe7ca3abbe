package org.pufa.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whole pages that are the same for everybody, kept as bytes for each path and look. The first request makes a page by
 * its handler; later ones are answered before the router is even asked. The query is no part of the key: use it only
 * for pages on which a query changes nothing but language and size.
 */
public final class PageCache {

    private static final Duration USUAL_LIFE = Duration.ofMinutes(1);

    private static final int MOST_PATHS = 2_000;

    private final Pages pages;
    private final SecurityHeaders security;
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile List<Consumer<HttpServerRequest>> visitors = List.of();
    private volatile Function<HttpServerRequest, String> cookies = request -> null;

    public PageCache(Pages pages, SecurityHeaders security, Clock clock) {
        this.pages = pages;
        this.security = security;
        this.clock = clock;
    }

    /**
     * Called at start: {@code visitor} sees every request that is shown a kept page first, and may add cookies to its
     * answer. Who asks for headers only is shown nothing.
     */
    public void onVisit(Consumer<HttpServerRequest> visitor) {
        var more = new ArrayList<>(visitors);
        more.add(visitor);
        visitors = List.copyOf(more);
    }

    /**
     * Called at start: what {@code cookies} says for a request for a kept page, unless null, is the Set-Cookie of its
     * answer. For cookies with few different texts: an answer is kept ready for each, which costs less than
     * {@link #onVisit}.
     */
    public void setCookies(Function<HttpServerRequest, String> cookies) {
        this.cookies = cookies;
    }

    /**
     * For handlers: the kept page of this path and look, or a new one. The page that {@code make} answers is kept until
     * its {@link View#validUntil}; an answer other than 200 is passed on and not kept.
     */
    public Future<View> page(Request request, Supplier<Future<View>> make) {
        if (request.context().get(Pages.HEAD_ONLY) == null) {
            visitors.forEach(visitor -> visitor.accept(request.context().request()));
        }
        String cookie = cookies.apply(request.context().request());
        return cookie == null ? keptOrNew(request, make)
                : keptOrNew(request, make).map(view -> view.content() instanceof View.Cached cached
                        ? View.cached(cached.page(), cookie) : view.header("Set-Cookie", cookie));
    }

    private Future<View> keptOrNew(Request request, Supplier<Future<View>> make) {
        if (request.isKiosk() || !mayKeep(request)) {
            return make.get();
        }
        Entry entry = entries.computeIfAbsent(request.path(), path -> new Entry());
        CachedPage kept = entry.pages.get(request.look().index());
        return kept != null && kept.isValidAt(clock.millis()) ? Future.succeededFuture(View.cached(kept))
                : entry.makeOnce(request.look().index(), () -> make(request, make, entry))
                        .andThen(done -> dropEmpty(request.path(), entry));
    }

    /** One page has many spellings of its path; only the plain one is kept, so that nobody can fill the memory. */
    private boolean mayKeep(Request request) {
        String path = request.path();
        boolean plain = path.indexOf('%') < 0 && path.equals(request.context().normalizedPath())
                && (path.length() == 1 || !path.endsWith("/"));
        return plain && (entries.size() < MOST_PATHS || entries.containsKey(path));
    }

    private void dropEmpty(String path, Entry entry) {
        if (entry.isEmpty()) {
            entries.remove(path, entry);
        }
    }

    /** The fast path, called before the router: answers and returns true when the page is at hand. */
    public boolean serve(HttpServerRequest request) {
        HttpMethod method = request.method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return false;
        }
        String uri = request.uri();
        int mark = uri.indexOf('?');
        Entry entry = entries.get(mark < 0 ? uri : uri.substring(0, mark));
        if (entry == null || mark >= 0 && PageUrl.changesLook(uri, mark) || !request.headers().contains(HttpHeaders.HOST)) {
            return false;
        }
        String cookie = request.headers().get(HttpHeaders.COOKIE);
        CachedPage page = Kiosked.is(cookie) ? null : entry.pages.get(Look.fromCookies(cookie).index());
        if (page == null || !page.isValidAt(clock.millis())) {
            return false;
        }
        if (method == HttpMethod.GET) {
            for (Consumer<HttpServerRequest> visitor : visitors) {
                visitor.accept(request);
            }
        }
        page.answer(request, cookies.apply(request));
        return true;
    }

    /** Forgets every page whose path begins with {@code prefix}; also pages that are just being made. */
    public void invalidate(String prefix) {
        entries.keySet().removeIf(path -> path.startsWith(prefix));
    }

    private Future<View> make(Request request, Supplier<Future<View>> make, Entry entry) {
        return make.get().map(view -> {
            if (view.status() != 200 || !(view.content() instanceof View.Page page)) {
                return view;
            }
            CachedPage made = keep(request, view, page);
            entry.pages.set(request.look().index(), made);
            return View.cached(made);
        });
    }

    private CachedPage keep(Request request, View view, View.Page page) {
        byte[] html = pages.renderShared(request.look(), request.path(), page);
        Map<CharSequence, CharSequence> headers = new LinkedHashMap<>(security.all());
        headers.put(HttpHeaders.CONTENT_TYPE, HttpHeaders.createOptimized(Pages.HTML));
        headers.put(HttpHeaders.createOptimized("Content-Language"),
                HttpHeaders.createOptimized(request.lang().tag()));
        headers.put(HttpHeaders.CACHE_CONTROL, HttpHeaders.createOptimized("no-cache"));
        headers.put(HttpHeaders.VARY, HttpHeaders.createOptimized("Cookie, Accept-Encoding"));
        view.headers().forEach((name, value) ->
                headers.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value)));
        Instant until = view.validUntil() == null ? clock.instant().plus(USUAL_LIFE) : view.validUntil();
        return CachedPage.of(html, headers, true, until);
    }

    /** The pages of one path. An entry that was invalidated is no longer found, so a late page in it harms nobody. */
    private static final class Entry {

        private final AtomicReferenceArray<CachedPage> pages = new AtomicReferenceArray<>(Look.COUNT);
        private final AtomicReferenceArray<Future<View>> making = new AtomicReferenceArray<>(Look.COUNT);

        /** Many who ask at the same moment wait for the same page. */
        Future<View> makeOnce(int look, Supplier<Future<View>> make) {
            Future<View> running = making.get(look);
            if (running != null && !running.isComplete()) {
                return here(running);
            }
            Future<View> mine = Future.succeededFuture().compose(started -> make.get());
            making.set(look, mine);
            return mine;
        }

        /** Whoever waits for a page goes on in its own context, not in that of the request which makes it. */
        private static <T> Future<T> here(Future<T> elsewhere) {
            Context mine = Vertx.currentContext();
            Promise<T> promise = Promise.promise();
            elsewhere.onComplete((value, failure) -> mine.runOnContext(back -> promise.complete(value, failure)));
            return promise.future();
        }

        boolean isEmpty() {
            for (int look = 0; look < Look.COUNT; look++) {
                Future<View> running = making.get(look);
                if (pages.get(look) != null || running != null && !running.isComplete()) {
                    return false;
                }
            }
            return true;
        }
    }
}
