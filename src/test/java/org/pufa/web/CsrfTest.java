package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CsrfTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static WebFixture web;

    @BeforeAll
    static void start() {
        web = new WebFixture();
        web.start(router -> {
            router.route("/console/*").handler(web.pages.before(request -> {
                request.cookie("staff").ifPresent(id -> request.put(Csrf.Session.class, new Csrf.Session(id)));
                return Future.succeededFuture();
            })).handler(web.csrf.staff(web.pages));
            router.route("/console/form").handler(web.pages.page(request ->
                    Future.succeededFuture(View.page("web/sample/form", Map.of()))));
            router.route("/c/*").handler(web.csrf.sameOrigin());
            router.route("/c/form").handler(web.pages.page(request -> Future.succeededFuture(View.seeOther("/"))));
        });
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @Test
    void theTokenOfThePageIsAccepted() {
        assertThat(postStaff("ana", token("ana"))).isEqualTo(200);
    }

    @Test
    void everyTokenLooksDifferentAndAllAreGood() {
        var page = web.get("/console/form", "Cookie", "staff=ana").body();
        var tokens = TOKEN.matcher(page).results().map(found -> found.group(1)).distinct().toList();

        assertThat(tokens).hasSize(2);
        assertThat(tokens).allSatisfy(token -> assertThat(postStaff("ana", token)).isEqualTo(200));
    }

    @Test
    void aTokenOfAnotherSessionIsRefused() {
        assertThat(postStaff("eve", token("ana"))).isEqualTo(403);
    }

    @Test
    void aMissingForgedOrChangedTokenIsRefused() {
        var token = token("ana");

        assertThat(postStaff("ana", "")).isEqualTo(403);
        assertThat(postStaff("ana", "A".repeat(43))).isEqualTo(403);
        assertThat(postStaff("ana", token.substring(1))).isEqualTo(403);
        assertThat(postStaff("ana", (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1))).isEqualTo(403);
        assertThat(postStaff("ana", "!!")).isEqualTo(403);
    }

    @Test
    void theTokenMustComeInTheFormNotInTheAddress() {
        assertThat(web.postForm("/console/form?_csrf=" + token("ana"), "a=b", "Cookie", "staff=ana").statusCode())
                .isEqualTo(403);
    }

    @Test
    void beforeSignInTheTokenIsBoundToACookieOfItsOwn() {
        var page = web.get("/console/form");
        var cookie = page.headers().allValues("Set-Cookie").get(0).split(";")[0];
        var token = first(page.body());

        assertThat(page.headers().allValues("Set-Cookie")).hasSize(1);
        assertThat(web.postForm("/console/form", "_csrf=" + token, "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(web.postForm("/console/form", "_csrf=" + token).statusCode()).isEqualTo(403);
        assertThat(web.get("/console/form", "Cookie", cookie).headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void formsFromOtherSitesAreRefusedEvenWithTheToken() {
        var token = token("ana");

        for (String[] header : new String[][] {{"Origin", "https://evil.example"}, {"Origin", "null"},
            {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}}) {
            assertThat(web.postForm("/console/form", "_csrf=" + token, "Cookie", "staff=ana", header[0], header[1])
                    .statusCode()).as(header[1]).isEqualTo(403);
            assertThat(web.postForm("/c/form", "a=b", header[0], header[1]).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void citizensPassFromThisSiteAndFromOldWebViews() {
        assertThat(citizen("Origin", web.origin(), "Sec-Fetch-Site", "same-origin")).isEqualTo(303);
        assertThat(citizen("Sec-Fetch-Site", "none")).isEqualTo(303);
        assertThat(citizen()).isEqualTo(303);
    }

    @Test
    void withAPublicAddressOnlyThatOriginPasses() {
        var origin = WebConfig.of(URI.create("https://pufa.example:443/x"), 0);
        try (var site = new WebFixture(origin)) {
            site.start(router -> {
                router.route().handler(site.csrf.sameOrigin());
                router.post("/f").handler(site.pages.page(request -> Future.succeededFuture(View.empty(204))));
            });

            assertThat(site.postForm("/f", "a=b", "Origin", "https://pufa.example").statusCode()).isEqualTo(204);
            assertThat(site.postForm("/f", "a=b", "Origin", "http://pufa.example").statusCode()).isEqualTo(403);
            assertThat(site.postForm("/f", "a=b", "Origin", site.origin()).statusCode()).isEqualTo(403);
        }
    }

    private static int citizen(String... headers) {
        return web.postForm("/c/form", "a=b", headers).statusCode();
    }

    private static String token(String session) {
        return first(web.get("/console/form", "Cookie", "staff=" + session).body());
    }

    private static String first(String page) {
        var token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static int postStaff(String session, String token) {
        return web.postForm("/console/form", "_csrf=" + token, "Cookie", "staff=" + session).statusCode();
    }
}
