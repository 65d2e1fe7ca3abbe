package org.pufa.outreach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.TestDatabase;

class OutreachConsoleTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    private static String refused(String... namesAndValues) {
        office.ana.get(Office.FIELD);
        var answer = office.ana.postFiles(Office.FIELD, List.of(), Office.form(namesAndValues));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    @Test
    void whatOneEntersAnotherConfirmsAndItCounts() {
        String record = office.enter("title", "宪法日进市民之家", "amount.held", "1", "amount.advised", "97", "place", "市民之家",
                "laws", "《宪法》、劳动合同法", "audience", "residents", "counted.advised", "sheet");
        assertThat(office.ana.get(record).body()).contains("等另一位同事确认", "97 人次", "纸质签到表", "《宪法》《劳动合同法》", "居民")
                .doesNotContain("/decisions");
        assertThat(office.bob.get(record).body()).contains("请核对数量和佐证");

        office.confirm(record, 1);

        assertThat(office.bob.get(record).body()).contains("已确认", "bob 于");
        assertThat(office.ana.get("/console/outreach/totals?year=2019").body()).contains("接受咨询", ">97<",
                "year&#x3D;2019&amp;status&#x3D;confirmed&amp;measure&#x3D;advised");
        assertThat(office.ana.get("/console/outreach?year=2019&status=confirmed&measure=advised").body())
                .contains("宪法日进市民之家", "ana／bob");
    }

    @Test
    void figuresThatCannotBeAreAskedBackWithTheReasonAndWhatWasTypedStays() {
        String page = refused("title", "仲裁<b>开放日", "amount.heads", "-5", "amount.turns", "很多", "starts", "2027-01-01");

        assertThat(page).contains("“-5”数不出来", "请只填数字", "value=\"-5\"", "value=\"很多\"", "仲裁&lt;b&gt;开放日",
                "照片和文件要重新选一次", "id=\"amount.heads-wrong\"", "aria-describedby=\"amount.heads-wrong\"");
        assertThat(refused("title", "开放日", "amount.heads", "90", "amount.turns", "45")).contains("却只有 45 人次");
        assertThat(refused("title", "开放日", "amount.heads", "1", "ends", "2019-12-03")).contains("结束日期比开始日期早");
        assertThat(refused("title", "开放日")).contains("一个数字也没有填");
        assertThat(refused("amount.heads", "1")).contains("这一项还没有填");
        assertThat(refused("title", "x", "amount.heads", "999999999999")).contains("太大了");
    }

    @Test
    void anUnusualFigureIsTakenOnlyWhenSomebodyTypesThatItIsRight() {
        assertThat(refused("title", "万人普法", "amount.heads", "30000")).contains("是不是多打了一个 0", "确认无误");
        assertThat(refused("title", "万人普法", "amount.heads", "30000", "sure", "是的")).contains("是不是多打了一个 0");

        String record = office.enter("title", "万人普法", "amount.heads", "30000", "sure", "确认无误");

        assertThat(office.ana.get(record).body()).contains("30,000 人", "登记时已输入“确认无误”");
    }

    @Test
    void theSameFormSentTwiceIsOneRecordAndAnotherUnderItsKeyIsNotKept() {
        var key = UUID.randomUUID().toString();
        office.ana.get(Office.FIELD);
        String[] form = {"client", key, "kind", "event", "title", "同一张表", "starts", "2019-12-04", "amount.held", "1"};
        var first = office.ana.postFiles(Office.FIELD, List.of(), form);
        var again = office.ana.postFiles(Office.FIELD, List.of(), form);
        form[9] = "7";
        var other = office.ana.postFiles(Office.FIELD, List.of(), form);

        assertThat(first.headers().firstValue("location").orElse("")).contains("sent=entered");
        assertThat(again.headers().firstValue("location")).hasValue(
                first.headers().firstValue("location").orElse("").replace("entered", "repeated"));
        assertThat(office.ana.get(again.headers().firstValue("location").orElse("")).body()).contains("没有重复登记");
        assertThat(office.ana.get(other.headers().firstValue("location").orElse("")).body()).contains("这次的改动没有保存");
        assertThat(office.ana.postFiles(Office.FIELD, List.of(), "client", "nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void aCorrectionNeedsItsReasonAndShowsWhatChanged() {
        String record = office.enter("title", "四月培训", "kind", "training", "amount.heads", "45");
        office.confirm(record, 1);
        String form = office.ana.get(record + "/correction").body();
        assertThat(form).contains("value=\"四月培训\"", "value=\"45\"").doesNotContain("name=\"client\"");

        var without = office.ana.post(record + "/correction", "expected", "1", "kind", "training", "title", "四月培训",
                "starts", "2019-12-04", "amount.heads", "54", "reason", "");
        assertThat(without.statusCode()).isEqualTo(422);
        var done = office.ana.post(record + "/correction", "expected", "1", "kind", "training", "title", "四月培训",
                "starts", "2019-12-04", "amount.heads", "54", "reason", "数字写反了");

        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(office.bob.get(record).body()).contains("第 2 版", "数字写反了", "参加 45 人（现场清点） → 参加 54 人（现场清点）",
                "待确认");
        var stale = office.ana.post(record + "/correction", "expected", "1", "kind", "training", "title", "四月培训",
                "starts", "2019-12-04", "amount.heads", "1", "reason", "x");
        assertThat(stale.statusCode()).isEqualTo(409);
    }

    @Test
    void movingARecordToAnotherYearHasToBeTyped() {
        String record = office.enter("title", "跨年的", "amount.held", "1");
        office.ana.get(record + "/correction");
        String[] form = {"expected", "1", "kind", "event", "title", "跨年的", "starts", "2018-12-04", "amount.held", "1",
            "reason", "年份错了", "sure", ""};

        var asked = office.ana.post(record + "/correction", form);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("原来计在 2019 年，改后计在 2018 年");
        form[form.length - 1] = "确认无误";
        assertThat(office.ana.post(record + "/correction", form).statusCode()).isEqualTo(303);
    }

    @Test
    void aRecordIsSentBackWithAReasonAndTakenBackWithOne() {
        String record = office.enter("title", "待退回", "amount.held", "1");
        office.bob.get(record);
        assertThat(office.bob.post(record + "/decisions", "expected", "1", "decision", "return", "note", "").statusCode())
                .isEqualTo(422);
        office.bob.post(record + "/decisions", "expected", "1", "decision", "return", "note", "请补地点");
        assertThat(office.ana.get(record).body()).contains("bob退回了这条记录：请补地点");

        assertThat(office.ana.get(record + "/withdrawal").body()).contains("撤销后马上不计入汇总");
        office.ana.post(record + "/withdrawal", "expected", "1", "reason", "登记重了");
        office.confirm(record, 2);

        assertThat(office.ana.get(record).body()).contains("已撤销", "登记重了").doesNotContain(record + "/withdrawal");
        assertThat(office.ana.get("/console/outreach?status=withdrawn").body()).contains("待退回");
        assertThat(office.ana.get("/console/outreach").body()).doesNotContain("待退回");
    }

    @Test
    void adminWhoEnteredItCannotConfirmItEither() {
        office.admin.get(Office.FIELD);
        var entered = office.admin.postFiles(Office.FIELD, List.of(), Office.form("title", "自己登记", "amount.held", "1"));
        String record = "/console/outreach/" + entered.headers().firstValue("location").orElse("").replaceAll(".*done=(\\d+).*", "$1");
        assertThat(office.admin.get(record).body()).doesNotContain("/decisions");

        assertThat(office.admin.post(record + "/decisions", "expected", "1", "decision", "confirm").statusCode())
                .isEqualTo(403);
    }

    @Test
    void booksAreHandedOutByTitleFromAStockThatNeverRunsBelowNothing() {
        office.ana.get("/console/outreach/titles");
        var added = office.ana.post("/console/outreach/titles", "name", "农民工维权手册", "measure", "booklets", "amount",
                "5000", "day", "2019-01-10");
        String title = added.headers().firstValue("location").orElseThrow(() -> new AssertionError(added.body()));
        String id = title.replaceAll("\\D", "");
        assertThat(office.ana.get(Office.FIELD).body()).contains("农民工维权手册（剩 5,000 册）");

        String record = office.enter("title", "送法进工地", "given.1.title", id, "given.1", "3000");
        assertThat(office.ana.get(title).body()).contains("2,000 册", "−3,000", record);
        assertThat(refused("title", "再送", "given.1.title", id, "given.1", "2001")).contains("只剩 2,000 册");
        assertThat(refused("title", "再送", "given.1", "5")).contains("还没有选是哪一种资料", "id=\"given.1-wrong\"");
        office.ana.get(title);
        assertThat(office.ana.post(title + "/receptions", "amount", "-1", "day", "2019-02-01", "note", "").body())
                .contains("更正要写明原因");
        assertThat(office.ana.post(title + "/receptions", "amount", "-2001", "day", "2019-02-01", "note", "多记").body())
                .contains("收到的比发出的还少");
        assertThat(office.ana.get("/console/outreach/titles").body()).contains("农民工维权手册", "5,000", "3,000", "2,000");
    }

    @Test
    void pagesOfTheRegisterAreShownInBothLanguages() {
        String record = office.enter("title", "双语", "amount.held", "1");
        for (String path : new String[] {"/console/outreach", "/console/outreach/totals", "/console/outreach/titles",
            Office.FIELD, record, record + "/correction", record + "/withdrawal", record + "/evidence"}) {
            var page = office.admin.get(path + "?lang=en");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("lang=\"en\"");
        }
        office.admin.get("/console/outreach?lang=zh");
        assertThat(office.admin.get("/console/outreach/999999").statusCode()).isEqualTo(404);
        assertThat(office.admin.get("/console/outreach/nonsense").statusCode()).isEqualTo(404);
    }
}
