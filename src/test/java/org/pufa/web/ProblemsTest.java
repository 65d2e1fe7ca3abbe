package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Problem.Sort;

class ProblemsTest {

    private static final Map<Sort, Integer> EXPECTED = Map.of(Sort.MALFORMED, 400, Sort.UNAUTHENTICATED, 401,
            Sort.FORBIDDEN, 403, Sort.NOT_FOUND, 404, Sort.CONFLICT, 409, Sort.GONE, 410, Sort.TOO_LARGE, 413,
            Sort.INVALID, 422, Sort.TOO_MANY, 429, Sort.BUSY, 503);
    private static WebFixture web;

    @BeforeAll
    static void start() {
        web = new WebFixture();
        web.problems.onKey("sample.taken", (request, problem) -> problem.details().containsKey("next")
                ? Future.succeededFuture(View.seeOther("/mine"))
                : Future.succeededFuture(View.page("web/sample/login", Map.of())));
        web.start(router -> {
            for (Sort sort : Sort.values()) {
                fails(router, "/sort/" + sort, () -> Problem.of(sort, "web.problem.busy").with("receipt", "PF7K"));
                fails(router, "/api/sort/" + sort, () -> Problem.of(sort, "web.problem.busy").with("receipt", "PF7K"));
            }
            fails(router, "/api/taken", () -> Problem.conflict("sample.taken"));
            fails(router, "/taken", () -> Problem.conflict("sample.taken"));
            fails(router, "/moved", () -> Problem.conflict("sample.taken").with("next", "/mine"));
            fails(router, "/defect", () -> new IllegalStateException("the password is 12345"));
            fails(router, "/api/defect", () -> new IllegalStateException("the password is 12345"));
            fails(router, "/console/closed", () -> Problem.forbidden("web.problem.forbidden"));
            fails(router, "/api/invalid", () -> Problem.invalid("web.form.invalid",
                    List.of(FieldError.of("wage", "web.form.range", 1, 99_999L))));
            fails(router, "/invalid", () -> Problem.invalid("web.form.invalid",
                    List.of(FieldError.of("wage", "web.form.range", 1, 99_999L))));
            fails(router, "/api/busy", () -> Problem.of(Sort.BUSY, "web.problem.busy").with("retryAfter", 7));
            fails(router, "/onward", () -> Problem.conflict("web.problem.busy").with("next", "/c/pay/results")
                    .with("nextKey", "sample.next"));
            router.post("/refuse").handler(web.pages.page(request ->
                    Future.failedFuture(Problem.invalid("web.form.invalid", List.of()))));
            router.get("/thrown").handler(web.pages.page(request -> {
                throw Problem.notFound("web.problem.not-found");
            }));
            router.get("/null").handler(web.pages.page(request -> null));
            router.get("/late").handler(web.pages.page(request -> Future.succeededFuture(View.page("web/no/such", 1))));
            router.post("/api/json").handler(web.pages.page(request ->
                    Future.succeededFuture(View.json(new JsonObject().put("got", request.json())))));
        });
    }

    private static void fails(io.vertx.ext.web.Router router, String path, Supplier<Throwable> failure) {
        router.get(path).handler(web.pages.page(request -> Future.failedFuture(failure.get())));
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everySortHasItsStatusInBothForms(Sort sort) {
        assertThat(web.get("/sort/" + sort).statusCode()).isEqualTo(EXPECTED.get(sort));
        assertThat(web.get("/api/sort/" + sort).statusCode()).isEqualTo(EXPECTED.get(sort));
        assertThat(Problems.status(sort)).isEqualTo(EXPECTED.get(sort));
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everyPageSaysWhatHappenedAndHasAWayOn(Sort sort) {
        var page = web.get("/sort/" + sort);

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("<p class=\"lead\">现在使用的人太多").containsOnlyOnce("<a class=\"btn\"")
                .contains("href=\"/\">看全部活动</a>");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void programsGetADocument() {
        var answer = web.get("/api/sort/CONFLICT");
        var problem = new JsonObject(answer.body());

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json; charset=utf-8");
        assertThat(problem.getString("type")).isEqualTo("urn:pufa:problem:web.problem.busy");
        assertThat(problem.getString("title")).isEqualTo("已经有了一次");
        assertThat(problem.getInteger("status")).isEqualTo(409);
        assertThat(problem.getString("detail")).startsWith("现在使用的人太多");
        assertThat(problem.getString("receipt")).isEqualTo("PF7K");
    }

    @Test
    void theDocumentNamesEveryWrongField() {
        var errors = new JsonObject(web.get("/api/invalid?lang=en").body()).getJsonArray("errors");

        assertThat(errors).isEqualTo(new JsonArray().add(new JsonObject().put("field", "wage")
                .put("detail", "Enter a number from 1 to 99,999.")));
        assertThat(web.get("/invalid").body()).contains("<li>请填 1 到 99,999 之间的数字。</li>");
    }

    @Test
    void whoAcceptsJsonAndNotHtmlIsAProgram() {
        assertThat(web.get("/taken", "Accept", "application/json").body()).startsWith("{");
        assertThat(web.get("/taken", "Accept", "text/html,application/json;q=0.9").body()).startsWith("<!doctype");
        assertThat(web.get("/taken", "Accept", "a".repeat(3000)).statusCode()).isEqualTo(409);
    }

    @Test
    void aFeatureMayGiveItsProblemAPageOfItsOwn() {
        var page = web.get("/taken");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("<title>login - ");
        assertThat(web.get("/moved").statusCode()).isEqualTo(303);
        assertThat(new JsonObject(web.get("/api/taken").body()).getString("title")).isEqualTo("已经答过");
    }

    @Test
    void aProblemMayNameItsWayOn() {
        assertThat(web.get("/onward").body()).contains("<a class=\"btn\" href=\"/c/pay/results\">看成绩</a>");
    }

    @Test
    void wherePatienceHelpsThePageOffersToTryAgain() {
        assertThat(web.get("/sort/BUSY?ch=A").body())
                .contains("<a class=\"btn\" href=\"/sort/BUSY?ch&#x3D;A\">再试一次</a>");
        assertThat(web.get("/sort/GONE").body()).doesNotContain("再试一次");
    }

    @Test
    void aRefusedFormLeadsBackToItsPage() {
        var page = web.postForm("/refuse", "a=b", "Referer", web.origin() + "/c/pay/attempt?n=2");
        var foreign = web.postForm("/refuse", "a=b", "Referer", "https://evil.example/x");

        assertThat(page.body()).contains("<a class=\"btn\" href=\"/c/pay/attempt?n&#x3D;2\">返回刚才的页面</a>");
        assertThat(foreign.body()).contains("<a class=\"btn\" href=\"/\">看全部活动</a>").doesNotContain("evil");
    }

    @Test
    void inTheConsoleTheWayOnIsTheConsole() {
        assertThat(web.get("/console/closed").body()).contains("href=\"/console\">回管理台</a>")
                .contains("<body class=\"login\">");
    }

    @Test
    void busyTellsWhenToComeBack() {
        assertThat(web.get("/sort/BUSY").headers().firstValue("Retry-After")).contains("60");
        assertThat(web.get("/api/busy").headers().firstValue("Retry-After")).contains("7");
        assertThat(web.get("/api/busy").body()).doesNotContain("retryAfter");
    }

    @Test
    void programsThatAreNotKnownAreToldHowToSayWhoTheyAre() {
        assertThat(web.get("/api/sort/UNAUTHENTICATED").headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void aDefectShowsItsNumberAndNothingElse() {
        var page = web.get("/defect");
        var document = web.get("/api/defect");

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("我们这边出了故障").containsPattern("<span class=\"code\">[0-9a-f]{8}</span>")
                .doesNotContain("12345", "IllegalState");
        assertThat(document.statusCode()).isEqualTo(500);
        assertThat(document.body()).doesNotContain("12345").contains("urn:pufa:incident:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/null", "/late"})
    void aHandlerThatAnswersNonsenseStillGetsAnAnswerOut(String path) {
        assertThat(web.get(path).statusCode()).isEqualTo(500);
    }

    @Test
    void aProblemThatIsThrownIsAsGoodAsOneThatIsReturned() {
        assertThat(web.get("/thrown").statusCode()).isEqualTo(404);
    }

    @Test
    void unknownAddressesAndWrongMethodsAreExplained() {
        var missing = web.get("/no/such/page");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("没有找到这个页面", "看全部活动");
        assertThat(missing.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(new JsonObject(web.get("/api/v1/none").body()).getInteger("status")).isEqualTo(404);
        assertThat(web.postForm("/taken", "a=b").statusCode()).isEqualTo(405);
        assertThat(web.send(web.request("/taken").method("DELETE", BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    @Test
    void headOfAProblemHasNoBody() {
        var head = web.head("/no/such/page");

        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1]", "\"x\"", "", "null", "{\"a\":}", "{\"a\":1", "\u0000", "{a:1}"})
    void whatIsNoJsonObjectIsMalformed(String json) {
        var answer = web.postJson("/api/json", json);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json; charset=utf-8");
    }

    @Test
    void jsonNestedVeryDeeplyIsMalformedAndHarmsNobody() {
        assertThat(web.postJson("/api/json", "{\"a\":" + "[".repeat(30_000)).statusCode()).isEqualTo(400);
        assertThat(web.postJson("/api/json", "{\"a\":1}").body()).isEqualTo("{\"got\":{\"a\":1}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/%", "/c/%c0%af", "/taken?%zz", "/taken?a=%", "//evil.example/x", "/..%5c..",
        "/\u0001"})
    void malformedAddressesAreNeverOurFault(String target) {
        var answer = RawHttp.get(web.port(), target);

        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d.*").doesNotContain("evil.example");
    }

    @Test
    void aVeryLongAddressIsRefused() {
        assertThat(RawHttp.get(web.port(), "/" + "a".repeat(5000))).containsPattern("^HTTP/1\\.[01] 414");
    }

    @Test
    void strangeHeadersAreNeverOurFault() {
        for (String header : new String[] {"Accept-Language: " + "zh;q=x,".repeat(400), "Accept: ;;;,q=9,*/",
            "Cookie: ;;=;lang==en;size;\"", "Cookie: lang=en\u0001; size=<script>", "Accept-Encoding: gzip;q=,,",
            "X-Forwarded-For: ,,,", "Sec-Fetch-Site: \"", "If-None-Match: W/,,\""}) {
            assertThat(RawHttp.get(web.port(), "/taken", header)).as(header)
                    .matches("(?s)HTTP/1\\.1 4\\d\\d.*");
        }
    }

    @Test
    void aRequestThatFindsNoAnswerInTimeIsToldToComeBack() {
        var hasty = new WebConfig(null, 0, 65_536, Duration.ofMillis(50), web.config.uploads());
        try (var slow = new WebFixture(hasty)) {
            slow.start(router -> router.get("/never").handler(slow.pages.page(request ->
                    io.vertx.core.Promise.<View>promise().future())));

            var answer = slow.get("/never");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        }
    }
}
