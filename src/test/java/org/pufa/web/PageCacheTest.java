package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;

class PageCacheTest {

    private final AtomicInteger made = new AtomicInteger();
    private volatile Future<Void> gate = Future.succeededFuture();
    private WebFixture web;

    @BeforeEach
    void start() {
        web = new WebFixture();
        web.start(router -> {
            router.get("/c/:slug").handler(web.pages.page(request -> web.cache.page(request, () -> landing(request))));
            router.get("/form").handler(web.pages.page(request -> web.cache.page(request, () ->
                    Future.succeededFuture(View.page("web/sample/form", Map.of())))));
        });
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private Future<View> landing(Request request) {
        if (request.path("slug").equals("none")) {
            return Future.failedFuture(Problem.notFound("web.problem.not-found"));
        }
        int number = made.incrementAndGet();
        var page = new ViewsTest.Page("第 " + number + " 版", new LocalText("你好", "Hello"), List.of(), number,
                web.clock.instant());
        return gate.map(open -> View.page("web/sample/page", page)
                .validUntil(web.clock.instant().plus(Duration.ofMinutes(10))));
    }

    @Test
    void aPageIsMadeOnceAndThenServedAsItIs() {
        var first = web.get("/c/pay");
        var second = web.get("/c/pay?ch=GZH");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body()).contains("第 1 版").doesNotContain("GZH");
        assertThat(second.headers().map()).isEqualTo(first.headers().map());
        assertThat(made).hasValue(1);
    }

    @Test
    void everyLookHasItsOwnPage() {
        var chinese = web.get("/c/pay");
        var english = web.get("/c/pay", "Cookie", "a=b; lang=en");
        var large = web.get("/c/pay", "Cookie", "size=large");

        assertThat(chinese.body()).contains("lang=\"zh-CN\">").contains("你好");
        assertThat(english.body()).contains("<html lang=\"en\">").contains("Hello");
        assertThat(english.headers().firstValue("Content-Language")).contains("en");
        assertThat(large.body()).contains("data-size=\"large\"");
        assertThat(web.get("/c/pay", "Cookie", "lang=en").body()).isEqualTo(english.body());
        assertThat(made).hasValue(3);
    }

    @Test
    void aDeviceThatManyPeopleUseGetsPagesOfItsOwn() {
        web.get("/c/pay");
        var shared = web.get("/c/pay", "Cookie", "a=b; kiosk=x");

        assertThat(shared.body()).contains("第 2 版");
        assertThat(web.get("/c/pay").body()).contains("第 1 版");
        assertThat(web.get("/c/pay", "Cookie", "a=kiosk; kiosk=").body()).contains("第 1 版");
    }

    @Test
    void aQueryThatChangesTheLookSetsItsCookieEvenWhenThePageIsKept() {
        web.get("/c/pay", "Cookie", "lang=en");
        var switched = web.get("/c/pay?lang=en");

        assertThat(switched.body()).contains("<html lang=\"en\">");
        assertThat(switched.headers().allValues("Set-Cookie"))
                .singleElement().asString().startsWith("lang=en;").containsIgnoringCase("httponly").contains("SameSite=Lax", "Path=/");
        assertThat(made).hasValue(1);
    }

    @Test
    void whoHasThePageAlreadyGetsAFewBytes() {
        var etag = web.get("/c/pay", "Accept-Encoding", "gzip").headers().firstValue("ETag").orElseThrow();
        var again = web.get("/c/pay", "Accept-Encoding", "gzip", "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).contains(etag);
        assertThat(again.headers().firstValue("Vary")).contains("Cookie, Accept-Encoding");
        assertThat(web.get("/c/pay", "If-None-Match", "\"nonsense\"").statusCode()).isEqualTo(200);
    }

    @Test
    void compressedAndPlainPagesHaveDifferentTags() {
        var plain = web.get("/c/pay");
        var gzip = web.getBytes("/c/pay", "Accept-Encoding", "gzip");

        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(gzip.body().length).isLessThan(plain.body().length());
        assertThat(gzip.headers().firstValue("ETag")).isNotEqualTo(plain.headers().firstValue("ETag"));
    }

    @Test
    void aKeptPageCarriesTheSameSecurityHeadersAsAnyOther() {
        web.get("/c/pay");
        var kept = web.get("/c/pay");

        web.security.all().forEach((name, value) ->
                assertThat(kept.headers().allValues(name.toString())).containsExactly(value.toString()));
        assertThat(kept.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void headIsAnsweredFromTheCacheToo() {
        int length = web.getBytes("/c/pay").body().length;
        var head = web.head("/c/pay");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(length);
        assertThat(made).hasValue(1);
    }

    @Test
    void aPageIsMadeAnewWhenItsTimeIsOver() {
        web.get("/c/pay");
        web.clock.advance(Duration.ofMinutes(10));

        assertThat(web.get("/c/pay").body()).contains("第 2 版");
    }

    @Test
    void invalidatingForgetsThePagesBelowAPrefixOnly() {
        web.get("/c/pay");
        web.get("/c/vote");
        web.cache.invalidate("/c/pay");

        assertThat(web.get("/c/pay").body()).contains("第 3 版");
        assertThat(web.get("/c/vote").body()).contains("第 2 版");
    }

    @Test
    void aPageThatWasBeingMadeWhenItBecameInvalidIsNotKept() throws Exception {
        Promise<Void> promise = Promise.promise();
        gate = promise.future();
        var early = CompletableFuture.supplyAsync(() -> web.get("/c/pay"));
        awaitMade(1);
        web.cache.invalidate("/c/pay");
        gate = Future.succeededFuture();
        promise.complete();
        early.get();

        assertThat(web.get("/c/pay").body()).contains("第 2 版");
    }

    @Test
    void manyWhoAskAtTheSameMomentWaitForTheSamePage() {
        Promise<Void> promise = Promise.promise();
        gate = promise.future();
        var waiting = IntStream.range(0, 20).mapToObj(i -> CompletableFuture.supplyAsync(() -> web.get("/c/pay")))
                .toList();
        awaitMade(1);
        promise.complete();

        assertThat(waiting).allSatisfy(answer -> assertThat(answer.get().body()).contains("第 1 版"));
        assertThat(made).hasValue(1);
    }

    @Test
    void whatFailsIsNotKept() {
        assertThat(web.get("/c/none").statusCode()).isEqualTo(404);
        assertThat(web.get("/c/none").statusCode()).isEqualTo(404);
        assertThat(made).hasValue(0);
    }

    @Test
    void otherSpellingsOfAPathAreAnsweredButNotKept() {
        assertThat(web.get("/c/p%61y").body()).contains("第 1 版");
        assertThat(web.get("/c/p%61y").body()).contains("第 2 版");
    }

    @Test
    void visitorsSeeEveryRequestAndMayAddCookies() {
        var visits = new AtomicInteger();
        web.cache.onVisit(request -> {
            visits.incrementAndGet();
            if (request.query() != null) {
                request.response().addCookie(Cookie.cookie("ch", "GZH"));
            }
        });

        assertThat(web.get("/c/pay").headers().firstValue("Set-Cookie")).isEmpty();
        var kept = web.get("/c/pay?ch=GZH");
        assertThat(kept.headers().firstValue("Set-Cookie")).contains("ch=GZH");
        assertThat(kept.headers().firstValue("ETag")).isPresent();
        assertThat(web.get("/c/pay").headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(visits).hasValue(3);
    }

    @Test
    void aPageWithATokenOfOnePersonCannotBeKept() {
        assertThat(web.get("/form").statusCode()).isEqualTo(500);
    }

    private void awaitMade(int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (made.get() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(made).hasValueGreaterThanOrEqualTo(count);
    }
}
