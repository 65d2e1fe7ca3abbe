package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.outreach.Activity;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Counted;
import org.pufa.outreach.Figure;
import org.pufa.outreach.Revision.Origin;
import org.pufa.outreach.Submission;
import org.pufa.outreach.Workbooks;
import org.pufa.support.BrowserPlatform;
import org.pufa.support.SettableClock;

/** A colleague writes the plan of 2026 and follows it through the year; another approves it. */
class PlanJourneyTest {

    private static final String PASSWORD = "西湖边的桂花今年开得早";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String[] LIST = {"杭州市人力资源和社会保障局2026年普法责任清单",
        "序号|责任单位|普法内容（法律法规）|普法对象|普法目标|方式措施|时间节点|责任科室|联系人",
        "1|劳动保障监察支队|《保障农民工工资支付条例》《劳动合同法》|农民工、企业经营者|农民工知道欠薪找谁，企业按月足额支付（指标：现场活动举办 2 场；发放宣传册 5000 册）|"
            + "春节前进工地集中宣讲，发放维权手册|1月1日至2月16日|劳动保障监察支队|陈国平",
        "2|调解仲裁管理处|《劳动争议调解仲裁法》|机关干部|办案人员熟悉新规（指标：培训举办 4 场）|分期集中培训|全年|调解仲裁管理处|王敏",
        "3|工伤保险处|《社会保险法》、《工伤保险条例》|企业经营者、农民工|参保率和知晓率提高（指标：讲座举办 3 场；讲座参加 300 人）|工伤预防进企业|4月28日至5月31日|工伤保险处|李明",
        "4|法规处|《宪法》《民法典》|机关干部、居民|人人知晓（指标：线上活动举办 1 个；线上活动参与 2 万人次）|宪法宣传周线上答题|12月1日至7日|法规处|赵静",
        "5|就业处|《就业促进法》|高校毕业生、农民工||春风行动现场咨询|3月至4月|就业处|",
        "6|社会保险处|《社会保险法》|居民|知道怎么参保、怎么领待遇|媒体专栏|9月至10月|社会保险处|周洁"};

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform(new SettableClock("2026-11-23T02:00:00Z"));
    private static String plan;

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
        year();
        try (var desk = at(Manner.DESK, "/console/plans")) {
            write(desk);
        }
    }

    /** What the bureau did until November. */
    private static void year() {
        held("training", "仲裁员新规培训", "2026-03-18", "held", 1, "heads", 60, true);
        held("training", "调解员培训", "2026-06-24", "held", 2, "heads", 120, true);
        held("training", "仲裁员秋季培训", "2026-10-21", "held", 1, "heads", 55, false);
        held("event", "工地讨薪维权宣讲", "2026-01-22", "held", 2, "heads", 410, true);
        held("lecture", "工伤预防进企业", "2026-05-12", "held", 2, "heads", 180, true);
        held("consultation", "春风行动现场咨询", "2026-03-06", "held", 1, "advised", 97, true);
    }

    private static void held(String kind, String title, String day, String one, long many, String other, long more,
            boolean confirmed) {
        var house = platform.house();
        house.database().inTx(tx -> Catalogue.read(tx).compose(catalogue -> {
            var date = java.time.LocalDate.parse(day);
            var activity = new Activity(catalogue.kind(kind).orElseThrow(), title, date, date, "市民之家", "上城区", List.of(),
                    List.of(), List.of(), List.of(), "", List.of(figure(catalogue, one, many), figure(catalogue, other, more)));
            return house.register().enter(tx, catalogue, new Submission(UUID.randomUUID(), new byte[32], Optional.empty(),
                    activity, Origin.form(false)), "wangmin").compose(entered -> !confirmed
                    ? io.vertx.core.Future.succeededFuture() : house.register().decide(tx, catalogue, entered.id(), 1, true,
                    "", "chenguoping"));
        })).await();
    }

    private static Figure figure(Catalogue catalogue, String measure, long amount) {
        return Figure.typed(catalogue.measure(measure).orElseThrow(), amount, Counted.HEADCOUNT);
    }

    private static Desk at(Manner manner, String path) {
        return at(manner, path, "wangmin");
    }

    private static Desk at(Manner manner, String path, String who) {
        var desk = new Desk(platform, manner);
        desk.visitor().open(path);
        desk.signIn(who, PASSWORD);
        assertThat(desk.main()).isVisible();
        return desk;
    }

    private static void write(Desk desk) {
        desk.visitor().look("plans-empty");
        desk.follow("新建计划");
        desk.enter("年度", "2026");
        desk.enter("制定单位", "杭州市人力资源和社会保障局");
        assertThat(desk.visitor().page().getByLabel("普法规划")).hasValue("九五普法");
        desk.visitor().look("plan-new");
        desk.press("新建");
        plan = desk.visitor().page().url().replace(platform.origin(), "");
        desk.follow("从 Excel 导入");
        desk.upload("Excel 文件", "清单.xlsx", XLSX, Workbooks.sheet("清单", LIST));
        desk.press("开始核对");
        assertThat(desk.main()).containsText("加进计划 6 条");
        desk.visitor().look("plan-check");
        desk.press("加进计划 6 条");
        link(desk, "《劳动争议调解仲裁法》", "仲裁员新规培训", "调解员培训", "仲裁员秋季培训");
        link(desk, "《保障农民工工资支付条例》《劳动合同法》", "工地讨薪维权宣讲");
        link(desk, "《社会保险法》《工伤保险条例》", "工伤预防进企业");
        link(desk, "《就业促进法》", "春风行动现场咨询");
        desk.press("送审");
        try (var other = at(Manner.DESK, plan, "chenguoping")) {
            other.visitor().look("plan-decide");
            other.press("通过");
            assertThat(other.main().locator("h1 .tag")).hasText("已通过");
        }
    }

    private static void link(Desk desk, String task, String... records) {
        desk.visitor().open(plan);
        desk.follow(task);
        desk.follow("关联活动");
        for (String record : records) {
            desk.main().locator("label", new Locator.LocatorOptions().setHasText(record)).locator("input").check();
        }
        desk.press("保存关联");
        assertThat(desk.main().locator("#deeds + table tbody tr")).hasCount(records.length);
        desk.visitor().open(plan);
    }

    @Test
    void thePlanTellsWhatIsDoneAndWhatIsBehind() {
        try (var desk = at(Manner.DESK, plan)) {
            desk.visitor().look("plan");
            var row = desk.main().locator("tbody tr", new Locator.LocatorOptions().setHasText("劳动争议调解仲裁法"));
            assertThat(row).containsText("3 / 4 场");
            assertThat(row).containsText("另有 1 场待确认");
            assertThat(desk.main().locator("tbody tr", new Locator.LocatorOptions().setHasText("就业促进法"))).containsText("已完成");
            row.getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Locator.GetByRoleOptions().setName("3")
                    .setExact(true)).click();
            assertThat(desk.main().locator("#deeds + table")).containsText("调解员培训");
            desk.visitor().look("plan-task");
            desk.follow("关联活动");
            assertThat(desk.main()).containsText("学法页面");
            desk.visitor().look("plan-links");
            desk.visitor().open(plan + "?state=behind");
            assertThat(desk.main().locator(".tasks tbody tr").first()).containsText("滞后");
            desk.go("年度普法计划");
            desk.visitor().look("plans");
            desk.go("今天");
            assertThat(desk.main()).containsText("2026 年普法计划，4月28日至5月31日");
            desk.follow("《社会保险法》《工伤保险条例》");
            assertThat(desk.main().locator("h1")).containsText("滞后");
        }
    }

    @Test
    void theYearStandsOnOnePage() {
        try (var desk = at(Manner.DESK, plan); var tablet = at(Manner.TABLET, plan)) {
            desk.follow("看日历");
            assertThat(desk.main().locator(".month")).hasCount(12);
            assertThat(desk.main()).containsText("国家宪法日");
            desk.visitor().look("plan-calendar");
            tablet.visitor().look("plan");
            tablet.follow("看日历");
            tablet.visitor().look("plan-calendar");
            Assertions.assertThat((Boolean) tablet.visitor().page().evaluate(
                    "document.scrollingElement.scrollWidth <= innerWidth")).as("the calendar fits a tablet").isTrue();
        }
    }

    @Test
    void aRevisionIsWrittenByKeyboardAndTheTablesAreTakenAlong() throws Exception {
        try (var desk = at(Manner.DESK, plan)) {
            var page = desk.visitor().page();
            var download = page.waitForDownload(() -> desk.follow("导出 Word"));
            Assertions.assertThat(download.suggestedFilename()).isEqualTo("杭州市人力资源和社会保障局2026年普法责任清单.docx");
            Files.copy(download.path(), Files.createDirectories(Path.of("target", "plan")).resolve("journey.docx"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            desk.follow("修订");
            desk.visitor().look("plan-revision");
            page.locator("#reason").focus();
            page.keyboard().type("增加新就业形态劳动者普法");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(desk.main()).containsText("正在修订");
            desk.follow("新建任务");
            desk.visitor().look("plan-task-form");
            desk.enter("责任科室", "劳动关系处");
            page.getByLabel("新就业形态劳动者").check();
            page.locator("#content").fill("新就业形态劳动者权益保障");
            page.locator("#ends").fill("2026-12-31");
            page.locator("[name='target.1.gauge']").selectOption("lecture.held");
            page.locator("[id='target.1']").focus();
            page.keyboard().type("2");
            page.keyboard().press("Enter");
            assertThat(desk.main()).containsText("新就业形态劳动者权益保障");
            assertThat(desk.main()).containsText("0 / 2 场");
            desk.visitor().look("plan-revising");
        }
    }

    @Test
    void withoutScriptsARecordIsLinkedFromItsOwnPage() {
        try (var desk = at(Manner.DESK_WITHOUT_SCRIPTS, "/console/outreach?q=工伤预防进企业")) {
            desk.follow("工伤预防进企业");
            assertThat(desk.main()).containsText("《社会保险法》《工伤保险条例》");
            desk.follow("关联到普法计划");
            desk.visitor().look("plan-deed");
            desk.main().locator("label", new Locator.LocatorOptions().setHasText("媒体专栏")).locator("input").check();
            desk.press("保存关联");
            assertThat(desk.main()).containsText("落实的普法任务");
            assertThat(desk.main().locator("main li, li", new Locator.LocatorOptions().setHasText("《社会保险法》"))).hasCount(2);
        }
    }
}
