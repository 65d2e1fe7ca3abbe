package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.campaign.poster.QrReader;
import org.pufa.support.BrowserPlatform;

/** From an idea to a running campaign, for each kind, by somebody who has read no manual and a colleague who reviews. */
class LaunchJourneyTest {

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();
    private static final String PASSWORD = "西湖边的桂花今年开得早";
    private static final Map<String, String> LINKS = new HashMap<>();

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
            LINKS.put("linmei", invited(first, "林梅", "linmei", "活动管理员"));
            LINKS.put("zhouqiang", invited(first, "周强", "zhouqiang", "活动管理员"));
            LINKS.put("wufang", invited(first, "吴芳", "wufang", "活动管理员"));
            String link = invited(first, "陈静", "chenjing", "活动管理员", "审核员");
            try (var second = new Desk(platform, Manner.DESK)) {
                second.choosePassword(link, PASSWORD);
            }
        }
    }

    /** The one-time link of a new account. */
    private static String invited(Desk admin, String name, String username, String... roles) {
        admin.go("人员与权限");
        admin.follow("新建账号");
        admin.enter("姓名", name);
        admin.enter("用户名", username);
        for (String role : roles) {
            admin.visitor().page().getByLabel(role).check();
        }
        admin.press("新建账号");
        return admin.visitor().page().locator("#link").inputValue();
    }

    private static Desk signedIn(String name, Manner manner) {
        var desk = new Desk(platform, manner);
        desk.visitor().open("/console/login");
        desk.signIn(name, PASSWORD);
        assertThat(desk.visitor().heading("今天")).isVisible();
        return desk;
    }

    /** Somebody who has nothing but the one-time link that a colleague sent. */
    private static Desk newcomer(String name, Manner manner) {
        var desk = new Desk(platform, manner);
        desk.choosePassword(LINKS.get(name), PASSWORD);
        desk.signIn(name, PASSWORD);
        assertThat(desk.visitor().heading("今天")).isVisible();
        return desk;
    }

    private static void begin(Desk desk, String template) {
        desk.go("新建活动");
        desk.visitor().look("launch-start");
        desk.press("用这个 " + template);
    }

    private static void fill(Desk desk, String field, String text) {
        desk.visitor().page().locator("[id='" + field + "']").fill(text);
    }

    private static void basics(Desk desk, String title, String slug) {
        fill(desk, "title.zh", title);
        fill(desk, "organizer.zh", "某市人力资源和社会保障局");
        fill(desk, "slug", slug);
    }

    private static void next(Desk desk, String step) {
        desk.press("下一步：" + step);
    }

    private static String pathOf(Desk desk) {
        return desk.visitor().page().url().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", "");
    }

    /** Hands it in; gives the path of its page. */
    private static String submit(Desk author, String note) {
        assertThat(author.main()).containsText("方案完整");
        author.enter("给审核人的话（可以不填）", note);
        author.press("送审");
        assertThat(author.main()).containsText("待审");
        return pathOf(author);
    }

    private static void approve(String path, String title, String picture) {
        try (var reviewer = signedIn("chenjing", Manner.DESK)) {
            reviewer.go("今天");
            reviewer.follow(title);
            reviewer.visitor().look(picture);
            assertThat(reviewer.visitor().page().frameLocator("iframe").locator("h1").first()).containsText(title);
            reviewer.press("通过活动");
            assertThat(reviewer.main().locator("h1")).containsText("进行中");
            assertThat(pathOf(reviewer)).isEqualTo(path);
        }
    }

    /** The author takes the poster of a channel; somebody scans it and stands before the campaign. */
    private static void poster(Desk author, String path, String channel, String title) {
        author.visitor().open(path);
        author.follow("渠道与海报");
        author.follow(channel);
        var shown = author.visitor().page().locator(".sheet img");
        shown.evaluate("image => image.decode()");
        byte[] png = author.visitor().context().request().get(platform.origin() + shown.getAttribute("src")).body();
        String link = scanned(png);
        assertThat(link).startsWith(platform.origin() + path.replace("/console/campaigns/", "/c/") + "?ch=");
        try (var citizen = Visitor.of(platform, Manner.PHONE)) {
            citizen.open(link);
            assertThat(citizen.page().locator("h1")).containsText(title);
            assertThat(citizen.page().locator(".stick button")).isVisible();
        }
    }

    private static String scanned(byte[] png) {
        try {
            return QrReader.read(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNewcomerLaunchesAQuizThatCameBackOnceAndLaterMendsASlip() {
        String title = "新业态劳动者每日五题";
        try (var author = newcomer("linmei", Manner.DESK)) {
            quiz(author, title, "new-work-quiz");
            author.visitor().look("launch-quiz-check");
            String path = submit(author, "请看第 3 种题的题数");
            comesBack(path, title);
            mend(author, path, title);
            approve(path, title, "launch-review-again");
            poster(author, path, "海报二维码", title);
            correct(author, path);
        }
    }

    private static void comesBack(String path, String title) {
        try (var reviewer = signedIn("chenjing", Manner.DESK)) {
            reviewer.follow(title);
            assertThat(reviewer.main()).containsText("请看第 3 种题的题数");
            reviewer.visitor().look("launch-review");
            reviewer.press("退回活动");
            assertThat(reviewer.main().locator("[role=alert]")).isVisible();
            reviewer.visitor().open(path + "/review");
            reviewer.enter("意见", "导语请写明每天几题");
            reviewer.press("退回活动");
            assertThat(reviewer.main().locator("h1")).containsText("草稿");
        }
    }

    private static void mend(Desk author, String path, String title) {
        author.go("新建活动");
        author.visitor().look("launch-start-drafts");
        author.follow(title);
        assertThat(author.main()).containsText("导语请写明每天几题");
        author.visitor().look("launch-returned");
        fill(author, "lead.zh", "每天 5 题，答完就看到答案和法条，共 30 天。");
        next(author, "内容");
        author.follow("检查送审");
        assertThat(submit(author, "导语改好了")).isEqualTo(path);
    }

    private static void correct(Desk author, String path) {
        author.visitor().open(path);
        author.follow("规则与版本");
        author.follow("更正或延长");
        author.visitor().look("launch-correction");
        author.press("公布更正");
        assertThat(author.main().locator("[role=alert]")).containsText("原因");
        author.visitor().look("launch-correction-wrong");
        fill(author, "reason", "导语里的题数写错了");
        fill(author, "lead.zh", "每天 5 题，答完就看到答案和法条，共 30 日。");
        author.press("公布更正");
        assertThat(author.main().locator("#corrections")).containsText("导语里的题数写错了");
        author.visitor().look("launch-definition-corrected");
        try (var citizen = Visitor.of(platform, Manner.PHONE)) {
            citizen.open(path.replace("/console/campaigns/", "/c/"));
            assertThat(citizen.page().locator("main")).containsText("导语里的题数写错了");
            citizen.look("landing-corrected");
            citizen.link("看改了什么").click();
            assertThat(citizen.page().locator("#corrections")).containsText("改为：每天 5 题，答完就看到答案和法条，共 30 日。");
            citizen.look("rules-corrected");
        }
    }

    @Test
    void aQuizIsLaunchedWithoutScriptsToo() {
        String title = "家政工每日五题";
        try (var author = signedIn("wangmin", Manner.DESK_WITHOUT_SCRIPTS)) {
            quiz(author, title, "home-work-quiz");
            approve(submit(author, ""), title, "launch-review-quiz");
        }
    }

    private static void quiz(Desk author, String title, String slug) {
        begin(author, "每日答题");
        next(author, "内容");
        assertThat(author.main().locator("[role=alert]")).containsText("主办单位");
        author.visitor().look("launch-basics-wrong");
        basics(author, title, slug);
        next(author, "内容");
        assertThat(author.main()).containsText("每份试卷 5 题，满分 100 分");
        if (author.visitor().manner().scripts()) {
            fill(author, "quiz.draw[3].count", "3");
            assertThat(author.main()).containsText("每份试卷 6 题，满分 120 分");
            assertThat(author.visitor().page().frameLocator("iframe").locator("h1").first()).containsText(title);
            fill(author, "quiz.draw[3].count", "2");
            assertThat(author.main()).containsText("每份试卷 5 题，满分 100 分");
        }
        author.visitor().look("launch-quiz-content");
        next(author, "渠道");
        fill(author, "words", "望江街道\n清波街道,qingbo");
        author.press("按行加入");
        assertThat(author.visitor().page().locator("[id='channels[5].code']")).hasValue("qingbo");
        author.visitor().look("launch-channels");
        next(author, "奖品和说明");
        author.visitor().look("launch-rules");
        author.press("本活动有奖品");
        next(author, "检查送审");
        assertThat(author.main().locator("[role=alert]")).containsText("每份价格");
        fill(author, "prizes.items[1].item.zh", "50 元话费");
        fill(author, "prizes.items[1].value", "50");
        fill(author, "prizes.items[1].count", "20");
        author.press("保存");
        assertThat(author.main()).containsText("共 20 份，合计 1,000 元");
        author.visitor().look("launch-prizes");
        next(author, "检查送审");
    }

    @Test
    void aNewcomerLaunchesASurveyFromNothing() {
        String title = "外卖骑手保险问卷";
        try (var author = newcomer("zhouqiang", Manner.DESK)) {
            author.go("新建活动");
            author.press("问卷调查");
            basics(author, title, "rider-survey");
            fill(author, "lead.zh", "说说您的保险。");
            fill(author, "summary.zh", "两题，匿名");
            next(author, "内容");
            String question = "survey.sections[1].questions[1]";
            fill(author, "survey.sections[1].title.zh", "保险");
            fill(author, question + ".ask.zh", "您有工伤保险吗？");
            fill(author, question + ".options[1].text.zh", "有");
            fill(author, question + ".options[2].text.zh", "没有");
            fill(author, "words." + question + ".options", "不清楚\n不想说");
            author.press("按行加入选项");
            assertThat(author.visitor().page().locator("[id='" + question + ".options[4].text.zh']"))
                    .hasValue("不想说");
            author.visitor().look("launch-survey-content");
            next(author, "渠道");
            fill(author, "words", "外卖站点");
            author.press("按行加入");
            next(author, "奖品和说明");
            next(author, "检查送审");
            author.visitor().look("launch-survey-check");
            String path = submit(author, "");
            approve(path, title, "launch-review-survey");
            poster(author, path, "外卖站点", title);
        }
    }

    @Test
    void aNewcomerLaunchesAVoteWithCandidatesPastedFromASpreadsheet() {
        String title = "最美家政公司评选";
        try (var author = newcomer("wufang", Manner.TABLET)) {
            begin(author, "网上评选，限投一次");
            basics(author, title, "home-vote");
            next(author, "内容");
            author.press("删除 第 2 类");
            assertThat(author.visitor().heading("第 2 类")).hasCount(0);
            fill(author, "words.vote.categories[1].candidates",
                    "01\t小白兔家政（样例）\t上城区\t按月发工资\t每月十日发工资，签书面合同。\n"
                            + "02\t大黄蜂家政（样例）\t西湖区\t先培训再上岗\t培训期间照发工资。\n"
                            + "03\t萤火虫家政（样例）\t拱墅区\t工资条写明白\t每项都写清楚。");
            author.press("按行加入候选");
            assertThat(author.main()).containsText("现在有 3 家候选");
            author.visitor().look("launch-vote-content");
            next(author, "渠道");
            next(author, "奖品和说明");
            next(author, "检查送审");
            author.visitor().look("launch-vote-check");
            String path = submit(author, "");
            approve(path, title, "launch-review-vote");
            poster(author, path, "微信公众号", title);
        }
    }

    @Test
    void theKeyboardAloneSuffices() {
        try (var author = signedIn("wangmin", Manner.DESK)) {
            var keys = new Keys(author.visitor().page());
            keys.press("a[href='/console/drafts/new']");
            keys.press("button[value='ready:law-survey']");
            keys.write("[id='title.zh']", "公交司机普法问卷");
            keys.write("#slug", "bus-survey");
            keys.write("[id='organizer.zh']", "某市人力资源和社会保障局");
            keys.press("#wizard .stick button[value=next]");
            keys.press("button[value='down:survey.sections[1].questions[1]']");
            assertThat(author.visitor().page().locator("[id='survey.sections[1].questions[1].ask.zh']"))
                    .hasValue("用人单位不得扣押证件、收取押金，您知道吗？");
            keys.press("#wizard .stick button[value=next]");
            keys.press("#wizard .stick button[value=next]");
            keys.press("#wizard .stick button[value=next]");
            assertThat(author.main()).containsText("方案完整");
            keys.press("form[action$='/submission'] button");
            assertThat(author.main()).containsText("待审");
        }
    }

    @Test
    void theSecondOfTwoSeesWhatTheOtherSavedAndLosesNothing() {
        try (var one = signedIn("wangmin", Manner.DESK_WITHOUT_SCRIPTS);
                var other = signedIn("chenjing", Manner.DESK_WITHOUT_SCRIPTS)) {
            begin(one, "普法问卷");
            other.visitor().open(pathOf(one));

            fill(one, "title.zh", "王敏写的标题");
            one.press("保存");
            fill(other, "title.zh", "陈静写的标题");
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
