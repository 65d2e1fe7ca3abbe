package org.pufa.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.ledger.Ledger;
import org.pufa.support.TestDatabase;

class CampaignPagesTest {

    private static final Instant DECEMBER = Instant.parse("2026-12-02T00:00:00Z");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();
    private static CampaignFixture site;
    private static int slugs;

    @BeforeAll
    static void start() {
        site = new CampaignFixture(database, new Ledger.Settings(1, 1000));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void itIsMorning() {
        site.clock.set(CampaignFixture.MORNING);
    }

    private static String launched(String... lines) {
        String slug = "daily-" + ++slugs;
        site.launch(slug, lines);
        return slug;
    }

    @Test
    void theLandingPageSaysWhatWhenHowOftenAndHowToBegin() {
        var page = site.get("/c/" + launched("limit: {per: day, times: 1}"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1 class=\"keep\">劳动合同法每日五题</h1>", "进行中", "每人每天 1 次",
                "11月1日至11月30日，全天开放", "约 3 分钟", "只存答卷和一个认不出人的设备代号", "怎样计分", "每题 20 分。",
                "未满 14 周岁", "开始参加", "12333").contains("href=\"/privacy\"");
    }

    @Test
    void anAnonymousCampaignDoesNotSpeakOfAge() {
        var page = site.get("/c/" + launched("sample: {linked: false, shows: closed}"));

        assertThat(page.body()).doesNotContain("14");
    }

    @Test
    void theLandingPageIsGivenInTheLanguageAndSizeThatTheCookiesAskFor() {
        String path = "/c/" + launched();

        var plain = site.get(path);
        var english = site.get(path, "Cookie", "lang=en");
        var large = site.get(path, "Cookie", "size=large");

        assertThat(plain.body()).contains("lang=\"zh-CN\"", "劳动合同法每日五题").doesNotContain("data-size");
        assertThat(english.body()).contains("<html lang=\"en\"", "Five questions a day", "Once per person");
        assertThat(large.body()).contains("data-size=\"large\"", "劳动合同法每日五题");
        assertThat(site.get(path).body()).isEqualTo(plain.body());
        assertThat(site.get(path, "Cookie", "lang=en").body()).isEqualTo(english.body());
    }

    @Test
    void aKnownChannelIsRememberedForTheCampaignAndAnUnknownOneIsNot() {
        String path = "/c/" + launched();

        var first = site.get(path + "?ch=gzh");
        var kept = site.get(path + "?ch=gzh");
        var unknown = site.get(path + "?ch=zzz");
        var hostile = site.get(path + "?ch=gzh%0d%0aX-Evil:1");

        for (var answer : new HttpResponse<?>[] {first, kept}) {
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).startsWith("channel=gzh; ")
                    .contains("Max-Age=86400", "Path=" + path + ";", "HttpOnly", "SameSite=Lax");
        }
        assertThat(kept.body()).isEqualTo(first.body());
        assertThat(unknown.headers().firstValue("Set-Cookie").orElse("")).startsWith("channel=; ")
                .contains("Max-Age=0");
        assertThat(hostile.headers().map()).doesNotContainKey("x-evil");
    }

    @Test
    void anEntryCountsForTheChannelItCameBy() {
        String path = "/c/" + launched();

        enter(path, "channel=poster", "a.one=a");
        enter(path, "channel=zzz", "a.one=a");
        enter(path, "other=1", "a.one=a");

        assertThat(channels(path)).isEqualTo("direct,direct,poster");
    }

    private static String channels(String path) {
        return site.database.read(tx -> tx.get("""
                select string_agg(channel, ',' order by channel) from entry e join campaign c on c.id = e.campaign_id
                where '/c/' || slug = $1""", row -> row.getString(0), path)).await();
    }

    private static HttpResponse<String> enter(String path, String cookies, String answers) {
        var paper = site.get(path + "/attempt", "Cookie", cookies);
        return site.form(path + "/entries", "attempt=" + CampaignFixture.token(paper) + '&' + answers);
    }

    @Test
    void theKeptPageChangesWhenTheWindowOpensAndCloses() {
        String path = "/c/" + launched();

        site.clock.set(Instant.parse("2026-10-31T15:59:59Z"));
        var before = site.get(path);
        site.clock.set(Instant.parse("2026-10-31T16:00:00Z"));
        var open = site.get(path);
        site.clock.set(Instant.parse("2026-11-30T15:59:59Z"));
        var lastDay = site.get(path);
        site.clock.set(Instant.parse("2026-11-30T16:00:00Z"));
        var closed = site.get(path);

        assertThat(before.body()).contains("未开始", "11月1日 0:00 开始").doesNotContain(path + "/attempt");
        assertThat(open.body()).contains("进行中", path + "/attempt");
        assertThat(lastDay.body()).contains("今天截止", path + "/attempt");
        assertThat(closed.body()).contains("已结束", "已于 11月30日 24:00 结束", path + "/results")
                .doesNotContain(path + "/attempt");
    }

    @Test
    void theKeptPageChangesAsSoonAsStaffPauseTheCampaign() {
        String slug = launched();
        var open = site.get("/c/" + slug);

        site.take(slug, Step.PAUSE);

        assertThat(open.body()).contains("进行中");
        assertThat(site.get("/c/" + slug).body()).contains("已暂停", "活动暂停").doesNotContain("进行中");
        assertThat(site.get("/").body()).contains("已暂停");
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        String path = "/c/" + launched();

        for (String each : new String[] {path, path, "/", path + "/log", path + "/attempt"}) {
            var answer = site.head(each);
            assertThat(answer.statusCode()).as(each).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void aPaperThatIsSentLeadsToItsReceiptAndSoDoesEveryRepetition() {
        String path = "/c/" + launched();
        String token = CampaignFixture.token(site.get(path + "/attempt"));
        long before = site.rows("entry");

        var first = site.form(path + "/entries", "attempt=" + token + "&a.one=b&a.wage=6500");
        var second = site.form(path + "/entries", "attempt=" + token + "&a.one=b&a.wage=6500");
        var script = site.form(path + "/entries", "attempt=" + token + "&a.one=b", "Accept", "application/json");

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.body()).isEmpty();
        String url = first.headers().firstValue("Location").orElseThrow();
        assertThat(url).matches(path + "/entries/[0-9A-Z]{12}");
        assertThat(second.headers().firstValue("Location")).hasValue(url);
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.body()).isEqualTo("{\"receipt\":\"" + url.substring(url.length() - 12) + "\",\"url\":\"" + url
                + "\"}");
        assertThat(site.rows("entry")).isEqualTo(before + 1);
        var receipt = site.get(url);
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.body()).contains("&quot;wage&quot;:&quot;6500&quot;");
    }

    @Test
    void aScriptIsToldOfTheNewEntryWith201() {
        String path = "/c/" + launched();
        String token = CampaignFixture.token(site.get(path + "/attempt"));

        var answer = site.form(path + "/entries", "attempt=" + token + "&a.one=a", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("application/json"));
    }

    @Test
    void wrongAnswersComeBackWithWhatWasFilledInAndNothingIsStored() {
        String path = "/c/" + launched();
        String token = CampaignFixture.token(site.get(path + "/attempt"));
        long before = site.stored();

        var page = site.form(path + "/entries", "attempt=" + token + "&a.wage=65OO&a.zzz=1");
        var document = site.form(path + "/entries", "attempt=" + token + "&a.wage=65OO", "Accept", "application/json");
        var control = site.form(path + "/entries", "attempt=" + token + "&a.one=a&a.wage=%00");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("href=\"#item-one\"", "href=\"#item-wage\"", "href=\"#item-zzz\"",
                "value=\"65OO\"", token, "role=\"alert\"");
        assertThat(document.statusCode()).isEqualTo(422);
        assertThat(document.headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("application/problem+json"));
        assertThat(document.body()).contains("\"field\":\"one\"", "\"field\":\"wage\"");
        assertThat(control.statusCode()).isEqualTo(422);
        assertThat(control.body()).contains("href=\"#item-wage\"");
        assertThat(site.stored()).isEqualTo(before);
    }

    @Test
    void whoHasTakenPartIsShownTheReceiptInsteadOfAPaper() {
        String path = "/c/" + launched("limit: {per: day, times: 1}");
        var paper = site.get(path + "/attempt");
        String who = CampaignFixture.cookie(paper, "participant");
        String url = site.form(path + "/entries", "attempt=" + CampaignFixture.token(paper) + "&a.one=a")
                .headers().firstValue("Location").orElseThrow();
        long before = site.stored();

        var again = site.get(path + "/attempt", "Cookie", who);

        assertThat(who).startsWith("participant=");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("今天您已经参加过了", "11月23日 10:42", "href=\"" + url + "\"",
                spaced(url), "明天 0:00 后可以再参加");
        assertThat(site.stored()).isEqualTo(before);
    }

    private static String spaced(String url) {
        String code = url.substring(url.length() - 12);
        return code.substring(0, 4) + ' ' + code.substring(4, 8) + ' ' + code.substring(8);
    }

    @Test
    void twoPapersOfTheSamePersonBecomeOneEntry() {
        String path = "/c/" + launched();
        var first = site.get(path + "/attempt");
        var second = site.get(path + "/attempt", "Cookie", CampaignFixture.cookie(first, "participant"));
        var accepted = site.form(path + "/entries", "attempt=" + CampaignFixture.token(first) + "&a.one=a");
        long before = site.stored();

        var refused = site.form(path + "/entries", "attempt=" + CampaignFixture.token(second) + "&a.one=b");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("您已经参加过了", accepted.headers().firstValue("Location").orElseThrow());
        assertThat(site.stored()).isEqualTo(before);
    }

    @Test
    void allAttemptsAtOnePaperBeginWithTheSameLettersAndNoOtherDoes() {
        String path = "/c/" + launched("limit: {per: day, times: 2}");
        var paper = site.get(path + "/attempt");
        String who = CampaignFixture.cookie(paper, "participant");
        String first = CampaignFixture.token(paper);
        String same = CampaignFixture.token(site.get(path + "/attempt", "Cookie", who));
        site.form(path + "/entries", "attempt=" + first + "&a.one=a");
        String next = CampaignFixture.token(site.get(path + "/attempt", "Cookie", who));
        String stranger = CampaignFixture.token(site.get(path + "/attempt"));

        assertThat(same).isNotEqualTo(first).startsWith(first.substring(0, 43));
        assertThat(next.substring(0, 43)).isNotEqualTo(first.substring(0, 43));
        assertThat(stranger.substring(0, 43)).isNotEqualTo(first.substring(0, 43));
    }

    @Test
    void aCampaignThatIsNotOpenSaysSoAndGivesNobodyAMark() {
        String slug = launched();
        String path = "/c/" + slug;
        String token = CampaignFixture.token(site.get(path + "/attempt"));
        long before = site.stored();

        site.clock.set(Instant.parse("2026-10-01T00:00:00Z"));
        var early = site.get(path + "/attempt");
        site.clock.set(CampaignFixture.MORNING);
        site.take(slug, Step.PAUSE);
        var paused = site.form(path + "/entries", "attempt=" + token + "&a.one=a");
        site.take(slug, Step.RESUME);
        site.clock.set(DECEMBER);
        var late = site.form(path + "/entries", "attempt=" + token + "&a.one=a");

        assertThat(early.statusCode()).isEqualTo(403);
        assertThat(early.body()).contains("11月1日 0:00 开始");
        assertThat(early.headers().map()).doesNotContainKey("set-cookie");
        assertThat(paused.statusCode()).isEqualTo(403);
        assertThat(paused.body()).contains("活动暂停");
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("已于 11月30日 24:00 结束", path + "/results");
        assertThat(site.stored()).isEqualTo(before);
    }

    @Test
    void anExpiredAttemptCanBeBegunAgainAndAForgedOneIsRefused() {
        String path = "/c/" + launched();
        String token = CampaignFixture.token(site.get(path + "/attempt"));
        long before = site.stored();

        var forged = site.form(path + "/entries", "attempt=" + token.replace(token.charAt(50),
                token.charAt(50) == 'A' ? 'B' : 'A') + "&a.one=a");
        var missing = site.form(path + "/entries", "a.one=a");
        site.clock.set(CampaignFixture.MORNING.plus(Duration.ofHours(13)));
        var expired = site.form(path + "/entries", "attempt=" + token + "&a.one=a");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("没有认出这一份", path + "/attempt");
        assertThat(missing.statusCode()).isEqualTo(403);
        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.body()).contains("这一页已经过期", "重新开始", "href=\"" + path + "/attempt\"");
        assertThat(site.stored()).isEqualTo(before);
    }

    @Test
    void aTokenOfOneCampaignIsRefusedByAnother() {
        String first = "/c/" + launched();
        String second = "/c/" + launched();
        String token = CampaignFixture.token(site.get(first + "/attempt"));

        assertThat(site.form(second + "/entries", "attempt=" + token + "&a.one=a").statusCode()).isEqualTo(403);
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        String path = "/c/" + launched();
        String token = CampaignFixture.token(site.get(path + "/attempt"));

        var answer = site.form(path + "/entries", "attempt=" + token + "&a.one=a", "Origin", "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(site.get(path + "/log").body()).contains("账本还是空的");
    }

    @Test
    void whatIsNotThereIsAnsweredWithAKind404() {
        String path = "/c/" + launched();

        var campaign = site.get("/c/no-such-campaign");
        var hostile = site.get("/c/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        var entry = site.get(path + "/entries/000000000000");
        var noCode = site.get(path + "/entries/%22%3E%3Cb%3E");

        assertThat(campaign.statusCode()).isEqualTo(404);
        assertThat(campaign.body()).contains("没有找到这个活动");
        assertThat(hostile.statusCode()).isEqualTo(404);
        assertThat(hostile.body()).doesNotContain("<script>alert");
        assertThat(entry.statusCode()).isEqualTo(404);
        assertThat(entry.body()).contains("没有这个凭证码", "value=\"000000000000\"");
        assertThat(noCode.statusCode()).isEqualTo(404);
        assertThat(noCode.body()).doesNotContain("\"><b>");
    }

    @Test
    void aReceiptIsFoundHoweverItIsTyped() {
        String path = "/c/" + launched();

        var form = site.get(path + "/entries");
        var found = site.get(path + "/entries?receipt=pf7k-3m9q+2xtd");
        var wrong = site.get(path + "/entries?receipt=%3Cb%3E");

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("name=\"receipt\"");
        assertThat(found.statusCode()).isEqualTo(303);
        assertThat(found.headers().firstValue("Location")).hasValue(path + "/entries/PF7K3M9Q2XTD");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("aria-invalid", "&lt;b&gt;").doesNotContain("“<b>");
    }

    @Test
    void resultsAreShownWhenTheCampaignPublishesThemAndUntilThenItSaysWhen() {
        String later = "/c/" + launched();
        String live = "/c/" + launched("sample: {shows: open}");
        String never = "/c/" + launched("sample: {shows: never}");
        enter(live, "x=1", "a.one=a");

        assertThat(site.get(live + "/results").body()).contains("<p id=\"count\">1</p>");
        assertThat(site.get(later + "/results").statusCode()).isEqualTo(403);
        assertThat(site.get(later + "/results").body()).contains("结果在活动结束后公布");
        assertThat(site.get(never + "/results").body()).contains("不在这里公布结果");
        site.clock.set(DECEMBER);
        assertThat(site.get(later + "/results").statusCode()).isEqualTo(200);
    }

    @Test
    void theLogShowsEveryBlockAndCanBeTakenAway() {
        String path = "/c/" + launched();
        var empty = site.get(path + "/log");
        enter(path, "x=1", "a.one=a");
        enter(path, "x=1", "a.one=b");

        var page = site.get(path + "/log");
        var lines = site.get(path + "/log.jsonl");

        assertThat(empty.body()).contains("账本还是空的");
        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(lines.headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("application/x-ndjson"));
        assertThat(lines.body().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"campaign\":"));
        var last = new io.vertx.core.json.JsonObject(lines.body().lines().toList().get(1));
        assertThat(page.body()).contains(last.getString("hash"));
        assertThat(site.get(path + "/log?from=zzz").statusCode()).isEqualTo(400);
        assertThat(site.get(path + "/log?from=0.0.2").statusCode()).isEqualTo(200);
    }

    @Test
    void theHomePageListsWhatRunsWhatComesAndWhatIsOver() {
        launched();
        String slug = "coming-" + ++slugs;
        site.launch(slug, "  opens: 2026-12-24 09:00\n  closes: 2026-12-31 18:00", new String[0]);

        var now = site.get("/");
        site.clock.set(DECEMBER);
        var later = site.get("/");

        assertThat(now.body()).contains("正在进行", "还有 7 天", "去参加", "即将开始", "12月24日", "/c/" + slug);
        assertThat(later.body()).contains("现在没有进行中的活动", "下一项活动 12月24日 9:00 开始", "往期活动", "11月30日",
                "/results");
        assertThat(site.get("/past").statusCode()).isEqualTo(200);
    }

    @Test
    void thePagesOfWordsAreThereInBothLanguages() {
        assertThat(site.get("/help").body()).contains("使用帮助", "长者版");
        assertThat(site.get("/help?lang=en").body()).contains("The text is too small");
    }

    @Test
    void aWrongMethodIsRefused() {
        String path = "/c/" + launched();

        assertThat(site.form(path, "x=1").statusCode()).isEqualTo(405);
        assertThat(site.form(path + "/attempt", "x=1").statusCode()).isEqualTo(405);
    }
}
