package org.pufa.bank.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.pufa.House;
import org.pufa.bank.Question.Option;
import org.pufa.bank.format.ReadBack;
import org.pufa.bank.format.Shapes;
import org.pufa.bank.format.csv.CsvReader;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;
import org.pufa.i18n.Lang;

class XlsxReaderTest {

    private final XlsxReader reader = new XlsxReader();

    @Test
    void headingsMayStandBelowATitleInAnyOrder() {
        var file = Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "2026年普法题库");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 6));
            Sheets.row(sheet, 2, "填写说明：每行一题");
            Sheets.row(sheet, 4, "正确答案", "题目内容（必填）", "选项1", "选项2", "答案解析", "题型*", "序号");
            Sheets.row(sheet, 5, "B", "几日？", "A、一日", "B、半日", "看第三十八条", "单选题", 1);
            Sheets.row(sheet, 6, "对", "工资按月支付。", null, null, null, "判断题", 2);
            Sheets.row(sheet, 7, null, null, null, null, null, null, 3);
        });

        assertThat(reader.recognises(file)).isTrue();
        assertThat(Shapes.judged(reader, file)).containsExactly("5 ACCEPTED single 2 B", "6 ACCEPTED judge 2 对");
        assertThat(ReadBack.read(reader, file).get(0).options()).containsExactly(new Option("A", "一日"),
                new Option("B", "半日"));
    }

    @Test
    void mergedCellsBelongToEachOfTheirRows() {
        var file = Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "专题", "题干", "选项", "答案");
            Sheets.row(sheet, 2, "工时", "几日？", "A.一日", "A");
            Sheets.row(sheet, 3, null, null, "B.半日", null);
            Sheets.row(sheet, 4, null, "哪些？", "A.甲\nB.乙\nC.丙", "A,B");
            sheet.addMergedRegion(new CellRangeAddress(1, 3, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
        });

        assertThat(Shapes.judged(reader, file)).containsExactly("2 ACCEPTED single 2 A", "4 ACCEPTED multiple 3 AB");
        assertThat(ReadBack.read(reader, file)).allMatch(raw -> raw.topic().equals("工时"));
    }

    @Test
    void numbersAreReadAsPeopleSeeThem() {
        var file = Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "题干", "A", "B", "C", "D", "答案");
            var row = Sheets.row(sheet, 2, "哪个？", 0.1, 3, 41456, 1.5, "A");
            style(workbook, row.getCell(1), "0%");
            style(workbook, row.getCell(3), "yyyy\"年\"m\"月\"d\"日\"");
        });

        assertThat(ReadBack.read(reader, file).get(0).options()).extracting(Option::text)
                .containsExactly("10%", "3", "2013年7月1日", "1.5");
    }

    private static void style(XSSFWorkbook workbook, org.apache.poi.ss.usermodel.Cell cell, String format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    @Test
    void formulasAreNotComputedAndHiddenRowsNoticed() {
        var file = Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "题干", "A", "B", "答案");
            var row = Sheets.row(sheet, 2, "几？", "一", "二", null);
            row.createCell(3).setCellFormula("CHAR(65)");
            Sheets.row(sheet, 3, "藏起来的？", "一", "二", "B").setZeroHeight(true);
        });

        var read = ReadBack.read(reader, file);
        assertThat(Shapes.keys(read.get(0))).containsExactly("bank.intake.xlsx.formula-empty");
        assertThat(Shapes.keys(read.get(1))).containsExactly("bank.intake.xlsx.hidden-row");
    }

    @Test
    void everySheetIsReadAndThoseWithoutHeadingsAreNamed() {
        var file = Sheets.workbook(workbook -> {
            for (String name : List.of("单选", "判断")) {
                var sheet = workbook.createSheet(name);
                Sheets.row(sheet, 1, "题干", "选项A", "选项B", "答案");
                Sheets.row(sheet, 2, name + "题？", "一", "二", "A");
            }
            Sheets.row(workbook.createSheet("说明"), 1, "请认真填写");
        });

        var read = ReadBack.read(reader, file);
        assertThat(read).hasSize(2);
        assertThat(read.get(0).reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.key()).isEqualTo("bank.intake.xlsx.sheet-skipped");
            assertThat(reason.args()).containsExactly("说明");
        });
    }

    @Test
    void aSheetThatIsTooLargeIsRefusedAsAWholeWithItsPlace() {
        var file = Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "题干", "选项A", "选项B", "答案");
            Sheets.row(sheet, 2, "题？", "一", "二", "A");
            sheet.getRow(1).createCell(120).setCellValue("这里还有");
        });

        assertThatThrownBy(() -> reader.read(file)).isInstanceOfSatisfying(UnreadableFile.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.refusal("bank.intake.xlsx.too-wide", "Sheet0", "DQ2", 100, "CV"));
            assertThat(House.messages().get(Lang.ZH, e.reason().key(), e.reason().args()))
                    .contains("工作表“Sheet0”的单元格 DQ2", "100 列", "CV 列以后");
        });
        assertThatThrownBy(() -> reader.read(rows(20_001))).isInstanceOfSatisfying(UnreadableFile.class, e ->
                assertThat(e.reason()).isEqualTo(Reason.refusal("bank.intake.xlsx.too-many", "题", 20_001, 20_000)));
        assertThatThrownBy(() -> reader.read(Sheets.workbook(workbook -> {
            for (int i = 0; i <= 100; i++) {
                workbook.createSheet();
            }
        }))).isInstanceOf(UnreadableFile.class).hasMessage("bank.intake.xlsx.sheets");
    }

    /** A sheet of so many rows, as little as Excel needs. */
    private static SourceFile rows(int count) throws IOException {
        var rows = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            rows.append("<row r=\"").append(i).append("\"><c t=\"str\"><v>x</v></c></row>");
        }
        return zip("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                        + "relationships\"><sheets><sheet name=\"题\" r:id=\"a\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"a\" Target=\"sheet.xml\"/></Relationships>",
                "xl/sheet.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    @Test
    void aTextTableThatIsTooLargeSaysWhere() {
        String wide = "题干,选项A,选项B,答案\n题？,一,二,A\n" + "x,".repeat(120) + "x\n";
        String tall = "题干,选项A,选项B,答案\n" + "题？,一,二,A\n".repeat(20_001);

        assertThat(csv(wide)).isEqualTo(Reason.refusal("bank.intake.csv.too-wide", 3, 100));
        assertThat(csv(tall)).isEqualTo(Reason.refusal("bank.intake.csv.too-many", 20_001, 20_000));
    }

    private static Reason csv(String text) {
        try {
            new CsvReader().read(new SourceFile("a.csv", text.getBytes(StandardCharsets.UTF_8)));
            throw new AssertionError("it was read");
        } catch (UnreadableFile e) {
            return e.reason();
        }
    }

    @Test
    void aLetterThatMayBeAWordsOwnIsNotTakenAwayWithoutAWord() throws UnreadableFile {
        var file = Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "题干", "选项A", "选项B", "答案");
            Sheets.row(sheet, 2, "哪个班？", "A班次", "B组别", "A");
            Sheets.row(sheet, 3, "哪个组？", "A. 甲", "B. 乙", "A");
        });

        var read = reader.read(file);
        assertThat(Shapes.keys(read.get(0))).containsExactly("bank.intake.table.labels");
        assertThat(Shapes.keys(read.get(1))).isEmpty();
    }

    @Test
    void aZipBombIsLeftPacked() throws IOException {
        var bomb = zip("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"r\" xmlns:r=\"http://schemas."
                + "openxmlformats.org/officeDocument/2006/relationships\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels", "<r><Relationship Id=\"r\" Target=\"worksheets/sheet1.xml\"/></r>",
                "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + "<row><c/></row>".repeat(12_000_000));

        assertThat(bomb.content()).hasSizeLessThan(1_000_000);
        refused(() -> reader.read(bomb), "bank.intake.xlsx.bomb");
    }

    @Test
    void entitiesAreNotExpanded() throws IOException {
        refused(() -> reader.read(zip("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]>"
                + "<workbook>&d;</workbook>")), "bank.intake.xlsx.broken");
    }

    @Test
    void aTruncatedOrRenamedFileIsRefused() {
        byte[] whole = Sheets.workbook(workbook -> Sheets.row(workbook.createSheet(), 1, "题干", "答案")).content();

        refused(() -> reader.read(new SourceFile("a.xlsx", Arrays.copyOf(whole, whole.length / 2))),
                "bank.intake.xlsx.broken");
        refused(() -> reader.read(new SourceFile("a.xlsx", "不是表格".getBytes(StandardCharsets.UTF_8))),
                "bank.intake.xlsx.broken");
    }

    private static void refused(ThrowingCallable reading, String key) {
        assertThatThrownBy(reading).isInstanceOf(UnreadableFile.class).hasMessage(key);
    }

    private static SourceFile zip(String... namesAndTexts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return new SourceFile("a.xlsx", out.toByteArray());
    }
}
