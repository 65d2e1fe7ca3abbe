package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.BrowserPlatform;

/** From an idea to a running campaign, for each kind, by somebody who has read no manual and a colleague who reviews. */
class LaunchJourneyTest {

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();
    private static final String PASSWORD = "西湖边的桂花今年开得早";
    private static String link;

    @BeforeAll
    static void invite() {
        try (var first = new Desk(platform, Manner.DESK)) {
            first.visitor().open(platform.setupLink());
            first.enter("姓名", "王敏");
            first.enter("用户名", "wangmin");
            first.enter("新密码", PASSWORD);
            first.enter("再输一次", PASSWORD);
            first.press("保存密码");
            first.signIn("wangmin", PASSWORD);
            first.go("人员与权限");
            first.follow("新建账号");
            first.enter("姓名", "陈静");
            first.enter("用户名", "chenjing");
            first.visitor().page().getByLabel("活动管理员").check();
            first.press("新建账号");
            link = first.visitor().page().locator("#link").inputValue();
        }
        try (var second = new Desk(platform, Manner.DESK)) {
            second.choosePassword(link, PASSWORD);
        }
    }

    private static Desk signedIn(String name, Manner manner) {
        var desk = new Desk(platform, manner);
        desk.visitor().open("/console/login");
        desk.signIn(name, PASSWORD);
        return desk;
    }

    private static void begin(Desk desk, String template) {
        desk.go("新建活动");
        desk.visitor().look("launch-start");
        desk.press("用这个 " + template);
    }

    private static void basics(Desk desk, String title) {
        desk.visitor().page().locator("[id='title.zh']").fill(title);
        desk.visitor().page().locator("[id='organizer.zh']").fill("某市人力资源和社会保障局");
    }

    private static void next(Desk desk, String step) {
        desk.press("下一步：" + step);
    }

    private static void submitAndApprove(Desk author, String title, String picture) {
        assertThat(author.main()).containsText("方案完整");
        author.visitor().look(picture);
        author.press("送审");
        assertThat(author.main()).containsText("待审");
        String path = author.visitor().page().url().replaceFirst("https?://[^/]+", "");
        try (var reviewer = signedIn("chenjing", Manner.DESK)) {
            reviewer.visitor().open(path);
            reviewer.step("通过活动", "");
            assertThat(reviewer.main().locator("h1")).containsText(title);
            assertThat(reviewer.main().locator("h1")).containsText("进行中");
        }
        try (var citizen = Visitor.of(platform, Manner.PHONE)) {
            citizen.open(path.replace("/console/campaigns/", "/c/"));
            assertThat(citizen.page().locator("h1")).containsText(title);
        }
    }

    @Test
    void aQuizFromATemplate() {
        quiz(Manner.DESK, "新业态劳动者每日五题", "new-work-quiz");
    }

    @Test
    void aQuizFromATemplateWithoutScripts() {
        quiz(Manner.DESK_WITHOUT_SCRIPTS, "家政工每日五题", "home-work-quiz");
    }

    private void quiz(Manner manner, String title, String slug) {
        try (var author = signedIn("wangmin", manner)) {
            begin(author, "有奖答题，每日一次");
            next(author, "内容");
            assertThat(author.main().locator("[role=alert]")).containsText("主办单位");
            author.visitor().look("launch-basics-wrong");
            basics(author, title);
            author.visitor().page().locator("#slug").fill(slug);
            next(author, "内容");
            assertThat(author.main()).containsText("每份试卷 5 题，满分 100 分");
            if (manner.scripts()) {
                author.visitor().page().locator("[id='quiz.draw[3].count']").fill("3");
                assertThat(author.main()).containsText("每份试卷 6 题，满分 120 分");
                assertThat(author.visitor().page().frameLocator("iframe").locator("h1").first()).containsText(title);
                author.visitor().page().locator("[id='quiz.draw[3].count']").fill("2");
                assertThat(author.main()).containsText("每份试卷 5 题，满分 100 分");
            }
            author.visitor().look("launch-quiz-content");
            next(author, "渠道");
            author.visitor().page().locator("#words").fill("望江街道\n清波街道,qingbo");
            author.press("按行加入");
            assertThat(author.visitor().page().locator("[id='channels[5].code']")).hasValue("qingbo");
            author.visitor().look("launch-channels");
            next(author, "规则说明");
            author.visitor().look("launch-rules");
            next(author, "检查送审");
            submitAndApprove(author, title, "launch-quiz-check");
        }
    }

    @Test
    void aSurveyFromNothing() {
        try (var author = signedIn("wangmin", Manner.DESK)) {
            author.go("新建活动");
            author.press("问卷调查");
            basics(author, "外卖骑手保险问卷");
            author.visitor().page().locator("#slug").fill("rider-survey");
            author.visitor().page().locator("[id='lead.zh']").fill("说说您的保险。");
            author.visitor().page().locator("[id='summary.zh']").fill("两题，匿名");
            next(author, "内容");
            author.visitor().page().locator("[id='survey.sections[1].title.zh']").fill("保险");
            author.visitor().page().locator("[id='survey.sections[1].questions[1].ask.zh']").fill("您有工伤保险吗？");
            author.visitor().page().locator("[id='survey.sections[1].questions[1].options[1].text.zh']").fill("有");
            author.visitor().page().locator("[id='survey.sections[1].questions[1].options[2].text.zh']").fill("没有");
            author.visitor().page().locator("[id='words:survey.sections[1].questions[1].options']")
                    .fill("不清楚\n不想说");
            author.press("按行加入选项");
            assertThat(author.visitor().page().locator("[id='survey.sections[1].questions[1].options[4].text.zh']"))
                    .hasValue("不想说");
            author.visitor().look("launch-survey-content");
            next(author, "渠道");
            next(author, "规则说明");
            next(author, "检查送审");
            submitAndApprove(author, "外卖骑手保险问卷", "launch-survey-check");
        }
    }

    @Test
    void aVoteWithCandidatesPastedFromASpreadsheet() {
        try (var author = signedIn("wangmin", Manner.TABLET)) {
            begin(author, "网上评选，限投一次");
            basics(author, "最美家政公司评选");
            author.visitor().page().locator("#slug").fill("home-vote");
            next(author, "内容");
            author.press("删除 第 2 类");
            assertThat(author.visitor().heading("第 2 类")).hasCount(0);
            author.visitor().page().locator("[id='words:vote.categories[1].candidates']").fill(
                    "01\t小白兔家政（样例）\t上城区\t按月发工资\t每月十日发工资，签书面合同。\n"
                            + "02\t大黄蜂家政（样例）\t西湖区\t先培训再上岗\t培训期间照发工资。\n"
                            + "03\t萤火虫家政（样例）\t拱墅区\t工资条写明白\t每项都写清楚。");
            author.press("按行加入候选");
            assertThat(author.main()).containsText("现在有 3 家候选");
            author.visitor().look("launch-vote-content");
            next(author, "渠道");
            next(author, "规则说明");
            next(author, "检查送审");
            submitAndApprove(author, "最美家政公司评选", "launch-vote-check");
        }
    }

    @Test
    void theSecondOfTwoSeesWhatTheOtherSavedAndLosesNothing() {
        try (var one = signedIn("wangmin", Manner.DESK_WITHOUT_SCRIPTS);
                var other = signedIn("chenjing", Manner.DESK_WITHOUT_SCRIPTS)) {
            begin(one, "普法问卷");
            other.visitor().open(one.visitor().page().url().replaceFirst("https?://[^/]+", ""));

            basics(one, "王敏写的标题");
            one.press("保存");
            basics(other, "陈静写的标题");
            other.press("保存");

            assertThat(other.main().locator("[role=alert]")).containsText("wangmin");
            assertThat(other.visitor().page().locator("[id='title.zh']")).hasValue("陈静写的标题");
            assertThat(other.main().locator(".other").first()).containsText("王敏写的标题");
            other.visitor().look("launch-conflict");
            other.press("保存");
            assertThat(other.main().locator("h1")).containsText("陈静写的标题");
            one.go("新建活动");
            assertThat(one.main()).containsText("陈静写的标题");
        }
    }
}
