package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.campaign.State;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

class CampaignConsoleTest {

    private static final Pattern RECEIPT = Pattern.compile("<td class=\"code nb\">([0-9A-Z ]{14})</td>");
    private static final Pattern OLDER = Pattern.compile("href=\"([^\"]*before[^\"]*)\"");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static CampaignTown town;
    private static Browser admin;

    @BeforeAll
    static void open() {
        town = new CampaignTown(DATABASE, true);
        admin = town.console.signedIn("wangmin");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String page(String path) {
        var answer = admin.get("/console" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body().replace("&#x3D;", "=").replace("&amp;", "&");
    }

    @Test
    void figuresLeadToTheirRowsAndAddUp() {
        var campaign = town.open("figures", true);
        town.enter(campaign, "gzh", 3);
        town.enter(campaign, "poster", 2);
        town.enter(campaign, "direct", 1);

        var html = page("/campaigns/figures");

        assertThat(html).contains("<a href=\"/console/campaigns/figures/entries\" data-live=\"entries\">6</a>",
                "<a href=\"/console/campaigns/figures/participants\" data-live=\"participants\">6</a>",
                "<a href=\"/console/campaigns/figures/entries?day=2026-11-23\" data-live=\"today\">6</a>",
                "<a href=\"/console/campaigns/figures/entries?day=2026-11-23&ch=gzh\">3</a>",
                "<a href=\"/console/campaigns/figures/entries?ch=poster\">2</a>", "今天 10 时至 10:42 另有 6 人次");
        assertThat(page("/campaigns/figures/entries?ch=gzh")).contains("共 3 条");
        assertThat(page("/campaigns/figures/entries?day=2026-11-22")).contains("共 0 条", "没有符合条件的记录");
    }

    @Test
    void everyEntryIsOnExactlyOnePage() {
        var campaign = town.open("paged", true);
        for (int day = 0; day < 4; day++) {
            town.enter(campaign, "gzh", 40);
            town.enter(campaign, "direct", 3);
            town.console.clock.advance(Duration.ofDays(1));
        }
        admin = town.console.signedIn("wangmin");

        assertThat(receiptsFrom("/campaigns/paged/entries")).hasSize(172).doesNotHaveDuplicates();
        assertThat(receiptsFrom("/campaigns/paged/entries?ch=gzh")).hasSize(160).doesNotHaveDuplicates();
        assertThat(receiptsFrom("/campaigns/paged/entries?ch=direct")).hasSize(12).doesNotHaveDuplicates();
        assertThat(receiptsFrom("/campaigns/paged/entries?day=2026-11-24&ch=gzh")).hasSize(40).doesNotHaveDuplicates();
    }

    private static List<String> receiptsFrom(String path) {
        var receipts = new ArrayList<String>();
        for (String next = path; !next.isEmpty(); ) {
            var html = page(next);
            RECEIPT.matcher(html).results().forEach(found -> receipts.add(found.group(1)));
            var older = OLDER.matcher(html);
            next = older.find() ? older.group(1).substring("/console".length()) : "";
        }
        return receipts;
    }

    @Test
    void strangeQueriesAskForNothing() {
        town.open("strange", true);

        for (String query : List.of("day=yesterday", "day=2026-99-99", "ch=%3Cscript%3E", "before=1-x",
                "before=999999999999999999-000000000000", "before=-", "before=253402300799-0000000000ZZ",
                "day=9999-12-31", "before=1795401727-zzzzzzzzzzzz")) {
            assertThat(page("/campaigns/strange/entries?" + query)).doesNotContain("<script>");
        }
        assertThat(page("/campaigns/strange/participants?after=x")).contains("共 0 人");
    }

    @Test
    void anAnonymousCampaignShowsOnlyTheHour() {
        var campaign = town.open("anonymous", false);
        town.enter(campaign, "gzh", 2);

        assertThat(page("/campaigns/anonymous/entries")).contains("只记到小时", " 10 时</td>").doesNotContain("10:42:07");
        assertThat(page("/campaigns/anonymous/definition")).contains("答卷与参与记录不相连");
    }

    @Test
    void participantsAreListedByTheirCodes() {
        var campaign = town.open("people", true);
        town.enter(campaign, "gzh", 60);

        var first = page("/campaigns/people/participants");

        assertThat(first).contains("共 60 人", "下一页");
        var next = Pattern.compile("href=\"/console(/campaigns/people/participants\\?after=[^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}</td>").matcher(page(next.group(1))).results()).hasSize(10);
    }

    @Test
    void theListIsFilteredByItsAddress() {
        town.draft("filter-draft", true, CampaignTown.AT_ONCE);
        town.open("filter-open", true);

        assertThat(page("/campaigns?state=draft")).contains("宣传单 filter-draft").doesNotContain("宣传单 filter-open");
        assertThat(page("/campaigns?state=open&kind=leaflet")).contains("宣传单 filter-open")
                .doesNotContain("宣传单 filter-draft");
        assertThat(page("/campaigns?kind=quiz")).contains("没有符合条件的活动");
    }

    @Test
    void todayShowsWhatRunsAndWhatWaits() {
        var campaign = town.open("running", true);
        town.enter(campaign, "gzh", 4);
        town.inState("waiting", State.SUBMITTED);

        var html = page("/today");

        assertThat(html).contains("/console/campaigns/running", "等待审核。请看过方案后通过或退回")
                .doesNotContain("已关闭双人审核");
        assertThat(admin.get("/console").headers().firstValue("location")).contains("/console/today");
    }

    @Test
    void aDraftShowsWhatItsFileSays() {
        town.draft("facts", false, CampaignTown.LATER);

        assertThat(page("/campaigns/facts")).contains("11月1日", "每人 1 次", "约 3 分钟",
                "公众号、海报", "送审和通过要由两个人来做");
        assertThat(page("/campaigns/facts/definition")).contains("slug: facts", "怎样参与", "不收姓名。");
        assertThat(page("/campaigns/facts/channels")).contains("/c/facts?ch=gzh");
        assertThat(admin.get("/console/campaigns/facts/definition.yaml").body())
                .isEqualTo(CampaignTown.file("facts", false, CampaignTown.LATER));
    }

    @Test
    void aFileIsFiledAsADraft() {
        admin.get("/console/filing");

        var filed = admin.postFile("/console/filing", "file", "a.yaml",
                "\uFEFF" + CampaignTown.file("filed", true, CampaignTown.AT_ONCE).replace("\n", "\r\n"));

        assertThat(filed.headers().firstValue("location")).contains("/console/campaigns/filed");
        assertThat(town.stateOf("filed")).isEqualTo(State.DRAFT);
        assertThat(page("/campaigns/filed")).contains("送审");
    }

    @Test
    void pastedTextIsFiledTheSameWay() {
        admin.get("/console/filing");

        var filed = admin.post("/console/filing", "pasted", CampaignTown.file("pasted", true, CampaignTown.AT_ONCE));

        assertThat(filed.headers().firstValue("location")).contains("/console/campaigns/pasted");
    }

    @Test
    void everyMistakeIsNamedWithItsLineAndWhatWasPastedStays() {
        admin.get("/console/filing");
        String wrong = CampaignTown.file("wrong", true, CampaignTown.AT_ONCE).replace("minutes: 3", "minutes: many")
                .replace("summary:", "sumary:");

        var refused = admin.post("/console/filing", "pasted", wrong);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("方案里有 3 处要改", "<td>9</td><td class=\"l code\">minutes</td>",
                "<td class=\"l code\">sumary</td>", "minutes: many");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedKindly() {
        admin.get("/console/filing");

        assertThat(admin.post("/console/filing", "pasted", " ").body()).contains("还没有选文件");
        assertThat(admin.postFile("/console/filing", "file", "empty.yaml", "").body()).contains("文件");
        assertThat(admin.post("/console/filing", "pasted", ": : :").statusCode()).isEqualTo(422);
    }

    @Test
    void aCampaignThatWasSubmittedIsNotReplaced() {
        town.inState("locked", State.SUBMITTED);
        admin.get("/console/filing");

        var refused = admin.post("/console/filing", "pasted", CampaignTown.file("locked", true, CampaignTown.LATER));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("已经送审或公布");
    }

    @Test
    void theReadyFilesCanBeDownloaded() {
        assertThat(page("/filing")).contains("wage-survey.yaml");
        assertThat(admin.get("/console/filing/ready/wage-survey.yaml").body()).startsWith("slug: wage-survey");
        assertThat(admin.get("/console/filing/ready/secret.yaml").statusCode()).isEqualTo(404);
    }

    @Test
    void aProgramSeesAllCampaignsWithTheirCounts() {
        var campaign = town.open("for-programs", true);
        town.enter(campaign, "gzh", 2);

        var answer = town.console.api("GET", "/api/v1/staff/campaigns", town.console.bearer("lijing"));

        var one = new JsonArray(answer.body()).stream().map(JsonObject.class::cast)
                .filter(json -> json.getString("slug").equals("for-programs")).findFirst().orElseThrow();
        assertThat(one.getString("state")).isEqualTo("open");
        assertThat(one.getLong("participations")).isEqualTo(2);
        assertThat(one.getLong("participations_today")).isEqualTo(2);
        assertThat(town.console.browser().get("/api/v1/staff/campaigns").statusCode()).isEqualTo(401);
    }

    @Test
    void everyPageComesInEnglish() {
        var campaign = town.open("english", true);
        town.enter(campaign, "gzh", 1);
        town.inState("english-draft", State.SUBMITTED);
        var english = town.console.signedIn("chen");
        english.get("/console/today?lang=en");

        for (String path : List.of("/today", "/campaigns", "/campaigns/english", "/campaigns/english/entries",
                "/campaigns/english/participants", "/campaigns/english/definition", "/campaigns/english/channels",
                "/campaigns/english/exports", "/campaigns/english/steps/new?step=close", "/filing",
                "/campaigns/english-draft", "/campaigns/english-draft/definition", "/banks", "/banks/_files")) {
            var answer = english.get("/console" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("lang=\"en\"", "Sign out");
        }
        assertThat(english.get("/console/campaigns/english").body()).contains("Participations by hour", "Leaflet english");
    }
}
