package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pufa.kernel.Problem;

/** The same door twice: before the router and in it, told apart by what it answers. */
class QuickPostTest {

    private static WebFixture web;

    @BeforeAll
    static void start() {
        web = new WebFixture(new WebConfig(null, 0, 2_048, Duration.ofMillis(300), Path.of("target/uploads")));
        web.start(List.of(), List.of(new QuickPost("/api/v1/things/", "/entries", QuickPostTest::answer)), router ->
                router.post("/api/v1/things/:name/entries").handler(web.pages.page(request ->
                        Future.succeededFuture(View.json(new JsonObject().put("router", request.path("name")))))));
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    private static Future<QuickPost.Answer> answer(String name, Buffer body) {
        return switch (name) {
            case "taken" -> Future.failedFuture(Problem.conflict("sample.taken").with("receipt", "PF7K"));
            case "never" -> Promise.<QuickPost.Answer>promise().future();
            case "defect" -> throw new IllegalStateException("the password is 12345");
            default -> Future.succeededFuture(new QuickPost.Answer(201,
                    new JsonObject().put("quick", name).put("n", Request.jsonObject(body).getValue("n")).toBuffer()));
        };
    }

    private static HttpResponse<String> post(String name, String json) {
        return web.postJson("/api/v1/things/" + name + "/entries", json);
    }

    @Test
    void aPlainRequestIsAnsweredBeforeTheRouterWithAllHeaders() {
        var reply = post("pay", "{\"n\":7}");

        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(new JsonObject(reply.body())).isEqualTo(new JsonObject().put("quick", "pay").put("n", 7));
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
        web.security.all().forEach((name, value) ->
                assertThat(reply.headers().firstValue(name.toString())).contains(value.toString()));
    }

    @Test
    void whatIsNotPlainComesToTheRouter() {
        var chunked = web.send(web.request("/api/v1/things/pay/entries", "Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)))));

        assertThat(chunked.body()).contains("\"router\":\"pay\"");
        assertThat(web.postJson("/api/v1/things/pay/entries?lang=en", "{}").body()).contains("\"router\":\"pay\"");
        assertThat(web.postJson("/api/v1/things/p%61y/entries", "{}").body()).contains("\"router\":\"pay\"");
        assertThat(web.postForm("/api/v1/things/pay/entries", "n=7").statusCode()).isEqualTo(415);
        assertThat(post("pay", " ".repeat(3_000) + "{}").statusCode()).isEqualTo(413);
    }

    @Test
    void aProblemIsTheSameDocumentThatTheRouterWouldGive() {
        var taken = post("taken", "{}");

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.headers().firstValue("Content-Type")).contains("application/problem+json; charset=utf-8");
        assertThat(taken.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(new JsonObject(taken.body()).getString("receipt")).isEqualTo("PF7K");
        assertThat(post("pay", "{\"n\":").statusCode()).isEqualTo(400);
        assertThat(post("pay", "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void aDefectShowsNothingOfItself() {
        var defect = post("defect", "{}");

        assertThat(defect.statusCode()).isEqualTo(500);
        assertThat(defect.body()).doesNotContain("12345");
    }

    @Test
    void whoFindsNoAnswerInTimeIsToldToComeBack() {
        var late = post("never", "{}");

        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void onlyDoorsForProgramsAreQuick() {
        assertThatThrownBy(() -> new QuickPost("/c/", "/entries", QuickPostTest::answer))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
