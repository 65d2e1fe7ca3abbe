package org.pufa.outreach.plan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.outreach.Workbooks;
import org.pufa.outreach.console.Office;
import org.pufa.support.Browser;
import org.pufa.support.Browser.Sent;
import org.pufa.support.TestDatabase;

class PlanConsoleTest {

    private static final String PLANS = "/console/plans";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Office office;
    private static int year = 2030;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow();
    }

    /** The address of a new plan of a year of its own, made by ana. */
    private static String plan() {
        return plan(++year);
    }

    private static String plan(int year, String... more) {
        office.ana.get(PLANS + "/new");
        var fields = new ArrayList<>(List.of("year", Integer.toString(year), "programme", "九五普法", "issuer", "杭州市人社局"));
        fields.addAll(List.of(more));
        return location(office.ana.post(PLANS, fields.toArray(String[]::new)));
    }

    private static String[] task(int year, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("office", "杭州市人社局", "content", "《工资支付条例》", "section",
                "监察支队", "ends", year + "-12-31"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields.entrySet().stream().flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** The address of a new task of the plan, of which it is the last. */
    private static String add(String plan, int year, String... fields) {
        office.ana.get(plan + "/tasks/new");
        location(office.ana.post(plan + "/tasks", task(year, fields)));
        var keys = Pattern.compile(plan + "/tasks/(\\d+)\"").matcher(office.ana.get(plan).body()).results()
                .map(found -> found.group(1)).toList();
        return plan + "/tasks/" + keys.get(keys.size() - 1);
    }

    private static void submit(String plan, int revision) {
        office.ana.get(plan);
        location(office.ana.post(plan + "/submissions", "expected", Integer.toString(revision)));
    }

    private static HttpResponse<String> decide(Browser who, String plan, int revision, String decision, String note) {
        who.get(plan);
        return who.post(plan + "/decisions", "expected", Integer.toString(revision), "decision", decision, "note", note);
    }

    private static void approve(String plan, int revision) {
        submit(plan, revision);
        location(decide(office.bob, plan, revision, "approve", ""));
    }

    @Test
    void aPlanIsApprovedBySomebodyElseAndThenChangedOnlyByARevisionWithAReason() {
        String plan = plan();
        assertThat(office.ana.post(plan + "/submissions", "expected", "1").statusCode()).isEqualTo(422);
        String task = add(plan, year);

        assertThat(office.ana.get(plan).body()).contains("草稿。写好后送审", "《工资支付条例》", "监察支队", "12月31日前");
        submit(plan, 1);
        assertThat(office.ana.get(plan).body()).contains("已送审，等另一位同事通过").doesNotContain("value=\"approve\"");
        assertThat(office.ana.post(plan + "/tasks", task(year)).statusCode()).isEqualTo(409);
        assertThat(decide(office.bob, plan, 1, "return", "").statusCode()).isEqualTo(422);
        location(decide(office.bob, plan, 1, "return", "请写明措施"));
        assertThat(office.ana.get(plan).body()).contains("bob退回了：请写明措施");
        approve(plan, 1);

        assertThat(office.ana.get(plan).body()).contains("已通过", "修订").doesNotContain("新建任务");
        office.ana.get(plan);
        assertThat(office.ana.post(task + "/editing", task(year, "seen", "1.1")).statusCode()).isEqualTo(409);
        office.ana.get(plan + "/revisions/new");
        assertThat(office.ana.post(plan + "/revisions", "reason", "").statusCode()).isEqualTo(422);
        location(office.ana.post(plan + "/revisions", "reason", "新增宪法宣传周"));
        add(plan + "", year);
        location(office.ana.post(task + "/editing", task(year, "seen", "2.0", "means", "进工地")));

        assertThat(office.bob.get(plan).body()).contains("看正在改的第 2 版").doesNotContain("进工地");
        assertThat(office.bob.get(plan + "?revision=2").body()).contains("进工地", "修订原因：新增宪法宣传周");
        approve(plan, 2);
        assertThat(office.bob.get(plan).body()).contains("进工地");
        assertThat(office.bob.get(plan + "?revision=1").body()).doesNotContain("进工地");
        assertThat(DATABASE.database().read(tx -> tx.list("""
                select distinct action from audit_event where subject = $1 order by action""", row -> row.getString(0),
                plan.replaceAll("\\D", ""))).await()).contains("plan.create", "plan.add-task", "plan.submit", "plan.return",
                "plan.approve", "plan.revise", "plan.change-task");
    }

    @Test
    void whoeverWroteAnyOfItCannotApproveIt() {
        String plan = plan();
        add(plan, year);
        office.admin.get(plan + "/tasks/new");
        location(office.admin.post(plan + "/tasks", task(year)));
        submit(plan, 1);

        assertThat(decide(office.admin, plan, 1, "approve", "").statusCode()).isEqualTo(403);
        assertThat(decide(office.ana, plan, 1, "approve", "").statusCode()).isEqualTo(403);
        location(decide(office.bob, plan, 1, "approve", ""));
        assertThat(decide(office.bob, plan, 1, "approve", "").statusCode()).isEqualTo(409);
    }

    @Test
    void whatWasApprovedCannotBeChangedEvenInTheDatabase() {
        String plan = plan();
        add(plan, year);
        approve(plan, 1);

        assertThatThrownBy(() -> DATABASE.database().inTx(tx -> tx.update("update plan_task set goal = 'x'")).await())
                .hasMessageContaining("was approved");
        assertThatThrownBy(() -> DATABASE.database().inTx(tx -> tx.update("delete from plan_revision")).await())
                .hasMessageContaining("stays as it is");
    }

    @Test
    void theSecondOfTwoEditorsSeesTheConflictAndLosesNothing() {
        String plan = plan();
        String task = add(plan, year, "goal", "原来的目标", "target.1", "4", "target.1.gauge", "training.held");
        office.ana.get(task + "/editing");
        office.admin.get(task + "/editing");
        location(office.ana.post(task + "/editing", task(year, "seen", "1.1", "goal", "甲的目标", "means", "甲的措施")));

        var late = office.admin.post(task + "/editing", task(year, "seen", "1.1", "goal", "乙的目标", "section", "乙科室",
                "target.1", "4", "target.1.gauge", "training.held"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("同事改过这里", "乙的目标", "乙科室", "现在是：甲的目标", "现在是：甲的措施", "现在是：监察支队", "现在是：–",
                "name=\"seen\" value=\"1.2\"");
        location(office.admin.post(task + "/editing", task(year, "seen", "1.2", "goal", "乙的目标")));
        assertThat(office.ana.get(plan).body()).contains("乙的目标").doesNotContain("甲的目标");
        location(office.ana.post(task + "/removal", "seen", "1.3"));
        assertThat(office.ana.post(task + "/removal", "seen", "1.3").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyConfirmedOutreachCountsTowardsATargetAndEveryFigureLeadsToItsRecords() {
        String plan = plan(2019);
        String task = add(plan, 2019, "target.1", "3", "target.1.gauge", "training.held", "target.2", "100",
                "target.2.gauge", "heads");
        String confirmed = office.enter("kind", "training", "title", "条例培训甲", "starts", "2019-05-08", "amount.held", "2",
                "amount.heads", "120");
        String waiting = office.enter("kind", "training", "title", "条例培训乙", "starts", "2019-06-08", "amount.held", "1",
                "amount.heads", "30");
        office.confirm(confirmed, 1);

        office.ana.get(task + "/links");
        location(office.ana.post(task + "/links", "deed", "outreach " + id(confirmed)));
        office.ana.get(waiting);
        assertThat(office.ana.get(waiting).body()).contains("没有关联到普法计划", "/console/plan-links?");
        office.ana.get("/console/plan-links?kind=outreach&id=" + id(waiting));
        location(office.ana.post("/console/plan-links", "kind", "outreach", "id", id(waiting), "task",
                task.replaceAll("\\D+(\\d+)\\D+(\\d+)", "$1.$2")));

        String page = office.bob.get(plan).body();
        assertThat(page).contains("培训举办 <span class=\"nb\"><a href=\"" + task + "#deeds\">2</a> / 3 场</span>",
                "另有 1 场待确认", "120</a> / 100 人", "另有 30 人");
        assertThat(office.bob.get(task).body()).contains("href=\"" + confirmed + "\"", "href=\"" + waiting + "\"", "待确认",
                "培训举办 2 场；参加 120 人");
        assertThat(office.bob.get(waiting).body()).contains(task);
        assertThat(page).contains("滞后");
        office.confirm(waiting, 1);
        assertThat(office.bob.get(plan + "?state=fulfilled").body()).contains("3</a> / 3 场", "已完成");

        location(office.ana.post(task + "/links/removal", "kind", "outreach", "id", id(waiting)));
        assertThat(office.bob.get(plan).body()).contains("2</a> / 3 场");
        assertThat(office.ana.post(task + "/links", "deed", "outreach 999999").statusCode()).isEqualTo(404);
        assertThat(office.ana.post(task + "/links", "deed", "nothing 1").statusCode()).isEqualTo(404);
    }

    private static String id(String record) {
        return record.replaceAll("\\D", "");
    }

    @Test
    void aRecordThatMovesToAnotherYearCountsNoMore() {
        String plan = plan(2018);
        String task = add(plan, 2018, "target.1", "1", "target.1.gauge", "event.held");
        String record = office.enter("title", "跨年更正", "starts", "2018-05-08", "amount.held", "1");
        office.confirm(record, 1);
        office.ana.get(task);
        location(office.ana.post(task + "/links", "deed", "outreach " + id(record)));
        assertThat(office.bob.get(plan).body()).contains("1</a> / 1 场");

        office.ana.get(record + "/correction");
        location(office.ana.post(record + "/correction", "expected", "1", "kind", "event", "title", "跨年更正", "starts",
                "2017-05-08", "amount.held", "1", "reason", "年份写错", "sure", "确认无误"));
        office.confirm(record, 2);

        assertThat(office.bob.get(plan).body()).contains("0</a> / 1 场");
        assertThat(office.bob.get(task).body()).contains("不在本年度，不计入");
    }

    @Test
    void lastYearsPlanIsCopiedIntoTheNewYearWithoutWhatFulfilledIt() {
        String old = plan();
        int first = year;
        add(old, first, "starts", first + "-03-01", "ends", first + "-04-30", "target.1", "2", "target.1.gauge", "event.held");
        approve(old, 1);

        String next = plan(++year, "copy", id(old));

        assertThat(office.ana.get(next).body()).contains("3月至4月", "0</a> / 2 场", "草稿");
        assertThat(office.ana.post(PLANS, "year", Integer.toString(year), "issuer", "杭州市人社局").body())
                .contains("本单位已有 " + year + " 年的计划");
        assertThat(office.ana.post(PLANS, "year", "2027", "issuer", "局", "programme", "“八五”普法").body()).contains("到 2025 年为止");
    }

    @Test
    void aListIsLookedAtRowByRowBeforeItIsAdded() {
        String plan = plan();
        byte[] file = Workbooks.sheet("清单", "普法责任清单", "序号|责任单位|普法内容（法律法规）|普法对象|普法目标|方式措施|时间节点|责任科室|联系人",
                "1||《宪法》|机关干部|人人知晓（指标：培训举办 2 场）|宪法宣传周|12月1日至7日|法规处|王敏", "2||《社会保险法》|||讲座|尽快|社保处|",
                "3||《宪法》|机关干部|人人知晓|宪法宣传周|12月1日至7日|法规处|王敏");
        office.ana.get(plan + "/files");
        String upload = location(office.ana.postFiles(plan + "/files", List.of(new Sent("file", "清单.xlsx", file))));

        String check = office.ana.get(upload).body();
        assertThat(check).contains("读出 3 行", "没有看懂时间节点“尽快”", "清单里已有", "加进计划 1 条", "没有登记《宪法》");
        assertThat(office.ana.get(plan).body()).contains("还没有任务");
        assertThat(office.admin.get(upload).statusCode()).isEqualTo(410);
        assertThat(office.ana.get(upload.replace(plan, PLANS + "/" + (Integer.parseInt(id(plan)) - 1))).statusCode())
                .isIn(404, 410);
        office.ana.get(upload);
        location(office.ana.post(upload + "/loading"));

        assertThat(office.ana.get(plan).body()).contains("《宪法》", "0</a> / 2 场", "12月1日至7日", "杭州市人社局");
        assertThat(office.ana.post(upload + "/loading").statusCode()).isEqualTo(410);
    }

    @Test
    void theOfficialTableIsTakenAlongForExcelAndWord() throws IOException {
        String plan = plan();
        add(plan, year);
        approve(plan, 1);

        var docx = office.bob.get(plan + "/exports/plan.docx");
        assertThat(docx.headers().firstValue("content-disposition").orElse("")).startsWith("attachment");
        try (var document = new XWPFDocument(new ByteArrayInputStream(office.bob.bytes(plan + "/exports/plan.docx")));
                var workbook = new XSSFWorkbook(new ByteArrayInputStream(office.bob.bytes(plan + "/exports/plan.xlsx")))) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo("杭州市人社局" + year + "年普法责任清单");
            assertThat(document.getParagraphs().get(1).getText()).contains("九五普法", "第 1 版", "2026年11月23日通过")
                    .doesNotContain("八五");
            assertThat(document.getTables().get(0).getRow(1).getCell(2).getText()).isEqualTo("《工资支付条例》");
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(7).getStringCellValue()).isEqualTo("监察支队");
        }
        assertThat(office.bob.bytes(plan + "/exports/plan.docx").length).isGreaterThan(2000);
    }

    @Test
    void theCalendarHasTheFixedTimesTheDeadlinesAndWhatHappens() {
        String plan = plan(2027);
        add(plan, 2027, "content", "工伤保险", "ends", "2027-05-20");

        String page = office.bob.get(plan + "/calendar").body();

        assertThat(page).contains("1月1日至2月5日", "春节前治理欠薪专题", "国家宪法日", "民法典宣传月", "工伤保险", "5月20日")
                .doesNotContain("加为任务");
        assertThat(office.ana.get(plan + "/calendar").body()).contains("/tasks/new?occasion&#x3D;week");
        assertThat(office.ana.get(plan + "/tasks/new?occasion=week").body()).contains("value=\"2027-12-01\"",
                "value=\"2027-12-07\"");
    }

    @Test
    void whatIsTypedWrongIsSaidBesideItsFieldAndNothingIsLost() {
        String plan = plan();
        office.ana.get(plan + "/tasks/new");

        var wrong = office.ana.post(plan + "/tasks", task(year, "content", "", "section", "", "ends", "2020-01-01", "goal",
                "不要丢", "target.1", "5", "target.2", "", "target.2.gauge", "event.held"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请选一部法律法规", "这一项还没有填", "时限离 " + year + " 年太远", "没有选统计项目", "没有填数量",
                "不要丢");
        assertThat(office.ana.get(plan + "/tasks/999999").statusCode()).isEqualTo(404);
        assertThat(office.ana.get(PLANS + "/999999").statusCode()).isEqualTo(404);
        assertThat(office.ana.get(PLANS + "/x").statusCode()).isEqualTo(404);
    }

    @Test
    void tasksAreMovedAndEveryPageComesInEnglish() {
        String plan = plan();
        String first = add(plan, year, "content", "甲内容");
        add(plan, year, "content", "乙内容");
        office.ana.get(first);
        location(office.ana.post(first + "/moves", "to", "down"));

        String page = office.ana.get(plan).body();
        assertThat(page.indexOf("乙内容")).isLessThan(page.indexOf("甲内容"));
        for (String path : List.of(PLANS, PLANS + "/new", plan, plan + "/head", first, first + "/editing", first + "/links",
                first + "/removal", plan + "/calendar", plan + "/files", plan + "/revisions/new")) {
            assertThat(office.ana.get(path + "?lang=en").body()).as(path).doesNotContain("普法计划", "统计项目");
        }
        office.ana.get(PLANS + "?lang=zh");
    }
}
