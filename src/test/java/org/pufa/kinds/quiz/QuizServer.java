package org.pufa.kinds.quiz;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pufa.campaign.Answers;
import org.pufa.campaign.AttemptRequest;
import org.pufa.campaign.ReceiptRequest;
import org.pufa.campaign.ResultsRequest;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Problem;
import org.pufa.kernel.ReceiptCode;
import org.pufa.ledger.Entries.SheetBody;
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

/** The pages of a quiz behind a real server on a free port of this machine; {@code ?seed=} chooses the paper. */
final class QuizServer implements AutoCloseable {

    private final QuizContent content;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    QuizServer(QuizContent content) {
        this.content = content;
        var config = WebConfig.of(null, 0);
        var security = new SecurityHeaders(config);
        var assets = new Assets(security);
        var csrf = new Csrf(Cast.seed(5), config, new SecureRandom());
        var pages = new Pages(config, new Site(new LocalText("杭州人社普法", "Hangzhou law campaigns"),
                LocalText.of("某市人力资源和社会保障局"), "12333", "", "", "", "/privacy", "/help", ""),
                new Views(Cast.MESSAGES, assets, true), csrf);
        Routes doors = router -> mount(router, pages);
        port = new WebServer(vertx, config, security, new Problems(pages, security, Cast.MESSAGES),
                new PageCache(pages, security, Clock.systemUTC()), List.of(assets, doors))
                .start("127.0.0.1", 0, 1).await();
    }

    private void mount(Router router, Pages pages) {
        router.get("/attempt").handler(pages.page(request -> view(attempt(request, Answers.NONE))));
        router.get("/attempt/half").handler(pages.page(request ->
                view(attempt(request, new Answers(Map.of("q1", List.of("b"), "q3", List.of("a", "c"), "q9",
                        List.of("a")))))));
        router.get("/result").handler(pages.page(request -> view(content.receiptPage(receipt(request)))));
        router.get("/results").handler(pages.page(request -> view(content.resultsPage(new ResultsRequest(request,
                Cast.campaign(content), tallies(request), Cast.NOW)))));
    }

    private static Future<View> view(View view) {
        return Future.succeededFuture(view);
    }

    private View attempt(Request request, Answers given) {
        return content.attemptPage(new AttemptRequest(request, Cast.campaign(content), Cast.sitting(seed(request)),
                "token-of-the-attempt", given, given == Answers.NONE ? List.of() : errors(request, given)));
    }

    private List<Problem.FieldError> errors(Request request, Answers given) {
        try {
            content.fill(Cast.sitting(seed(request)), given);
            return List.of();
        } catch (Problem problem) {
            return problem.errors();
        }
    }

    private ReceiptRequest receipt(Request request) {
        var paper = Cast.paper(seed(request));
        boolean right = request.query("right").isPresent();
        var filled = content.fill(Cast.sitting(seed(request)), right ? Cast.right(paper) : mixed(paper));
        var sheet = new SheetBody(CanonicalJson.text(filled.sheet()), Optional.of(filled.score()));
        var entry = new Entry(Cast.CAMPAIGN, Cast.attempt().participant(), 0, new ReceiptCode(123456789012345L), "gzh",
                Cast.NOW, 0, 1);
        return new ReceiptRequest(request, Cast.campaign(content), entry,
                request.query("none").isPresent() ? Optional.empty() : Optional.of(sheet), Cast.NOW);
    }

    /** Right, but for the multiple and the first judgement. */
    private static Answers mixed(Paper paper) {
        var values = new TreeMap<>(Cast.right(paper).values());
        values.put("q3", Cast.wrong(paper).values().get("q3"));
        values.put("q4", Cast.wrong(paper).values().get("q4"));
        return new Answers(values);
    }

    private Tallies tallies(Request request) {
        var sums = new TreeMap<String, Map<String, Long>>();
        for (int seed = 0; seed < request.query("n").map(Integer::parseInt).orElse(0); seed++) {
            sums.computeIfAbsent("day", name -> new TreeMap<>()).merge("2026-11-23/gzh", 1L, Long::sum);
            var paper = Cast.paper(seed);
            content.fill(Cast.sitting(seed), seed % 3 == 0 ? mixed(paper) : Cast.right(paper)).counts().forEach(count ->
                    sums.computeIfAbsent(count.dimension(), name -> new TreeMap<>()).merge(count.key(), 1L, Long::sum));
        }
        return new Tallies(sums);
    }

    private static long seed(Request request) {
        return request.query("seed").map(Long::valueOf).orElse(1L);
    }

    /** The page, which must be there; {@code cookies} choose the look. */
    String get(String path, String... cookies) {
        var request = HttpRequest.newBuilder(URI.create(origin() + path)).timeout(Duration.ofSeconds(10))
                .header("Cookie", String.join("; ", cookies)).build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answers " + response.statusCode() + ": " + response.body());
            }
            return response.body().replace("&#x3D;", "=");
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
