package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pufa.i18n.LocalText;

class RequestTest {

    record Fact(String text) {
    }

    private static WebFixture web;

    @BeforeAll
    static void start() {
        web = new WebFixture(WebConfig.of(URI.create("https://pufa.example"), 1));
        web.start(List.of(new Routes.BodyLimit("/big", 200_000)), router -> {
            router.route("/facts").handler(web.pages.before(request -> {
                request.put(Fact.class, new Fact("put before"));
                return Future.succeededFuture();
            }));
            router.get("/facts").handler(web.pages.page(request -> answer(request.get(Fact.class).text())));
            router.route("/id/:id").handler(web.pages.page(request -> answer(
                    request.path("id") + '|' + request.query("id").orElse("-") + '|' + request.form().text("id").get())));
            router.post("/form").handler(web.pages.page(request -> answer(
                    request.form().names().size() + " " + request.form().text("text").get().length())));
            router.post("/big").handler(web.pages.page(request -> request.upload("file").map(file ->
                    View.json(new JsonObject().put("name", file.map(Upload::fileName).orElse("-"))
                            .put("bytes", file.map(found -> found.content().length()).orElse(0))
                            .put("note", request.form().text("note").get())))));
            router.get("/who").handler(web.pages.page(request -> answer(request.clientAddress())));
            router.get("/cookies").handler(web.pages.page(request -> {
                request.setCookie("device", "abc.def", Duration.ofDays(1));
                request.setCookie("staff", "jwt", Duration.ofHours(1), new CookieScope("/console", true));
                request.dropCookie("old");
                return answer(request.cookie("device").orElse("none"));
            }));
            router.get("/page").handler(web.pages.page(request -> Future.succeededFuture(View.page("web/sample/page",
                    new ViewsTest.Page("题", LocalText.of("说"), List.of(), 1, web.clock.instant())))));
            router.get("/file").handler(web.pages.page(request -> Future.succeededFuture(
                    View.attachment("text/csv; charset=utf-8", "参与记录 1.csv", Buffer.buffer("a,b")))));
            router.get("/stream").handler(web.pages.page(request -> Future.succeededFuture(
                    View.download("text/csv; charset=utf-8", "all.csv", out -> out.write(Buffer.buffer("one\n"))
                            .compose(written -> out.write(Buffer.buffer("two\n")))))));
            router.get("/broken").handler(web.pages.page(request -> Future.succeededFuture(
                    View.download("text/csv; charset=utf-8", "all.csv", out -> out.write(Buffer.buffer("one\n"))
                            .compose(written -> Future.failedFuture(new IllegalStateException("lost")))))));
        });
    }

    private static Future<View> answer(String text) {
        return Future.succeededFuture(View.bytes("text/plain; charset=utf-8", Buffer.buffer(text)));
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @Test
    void factsArePassedFromHandlerToHandler() {
        assertThat(web.get("/facts").body()).isEqualTo("put before");
    }

    @Test
    void pathQueryAndFormAreNeverMixed() {
        assertThat(web.postForm("/id/7?id=query", "id=form").body()).isEqualTo("7|query|form");
        assertThat(web.get("/id/7").body()).isEqualTo("7|-|");
        assertThat(web.postForm("/id/7?id=query", "x=y").body()).isEqualTo("7|query|");
    }

    @Test
    void aFormMayHaveAsManyFieldsAsAConsolePageNeeds() {
        assertThat(web.postForm("/form", fields(4096)).body()).startsWith("4096 ");
        assertThat(web.postForm("/form", fields(4097)).statusCode()).isEqualTo(400);
    }

    @Test
    void aLongTextFitsAndATooLargeFormIsRefused() {
        assertThat(web.postForm("/form", "text=" + "a".repeat(60_000)).body()).isEqualTo("1 60000");
        assertThat(web.postForm("/form", "text=" + "a".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        assertThat(post("/form", "text/plain", "text=a").statusCode()).isEqualTo(415);
        assertThat(post("/form", "application/json", "{}").statusCode()).isEqualTo(415);
        assertThat(post("/api/x", "application/x-www-form-urlencoded", "a=b").statusCode()).isEqualTo(415);
        assertThat(web.send(web.request("/form").POST(BodyPublishers.noBody())).statusCode()).isEqualTo(200);
    }

    @Test
    void filesComeInOnlyWhereTheDoorAllowsThem() {
        var body = "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n题库\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../q.yaml\"\r\n"
                + "Content-Type: text/yaml\r\n\r\n" + "q".repeat(100_000) + "\r\n--x--\r\n";

        var accepted = new JsonObject(post("/big", "multipart/form-data; boundary=x", body).body());
        assertThat(accepted.getInteger("bytes")).isEqualTo(100_000);
        assertThat(accepted.getString("note")).isEqualTo("题库");
        assertThat(post("/form", "multipart/form-data; boundary=x", body).statusCode()).isEqualTo(413);
        assertThat(post("/big", "multipart/form-data; boundary=x", body.replace("q", "qqq")).statusCode())
                .isEqualTo(413);
    }

    @Test
    void cookiesAreClosedToScriptsAndOtherSites() {
        var cookies = web.get("/cookies", "Cookie", "device=abc.def").headers().allValues("Set-Cookie");

        assertThat(cookies).hasSize(3).allMatch(cookie -> cookie.toLowerCase().contains("httponly")
                && cookie.contains("Secure"));
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("device=abc.def;") && cookie.contains("SameSite=Lax"))
                .anyMatch(cookie -> cookie.startsWith("staff=jwt;") && cookie.contains("SameSite=Strict")
                        && cookie.contains("Path=/console"))
                .anyMatch(cookie -> cookie.startsWith("old=;") && cookie.contains("Max-Age=0"));
        assertThat(web.get("/cookies", "Cookie", "device=abc.def").body()).isEqualTo("abc.def");
    }

    @Test
    void theClientIsWhomTheTrustedProxySaw() {
        assertThat(web.get("/who", "X-Forwarded-For", "6.6.6.6, 203.0.113.7").body()).isEqualTo("203.0.113.7");
        assertThat(web.get("/who").body()).isEqualTo("127.0.0.1");
    }

    @Test
    void personalPagesAreNotStoredAndCarryAllSecurityHeaders() {
        var page = web.get("/page");

        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Language")).contains("zh-CN");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe");
        web.security.all().forEach((name, value) ->
                assertThat(page.headers().allValues(name.toString())).containsExactly(value.toString()));
    }

    @Test
    void pagesAreCompressedUnlessAnotherSiteAskedForThem() throws IOException {
        var packed = web.getBytes("/page", "Accept-Encoding", "gzip", "Sec-Fetch-Site", "same-origin");
        var guessed = web.getBytes("/page", "Accept-Encoding", "gzip", "Sec-Fetch-Site", "cross-site");

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
                StandardCharsets.UTF_8)).isEqualTo(web.get("/page").body());
        assertThat(guessed.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void headAnswersTheHeadersOfTheGet() {
        for (String path : List.of("/file", "/page?lang=en", "/stream")) {
            var get = web.get(path);
            var head = web.head(path);

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(get.headers().map()).containsAllEntriesOf(head.headers().map());
            assertThat(head.headers().map()).containsKeys("content-type", "cache-control");
        }
        assertThat(RawHttp.exchange(web.port(), "HEAD /page HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
    }

    @Test
    void aDownloadKeepsItsChineseName() {
        assertThat(web.get("/file").headers().firstValue("Content-Disposition")).contains(
                "attachment; filename=\"_____1.csv\"; filename*=UTF-8''%E5%8F%82%E4%B8%8E%E8%AE%B0%E5%BD%95%201.csv");
    }

    @Test
    void aStreamArrivesWholeOrBreaksOff() {
        assertThat(web.get("/stream").body()).isEqualTo("one\ntwo\n");
        assertThat(RawHttp.get(web.port(), "/broken")).contains("one\n").doesNotEndWith("0\r\n\r\n");
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(i -> "f" + i + "=x").collect(Collectors.joining("&"));
    }

    private static java.net.http.HttpResponse<String> post(String path, String type, String body) {
        return web.send(web.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }
}
