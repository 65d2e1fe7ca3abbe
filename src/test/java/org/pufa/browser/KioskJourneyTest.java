package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.Days;
import org.pufa.support.BrowserPlatform;

/** A tablet at an event: staff open it with a code, and ten people take the quiz one after the other. */
class KioskJourneyTest {

    private static final String PASSWORD = "西湖边的桂花今年开得早";
    private static final String SLUG = "labor-contract-quiz";
    private static final int PEOPLE = 10;
    private static final Pattern CHANNEL = Pattern.compile("kiosk-[a-z0-9]{8}");

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    @BeforeAll
    static void somebodyMayMakeOne() {
        try (var desk = new Desk(platform, Manner.DESK)) {
            desk.visitor().open(platform.setupLink());
            desk.enter("姓名", "王敏");
            desk.enter("用户名", "wangmin");
            desk.enter("新密码", PASSWORD);
            desk.enter("再输一次", PASSWORD);
            desk.press("保存密码");
        }
    }

    @Test
    void tenPeopleInARowAreTenParticipantsCountedAsAssisted() {
        try (var desk = new Desk(platform, Manner.DESK); var kiosk = Visitor.of(platform, Manner.TABLET)) {
            long before = platform.entries(SLUG);
            String code = make(desk, "市民之家宪法日");
            kiosk.open("/kiosk");
            kiosk.page().getByLabel("代码").fill("nonsense");
            kiosk.button("打开").click();
            assertThat(kiosk.page().locator(".note.bad")).containsText("没有这个代码");
            kiosk.look("kiosk-open");
            kiosk.page().getByLabel("代码").fill(code);
            kiosk.button("打开").click();
            kiosk.look("kiosk-start");
            for (int person = 1; person <= PEOPLE; person++) {
                takePart(kiosk, person);
            }
            nobodySeesTheOneBefore(kiosk);
            assertThat(platform.entries(SLUG)).isEqualTo(before + PEOPLE);
            desk.visitor().page().reload();
            assertThat(desk.main().locator("tr:has(th:has-text('市民之家宪法日')) td").last()).hasText(Integer.toString(PEOPLE));
            desk.visitor().look("kiosk-list");
            desk.visitor().open("/console/campaigns/" + SLUG + "/channels?q=现场协助");
            assertThat(desk.main()).containsText("现场协助：市民之家宪法日");
            kiosk.button("工作人员：结束使用").click();
            assertThat(kiosk.heading("打开现场参与机")).isVisible();
            assertThat(kiosk.link("下一位")).hasCount(0);
        }
    }

    /** Makes a kiosk and gives its code. */
    private static String make(Desk desk, String name) {
        var page = desk.visitor().page();
        desk.visitor().open("/console/outreach/kiosks");
        desk.signIn("wangmin", PASSWORD);
        var now = LocalDateTime.ofInstant(Instant.now(), Days.ZONE).withSecond(0).withNano(0);
        page.getByLabel("线上活动").selectOption(SLUG);
        desk.enter("现场叫什么", name);
        desk.enter("地点", "市民之家一楼大厅");
        page.locator("#opens").fill(now.minusMinutes(5).toString());
        page.locator("#closes").fill(now.plusHours(3).toString());
        desk.press("建好");
        return desk.main().locator("tr:has(th:has-text('" + name + "')) td.code").textContent();
    }

    private static void takePart(Visitor kiosk, int person) {
        kiosk.button("开始").click();
        assertThat(kiosk.button("开始答题")).isVisible();
        assertThat(kiosk.page().locator("html")).hasAttribute("data-size", "large");
        kiosk.button("开始答题").click();
        var paper = kiosk.paper(person);
        paper.answerEach("下一题");
        assertThat(kiosk.page().locator("[data-step] input:checked")).not().hasCount(0);
        paper.submit("提交答卷");
        if (person == 1) {
            kiosk.look("kiosk-result");
        }
        kiosk.link("下一位").click();
        assertThat(kiosk.button("开始")).isVisible();
        assertThat((Integer) kiosk.page().evaluate("localStorage.length")).isZero();
    }

    private static void nobodySeesTheOneBefore(Visitor kiosk) {
        kiosk.button("开始").click();
        assertThat(kiosk.button("开始答题")).isVisible();
        kiosk.page().goBack();
        kiosk.page().goBack();
        assertThat(kiosk.button("开始")).isVisible();
    }

    @Test
    void theAddressOfAKioskAloneCountsNobodyAsAssisted() {
        try (var desk = new Desk(platform, Manner.DESK); var phone = Visitor.of(platform, Manner.PHONE)) {
            make(desk, "抄走地址的展位");
            desk.visitor().open("/console/campaigns/" + SLUG + "/channels?q=抄走地址的展位");
            String row = desk.main().locator("tr:has-text('抄走地址的展位')").first().textContent();
            Matcher channel = CHANNEL.matcher(row);
            assertThat(channel.find()).as(row).isTrue();
            long before = platform.entries(SLUG);

            phone.open("/c/" + SLUG + "?ch=" + channel.group());
            phone.page().locator(".stick button").click();
            phone.paper(3).answerEach("下一题");
            phone.paper(3).submit("提交答卷");

            assertThat(platform.entries(SLUG)).isEqualTo(before + 1);
            desk.visitor().open("/console/outreach/kiosks");
            assertThat(desk.main().locator("tr:has(th:has-text('抄走地址的展位')) td").last()).hasText("0");
        }
    }

    @Test
    void aDeviceThatNobodyTouchesGoesBackToItsStart() {
        try (var desk = new Desk(platform, Manner.DESK); var kiosk = Visitor.of(platform, Manner.TABLET)) {
            String code = make(desk, "没有人的大厅");
            kiosk.page().clock().install();
            kiosk.open("/kiosk");
            kiosk.page().getByLabel("代码").fill(code);
            kiosk.button("打开").click();
            kiosk.button("开始").click();
            assertThat(kiosk.button("开始答题")).isVisible();

            kiosk.page().clock().runFor(46_000);
            assertThat(kiosk.page().locator(".note.warn")).containsText("秒后回到开始页");
            kiosk.page().keyboard().press("Tab");
            assertThat(kiosk.page().locator(".note.warn")).hasCount(0);
            kiosk.page().clock().runFor(61_000);

            assertThat(kiosk.button("开始")).isVisible();
        }
    }
}
