package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private static final int CITIZEN_BUDGET_BYTES = 14_000;
    private static WebFixture web;

    @BeforeAll
    static void start() {
        web = new WebFixture().start(router -> { });
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @Test
    void anAssetIsKeptForAYearUnderTheHashOfItsContent() {
        var url = web.assets.url("css/citizen.css");
        var answer = web.get(url);

        assertThat(url).matches("/assets/css/citizen\\.[0-9a-f]{8}\\.css");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void theCitizensStyleSheetIsOneFileWithinItsBudget() {
        var css = web.get(web.assets.url("css/citizen.css")).body();

        assertThat(css).contains("--paper").contains(".skip");
        assertThat(css.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(CITIZEN_BUDGET_BYTES);
        assertThat(web.get(web.assets.url("css/console.css")).body()).contains("--paper").contains(".kpis");
    }

    @Test
    void textIsSentCompressedToWhoReadsGzip() throws IOException {
        var url = web.assets.url("css/citizen.css");
        var answer = web.getBytes(url, "Accept-Encoding", "br, gzip;q=0.8");

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
                StandardCharsets.UTF_8)).isEqualTo(web.get(url).body());
        assertThat(web.get(url, "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        var url = web.assets.url("css/citizen.css");
        var etag = web.get(url).headers().firstValue("ETag").orElseThrow();
        var answer = web.get(url, "If-None-Match", "\"other\", " + etag);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
    }

    @Test
    void headAnswersTheLengthWithoutTheBody() {
        var url = web.assets.url("css/citizen.css");
        var answer = web.head(url);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(web.get(url).body().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void nothingLeadsOutOfWebroot() {
        for (String target : new String[] {"/assets/../org/pufa/web/messages.properties",
            "/assets/..%2forg/pufa/web/messages.properties", "/assets/%2e%2e/%2e%2e/etc/passwd",
            "/assets/css/....//....//tokens.css", "/assets/css/citizen.css", "/assets/.env", "/assets//etc/passwd",
            "/assets/css\\..\\..\\x", "/assets/%00", "/assets/", "/assets"}) {
            assertThat(RawHttp.get(web.port(), target)).as(target).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void otherMethodsAreRefused() {
        assertThat(web.postForm(web.assets.url("css/citizen.css"), "a=b").statusCode()).isEqualTo(405);
    }

    @Test
    void filesWhoseNameBeginsWithADotAreNotPublished() {
        var assets = new Assets(Map.of(".env", new byte[1], "css/.secret.css", new byte[1], "a.css", new byte[1]),
                web.security);

        assertThat(assets.url("a.css")).startsWith("/assets/a.");
        assertThatThrownBy(() -> assets.url(".env")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assets.url("css/.secret.css")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void browsersAndCrawlersFindTheirFixedNames() {
        assertThat(web.get("/favicon.ico").headers().firstValue("Content-Type")).contains("image/svg+xml; charset=utf-8");
        assertThat(web.get("/robots.txt").body()).contains("Disallow: /console");
    }

    @Test
    void everythingPublishedHasAKnownType() throws IOException {
        try (var files = Files.walk(Path.of("webroot"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                    .allMatch(name -> !ContentType.of(name).header().equals("application/octet-stream"));
        }
    }
}
