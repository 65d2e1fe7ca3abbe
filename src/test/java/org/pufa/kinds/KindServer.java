package org.pufa.kinds;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Attempt;
import org.pufa.campaign.AttemptRequest;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Definition;
import org.pufa.campaign.DefinitionReader;
import org.pufa.campaign.Kind;
import org.pufa.campaign.Kinds;
import org.pufa.campaign.ReceiptRequest;
import org.pufa.campaign.ResultsRequest;
import org.pufa.campaign.Sitting;
import org.pufa.campaign.State;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Hmac;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;
import org.pufa.ledger.Book;
import org.pufa.ledger.Entry;
import org.pufa.ledger.Tallies;
import org.pufa.web.Assets;
import org.pufa.web.Csrf;
import org.pufa.web.PageCache;
import org.pufa.web.Pages;
import org.pufa.web.Problems;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.Site;
import org.pufa.web.View;
import org.pufa.web.Views;
import org.pufa.web.WebConfig;
import org.pufa.web.WebServer;

/** The pages of one campaign, as its kind makes them, behind a real server; without a ledger and without a database. */
public final class KindServer implements AutoCloseable {

    /** 23 November 2026, 10:42 in China. */
    public static final Instant NOW = Instant.parse("2026-11-23T02:42:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final Messages MESSAGES =
            new Messages(List.of("web", "yaml", "campaign", "kinds.survey", "kinds.vote"));
    public static final ReceiptCode RECEIPT = ReceiptCode.parse("PF7K3M9Q2XTD").orElseThrow();
    private static final byte[] KEY = "a key of thirty-two bytes for us".getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private volatile Campaign campaign;
    private volatile Tallies tallies = new Tallies(Map.of());

    /** @param more the kind's own doors, if it has any */
    public KindServer(Function<Pages, List<Routes>> more) {
        var config = WebConfig.of(null, 0);
        var security = new SecurityHeaders(config);
        var assets = new Assets(security);
        var pages = new Pages(config, Site.named(LocalText.of("杭州人社普法")), new Views(MESSAGES, assets, true),
                new Csrf(KEY, config, new SecureRandom()));
        var routes = new ArrayList<Routes>();
        routes.add(assets);
        routes.add(router -> mount(router, pages));
        routes.addAll(more.apply(pages));
        var server = new WebServer(vertx, config, security, new Problems(pages, security, MESSAGES),
                new PageCache(pages, security, CLOCK), routes);
        port = server.start("127.0.0.1", 0, 1).await();
    }

    /** A campaign whose file is {@code yaml}, launched three days before {@link #NOW}. */
    public static Campaign campaign(Kind kind, String yaml, State state) {
        var reading = new DefinitionReader(new Kinds(kind)).read("campaign.yaml", yaml);
        Definition definition = reading.definition()
                .orElseThrow(() -> new IllegalArgumentException(reading.mistakes().toString()));
        var content = kind.content(null, definition.plan(), new JsonObject()).result();
        var id = new CampaignId(1);
        var book = new Book(id, definition.plan().linked(), definition.limit(),
                definition.opening().from(NOW.minusSeconds(3 * 86_400)), true, new Hmac(KEY));
        return new Campaign(id, 1, definition, content, book, state);
    }

    /** The sitting of the participant with that number. */
    public static Sitting sitting(Campaign campaign, long participant) {
        return campaign.sitting(new Attempt(campaign.id(), campaign.version(),
                new Pseudonym(new UUID(0, participant)), 0, RECEIPT, NOW, NOW.plusSeconds(3600), "direct"));
    }

    /** Tallies of that many entries by as many participants, with these further counts: dimension to key to number. */
    public static Tallies tallies(long entries, Map<String, Map<String, Long>> counts) {
        var sums = new TreeMap<>(counts);
        sums.put("day", Map.of("2026-11-23/direct", entries));
        sums.put("participants", Map.of("", entries));
        return new Tallies(sums);
    }

    public void show(Campaign shown, Tallies counted) {
        campaign = shown;
        tallies = counted;
    }

    public Campaign campaign() {
        return campaign;
    }

    private void mount(Router router, Pages pages) {
        router.get("/c/:slug/attempt").handler(pages.page(request ->
                Future.succeededFuture(attempt(request, Answers.NONE, List.of()))));
        router.post("/c/:slug/entries").handler(pages.page(this::enter));
        router.get("/c/:slug/entries/:receipt").handler(pages.page(request ->
                Future.succeededFuture(campaign.content().receiptPage(new ReceiptRequest(request, campaign,
                        new Entry(campaign.id(), new Pseudonym(new UUID(0, 1)), 0, RECEIPT, "direct", NOW, 0, 1),
                        Optional.empty(), NOW)))));
        router.get("/c/:slug/results").handler(pages.page(request -> Future.succeededFuture(
                campaign.content().resultsPage(new ResultsRequest(request, campaign, tallies, NOW)))));
    }

    private View attempt(Request request, Answers given, List<FieldError> errors) {
        return campaign.content().attemptPage(new AttemptRequest(request, campaign, sitting(campaign, 1),
                "a".repeat(60), given, errors));
    }

    private Future<View> enter(Request request) {
        var answers = new HashMap<String, List<String>>();
        request.form().names().stream().filter(name -> name.startsWith("a."))
                .forEach(name -> answers.put(name.substring(2), request.form().many(name).get()));
        var given = new Answers(answers);
        try {
            campaign.content().fill(sitting(campaign, 1), given);
            return Future.succeededFuture(View.seeOther(campaign.path() + "/entries/" + RECEIPT));
        } catch (Problem problem) {
            return Future.succeededFuture(attempt(request, given, problem.errors()).status(422));
        }
    }

    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** The answer to a GET of a path below the campaign's, such as {@code attempt?lang=en}. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin() + campaign.path() + '/' + path)).GET());
    }

    /** The answer to a form with these fields, given as name, value, name, value. */
    public HttpResponse<String> post(String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(origin() + campaign.path() + "/entries"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
