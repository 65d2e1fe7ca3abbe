package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.picture.Painted;
import org.pufa.support.BrowserPlatform;

/** A colleague with a phone in the field, with and without a network, and another at a desk who confirms. */
class OutreachJourneyTest {

    private static final String PASSWORD = "西湖边的桂花今年开得早";
    private static final String FIELD = "/console/outreach/field";

    /** Whether the phone keeps a form in which somebody has typed 7. */
    private static final String KEPT = """
            () => new Promise(done => { indexedDB.open('pufa-field', 1).onsuccess = opened => {
              const all = opened.target.result.transaction('form').objectStore('form').getAll();
              all.onsuccess = () => done(all.result.some(form => form.fields.some(field => field[1] === '7')));
            } })""";

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();
    private static String invitation;

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
            invitation = desk.visitor().page().getByLabel("一次性链接").inputValue();
            desk.visitor().open(invitation);
            desk.choosePassword(invitation, PASSWORD);
        }
    }

    private static Desk inTheField(Manner manner) {
        var desk = new Desk(platform, manner);
        desk.visitor().open(FIELD);
        desk.signIn("wangmin", PASSWORD);
        assertThat(desk.visitor().heading("登记线下活动")).isVisible();
        return desk;
    }

    private static FilePayload photo() {
        return new FilePayload("IMG_0001.jpg", "image/jpeg", Painted.photo(2400, 1800, 6));
    }

    private static void fill(Desk desk, String title, String advised) {
        desk.enter("活动名称", title);
        desk.visitor().page().locator("[name=starts]").fill("2019-12-04");
        desk.enter("地点", "市民之家");
        desk.enter("接受咨询（人次）", advised);
    }

    /** How many records of that name the register has. */
    private static int registered(Desk desk, String title) {
        Page other = desk.visitor().newPage();
        other.navigate(platform.origin() + "/console/outreach?q=" + title);
        int rows = other.locator("tbody tr", new Page.LocatorOptions().setHasText(title)).count();
        other.close();
        return rows;
    }

    private static String note(Desk desk) {
        return desk.visitor().page().locator(".kept").textContent();
    }

    @Test
    void recordsMadeWithoutANetworkAreKeptAndSentOnceWhenItIsBack() {
        try (var desk = inTheField(Manner.PHONE)) {
            var visitor = desk.visitor();
            visitor.look("outreach-field");
            fill(desk, "断网登记甲", "97");
            visitor.page().locator("#shot").setInputFiles(photo());
            assertThat(visitor.page().locator("#evidence .list")).containsText("IMG_0001.jpg");
            visitor.page().locator("#shot").setInputFiles(photo());
            assertThat(visitor.page().locator("#evidence .list")).containsText("选了 2 个文件");
            visitor.page().locator("#evidence .list button").last().click();
            visitor.context().setOffline(true);

            visitor.button("交给同事确认").click();
            assertThat(visitor.page().locator(".kept")).containsText("没有网络，已存在这部手机上");
            visitor.look("outreach-field-kept");
            fill(desk, "断网登记乙", "3");
            visitor.button("交给同事确认").click();
            assertThat(visitor.page().locator(".kept")).containsText("还有 2 条");
            visitor.context().setOffline(false);

            assertThat(visitor.page().locator(".kept")).containsText("存着的记录已发送");
            Assertions.assertThat(note(desk)).doesNotContain("还有");
            Assertions.assertThat(registered(desk, "断网登记甲")).isEqualTo(1);
            Assertions.assertThat(registered(desk, "断网登记乙")).isEqualTo(1);
            visitor.open("/console/outreach?q=断网登记甲");
            desk.follow("断网登记甲");
            assertThat(desk.main().locator(".proofs img")).hasCount(1);
        }
    }

    @Test
    void aRecordWhoseAnswerIsLostIsSentAgainAndRegisteredOnce() {
        try (var desk = inTheField(Manner.PHONE)) {
            var page = desk.visitor().page();
            fill(desk, "回执丢了", "5");
            var lost = new boolean[1];
            page.route("**" + FIELD, route -> {
                if (!lost[0] && route.request().method().equals("POST")) {
                    lost[0] = true;
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });

            desk.press("交给同事确认");
            assertThat(page.locator(".kept")).containsText("已存在这部手机上");
            page.evaluate("dispatchEvent(new Event('online'))");

            assertThat(page.locator(".kept")).containsText("存着的记录已发送");
            Assertions.assertThat(lost[0]).isTrue();
            Assertions.assertThat(registered(desk, "回执丢了")).isEqualTo(1);
        }
    }

    @Test
    void whatIsHalfFilledInSurvivesAReloadAndASignOut() {
        try (var desk = inTheField(Manner.PHONE)) {
            var page = desk.visitor().page();
            fill(desk, "登录过期", "7");
            page.waitForFunction(KEPT);
            page.reload();
            assertThat(page.getByLabel("活动名称")).hasValue("登录过期");
            assertThat(page.getByLabel("接受咨询（人次）", new Page.GetByLabelOptions().setExact(true))).hasValue("7");

            desk.visitor().context().clearCookies();
            desk.press("交给同事确认");
            assertThat(page.locator(".kept")).containsText("登录已过期");
            desk.visitor().link("重新登录").click();
            desk.signIn("wangmin", PASSWORD);

            assertThat(page.locator(".kept")).containsText("存着的记录已发送");
            Assertions.assertThat(registered(desk, "登录过期")).isEqualTo(1);
        }
    }

    @Test
    void whatTheRegisterAsksBackIsAnsweredOnTheSamePage() {
        try (var desk = inTheField(Manner.PHONE)) {
            var page = desk.visitor().page();
            page.getByLabel("类型").selectOption("training");
            assertThat(page.getByLabel("接受咨询（人次）", new Page.GetByLabelOptions().setExact(true))).isHidden();
            desk.enter("活动名称", "全员培训");
            page.locator("[id='amount.heads']").fill("31250");
            page.locator("#files").setInputFiles(new FilePayload("IMG_2.HEIC", "image/heic", Painted.heic()));
            assertThat(page.locator(".note.bad")).containsText("HEIC");
            desk.press("交给同事确认");
            assertThat(page.locator(".note.bad")).containsText("是不是多打了一个 0");
            desk.visitor().look("outreach-field-doubt");

            desk.enter("没错的话，请输入“确认无误”", "确认无误");
            desk.press("交给同事确认");

            assertThat(page.locator(".note.ok")).containsText("已登记，等另一位同事确认");
            desk.visitor().look("outreach-field-done");
            desk.follow("看这条记录");
            assertThat(desk.main()).containsText("31,250 人");
            Assertions.assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
                    .as("the record's page fits a phone").isTrue();
        }
    }

    @Test
    void withoutScriptsTheFormIsSentAsItIs() {
        try (var desk = inTheField(Manner.PHONE_WITHOUT_SCRIPTS)) {
            var page = desk.visitor().page();
            desk.visitor().look("outreach-field");
            page.getByLabel("类型").selectOption("training");
            desk.press("换成这一类");
            assertThat(page.locator("[id='amount.heads']")).isVisible();
            page.locator("[name=starts]").fill("2019-05-08");
            page.locator("[id='amount.heads']").fill("45");
            page.locator("#files").setInputFiles(photo());
            desk.press("交给同事确认");
            assertThat(page.locator(".note.bad")).containsText("这一项还没有填");
            desk.visitor().look("outreach-field-wrong");

            desk.enter("活动名称", "没有脚本的培训");
            page.locator("#files").setInputFiles(photo());
            desk.press("交给同事确认");

            assertThat(page.locator(".note.ok")).containsText("已登记");
            desk.follow("看这条记录");
            assertThat(desk.main()).containsText("45 人");
        }
    }

    @Test
    void atADeskAColleagueConfirmsAndTheYearAddsUp() {
        try (var field = inTheField(Manner.PHONE); var desk = new Desk(platform, Manner.DESK)) {
            fill(field, "送法进市民之家", "97");
            field.visitor().page().locator("#shot").setInputFiles(photo());
            assertThat(field.visitor().page().locator("#evidence .list")).containsText("IMG_0001.jpg");
            field.press("交给同事确认");
            assertThat(field.visitor().page().locator(".note.ok")).isVisible();
            field.visitor().open("/console/outreach?q=送法进市民之家");
            field.follow("送法进市民之家");
            assertThat(field.main()).containsText("等另一位同事确认");

            desk.visitor().open(FIELD);
            desk.signIn("chenguoping", PASSWORD);
            desk.visitor().open("/console/outreach?status=waiting");
            desk.visitor().look("outreach-list");
            desk.follow("送法进市民之家");
            desk.main().locator(".proofs img").evaluate("image => image.decode()");
            desk.visitor().look("outreach-record");
            desk.press("确认");
            assertThat(desk.visitor().page().locator("h1 .tag")).hasText("已确认");
            desk.follow("更正");
            desk.visitor().look("outreach-correction");
            desk.visitor().open("/console/outreach/totals?year=2019");
            assertThat(desk.main().locator(".sums").first()).containsText("接受咨询");
            desk.visitor().look("outreach-totals");
            desk.go("宣传资料");
            desk.enter("名称", "农民工维权手册");
            desk.enter("收到的数量", "5000");
            desk.press("登记");
            assertThat(desk.visitor().heading("农民工维权手册")).isVisible();
            desk.visitor().look("outreach-title");
            desk.go("宣传资料");
            desk.visitor().look("outreach-titles");
        }
    }
}
