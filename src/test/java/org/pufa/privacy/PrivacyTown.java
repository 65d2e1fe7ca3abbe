package org.pufa.privacy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.pufa.TestHouse;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Step;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Verification;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

/** The whole platform with its ready campaigns and a survey that is not anonymous, and a clock that can be moved. */
final class PrivacyTown implements AutoCloseable {

    static final String LINKED = "job-survey";
    static final String ANONYMOUS = "wage-survey";
    static final String QUIZ = "labor-contract-quiz";
    private static final String FILE = """
            slug: job-survey
            kind: survey
            title: { zh: 岗位问卷, en: Survey on jobs }
            lead: 您做什么工作？
            summary: 三道题
            organizer: { zh: 某市人力资源和社会保障局, en: Some Bureau }
            phone: "0571-88888888"
            window: { opens: start, days: 30 }
            limit: { per: campaign, times: 1 }
            minutes: 2
            rules:
              - { title: 怎样填写, text: 每人一次。 }
            privacy: 只用来了解岗位。
            survey:
              anonymous: false
              sections:
                - title: 工作
                  questions:
                    - id: sector
                      type: single
                      required: true
                      ask: 您在哪一行？
                      options:
                        - { id: build, text: 建筑 }
                        - { id: other, text: 其他, other: true }
                    - { id: job, type: text, ask: { zh: 您做什么岗位？, en: What is your job? } }
            """;

    final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    final TestHouse house;
    private final TestDatabase tests;

    PrivacyTown(TestDatabase tests) {
        this.tests = tests;
        this.house = new TestHouse(tests, Map.of("SECOND_PERSON", "false"), clock);
        var reading = house.house().definitions().read("job-survey.yaml", FILE);
        var definition = reading.definition().orElseThrow(() -> new AssertionError(reading.mistakes()));
        var desk = house.house().desk();
        desk.file(definition, FILE, "wangmin").compose(slug -> desk.take(slug, Step.SUBMIT, "wangmin", ""))
                .compose(submitted -> desk.take(new Slug(LINKED), Step.APPROVE, "wangmin", ""))
                .compose(approved -> house.house().campaigns().renew(new Slug(LINKED))).await();
    }

    Campaign campaign(String slug) {
        return house.house().campaigns().get(slug);
    }

    /** Somebody new takes part in a survey and is given a receipt. */
    String takePart(String slug, Map<String, Object> answers) {
        var browser = new Browser(house.origin());
        var attempt = new JsonObject(post(browser, slug + "/attempts", new JsonObject()).body());
        var given = new JsonObject();
        answers.forEach((item, value) -> given.put(item, value instanceof List<?> list ? new JsonArray(list) : value));
        var entered = post(browser, slug + "/entries", new JsonObject().put("attempt", attempt.getString("attempt"))
                .put("answers", given));
        if (entered.statusCode() != 201) {
            throw new IllegalStateException(entered.body());
        }
        return new JsonObject(entered.body()).getString("receipt");
    }

    private HttpResponse<String> post(Browser browser, String path, JsonObject body) {
        return browser.send(browser.request("/api/v1/campaigns/" + path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    Browser stranger() {
        return new Browser(house.origin());
    }

    /** The browser of somebody who is hired and signs in. */
    Browser hired(String username, String role) {
        String link = house.staff().addAccount(username, "测试" + username, role).await();
        var browser = stranger();
        browser.get(link);
        browser.post("/console/setup", "token", link.substring(link.indexOf('=') + 1), "password", Console.PASSWORD,
                "again", Console.PASSWORD);
        return signedIn(username);
    }

    Browser signedIn(String username) {
        var browser = stranger();
        browser.get("/console/login");
        browser.post("/console/login", "username", username, "password", Console.PASSWORD, "next", "");
        return browser;
    }

    /** What a recount of that campaign comes to. */
    Verification verify(String slug) {
        var campaign = campaign(slug);
        return house.house().verifier().verify(campaign.id(), house.house().words().recount(campaign)).await();
    }

    /** All figures of a campaign. */
    Map<String, Map<String, Long>> totals(String slug) {
        return tests.database().read(tx -> org.pufa.ledger.Tallies.of(tx, campaign(slug).id())).await().sums();
    }

    long number(String sql, Object... args) {
        return tests.database().read(tx -> tx.get(sql, row -> row.getLong(0), args)).await();
    }

    List<String> texts(String sql, Object... args) {
        return tests.database().read(tx -> tx.list(sql, row -> row.getString(0), args)).await();
    }

    int change(String sql, Object... args) {
        return tests.database().inTx(tx -> tx.update(sql, args)).await();
    }

    void later(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() {
        house.close();
    }
}
