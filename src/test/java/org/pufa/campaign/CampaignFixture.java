package org.pufa.campaign;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.identity.Participants;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Books;
import org.pufa.ledger.Entries;
import org.pufa.ledger.Ledger;
import org.pufa.support.MemoryKeys;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;
import org.pufa.vault.Vault;
import org.pufa.web.Assets;
import org.pufa.web.Csrf;
import org.pufa.web.PageCache;
import org.pufa.web.Pages;
import org.pufa.web.Problems;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.SignedToken;
import org.pufa.web.Site;
import org.pufa.web.Views;
import org.pufa.web.WebConfig;
import org.pufa.web.WebServer;

/** The doors of campaigns on a real server and a real database, with a kind made for tests and a clock that stands. */
final class CampaignFixture implements AutoCloseable {

    static final Instant MORNING = Instant.parse("2026-11-23T02:42:00Z");
    private static final byte[] KEY = "a key of thirty-two bytes for us".getBytes(StandardCharsets.UTF_8);
    private static final Pattern TOKEN = Pattern.compile("name=\"attempt\" value=\"([^\"]+)\"");
    private static final Site SITE = new Site(LocalText.of("杭州人社普法"), LocalText.of("杭州市人力资源和社会保障局"),
            "12333", "浙ICP备00000000号-1", "", "3301000000", "/privacy", "/help", "");

    final SettableClock clock = new SettableClock(MORNING);
    final Database database;
    final Books books = new Books();
    final CampaignDesk desk;
    final Campaigns campaigns;
    final PageCache cache;
    final Traffic traffic = new Traffic(clock);
    private final Ledger ledger;
    private final WebServer server;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    CampaignFixture(TestDatabase test, Ledger.Settings settings) {
        this(test.vertx(), test.database(), settings, 0);
    }

    CampaignFixture(Vertx vertx, Database database, Ledger.Settings settings, int wantedPort) {
        this.database = database;
        var random = new SecureRandom();
        var messages = new Messages(List.of("web", "campaign", "ledger", "yaml"));
        var config = WebConfig.of(null, 0);
        var security = new SecurityHeaders(config);
        var assets = new Assets(security);
        var csrf = new Csrf(KEY, config, random);
        var pages = new Pages(config, SITE, new Views(messages, assets, true), csrf);
        var problems = new Problems(pages, security, messages);
        cache = new PageCache(pages, security, clock);
        desk = new CampaignDesk(database, new DefinitionReader(new Kinds(new SampleKind())), books,
                new AuditLog(clock), random, clock, false);
        campaigns = new Campaigns(vertx, database, desk, books);
        var words = new Words(new Vault(new MemoryKeys(), new AuditLog(clock), random), random);
        ledger = new Ledger(vertx, database, clock, random, settings);
        var entries = new Entries();
        var attempts = new Attempts(database, entries, new SignedToken(KEY, "attempt"), random, clock);
        var hall = new Hall(campaigns, attempts, new Participation(attempts, ledger, words, clock),
                new Participants(new SignedToken(KEY, "participant"), random), entries, database, traffic, clock);
        var channels = new Channels(campaigns, Channels.Gate.OPEN, false);
        server = new WebServer(vertx, config, security, problems, cache, List.of(
                new CampaignApi(hall, channels, pages),
                new CampaignPages(hall, channels, pages, cache, csrf, problems, messages),
                new HomePages(campaigns, pages, cache, new CampaignWords(messages), clock), assets));
        ledger.start().compose(started -> campaigns.start()).await();
        port = server.start("127.0.0.1", wantedPort, 1).await();
    }

    /** Files and launches a campaign that runs from 1 to 30 November 2026, with further lines of its file. */
    void launch(String slug, String... lines) {
        launch(slug, "  opens: 2026-11-01 00:00\n  closes: 2026-11-30 24:00", lines);
    }

    void launch(String slug, String window, String[] lines) {
        String more = String.join("\n", lines);
        String limit = more.contains("limit:") ? "" : "\nlimit: {per: campaign, times: 1}";
        String yaml = """
                kind: sample
                slug: %s
                title: {zh: 劳动合同法每日五题, en: Five questions a day}
                lead: 试用期多长，押金能不能收，辞职提前几天？
                summary: 每天 5 题，约 3 分钟。
                organizer: 杭州市人力资源和社会保障局
                phone: "12333"
                minutes: 3
                privacy: 只记一个随机代号。
                rules: [{title: 怎样计分, text: 每题 20 分。}]
                window:
                %s
                channels: [{code: gzh, name: 公众号}, {code: poster, name: 海报}]
                %s
                """.formatted(slug, window, (more.contains("sample:") ? more : "sample: {shows: closed}\n" + more) + limit);
        var reading = new DefinitionReader(new Kinds(new SampleKind())).read(slug, yaml);
        var definition = reading.definition().orElseThrow(() -> new AssertionError(reading.mistakes()));
        desk.file(definition, yaml, "ana").await();
        take(slug, Step.SUBMIT);
        take(slug, Step.APPROVE);
    }

    void take(String slug, Step step) {
        desk.take(new Slug(slug), step, "ana", "").await();
        campaigns.renew(new Slug(slug)).await();
    }

    long rows(String table) {
        return database.read(tx -> tx.get("select count(*) from " + table, row -> row.getLong(0))).await();
    }

    /** What nobody may have changed when a refusal was answered. */
    long stored() {
        return rows("entry") + rows("sheet") + rows("block") + rows("tally") + rows("participant");
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    HttpResponse<String> form(String path, String form, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> json(String path, String json, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> post(String path, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin() + path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<String>> later(String path, String json) {
        return client.sendAsync(request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> laterForm(String path, String form) {
        return client.sendAsync(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    /** The attempt token of a paper that was shown. */
    static String token(HttpResponse<String> paper) {
        var found = TOKEN.matcher(paper.body());
        if (!found.find()) {
            throw new AssertionError("no paper: " + paper.statusCode() + " " + paper.body());
        }
        return found.group(1);
    }

    /** {@code name=value} of a cookie that the answer sets. */
    static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith(name + '='))
                .map(cookie -> cookie.split(";")[0]).findFirst().orElse("");
    }

    @Override
    public void close() {
        server.stop(Duration.ofSeconds(1)).await();
        campaigns.stop().await();
        ledger.stop().await();
    }
}
