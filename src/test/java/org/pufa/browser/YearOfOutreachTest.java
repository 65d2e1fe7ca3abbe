package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.outreach.Workbooks;
import org.pufa.picture.Painted;
import org.pufa.support.BrowserPlatform;
import org.pufa.support.SettableClock;

/**
 * The year 2019 of a bureau. Online a survey, a vote and a quiz; away from the screen two events by phone and all the
 * rest from Excel, each confirmed by a colleague. Every figure is followed back to its records, their evidence and whoever
 * confirmed them, and then the section of the yearly report is drafted, edited, finished and handed out.
 */
class YearOfOutreachTest {

    private static final String PASSWORD = "西湖边的桂花今年开得早";
    private static final String BOOKLET = "保障农民工工资支付条例问答";
    /** What the report says: measure, number and unit, as the totals show them. */
    private static final Map<String, String> REPORT = Map.of("发放宣传册", "5,000 册", "接受咨询", "97 人次", "走访", "45 人",
            "笔试", "2 场", "现场赛", "1 场", "赛前培训", "2 场", "获奖", "2 项");
    private static final int[] TRAININGS = {120, 96, 150, 88, 130, 110, 102, 140, 94, 125, 95};

    private static final SettableClock clock = new SettableClock("2019-05-06T02:00:00Z");

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform(clock);

    @Test
    void theYearIsEnteredConfirmedFoundAgainAndToldInTheReport() throws IOException {
        try (var desk = new Desk(platform, Manner.DESK); var phone = new Desk(platform, Manner.PHONE);
                var colleague = new Desk(platform, Manner.DESK)) {
            becomeAdministrator(desk);
            takePartOnline();
            clock.set(Instant.parse("2019-12-25T02:00:00Z"));
            desk.visitor().open("/console/login");
            desk.signIn("wangmin", PASSWORD);
            invite(desk, colleague);
            receiveTheBooklets(desk);
            enterTheEvents(phone);
            int loaded = loadTheRest(desk);
            addEvidence(desk);
            confirmAll(colleague, loaded + 2);
            compareWithTheReport(colleague);
            var report = new YearReport(desk, colleague);
            report.draft();
            report.edit();
            report.finish();
            report.checkTheFiles();
        }
    }

    /** As many as the report of that year tells of, each through the door of programs. */
    private static void takePartOnline() {
        var crowd = new Crowd(platform.origin(), 2019);
        crowd.takePart("wage-survey", 2_034, "gzh", "community", "");
        crowd.takePart("no-arrears-vote", 83_412, "gzh", "gzh", "site", "");
        crowd.takePart("labor-contract-quiz", 1_036, "poster", "gzh");
    }

    private static void becomeAdministrator(Desk desk) {
        desk.visitor().open(platform.setupLink());
        desk.enter("姓名", "王敏");
        desk.enter("用户名", "wangmin");
        desk.enter("新密码", PASSWORD);
        desk.enter("再输一次", PASSWORD);
        desk.press("保存密码");
        desk.signIn("wangmin", PASSWORD);
    }

    private static void invite(Desk desk, Desk colleague) {
        desk.go("人员与权限");
        desk.follow("新建账号");
        desk.enter("姓名", "陈国平");
        desk.enter("用户名", "chenguoping");
        desk.visitor().page().getByLabel("审核员").check();
        desk.press("新建账号");
        colleague.choosePassword(desk.visitor().page().getByLabel("一次性链接").inputValue(), PASSWORD);
        colleague.signIn("chenguoping", PASSWORD);
        assertThat(colleague.visitor().page().locator(".side")).containsText("活动登记");
    }

    private static void receiveTheBooklets(Desk desk) {
        desk.go("宣传资料");
        desk.enter("名称", BOOKLET);
        desk.enter("收到的数量", "6000");
        desk.visitor().page().locator("#day").fill("2019-04-01");
        desk.press("登记");
        assertThat(desk.visitor().heading(BOOKLET)).isVisible();
    }

    private static void enterTheEvents(Desk phone) {
        phone.visitor().open("/console/outreach/field");
        phone.signIn("wangmin", PASSWORD);
        event(phone, "五一条例宣传进市民之家", "2019-05-01", "3000", "56");
        event(phone, "国家宪法日进市民之家", "2019-12-04", "2000", "41");
    }

    private static void event(Desk phone, String title, String day, String booklets, String advised) {
        var page = phone.visitor().page();
        phone.visitor().open("/console/outreach/field");
        phone.enter("活动名称", title);
        page.locator("[name=starts]").fill(day);
        phone.enter("地点", "市民之家");
        page.locator("[id='amount.held']").fill("1");
        page.locator("[id='amount.advised']").fill(advised);
        page.locator("[name='given.1.title']").selectOption(page.locator("[name='given.1.title'] option",
                new Page.LocatorOptions().setHasText(BOOKLET)).getAttribute("value"));
        page.locator("[name='given.1']").fill(booklets);
        page.locator("#shot").setInputFiles(new FilePayload("IMG_" + day + ".jpg", "image/jpeg",
                Painted.photo(1600, 1200 + Integer.parseInt(advised), 6)));
        assertThat(page.locator("#evidence .list")).containsText("IMG_" + day);
        phone.press("交给同事确认");
        assertThat(page.locator(".note.ok")).containsText("已登记");
    }

    /** How many records the file brought. */
    private static int loadTheRest(Desk desk) {
        var rows = new ArrayList<>(List.of("杭州市人社局2019年法治宣传台账",
                "序号|活动日期|类型|活动名称|地点|举办（场）|参加（人）|走访（人）|笔试（场）|现场赛（场）|赛前培训（场）|获奖（项）|普法对象"));
        for (int i = 0; i < TRAININGS.length; i++) {
            rows.add((i + 1) + "|2019年" + (i + 1) + "月15日|培训|基层人社干部培训第" + (i + 1) + "期|市人社局|1|" + TRAININGS[i]
                    + "||||||机关干部");
        }
        rows.add("12|2019.3.20|走访|送法到建筑工地|钱江新城|||45|||||农民工");
        rows.add("13|2019年6月18日至6月20日|培训|劳动人事争议仲裁员培训|之江饭店|1|219||||||");
        rows.add("14|2019年9月|竞赛|全国人社窗口单位业务技能练兵比武|||||2|1|2||");
        rows.add("15|2019/11/8|获奖|练兵比武全省团体二等奖||||||||1|");
        rows.add("16|2019/12/20|获奖|全市法治宣传先进集体||||||||1|");
        rows.add("合计||||||1469||||||");
        desk.go("活动登记");
        desk.follow("批量导入");
        desk.visitor().look("outreach-load");
        desk.upload("Excel 文件", "2019.xlsx", "application/octet-stream", Workbooks.sheet("2019", rows.toArray(String[]::new)));
        desk.press("开始核对");
        assertThat(desk.main()).containsText("读出 16 行");
        assertThat(desk.main()).containsText("是合计，没有读");
        desk.visitor().look("outreach-check");
        desk.press("确认登记 16 条");
        assertThat(desk.visitor().page().locator(".tabs [aria-current]")).containsText("待确认 18");
        return 16;
    }

    /** Each record from the file gets the paper that shows it. */
    private static void addEvidence(Desk desk) {
        var page = desk.visitor().page();
        desk.visitor().open("/console/outreach?year=2019");
        var records = page.locator("tbody th a").evaluateAll("links => links.map(a => a.getAttribute('href'))");
        for (Object record : (List<?>) records) {
            desk.visitor().open(record + "/evidence");
            desk.upload("照片或文件", "通知" + record.toString().replaceAll("\\D", "") + ".pdf", "application/pdf",
                    ("%PDF-1.4 " + record).getBytes(StandardCharsets.UTF_8));
            desk.press("加入");
            assertThat(page.locator(".proofs")).containsText("通知");
        }
    }

    private static void confirmAll(Desk colleague, int records) {
        var page = colleague.visitor().page();
        colleague.visitor().open("/console/outreach?status=waiting&year=2019");
        page.locator("tbody th a").first().click();
        for (int i = 1; i <= records; i++) {
            colleague.press("确认");
            assertThat(page.locator("h1 .tag")).hasText("已确认");
            if (i < records) {
                colleague.follow("看下一条待确认的");
                assertThat(page.locator("h1 .tag")).hasText("待确认");
            }
        }
        assertThat(colleague.visitor().link("看下一条待确认的")).hasCount(0);
    }

    private static void compareWithTheReport(Desk desk) {
        var page = desk.visitor().page();
        String totals = "/console/outreach/totals?year=2019";
        desk.visitor().open(totals);
        desk.visitor().look("outreach-year");
        REPORT.forEach((measure, number) -> {
            desk.visitor().open(totals);
            Locator row = overall(page).filter(new Locator.FilterOptions().setHas(page.locator("th",
                    new Page.LocatorOptions().setHasText(measure)))).filter(new Locator.FilterOptions().setHas(
                    page.locator("td", new Page.LocatorOptions().setHasText(number.split(" ")[0]))));
            assertThat(row).containsText(number.split(" ")[1]);
            follow(desk, row, measure, number);
        });
        desk.visitor().open(totals);
        assertThat(kind(page, "培训", "参加")).isEqualTo("1,469");
        desk.visitor().open("/console/outreach?year=2019&status=confirmed&kind=training&q=基层人社干部培训");
        var people = page.locator("tbody td:nth-child(3)").allTextContents();
        assertThat(people).hasSize(11);
        assertThat(people.stream().mapToInt(text -> Integer.parseInt(text.replaceAll(".*参加 (\\d+) 人.*", "$1"))).sum())
                .isEqualTo(1250);
        desk.visitor().open("/console/outreach?year=2019&status=confirmed&q=仲裁员");
        assertThat(desk.main()).containsText("参加 219 人");
        desk.visitor().open("/console/outreach/titles");
        assertThat(desk.main()).containsText("1,000");
    }

    private static Locator overall(Page page) {
        return page.locator(".sums").first().locator("tbody tr");
    }

    private static String kind(Page page, String kind, String measure) {
        return page.locator("h2:has-text('" + kind + "') + table tr:has(th:text-is('" + measure + "')) td a").first()
                .evaluate("a => a.firstChild.textContent").toString();
    }

    /** From a total to its records, which add up to it, each with its evidence and who confirmed it. */
    private static void follow(Desk desk, Locator row, String measure, String number) {
        var page = desk.visitor().page();
        row.locator("a").click();
        var records = (List<?>) page.locator("tbody th a").evaluateAll("links => links.map(a => a.getAttribute('href'))");
        assertThat(records).isNotEmpty();
        int sum = 0;
        for (Object record : records) {
            desk.visitor().open(record.toString());
            String figure = page.locator("table").first().locator("tr", new Locator.LocatorOptions().setHasText(measure))
                    .locator("td").first().textContent();
            assertThat(figure).endsWith(number.split(" ")[1]);
            sum += Integer.parseInt(figure.replaceAll("\\D", ""));
            assertThat(page.locator(".proofs li")).not().hasCount(0);
            assertThat(page.locator(".feed")).containsText("chenguoping 于");
        }
        assertThat(sum).isEqualTo(Integer.parseInt(number.replaceAll("\\D", "")));
    }
}
