package org.pufa.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Ledger;
import org.pufa.support.TestDatabase;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API is kept: every operation gives every answer it names, in the form it names. */
class OpenApiTest {

    private static final String ROOT = "/api/v1/campaigns/";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();
    private static CampaignFixture site;
    private static Map<?, ?> document;

    /** "operation status" of all answers that were checked. */
    private final TreeSet<String> seen = new TreeSet<>();

    @BeforeAll
    static void start() {
        site = new CampaignFixture(database, new Ledger.Settings(1, 2));
        for (String slug : List.of("quiz", "gone", "paused", "live", "full")) {
            site.launch(slug, slug.equals("live") ? "sample: {linked: false, shows: open}" : "limit: {per: day, times: 1}");
        }
        site.take("paused", Step.PAUSE);
        document = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(site.get("/api/v1/openapi.yaml").body());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void everyDocumentedAnswerIsGivenAsDocumented() {
        reading();
        taking();
        refusing();
        full();
        expiring();

        assertThat(seen).isEqualTo(documented());
    }

    private void reading() {
        check("readDescription 200", site.get("/api/v1/openapi.yaml"));
        check("listCampaigns 200", site.get("/api/v1/campaigns"));
        check("readCampaign 200", site.get(ROOT + "quiz"));
        check("readCampaign 404", site.get(ROOT + "nobody"));
        check("readResults 403", site.get(ROOT + "quiz/results"));
        check("readResults 404", site.get(ROOT + "nobody/results"));
        check("readLog 400", site.get(ROOT + "quiz/log?from=x"));
        check("readLog 404", site.get(ROOT + "nobody/log"));
        check("readEntry 404", site.get(ROOT + "quiz/entries/000000000000"));
    }

    private void taking() {
        for (String slug : List.of("quiz", "live")) {
            var attempt = check("beginAttempt 201", site.post(ROOT + slug + "/attempts"));
            var begun = new JsonObject(attempt.body());
            var sheet = sheet(begun.getString("attempt"), "{\"one\":[\"a\"],\"wage\":6500}");
            var accepted = check("sendEntry 201", site.json(ROOT + slug + "/entries", sheet));
            var again = check("sendEntry 200", site.json(ROOT + slug + "/entries", sheet));
            assertThat(again.body()).isEqualTo(accepted.body());

            String who = "Pufa-Participant " + begun.getString("participant");
            check("beginAttempt 409", site.post(ROOT + slug + "/attempts", "Authorization", who));
            var entry = check("readEntry 200", site.get(ROOT + slug + "/entries/"
                    + new JsonObject(accepted.body()).getString("receipt")));
            assertThat(new JsonObject(entry.body()).getJsonObject("proof")).isNotNull();
        }
        check("readResults 200", site.get(ROOT + "live/results"));
        check("readLog 200", site.get(ROOT + "quiz/log"));
    }

    private void refusing() {
        var first = new JsonObject(site.post(ROOT + "quiz/attempts").body());
        var second = new JsonObject(site.post(ROOT + "quiz/attempts", "Authorization",
                "Pufa-Participant " + first.getString("participant")).body());
        String path = ROOT + "quiz/entries";
        check("beginAttempt 403", site.post(ROOT + "paused/attempts"));
        check("beginAttempt 404", site.post(ROOT + "nobody/attempts"));
        check("sendEntry 400", site.json(path, "{\"attempt\":"));
        check("sendEntry 400", site.json(path, "[1]"));
        check("sendEntry 403", site.json(path, sheet("forged", "{}")));
        check("sendEntry 403", site.json(ROOT + "paused/entries", sheet(first.getString("attempt"), "{}")));
        check("sendEntry 404", site.json(ROOT + "nobody/entries", "{}"));
        check("sendEntry 413", site.json(path, sheet("x".repeat(70_000), "{}")));
        check("sendEntry 415", site.form(path, "attempt=x"));
        for (String wrong : List.of("{}", "{\"one\":[\"zzz\"]}", "{\"one\":true}", "{\"one\":[1]}", "{\"one\":null}",
                "{\"one\":[\"a\"],\"none\":[\"a\"]}", "{\"one\":[\"a\"],\"wage\":\"\\u0000\"}", "7")) {
            check("sendEntry 422", site.json(path, sheet(first.getString("attempt"), wrong)));
        }
        check("sendEntry 422", site.json(path, "{\"answers\":{}}"));
        site.json(path, sheet(first.getString("attempt"), "{\"one\":[\"a\"]}"));
        check("sendEntry 409", site.json(path, sheet(second.getString("attempt"), "{\"one\":[\"b\"]}")));
    }

    /** While a closing holds the book, one batch waits for it, two entries fill the queue, and the next finds none. */
    private void full() {
        var held = Promise.<Void>promise();
        var locked = Promise.<Void>promise();
        var id = site.campaigns.find(new Slug("full")).orElseThrow().id();
        var holding = site.database.inTx(tx -> site.books.setAccepting(tx, id, true).compose(done -> {
            locked.complete();
            return held.future();
        }));
        locked.future().await();
        var sent = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        var refused = new CompletableFuture<HttpResponse<String>>();
        for (int i = 0; i < 12; i++) {
            String token = new JsonObject(site.post(ROOT + "full/attempts").body()).getString("attempt");
            sent.add(site.later(ROOT + "full/entries", sheet(token, "{\"one\":[\"a\"]}")));
            sent.get(i).thenAccept(answer -> {
                if (answer.statusCode() == 503) {
                    refused.complete(answer);
                }
            });
        }
        var busy = refused.orTimeout(20, TimeUnit.SECONDS).join();
        held.complete();
        holding.await();

        check("sendEntry 503", busy);
        assertThat(busy.headers().firstValue("Retry-After")).isPresent();
        long accepted = sent.stream().filter(answer -> answer.join().statusCode() == 201).count();
        assertThat(accepted).isPositive();
        assertThat(site.database.read(tx -> tx.get("select count(*) from entry where campaign_id = $1",
                row -> row.getLong(0), id.value())).await()).isEqualTo(accepted);
    }

    private void expiring() {
        String token = new JsonObject(site.post(ROOT + "gone/attempts").body()).getString("attempt");
        site.clock.set(CampaignFixture.MORNING.plus(Duration.ofHours(13)));

        check("sendEntry 410", site.json(ROOT + "gone/entries", sheet(token, "{\"one\":[\"a\"]}")));
    }

    private static String sheet(String token, String answers) {
        return "{\"attempt\":\"" + token + "\",\"answers\":" + answers + "}";
    }

    private HttpResponse<String> check(String answer, HttpResponse<String> given) {
        var parts = answer.split(" ");
        assertThat(given.statusCode()).as(answer + ": " + given.body()).isEqualTo(Integer.parseInt(parts[1]));
        var schemas = new SchemaCheck(document);
        Map<?, ?> content = (Map<?, ?>) schemas.resolve((Map<?, ?>) responses(parts[0]).get(parts[1])).get("content");
        String type = given.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        assertThat(content.keySet()).as(answer).isEqualTo(Set.of(type));
        Object schema = ((Map<?, ?>) content.get(type)).get("schema");
        Object body = type.endsWith("json") ? plain(Json.decodeValue(given.body())) : given.body();
        assertThat(schemas.faults(schema, body)).as(answer + ": " + given.body()).isEmpty();
        seen.add(answer);
        return given;
    }

    private static Object plain(Object json) {
        return json instanceof JsonObject object ? plain(object.getMap())
                : json instanceof JsonArray array ? plain(array.getList())
                : json instanceof Map<?, ?> map ? plainMap(map)
                : json instanceof List<?> list ? list.stream().map(OpenApiTest::plain)
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll) : json;
    }

    private static Map<Object, Object> plainMap(Map<?, ?> map) {
        var plain = new LinkedHashMap<>();
        map.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Map<?, ?> responses(String operation) {
        return operations().get(operation);
    }

    private static Map<String, Map<?, ?>> operations() {
        var operations = new LinkedHashMap<String, Map<?, ?>>();
        ((Map<?, ?>) document.get("paths")).forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method, said) -> {
            var operation = (Map<?, ?>) said;
            operations.put((String) operation.get("operationId"), (Map<?, ?>) operation.get("responses"));
        }));
        return operations;
    }

    private static TreeSet<String> documented() {
        var all = new TreeSet<String>();
        operations().forEach((operation, responses) ->
                responses.keySet().forEach(status -> all.add(operation + ' ' + status)));
        return all;
    }
}
