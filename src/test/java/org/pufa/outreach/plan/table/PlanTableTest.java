package org.pufa.outreach.plan.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Workbooks;
import org.pufa.outreach.plan.CampaignDeeds;
import org.pufa.outreach.plan.Deeds;
import org.pufa.outreach.plan.Gauges;
import org.pufa.outreach.plan.OutreachDeeds;
import org.pufa.outreach.plan.PlanTask;
import org.pufa.outreach.plan.Task;
import org.pufa.outreach.plan.Tasks;
import org.pufa.outreach.sheet.JudgedRow;
import org.pufa.outreach.sheet.SheetRow;
import org.pufa.support.TestDatabase;

class PlanTableTest {

    private static final Map<String, String> LAWS = Map.of("保障农民工工资支付条例", "保障农民工工资支付条例", "劳动合同法", "劳动合同法",
            "中华人民共和国劳动合同法", "劳动合同法", "劳动争议调解仲裁法", "劳动争议调解仲裁法", "宪法", "宪法");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Catalogue catalogue;
    private static Gauges gauges;

    @BeforeAll
    static void read() {
        catalogue = DATABASE.database().read(Catalogue::read).await();
        var deeds = new Deeds(List.of(new OutreachDeeds(null, Clock.systemUTC()),
                new CampaignDeeds(null, null, Clock.systemUTC())));
        gauges = DATABASE.database().read(deeds::gauges).await();
    }

    private static List<List<String>> cells(List<PlanTask> rows) {
        var table = new PlanTable(catalogue, gauges);
        return IntStream.range(0, rows.size()).mapToObj(i -> table.cells(i + 1, rows.get(i), 2026)).toList();
    }

    private static byte[] docx(List<PlanTask> rows) {
        return PlanDocx.write(Tasks.ISSUER + "2026年普法责任清单", "“九五”普法规划，第 1 版，2026年1月9日通过", cells(rows),
                List.of(Tasks.ISSUER, "2026年1月9日"));
    }

    private static List<JudgedRow<Task>> judged(byte[] file) throws IOException {
        var fields = TaskJudge.headings();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheetAt(0);
            var judge = new TaskJudge(catalogue, gauges, LAWS, 2026, Tasks.ISSUER, List.of());
            var rows = new ArrayList<JudgedRow<Task>>();
            int heading = IntStream.rangeClosed(0, sheet.getLastRowNum()).filter(i -> sheet.getRow(i).getLastCellNum() > 2)
                    .findFirst().orElseThrow();
            for (int i = heading + 1; i <= sheet.getLastRowNum(); i++) {
                var cells = new HashMap<String, String>();
                for (int j = 0; j < sheet.getRow(heading).getLastCellNum(); j++) {
                    var cell = sheet.getRow(i).getCell(j);
                    String text = cell == null ? "" : cell.toString();
                    String under = sheet.getRow(heading).getCell(j).getStringCellValue();
                    Optional<String> field = fields.fieldOf(under);
                    field.filter(known -> !text.isEmpty()).ifPresent(known -> cells.put(known, text));
                }
                rows.add(judge.judge(new SheetRow(i, "清单", i + 1, cells, List.of(), Optional.empty())));
            }
            return rows;
        }
    }

    @Test
    void theWorkbookHasTheUsualColumnsAndIsReadBackAsTheSameTasks() throws IOException {
        byte[] file = PlanXlsx.write("标题", "说明", cells(Tasks.rows(Tasks.all())), List.of());

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(IntStream.range(0, 9).mapToObj(i -> sheet.getRow(2).getCell(i).getStringCellValue()))
                    .containsExactly("序号", "责任单位", "普法内容（法律法规）", "普法对象", "普法目标", "方式措施", "时间节点", "责任科室", "联系人");
            assertThat(sheet.getRepeatingRows()).isEqualTo(CellRangeAddress.valueOf("3:3"));
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getRow(3).getCell(0).getNumericCellValue()).isEqualTo(1);
            assertThat(sheet.getRow(3).getCell(2).getStringCellValue()).isEqualTo("《保障农民工工资支付条例》《劳动合同法》");
            assertThat(sheet.getRow(4).getCell(6).getStringCellValue()).isEqualTo("全年");
        }
        var read = judged(file);
        assertThat(read).allSatisfy(row -> assertThat(row.findings().stream().filter(finding ->
                !finding.key().equals("outreach.plan.load.no-section")).toList()).isEmpty());
        assertThat(read.stream().map(row -> row.becomes().orElseThrow()).toList()).isEqualTo(Tasks.all());
    }

    @Test
    void theDocumentIsAPageAcrossWithItsHeadingsOnEveryPage() throws Exception {
        var many = Tasks.rows(Stream.generate(Tasks::all).limit(8).flatMap(List::stream).toList());
        byte[] file = docx(many);
        Files.write(Files.createDirectories(Path.of("target", "plan")).resolve("plan.docx"), file);

        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            var title = document.getParagraphs().get(0);
            assertThat(title.getText()).isEqualTo("杭州市人力资源和社会保障局2026年普法责任清单");
            assertThat(title.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(22);
            assertThat(title.getRuns().get(0).getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.eastAsia))
                    .isEqualTo("方正小标宋简体");
            var page = document.getDocument().getBody().getSectPr().getPgSz();
            assertThat(page.getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
            assertThat(page.getW().toString()).isEqualTo("16838");
            var table = document.getTables().get(0);
            assertThat(table.getNumberOfRows()).isEqualTo(25);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(0).getTableCells().stream().map(cell -> cell.getText())).isEqualTo(PlanTable.HEADINGS);
            assertThat(table.getRow(1).getCell(2).getText()).isEqualTo("《保障农民工工资支付条例》《劳动合同法》");
            assertThat(table.getRow(1).getCell(4).getText()).endsWith("（指标：现场活动举办 2 场；发放宣传册 5,000 册）");
            assertThat(table.getRow(2).isCantSplitRow()).isTrue();
            assertThat(document.getFooterList()).hasSize(2);
            var last = document.getParagraphs();
            assertThat(last.get(last.size() - 1).getText()).isEqualTo("2026年1月9日");
        }
        try (var parts = OPCPackage.open(new ByteArrayInputStream(file))) {
            var fonts = parts.getPartsByContentType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
            assertThat(new String(fonts.get(0).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("w:name=\"方正小标宋简体\"><w:altName w:val=\"宋体\"");
        }
    }

    @Test
    void aListAsPeopleWriteItIsReadAndWhatIsNotUnderstoodIsSaid() throws IOException {
        var rows = judged(Workbooks.sheet("清单", "序号|责任主体|普法内容|重点对象|标准清单|措施清单|完成时限|责任处室|责任人|量化指标",
                "1||《中华人民共和国劳动合同法》、《社会保险法》|农民工、外卖小哥|知晓率提高|进企业|6月底前|劳动关系处|李明|举办培训4期、发放宣传册5,000册，活动2场，电话3部",
                "2||||||12月|法规处||", "3||反不正当竞争法|||讲座|尽快|||", "4||《宪法》|||讲座|2025年12月4日|法规处||"));

        var first = rows.get(0).becomes().orElseThrow();
        assertThat(first.office()).isEqualTo(Tasks.ISSUER);
        assertThat(first.laws()).containsExactly("劳动合同法");
        assertThat(first.content()).isEqualTo("《社会保险法》");
        assertThat(first.audiences()).containsExactly("migrant");
        assertThat(first.others()).isEqualTo("外卖小哥");
        assertThat(first.timing().ends()).isEqualTo("2026-06-30");
        assertThat(first.targets()).extracting(target -> target.gauge() + '=' + target.amount())
                .containsExactly("training.held=4", "booklets=5000", "event.held=2");
        assertThat(rows.get(0).findings()).extracting(JudgedRow.Finding::key).containsExactly("outreach.plan.load.law",
                "outreach.plan.load.target");
        assertThat(rows.get(1).becomes()).isEmpty();
        assertThat(rows.get(1).findings().get(0).key()).isEqualTo("outreach.plan.load.no-content");
        assertThat(rows.get(2).findings().get(0).key()).isEqualTo("outreach.plan.load.when");
        assertThat(rows.get(3).findings().get(0).key()).isEqualTo("outreach.plan.load.other-year");
        assertThat(rows.get(3).isTaken()).isTrue();
    }
}
