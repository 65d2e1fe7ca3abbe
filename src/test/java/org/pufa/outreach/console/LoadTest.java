package org.pufa.outreach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.outreach.Workbooks;
import org.pufa.support.Browser.Sent;
import org.pufa.support.TestDatabase;

class LoadTest {

    private static final String FILES = "/console/outreach/files";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    private static HttpResponse<String> sent(byte[] file) {
        office.ana.get(FILES);
        return office.ana.postFiles(FILES, List.of(new Sent("file", "2019.xlsx", file)));
    }

    /** The address of the page that shows what was read. */
    private static String upload(String... rows) {
        var answer = sent(Workbooks.sheet("培训", rows));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow();
    }

    private static String refused(byte[] file) {
        var answer = sent(file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    private static long count() {
        return DATABASE.database().read(tx -> tx.get("select count(*) from outreach", row -> row.getLong(0))).await();
    }

    private static int confirm(String upload, String... fields) {
        office.ana.get(upload);
        return office.ana.post(upload + "/loading", fields).statusCode();
    }

    @Test
    void rowsAreShownFirstAndRegisteredOnlyWhenConfirmed() {
        long before = count();
        String upload = upload("杭州市人社局2019年普法工作台账", "参加（人）|备注|日期|活动名称|类型|没听说过的列",
                "45|室内|2019年5月8日|仲裁员培训|培训|x", "1,250 人||2019.6.1至6.3|欠薪条例宣讲|讲座|", "合计||1295||", "||||");

        assertThat(office.ana.get(upload).body()).contains("读出 2 行", "没有采用：没听说过的列", "第 5 行是合计", "确认登记 2 条",
                "参加 45 人", "参加 1,250 人", "2019年6月1日至2019年6月3日");
        assertThat(count()).isEqualTo(before);
        assertThat(confirm(upload)).isEqualTo(303);

        assertThat(count()).isEqualTo(before + 2);
        assertThat(office.ana.get("/console/outreach?q=仲裁员培训".replace("仲裁员培训", "%E4%BB%B2%E8%A3%81%E5%91%98")).body())
                .contains("仲裁员培训");
        assertThat(confirm(upload)).isEqualTo(410);
        assertThat(count()).isEqualTo(before + 2);
    }

    @Test
    void everyRowSaysWhyItCannotBeTaken() {
        String upload = upload("类型|活动名称|日期|参加（人）|参加（人次）|统计方式|普法对象", "舞会|甲|2019-01-01|5", "培训||2019-01-01|5",
                "培训|丙|春节前|5", "培训|丁|2019-01-01|-3", "培训|戊|2019-01-01|三百人", "培训|己|2019-01-01|90|45",
                "培训|庚|2019-01-01|5||掐指一算", "培训|辛|2019-01-01|0", "培训|壬|2019-01-01|5|||外星人", "培训|癸|2027-01-01|5");

        assertThat(office.ana.get(upload).body()).contains("没有“舞会”这个类型", "没有写活动名称", "没有看懂“春节前”", "“-3”数不出来",
                "写的是“三百人”", "却只有 45 人次", "不认识统计方式“掐指一算”", "一个数字也没有填", "不认识普法对象“外星人”", "日期还没有到",
                "确认登记 1 条", "不能登记的 9 行");
    }

    @Test
    void unusualFiguresNeedTheWordsAndTheRecordsAreMarked() {
        String upload = upload("活动名称|日期|参加（人）", "大培训|2019-04-01|31250", "小培训|2019-04-02|31");

        assertThat(office.ana.get(upload).body()).contains("是不是多打了一个 0", "请输入“确认无误”");
        assertThat(confirm(upload, "sure", "")).isEqualTo(422);
        long before = count();
        assertThat(confirm(upload, "sure", "确认无误")).isEqualTo(303);

        assertThat(count()).isEqualTo(before + 2);
        assertThat(DATABASE.database().read(tx -> tx.list("""
                select title from outreach_revision where assured and via = 'file' and title like '_培训'""",
                row -> row.getString(0))).await()).containsExactly("大培训");
    }

    @Test
    void whatIsRegisteredAlreadyStaysOutUnlessItIsTaken() {
        String[] rows = {"活动名称|日期|参加（人）", "重复导入|2019-04-01|31", "重复导入|2019-04-01|31"};
        String first = upload(rows);
        assertThat(office.ana.get(first).body()).contains("前面有同名、同日、同类型", "确认登记 1 条");
        confirm(first);

        String again = upload(rows);
        assertThat(office.ana.get(again).body()).contains("号记录与它同名", "没有可以登记的行");
        office.ana.post(again + "/rows/1/leaving", "out", "0");
        assertThat(office.ana.get(again).body()).contains("确认登记 1 条");
        office.ana.post(again + "/rows/1/leaving", "out", "1");
        assertThat(office.ana.get(again).body()).contains("没有可以登记的行");
    }

    @Test
    void twentyConfirmationsAtOnceEnterTheFileOnce() {
        String upload = upload(Stream.concat(Stream.of("活动名称|日期|参加（人）"), IntStream.range(0, 30)
                .mapToObj(i -> "同时确认" + i + "|2019-03-" + (1 + i % 28) + "|" + (i + 1))).toArray(String[]::new));
        long before = count();
        office.ana.get(upload);
        var client = HttpClient.newHttpClient();

        var answers = IntStream.range(0, 20).mapToObj(i -> client.sendAsync(office.ana.files(upload + "/loading", List.of())
                .build(), HttpResponse.BodyHandlers.ofString())).toList().stream()
                .map(CompletableFuture::join).map(answer -> answer.statusCode()).toList();

        assertThat(answers).containsOnly(303, 410).containsOnlyOnce(303);
        assertThat(count()).isEqualTo(before + 30);
    }

    @Test
    void booksOfTheFileLeaveTheStockTogetherOrNotAtAll() {
        office.ana.get("/console/outreach/titles");
        office.ana.post("/console/outreach/titles", "name", "口袋书", "measure", "booklets", "amount", "100", "day", "2019-01-01");
        String upload = upload("类型|活动名称|日期|资料名称|发放宣传册（册）", "现场活动|送书一|2019-05-01|《口袋书》|60",
                "现场活动|送书二|2019-05-02|口袋书|60册", "现场活动|送书三|2019-05-03|没有的书|1", "现场活动|送书四|2019-05-04||1");

        assertThat(office.ana.get(upload).body()).contains("只剩 40 册，不够发 60", "库存里没有《没有的书》", "要写明是哪一种资料",
                "确认登记 1 条");
        String other = office.enter("title", "抢先发", "given.1.title", title(), "given.1", "50");
        assertThat(office.ana.get(upload).body()).contains("只剩 50 册，不够发 60", "没有可以登记的行");
        office.ana.post(other + "/withdrawal", "expected", "1", "reason", "退回");
        assertThat(confirm(upload)).isEqualTo(303);
    }

    private static String title() {
        return DATABASE.database().read(tx -> tx.get("select id::text from outreach_title where name = '口袋书'",
                row -> row.getString(0))).await();
    }

    @Test
    void theEmptySheetThatIsOfferedIsUnderstoodWhenItIsFilledIn() throws IOException {
        byte[] template = office.ana.bytes(FILES + "/template");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template)); var out = new ByteArrayOutputStream()) {
            var headings = workbook.getSheetAt(0).getRow(0);
            var row = workbook.getSheetAt(0).createRow(1);
            for (int i = 0; i < headings.getLastCellNum(); i++) {
                String heading = headings.getCell(i).getStringCellValue();
                String value = switch (heading) {
                    case "类型" -> "走访";
                    case "活动名称" -> "走访建筑工地";
                    case "日期" -> "2019-07-01";
                    case "普法对象" -> "农民工";
                    case "统计方式" -> "纸质签到表";
                    case "走访（人）" -> "45";
                    default -> "";
                };
                row.createCell(i).setCellValue(value);
            }
            workbook.write(out);
            var answer = sent(out.toByteArray());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            String page = office.ana.get(answer.headers().firstValue("location").orElseThrow()).body();
            assertThat(page).contains("走访 45 人", "确认登记 1 条").doesNotContain("没有采用", "不认识");
        }
    }

    @Test
    void filesThatAreNoneAreRefusedWithAReason() throws IOException {
        assertThat(refused("not a workbook".getBytes(StandardCharsets.UTF_8))).contains("不是真正的 .xlsx");
        assertThat(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})).contains("旧版 Excel");
        assertThat(refused(new byte[9 << 20])).contains("最多 8 MB");
        assertThat(refused(Workbooks.sheet("a", "x|y", "1|2"))).contains("没有找到表头");
        assertThat(refused(Workbooks.sheet("a", "活动名称|日期|参加（人）"))).contains("表头下面没有内容");
        assertThat(refused(Workbooks.sheet("a", IntStream.range(0, 502).mapToObj(i -> i == 0 ? "活动名称|日期|参加（人）"
                : "第" + i + "次|2019-01-01|1").toArray(String[]::new)))).contains("超过 500 行");
        assertThat(refused(bomb())).contains("大得不正常");
    }

    /** A few kilobytes that would be gigabytes. */
    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst><si><t>".getBytes(StandardCharsets.US_ASCII));
            var block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'a');
            for (int i = 0; i < 220; i++) {
                zip.write(block);
            }
        }
        return out.toByteArray();
    }

    @Test
    void damagedWorkbooksAreShownOrRefusedAndNeverRegistered() {
        byte[] sound = Workbooks.sheet("培训", "活动名称|日期|参加（人）", "模糊|2019-04-01|31");
        var random = new Random(7);
        long before = count();
        for (int i = 0; i < 60; i++) {
            byte[] damaged = sound.clone();
            for (int hits = random.nextInt(8); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(sent(Arrays.copyOf(damaged, damaged.length - random.nextInt(50))).statusCode()).isIn(303, 422);
        }
        assertThat(count()).isEqualTo(before);
    }
}
