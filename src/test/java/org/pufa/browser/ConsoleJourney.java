package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.pufa.support.BrowserPlatform;

/** A campaign's life at the console: set-up, bank, draft, review by a colleague, opening, counts, export, close. */
abstract class ConsoleJourney {

    private static final String CAMPAIGN = "小时工知识答题";
    private static final String SLUG = "hourly-quiz";
    private static final String PASSWORD = "西湖边的桂花今年开得早";
    private static final String OTHER_PASSWORD = "钱塘江的潮水八月十八来";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BrowserPlatform platform;
    private final Manner manner;

    ConsoleJourney(BrowserPlatform platform, Manner manner) {
        this.platform = platform;
        this.manner = manner;
    }

    @Test
    void aCampaignIsFiledReviewedOpenedPausedClosedCountedAndExported() throws IOException {
        try (var editor = new Desk(platform, manner); var reviewer = new Desk(platform, manner)) {
            becomeAdministrator(editor);
            signOutAndIn(editor);
            loadTheBank(editor);
            fileTheCampaign(editor);
            submit(editor);
            invite(editor, reviewer);
            reviewTheQuestions(reviewer);
            approve(reviewer);
            takePart();
            pauseAndResume(editor);
            close(editor, reviewer);
            checkTheCounts(editor);
            checkTheExports(editor);
            certify(editor, reviewer);
            readTheAuditLog(editor);
        }
    }

    private void becomeAdministrator(Desk desk) {
        var visitor = desk.visitor();
        visitor.open(platform.setupLink());
        assertThat(visitor.heading("设立第一位管理员")).isVisible();
        visitor.look("console-setup");
        desk.enter("姓名", "王敏");
        desk.enter("用户名", "wangmin");
        desk.enter("新密码", PASSWORD);
        desk.enter("再输一次", OTHER_PASSWORD);
        desk.press("保存密码");
        assertThat(desk.main()).containsText("两次输入的密码不一样");
        visitor.look("console-setup-wrong");
        desk.enter("新密码", PASSWORD);
        desk.enter("再输一次", PASSWORD);
        desk.press("保存密码");
        assertThat(desk.main()).containsText("密码已设好");
        visitor.look("console-login");
    }

    private void signOutAndIn(Desk desk) {
        var visitor = desk.visitor();
        desk.signIn("wangmin", PASSWORD);
        assertThat(visitor.heading("今天")).isVisible();
        visitor.look("console-today");
        visitor.button("退出登录").click();
        assertThat(desk.main()).containsText("已退出登录");
        desk.signIn("wangmin", "不是这个密码");
        assertThat(desk.main()).containsText("用户名或密码不对。还可以试");
        visitor.look("console-login-wrong");
        desk.signIn("wangmin", PASSWORD);
        assertThat(visitor.heading("今天")).isVisible();
    }

    private void loadTheBank(Desk desk) {
        var visitor = desk.visitor();
        desk.go("题库");
        assertThat(visitor.link("《劳动合同法》题库")).isVisible();
        visitor.look("console-banks");
        desk.follow("题目入库");
        visitor.look("console-bank-load");
        desk.upload("题库文件", "broken.yaml", ConsoleFiles.BROKEN_BANK);
        desk.press("开始核对");
        assertThat(desk.main()).containsText("答案里有 E");
        visitor.look("console-bank-mistakes");
        desk.follow("换一个文件");
        desk.upload("题库文件", "hourly.yaml", ConsoleFiles.BANK);
        desk.press("开始核对");
        assertThat(visitor.heading("核对要入库的题目")).isVisible();
        visitor.look("console-bank-check");
        desk.press("确认入库 3 题");
        assertThat(visitor.link("HR-001")).isVisible();
        visitor.look("console-bank");
        desk.follow("HR-001");
        assertThat(desk.main()).containsText("第六十八条");
        visitor.look("console-question");
    }

    private void fileTheCampaign(Desk desk) {
        var visitor = desk.visitor();
        desk.go("新建活动");
        desk.follow("粘贴 YAML 方案，或者下载现成的方案");
        visitor.look("console-filing");
        desk.upload("方案文件", "broken.yaml", ConsoleFiles.BROKEN_CAMPAIGN);
        desk.press("存为草稿");
        assertThat(desk.main()).containsText("还没有存入");
        visitor.look("console-filing-mistakes");
        desk.upload("方案文件", "hourly-quiz.yaml", ConsoleFiles.CAMPAIGN);
        desk.press("存为草稿");
        assertThat(visitor.page().locator("h1")).containsText(CAMPAIGN);
        visitor.look("console-campaign-draft");
        desk.follow("规则与版本");
        visitor.look("console-campaign-definition");
        desk.follow("渠道与海报");
        assertThat(desk.main()).containsText("?ch=poster");
        visitor.look("console-campaign-channels");
    }

    private void submit(Desk desk) {
        desk.follow("概况");
        desk.follow("送审");
        desk.visitor().look("console-step-submit");
        desk.main().locator("form .btn").first().click();
        assertThat(desk.main()).containsText("这个活动是您送审的，要由另一位同事通过");
        desk.visitor().look("console-campaign-submitted");
    }

    private void invite(Desk desk, Desk colleague) {
        var visitor = desk.visitor();
        desk.go("人员与权限");
        visitor.look("console-people");
        desk.follow("新建账号");
        desk.enter("姓名", "陈国平");
        desk.enter("用户名", "chenguoping");
        visitor.page().getByLabel("系统管理员").check();
        visitor.look("console-people-new");
        desk.press("新建账号");
        visitor.look("console-people-link");
        colleague.choosePassword(visitor.page().getByLabel("一次性链接").inputValue(), OTHER_PASSWORD);
        colleague.signIn("chenguoping", OTHER_PASSWORD);
        assertThat(colleague.visitor().heading("今天")).isVisible();
    }

    /** What the editor has loaded are drafts; new papers hold them only after a colleague's review. */
    private void reviewTheQuestions(Desk desk) {
        desk.go("题库");
        desk.follow("小时工题库");
        withAllQuestions(desk, "审核通过");
        withAllQuestions(desk, "启用");
        desk.go("法律法规");
        assertThat(desk.main()).containsText("劳动合同法");
        desk.visitor().look("console-laws");
    }

    private static void withAllQuestions(Desk desk, String act) {
        var page = desk.visitor().page();
        List.of("HR-001", "HR-002", "HR-003").forEach(id -> page.getByLabel("选题目 " + id).check());
        page.getByLabel("做什么").selectOption(new SelectOption().setLabel(act));
        desk.press("对勾选的题执行");
        assertThat(desk.visitor().link("HR-001")).isVisible();
    }

    private void approve(Desk desk) {
        desk.go("今天");
        desk.visitor().look("console-today-waiting");
        desk.follow(CAMPAIGN);
        assertThat(desk.main()).containsText("退回后送审人可以改好再送");
        desk.visitor().look("console-review");
        desk.press("通过活动");
        assertThat(desk.visitor().page().locator("h1 .tag")).hasText("进行中");
    }

    private void takePart() {
        var crowd = new Crowd(platform.origin(), 1);
        List.of("poster", "poster", "gzh", "").forEach(channel -> crowd.takePart(SLUG, channel));
    }

    private void pauseAndResume(Desk desk) {
        desk.go("全部活动");
        desk.visitor().look("console-campaigns");
        desk.follow(CAMPAIGN);
        desk.follow("暂停活动");
        desk.visitor().look("console-step-pause");
        desk.visitor().page().locator("#reason").fill("核对第 2 题");
        desk.main().locator("form .btn").first().click();
        assertThat(desk.visitor().page().locator("h1 .tag")).hasText("已暂停");
        desk.visitor().look("console-campaign-paused");
        try (var citizen = Visitor.of(platform, Manner.PHONE)) {
            citizen.open("/c/" + SLUG);
            assertThat(citizen.heading("活动暂停")).isVisible();
            assertThat(citizen.page().locator("main")).containsText("原因：核对第 2 题");
            citizen.look("landing-paused");
            citizen.open("/c/" + SLUG + "/attempt");
            citizen.look("attempt-paused");
        }
        desk.step("恢复活动", "");
        assertThat(desk.visitor().page().locator("h1 .tag")).hasText("进行中");
    }

    private void close(Desk desk, Desk colleague) {
        desk.step("结束活动", "演示到此为止");
        assertThat(desk.main()).containsText("等另一位同事确认");
        desk.visitor().look("console-campaign-asked");
        confirm(colleague, "确认结束活动", "console-step-confirm");
        desk.follow("概况");
        assertThat(desk.visitor().page().locator("h1 .tag")).hasText("已结束");
        try (var citizen = Visitor.of(platform, Manner.PHONE)) {
            citizen.open("/c/" + SLUG);
            assertThat(citizen.heading("活动已提前结束")).isVisible();
            citizen.look("landing-closed");
        }
    }

    private void checkTheCounts(Desk desk) {
        var page = desk.visitor().page();
        assertThat(page.locator(".kpis a").first()).hasText("4");
        assertThat(page.locator("tfoot td").last()).hasText("4");
        desk.visitor().look("console-campaign-closed");
        page.locator(".kpis a").first().click();
        assertThat(page.locator("tbody tr")).hasCount(4);
        page.getByLabel("渠道").selectOption("poster");
        desk.press("筛选");
        assertThat(page.locator("tbody tr")).hasCount(2);
        desk.visitor().look("console-entries");
        desk.follow("参与者");
        assertThat(page.locator("tbody tr")).hasCount(4);
        desk.visitor().look("console-participants");
    }

    private void checkTheExports(Desk desk) throws IOException {
        desk.follow("导出数据");
        desk.visitor().look("console-exports");
        assertThat(table(desk, "参与记录（CSV）")).hasSize(4)
                .allSatisfy(row -> assertThat(row.get("参与凭证")).matches("[0-9A-Z]{12}"));
        assertThat(table(desk, "每天各渠道人次（CSV）").stream()
                .mapToInt(row -> Integer.parseInt(row.get("参与人次"))).sum()).isEqualTo(4);
    }

    private static List<CSVRecord> table(Desk desk, String link) throws IOException {
        Download download = desk.visitor().page().waitForDownload(() -> desk.follow(link));
        var text = Files.readString(download.path(), StandardCharsets.UTF_8);
        assertThat(text.charAt(0)).isEqualTo(BYTE_ORDER_MARK);
        return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(new java.io.StringReader(text.substring(1))).getRecords();
    }

    /** What somebody asked for takes effect only with this. */
    private static void confirm(Desk desk, String button, String picture) {
        desk.go("全部活动");
        desk.follow(CAMPAIGN);
        desk.follow("去确认或撤销");
        desk.visitor().look(picture);
        desk.press(button);
        assertThat(desk.visitor().page().locator(".head")).isVisible();
    }

    private static void certify(Desk asking, Desk desk) {
        asking.go("今天");
        asking.follow(CAMPAIGN);
        asking.step("核定活动", "数字已核对");
        confirm(desk, "确认核定活动", "console-step-certify");
        assertThat(desk.visitor().page().locator("h1 .tag")).hasText("已核定");
    }

    private static void readTheAuditLog(Desk desk) {
        desk.go("审计日志");
        assertThat(desk.main()).containsText("核定活动");
        desk.visitor().look("console-audit");
        desk.follow("核对整条链");
        assertThat(desk.main()).containsText("整条链完整");
        desk.visitor().look("console-audit-check");
    }
}
