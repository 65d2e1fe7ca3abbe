package org.pufa.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.ledger.Ledger;
import org.pufa.support.TestDatabase;

class CampaignApiTest {

    private static final String ROOT = "/api/v1/campaigns/";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();
    private static CampaignFixture site;

    @BeforeAll
    static void start() {
        site = new CampaignFixture(database, new Ledger.Settings(1, 1000));
        site.launch("quiz");
        site.launch("open-results", "sample: {shows: open}");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static JsonObject begin(String slug, String... headers) {
        return new JsonObject(site.post(ROOT + slug + "/attempts", headers).body());
    }

    private static HttpResponse<String> send(String slug, String token, String answers) {
        return site.json(ROOT + slug + "/entries", "{\"attempt\":\"" + token + "\",\"answers\":" + answers + "}");
    }

    @Test
    void textsComeInTheLanguageThatIsAskedForAndNothingIsKeptOfIt() {
        var chinese = site.get(ROOT + "quiz");
        var english = site.get(ROOT + "quiz", "Accept-Language", "en-GB,en;q=0.9,zh;q=0.5");
        var asked = site.get(ROOT + "quiz?lang=zh", "Accept-Language", "en");
        var items = begin("quiz", "Accept-Language", "en").getJsonArray("items");
        var problem = site.get(ROOT + "nobody?lang=en");

        assertThat(new JsonObject(chinese.body()).getString("title")).isEqualTo("劳动合同法每日五题");
        assertThat(new JsonObject(english.body()).getString("title")).isEqualTo("Five questions a day");
        assertThat(new JsonObject(asked.body()).getString("title")).isEqualTo("劳动合同法每日五题");
        assertThat(asked.headers().map()).doesNotContainKey("set-cookie");
        assertThat(items.getJsonObject(0).getString("stem")).isEqualTo("Which?");
        assertThat(new JsonObject(problem.body()).getString("title")).isEqualTo("This campaign was not found");
    }

    @Test
    void thePaperNamesItemsOptionsAndBounds() {
        var items = begin("quiz").getJsonArray("items");

        assertThat(items.getJsonObject(0)).isEqualTo(new JsonObject("""
                {"id":"one","type":"single","group":"第一部分","stem":"哪一个？","required":true,"min":1,"max":1,
                 "options":[{"id":"a","text":"甲"},{"id":"b","text":"乙"}]}"""));
        assertThat(items.getJsonObject(1).getJsonArray("options").getJsonObject(1).getBoolean("other")).isTrue();
        assertThat(items.getJsonObject(2)).isEqualTo(new JsonObject("""
                {"id":"wage","type":"number","stem":"多少？","required":false,"options":[],"min":0,"max":100000,
                 "unit":"元"}"""));
    }

    @Test
    void answersOfEveryFormReachTheSheetAsABrowserWouldSendThem() {
        var accepted = send("quiz", begin("quiz").getString("attempt"), """
                {"one":"b","many":["x","y"],"many.other":" 超市购物卡 ","wage":6500}""");
        String receipt = new JsonObject(accepted.body()).getString("receipt");

        var entry = new JsonObject(site.get(ROOT + "quiz/entries/" + receipt.toLowerCase()).body());

        assertThat(accepted.statusCode()).isEqualTo(201);
        assertThat(entry.getJsonObject("result")).isEqualTo(new JsonObject()
                .put("one", "b").put("many", new JsonArray(List.of("x", "y"))).put("other", "超市购物卡").put("wage", "6500"));
        assertThat(entry.getString("accepted_at")).isEqualTo("2026-11-23T02:42:00Z");
    }

    @Test
    void everyItemThatIsWrongIsNamedOnceAndNothingIsStored() {
        String token = begin("quiz").getString("attempt");
        long before = site.stored();

        var answer = send("quiz", token, "{\"one\":[1,2],\"wage\":{},\"many\":[null]}");

        assertThat(answer.statusCode()).isEqualTo(422);
        var errors = new JsonObject(answer.body()).getJsonArray("errors");
        assertThat(errors.stream().map(error -> ((JsonObject) error).getString("field")))
                .containsExactlyInAnyOrder("one", "wage", "many");
        assertThat(site.stored()).isEqualTo(before);
    }

    @Test
    void noRefusalStoresAnything() {
        String token = begin("quiz").getString("attempt");
        long before = site.stored();

        assertThat(site.json(ROOT + "quiz/entries", "{").statusCode()).isEqualTo(400);
        assertThat(site.json(ROOT + "quiz/entries", "null").statusCode()).isEqualTo(400);
        assertThat(site.json(ROOT + "quiz/entries", "\"text\"").statusCode()).isEqualTo(400);
        assertThat(site.json(ROOT + "quiz/entries", "").statusCode()).isEqualTo(400);
        assertThat(send("quiz", "forged", "{\"one\":[\"a\"]}").statusCode()).isEqualTo(403);
        assertThat(send("open-results", token, "{\"one\":[\"a\"]}").statusCode()).isEqualTo(403);
        assertThat(send("quiz", token, "{\"one\":[\"a\",\"b\"]}").statusCode()).isEqualTo(422);
        assertThat(send("quiz", token, "{\"one\":\"" + "长".repeat(30_000) + "\"}").statusCode()).isEqualTo(413);
        assertThat(site.get(ROOT + "quiz/entries").statusCode()).isEqualTo(405);

        assertThat(site.stored()).isEqualTo(before);
    }

    @Test
    void theParticipantIsKnownByTheHeaderOrTheCookie() {
        var first = begin("open-results");
        String token = first.getString("participant");
        send("open-results", first.getString("attempt"), "{\"one\":[\"a\"]}");

        var byHeader = site.post(ROOT + "open-results/attempts", "Authorization", "Pufa-Participant " + token);
        var byCookie = site.post(ROOT + "open-results/attempts", "Cookie", "participant=" + token);
        var forged = site.post(ROOT + "open-results/attempts", "Authorization", "Pufa-Participant x" + token);

        assertThat(byHeader.statusCode()).isEqualTo(409);
        assertThat(byCookie.statusCode()).isEqualTo(409);
        assertThat(forged.statusCode()).isEqualTo(201);
    }

    @Test
    void theChannelOfTheAddressIsCountedIfTheCampaignHasIt() {
        for (String query : List.of("?ch=poster", "?ch=zzz", "")) {
            var attempt = new JsonObject(site.post(ROOT + "quiz/attempts" + query).body());
            assertThat(send("quiz", attempt.getString("attempt"), "{\"one\":[\"a\"]}").statusCode()).isEqualTo(201);
        }

        assertThat(site.database.read(tx -> tx.list("select distinct channel from entry order by 1",
                row -> row.getString(0))).await()).contains("direct", "poster").doesNotContain("zzz");
    }

    @Test
    void theLogCanBeFollowedFromPageToPage() {
        for (int i = 0; i < LogPages.BLOCKS + 1; i++) {
            send("open-results", begin("open-results").getString("attempt"), "{\"one\":[\"a\"]}");
        }

        var first = new JsonObject(site.get(ROOT + "open-results/log").body());
        var rest = new JsonObject(site.get(ROOT + "open-results/log?from=" + first.getString("next")).body());

        assertThat(first.getJsonArray("blocks")).hasSize(LogPages.BLOCKS);
        int last = LogPages.BLOCKS - 1;
        assertThat(rest.getJsonArray("blocks").getJsonObject(0).getString("parent"))
                .isEqualTo(first.getJsonArray("blocks").getJsonObject(last).getString("hash"));
        assertThat(rest.containsKey("next")).isFalse();
    }
}
