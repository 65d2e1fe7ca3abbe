package org.pufa.campaign.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.support.Browser;
import org.pufa.support.Clerks;
import org.pufa.support.StaffDoor;
import org.pufa.support.TestDatabase;

/** Drafts by their forms alone, as a browser without scripts sends them. */
class WizardTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static StaffDoor door;
    private static Clerks clerks;

    @BeforeAll
    static void open() {
        door = new StaffDoor(DATABASE);
        clerks = new Clerks(door);
        clerks.hire("manager", "manager", "");
        clerks.hire("other", "manager,reviewer", "");
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static String begun(String from) {
        Browser browser = clerks.browser("manager");
        browser.get(StartConsole.PATH);
        String location = browser.post(Draft.ALL, "from", from).headers().firstValue("location").orElseThrow();
        return location.substring(0, location.lastIndexOf('/'));
    }

    private static String page(String who, String draft, String step) {
        return clerks.browser(who).get(draft + '/' + step).body();
    }

    private static java.net.http.HttpResponse<String> save(String who, String draft, String step, String... fields) {
        Browser browser = clerks.browser(who);
        Matcher version = VERSION.matcher(browser.get(draft + '/' + step).body());
        assertThat(version.find()).isTrue();
        var all = new ArrayList<>(List.of("version", version.group(1)));
        all.addAll(List.of(fields));
        return browser.postParts(draft + "/" + step, all.toArray(String[]::new));
    }

    @Test
    void candidatesComeFromASpreadsheetOneInEachLine() {
        String draft = begun("kind:vote");

        save("manager", draft, "content", "words.vote.categories[1].candidates",
                "01\t小白兔家政\t上城区\t按月发工资\t每月十日发工资。\r\n02\t大黄蜂家政\t西湖区\t先培训\t照发工资。",
                "act", "bulk:vote.categories[1].candidates");

        assertThat(page("manager", draft, "content")).contains("现在有 2 家候选", "小白兔家政", "照发工资。");
    }

    private static final String[] WHO = {"organizer.zh", "某市人力资源和社会保障局"};

    @ParameterizedTest
    @MethodSource("quizzesAndSurveys")
    void aSampleLacksNothingButWhoRunsIt(String name) {
        String draft = begun("ready:" + name);
        assertThat(page("manager", draft, "check")).contains("#organizer.zh").doesNotContain("#quiz", "#survey");

        save("manager", draft, "basics", WHO);

        assertThat(page("manager", draft, "check")).contains("方案完整")
                .containsSubsequence("<li>slug: ", "<li>kind: ", "<li>title:", "<li>window:", "<li>privacy:");
    }

    static Stream<String> quizzesAndSurveys() {
        return ReadyDefinitions.NAMES.stream().filter(name -> !name.endsWith("vote") && !name.equals("prize-quiz"));
    }

    @Test
    void whatPrizesLackIsNamedBesideItsFieldAndTheRulesThenSayIt() {
        String draft = begun("ready:prize-quiz");
        save("manager", draft, "basics", WHO);
        assertThat(page("manager", draft, "check")).contains("rules?check&#x3D;1#prizes.items[1].value",
                "#prizes.items[2].item.zh");

        save("manager", draft, "rules", "prizes.items[1].item.zh", "50 元话费", "prizes.items[1].value", "50000",
                "prizes.items[1].count", "10", "prizes.items[2].item.zh", "雨伞", "prizes.items[2].value", "20",
                "prizes.items[2].count", "200");

        assertThat(page("manager", draft, "check")).contains("方案完整");
        assertThat(page("manager", draft, "rules")).contains("共 210 份，合计 504,000 元");
        assertThat(page("manager", draft, "preview/rules")).contains("奖项种类", "弃奖条件", "一等奖每份 50,000 元",
                "纪念奖：雨伞，200 份");
        assertThat(page("manager", draft, "preview/landing")).contains("一等奖：50 元话费，10 份");
    }

    @Test
    void prizesComeWithOneButtonAndGoWithAnother() {
        String draft = begun("ready:law-survey");

        save("manager", draft, "rules", "act", "with:prizes");
        assertThat(page("manager", draft, "rules")).contains("prizes.items[1].level.zh", "凭中奖那次的参与凭证领取");
        assertThat(page("manager", draft, "check")).contains("#prizes.items[1].value");

        save("manager", draft, "rules", "act", "remove:prizes");
        assertThat(page("manager", draft, "check")).doesNotContain("#prizes");
    }

    @Test
    void aPrizeForThosePassedNeedsAPassMarkAndAModestValue() {
        String draft = begun("ready:law-survey");
        save("manager", draft, "basics", WHO);
        save("manager", draft, "rules", "act", "with:prizes");

        save("manager", draft, "rules", "prizes.who", "passed", "prizes.items[1].item.zh", "汽车",
                "prizes.items[1].value", "50001", "prizes.items[1].count", "1");

        assertThat(page("manager", draft, "check")).contains("没有设合格分", "#prizes.who", "#prizes.items[1].value");
    }

    @Test
    void anEarlierCampaignIsCopiedWithoutItsAddressAndItsDays() {
        String slug = door.strings("select slug from campaign where kind = 'quiz' limit 1")[0];

        String draft = begun("copy:" + slug);

        String basics = page("manager", draft, "basics");
        assertThat(basics).doesNotContain("value=\"" + slug + "\"").contains("name=\"window.days\"");
        assertThat(page("manager", draft, "check")).contains("方案完整");
    }

    @Test
    void aReturnedDraftShowsTheReviewersWordsAndTheReviewerWhatChanged() {
        String draft = begun("ready:daily-quiz");
        save("manager", draft, "basics", "organizer.zh", "某市人社局", "slug", "talked-over", "title.zh", "初稿");
        Browser author = clerks.browser("manager");
        author.get(draft + "/check");
        assertThat(author.post(draft + "/submission", "note", "请看题数").statusCode()).isEqualTo(303);
        assertThat(author.get(draft + "/basics").statusCode()).as("locked while it waits").isEqualTo(409);

        Browser reviewer = clerks.browser("other");
        assertThat(reviewer.get("/console/campaigns/talked-over/review").body()).contains("请看题数", "通过活动");
        reviewer.post("/console/campaigns/talked-over/steps", "step", "return", "reason", "标题要写全");
        assertThat(page("manager", draft, "basics")).contains("标题要写全");
        assertThat(page("manager", "/console/drafts", "new")).contains("初稿");
        save("manager", draft, "basics", "title.zh", "劳动法律每日答题");
        author.get(draft + "/check");
        author.post(draft + "/submission", "note", "改好了");

        assertThat(reviewer.get("/console/campaigns/talked-over/review").body()).contains("请看题数", "标题要写全",
                "改好了", "<td class=\"l\">初稿</td><td class=\"l\">劳动法律每日答题</td>");
        assertThat(author.get("/console/campaigns/talked-over/review").body()).contains("等审核员决定")
                .doesNotContain("value=\"approve\"");
    }

    @Test
    void anUnfinishedDraftCannotBeHandedIn() {
        String draft = begun("kind:quiz");
        Browser author = clerks.browser("manager");
        author.get(draft + "/check");

        var sent = author.post(draft + "/submission", "note", "请通过");

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("还有几处要改", "#title.zh");
    }

    @Test
    void aDraftIsThrownAwayOnlyAfterAskingAndNotOnceItWasHandedIn() {
        String draft = begun("kind:survey");
        Browser author = clerks.browser("manager");
        author.get(draft + "/dropping");

        assertThat(author.post(draft + "/dropping").statusCode()).isEqualTo(422);
        assertThat(author.get(draft + "/basics").statusCode()).isEqualTo(200);
        assertThat(author.post(draft + "/dropping", "sure", "yes").statusCode()).isEqualTo(303);
        assertThat(author.get(draft + "/basics").statusCode()).isEqualTo(404);
    }

    @Test
    void aColleaguesSavingIsShownBesideWhatIsTyped() {
        String draft = begun("ready:law-survey");
        Browser other = clerks.browser("other");
        other.get(draft + "/basics");
        save("manager", draft, "basics", "title.zh", "先存的标题");

        var conflict = other.postParts(draft + "/basics", "version", "1", "title.zh", "后写的标题", "act", "next");

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("先存的标题", "value=\"后写的标题\"", "manager");
        assertThat(page("manager", draft, "basics")).contains("value=\"先存的标题\"");
    }

    private static java.net.http.HttpResponse<String> upload(String content) {
        Browser browser = clerks.browser("manager");
        browser.get(StartConsole.PATH);
        return browser.postFile(Draft.ALL, "file", "plan.yaml", content, "from", "file");
    }

    @Test
    void aFileWithMistakesBecomesADraftThatNamesThemAll() {
        var sent = upload("slug: from-file\nkind: survey\ntitle: 从文件来\nminutes: many\n"
                + "survey: { anonymous: true, sections: [] }\n");

        assertThat(sent.statusCode()).isEqualTo(303);
        String check = clerks.browser("manager").get(sent.headers().firstValue("location").orElseThrow()).body();
        assertThat(check).contains("从文件来", "#minutes", "#lead.zh", "#survey.sections");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no yaml: [", "just words", "kind: raffle", "- a\n- b", ""})
    void aFileThatIsNoDefinitionIsRefusedWithTheReason(String content) {
        var sent = upload(content);

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("role=\"alert\"");
    }

    @Test
    void aFileNestedBeyondReasonIsRefused() {
        assertThat(upload("kind: " + "[".repeat(100_000)).statusCode()).isEqualTo(422);
    }

    @Test
    void aReviewerDecidesOnlyOnWhatTheyLookedAt() {
        String draft = begun("ready:law-survey");
        save("manager", draft, "basics", "organizer.zh", "某市人社局", "slug", "swapped");
        Browser author = clerks.browser("manager");
        author.get(draft + "/check");
        author.post(draft + "/submission", "note", "");
        Browser reviewer = clerks.browser("other");
        String old = reviewer.get("/console/campaigns/swapped/review").body()
                .replaceAll("(?s).*name=\"filed\" value=\"([^\"]+)\".*", "$1");
        reviewer.post("/console/campaigns/swapped/steps", "step", "return", "reason", "改标题");
        save("manager", draft, "basics", "title.zh", "换过的标题");
        author.get(draft + "/check");
        author.post(draft + "/submission", "note", "");
        reviewer.get("/console/campaigns/swapped/review");

        var late = reviewer.post("/console/campaigns/swapped/steps", "step", "approve", "reason", "", "filed", old);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("方案已经换过");
        assertThat(reviewer.get("/console/campaigns/swapped").body()).contains("待审");
    }

    @Test
    void theUnitOfANewCampaignIsChosenWhenItIsHandedIn() {
        door.update("insert into unit (code, name, name_en, created_by, created_at)"
                + " values ('xihu', '西湖区', 'Xihu', 'system', now()) on conflict do nothing");
        String draft = begun("ready:law-survey");
        save("manager", draft, "basics", "organizer.zh", "某市人社局", "slug", "of-xihu");
        Browser author = clerks.browser("manager");
        assertThat(author.get(draft + "/check").body()).contains("西湖区");

        author.post(draft + "/submission", "note", "", "unit", "xihu");

        assertThat(door.strings("select unit from campaign where slug = 'of-xihu'")).containsExactly("xihu");
    }
}
