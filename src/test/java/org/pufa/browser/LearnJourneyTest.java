package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pufa.picture.Painted;
import org.pufa.support.BrowserPlatform;

/** Learning pages: written at a desk by one, published by another, read on a phone before and after a quiz. */
class LearnJourneyTest {

    private static final String PASSWORD = "西湖边的桂花今年开得早";

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    @BeforeAll
    static void twoPeopleHaveAccounts() {
        try (var desk = new Desk(platform, Manner.DESK)) {
            desk.visitor().open(platform.setupLink());
            desk.enter("姓名", "王敏");
            desk.enter("用户名", "wangmin");
            desk.enter("新密码", PASSWORD);
            desk.enter("再输一次", PASSWORD);
            desk.press("保存密码");
            desk.signIn("wangmin", PASSWORD);
            desk.go("人员与权限");
            desk.follow("新建账号");
            desk.enter("姓名", "陈国平");
            desk.enter("用户名", "chenguoping");
            desk.visitor().page().getByLabel("系统管理员").check();
            desk.press("新建账号");
            String invitation = desk.visitor().page().getByLabel("一次性链接").inputValue();
            desk.visitor().open(invitation);
            desk.choosePassword(invitation, PASSWORD);
        }
    }

    private static Desk at(String path, String username, Manner manner) {
        var desk = new Desk(platform, manner);
        desk.visitor().open(path);
        desk.signIn(username, PASSWORD);
        return desk;
    }

    private static void begin(Desk desk, String title, String slug) {
        desk.follow("新建页面");
        desk.enter("标题", title);
        desk.visitor().page().getByLabel("办事指引：遇到这件事怎么办").check();
        desk.enter("网址", slug);
    }

    @Test
    void aPageIsWrittenReviewedReadChangedAndWithdrawn() {
        try (var writer = at("/console/learn", "wangmin", Manner.DESK);
                var reviewer = at("/console/learn", "chenguoping", Manner.DESK);
                var citizen = Visitor.of(platform, Manner.PHONE)) {
            var page = writer.visitor().page();
            writer.visitor().look("learn-console-list");
            begin(writer, "年休假有几天", "annual-leave");
            writer.visitor().look("learn-console-new");
            writer.press("开始写");
            assertThat(page.locator("[data-status]")).containsText("保存");
            write(page);
            assertThat(page.frameLocator("[data-preview]").locator("h2").first()).hasText("满一年就有");
            page.locator("#picture").setInputFiles(new FilePayload("IMG_0001.jpg", "image/jpeg", Painted.photo(1600, 1200, 1)));
            page.locator("#alt").fill("一张请假单");
            writer.press("上传这张图片");
            assertThat(page.locator(".lesson-picture")).containsText("![一张请假单](图1)");
            page.locator("[data-preview]").scrollIntoViewIfNeeded();
            writer.visitor().look("learn-console-writing");
            writer.press("下一步：检查送审");
            assertThat(writer.main()).containsText("第二百条");
            writer.visitor().look("learn-console-problems");
            writer.follow("没有第二百条：《职工带薪年休假条例》只到第 10 条。请核对条号。");
            page.locator("#cites").fill("《职工带薪年休假条例》第三条");
            writer.press("下一步：检查送审");
            writer.visitor().look("learn-console-ready");
            writer.press("送审");
            assertThat(writer.main()).containsText("等另一位同事审核");

            reviewer.visitor().open("/console/learn?status=waiting");
            reviewer.follow("年休假有几天");
            assertThat(reviewer.visitor().page().frameLocator("[data-preview]").locator(".try")).hasCount(1);
            reviewer.visitor().look("learn-console-review");
            reviewer.press("发布");
            assertThat(reviewer.visitor().page().locator("h1 .tag")).hasText("已发布");

            citizen.open("/learn/annual-leave");
            assertThat(citizen.heading("年休假有几天")).isVisible();
            citizen.page().locator(".try summary").first().click();
            assertThat(citizen.page().locator(".try details[open]")).hasCount(1);
            citizen.look("learn-annual-leave");

            change(writer, reviewer, citizen);
            withdraw(writer, citizen);
        }
    }

    private static void write(Page page) {
        page.locator("#summary").fill("工作满一年，每年有 5 到 15 天带薪假。");
        page.locator("#cites").fill("《职工带薪年休假条例》第二百条");
        page.locator("#questions").fill("annual-leave-regulation/AL-001");
        page.locator("#body").fill("""
                ## 满一年就有

                - 累计工作满一年，不满十年：**5 天**
                - 满十年，不满二十年：**10 天**
                - 满二十年：**15 天**

                有疑问打 [12333](tel:12333)。
                """);
    }

    private static void change(Desk writer, Desk reviewer, Visitor citizen) {
        writer.visitor().page().reload();
        writer.press("修改（另起一版，送审通过前公众仍看现在的）");
        writer.visitor().page().locator("#summary").fill("新的摘要。");
        writer.press("下一步：检查送审");
        writer.press("送审");
        citizen.page().reload();
        assertThat(citizen.page().locator(".lead")).not().containsText("新的摘要");
        reviewer.visitor().page().reload();
        assertThat(reviewer.main()).containsText("新的摘要");
        reviewer.visitor().look("learn-console-change");
        reviewer.press("退回");
        assertThat(reviewer.main()).containsText("退回要写原因");
        reviewer.press("发布");
        citizen.page().reload();
        assertThat(citizen.page().locator(".lead")).containsText("新的摘要");
    }

    private static void withdraw(Desk writer, Visitor citizen) {
        writer.visitor().page().reload();
        writer.follow("撤下页面");
        writer.visitor().look("learn-console-withdrawal");
        writer.enter("原因", "条例要修订");
        writer.press("撤下页面");
        assertThat(writer.visitor().page().locator("h1 .tag")).hasText("已撤下");
        var gone = citizen.page().reload();
        Assertions.assertThat(gone.status()).isEqualTo(410);
        assertThat(citizen.page().locator("main")).containsText("条例要修订");
    }

    @Test
    void ofTwoWhoWriteTheSecondSeesBothTextsAndTheSavingStops() {
        try (var first = at("/console/learn", "wangmin", Manner.DESK);
                var second = at("/console/learn", "chenguoping", Manner.DESK)) {
            begin(first, "两人一起写", "two-writers");
            first.press("开始写");
            String path = first.visitor().page().url().replaceFirst(".*(/console.*)", "$1");
            second.visitor().open(path);
            first.visitor().page().locator("#body").fill("王敏写的");
            assertThat(first.visitor().page().locator("[data-status]")).containsText("wangmin");
            first.visitor().page().locator("#title").fill("两人一起写一页");
            first.press("保存");

            second.visitor().page().locator("#body").fill("陈国平写的");
            assertThat(second.visitor().page().locator("[data-status]")).containsText("wangmin 刚才也保存了这一页");
            second.press("保存");

            assertThat(second.main().locator(".other").first()).containsText("两人一起写一页");
            assertThat(second.visitor().page().locator("#body")).hasValue("陈国平写的");
            second.visitor().look("learn-console-conflict");
            second.press("保存");
            assertThat(second.main().locator(".other")).hasCount(0);
        }
    }

    @Test
    void withoutScriptsAPageIsWrittenAndSentToo() {
        try (var desk = at("/console/learn", "wangmin", Manner.DESK_WITHOUT_SCRIPTS)) {
            var page = desk.visitor().page();
            begin(desk, "没有脚本也能写", "no-scripts");
            desk.press("开始写");
            page.locator("#summary").fill("摘要");
            page.locator("#body").fill("正文");
            page.locator("#cites").fill("《劳动法》第五十条");
            page.locator("#picture").setInputFiles(new FilePayload("a.png", "image/png", Painted.png(400, 300)));
            page.locator("#alt").fill("图");
            desk.press("上传这张图片");
            assertThat(page.locator("#body")).hasValue("正文");
            desk.press("下一步：检查送审");
            assertThat(desk.main()).containsText("只核对了条号是否超出");
            desk.visitor().look("learn-console-unseen");
            desk.press("送审");
            assertThat(page.locator("h1 .tag")).hasText("等审核");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPTS", "PHONE_LARGE", "DESK"})
    void aCitizenFindsReadsAndTries(Manner manner) {
        try (var visitor = Visitor.of(platform, manner)) {
            visitor.open(manner.large() ? "/?size=large" : "/");
            visitor.link("案例、法条解读、办事指引和求助渠道").click();
            assertThat(visitor.heading("学一学")).isVisible();
            visitor.look("learn-list");
            visitor.page().locator("#q").fill("拖欠");
            visitor.button("查找").click();
            assertThat(visitor.page().locator(".lessons > li").first()).isVisible();
            visitor.page().locator(".lessons a[href='/learn/unpaid-wages']").click();
            assertThat(visitor.heading("工资被拖欠，怎么办")).isVisible();
            visitor.look("learn-unpaid-wages");
            visitor.page().locator("details.cited summary").nth(1).click();
            visitor.page().locator(".try details summary").nth(3).click();
            assertThat(visitor.page().locator(".try .yes").first()).isVisible();
            visitor.look("learn-unpaid-wages-open");
            visitor.link("劳动合同法每日五题").click();
            assertThat(visitor.heading("先学一学")).isVisible();
            visitor.look("learn-landing");
            visitor.open("/learn/probation");
            visitor.look("learn-probation");
            visitor.open("/learn?q=没有这样的词");
            visitor.look("learn-none");
        }
    }

    @Test
    void afterAQuizThereIsMoreToReadAndTheLandingPageStaysLight() {
        String receipt = new Crowd(platform.origin(), 5).takePart("labor-contract-quiz", "");
        try (var visitor = Visitor.of(platform, Manner.PHONE)) {
            List<Request> requests = new ArrayList<>();
            visitor.page().onRequestFinished(requests::add);
            visitor.page().waitForRequestFinished(() -> visitor.open("/c/labor-contract-quiz"));
            visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
            Assertions.assertThat(requests.stream().mapToInt(one -> one.sizes().responseHeadersSize
                    + one.sizes().responseBodySize).sum()).isBetween(1, 40 * 1024);

            visitor.open("/c/labor-contract-quiz/entries/" + receipt);
            assertThat(visitor.heading("再学一学")).isVisible();
            visitor.look("learn-result");
            visitor.open("/learn/who-to-call?lang=en");
            visitor.look("learn-english");
        }
    }

    @Test
    void aLeafletFitsTheSheet() {
        try (var visitor = Visitor.of(platform, Manner.DESK)) {
            for (String paper : List.of("", "?paper=a5")) {
                visitor.open("/learn/unpaid-wages/leaflet" + paper);
                visitor.look("learn-leaflet" + (paper.isEmpty() ? "-a4" : "-a5"));
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                byte[] pdf = visitor.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true)
                        .setPath(Path.of("target", "screenshots", "leaflet" + paper.replaceAll("\\W", "") + ".pdf")));
                Assertions.assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF");
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            }
        }
    }
}
