package org.pufa.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.pufa.i18n.Messages;

/** The layout of GB/T 9704-2012 and the threads between text and annex. */
class SectionDocxTest {

    private static final BigInteger TOP = BigInteger.valueOf(2098);
    private static final BigInteger LEFT = BigInteger.valueOf(1587);

    static Section section(int rows) {
        var annex = new ArrayList<Section.Source>();
        for (int i = 1; i <= rows; i++) {
            annex.add(new Section.Source(i, i, "参与人数", "2000余人", BigDecimal.valueOf(2034), "人", "按设备去重。", "",
                    "/console/x/" + i));
        }
        return new Section("2019年普法宣传工作情况", Instant.parse("2019-12-31T02:00:00Z"), "ab".repeat(32), true,
                List.of(new Section.Part("网上普法", List.of(new Section.Paragraph(List.of(
                        new Section.Run("开展“我的工资有话说”网上问卷调查，", 0), new Section.Run("2000余人", 1),
                        new Section.Run("参与；组织“杭州无欠薪”行动成绩突出单位网上评选，", 0), new Section.Run("8.3万余人", 2),
                        new Section.Run("参与投票。", 0))))), new Section.Part("线下宣传", List.of(new Section.Paragraph(
                        List.of(new Section.Run("在市民之家举办现场宣传活动2场。", 0)))))), annex);
    }

    private static XWPFDocument written(Section section, String site) throws IOException {
        byte[] bytes = new SectionDocx(new ReportWords(new Messages(List.of("insight"))), site).write(section);
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(Path.of("target", "documents", "section-" + section.annex().size() + ".docx"), bytes);
        return new XWPFDocument(new ByteArrayInputStream(bytes));
    }

    @Test
    void thePageIsLaidOutAsTheStandardSays() throws IOException {
        try (XWPFDocument file = written(section(2), "")) {
            var page = file.getDocument().getBody().getSectPr();

            assertThat(page.getPgMar().getTop()).isEqualTo(TOP);
            assertThat(page.getPgMar().getLeft()).isEqualTo(LEFT);
            assertThat(page.getDocGrid().getLinePitch()).isEqualTo(BigInteger.valueOf(579));
            assertThat(file.getEvenAndOddHeadings()).isTrue();
            assertThat(file.getFooterList()).hasSize(2);
        }
    }

    @Test
    void titleHeadingsAndTextHaveTheirFonts() throws IOException {
        try (XWPFDocument file = written(section(2), "")) {
            assertThat(font(file, "2019年普法宣传工作情况")).isEqualTo("方正小标宋简体 44");
            assertThat(font(file, "一、网上普法")).isEqualTo("黑体 32");
            assertThat(font(file, "开展“我的工资有话说”")).isEqualTo("仿宋_GB2312 32");
        }
    }

    private static String font(XWPFDocument file, String begins) {
        var line = file.getParagraphs().stream().filter(one -> one.getText().startsWith(begins)).findFirst();
        var style = line.orElseThrow().getRuns().get(0).getCTR().getRPr();
        return style.getRFontsArray(0).getEastAsia() + " " + style.getSzArray(0).getVal();
    }

    @Test
    void eachNumberLeadsToItsRowAndBackAndOutward() throws IOException {
        try (XWPFDocument file = written(section(60), "https://pufa.example.gov.cn")) {
            XWPFParagraph text = file.getParagraphs().stream().filter(one -> one.getText().startsWith("开展"))
                    .findFirst().orElseThrow();

            assertThat(text.getCTP().getBookmarkStartList()).extracting("name").containsExactly("n1", "n2");
            assertThat(text.getCTP().getHyperlinkList()).extracting("anchor").containsExactly("a1", "a2");
            var table = file.getTables().get(0);
            assertThat(table.getNumberOfRows()).isEqualTo(61);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            var first = table.getRow(1).getCell(0).getParagraphs().get(0).getCTP();
            assertThat(first.getBookmarkStartArray(0).getName()).isEqualTo("a1");
            assertThat(first.getHyperlinkArray(0).getAnchor()).isEqualTo("n1");
            assertThat(table.getRow(60).getCell(0).getText()).isEqualTo("(60)");
            assertThat(file.getHyperlinkByID(table.getRow(1).getCell(5).getParagraphs().get(0).getCTP()
                    .getHyperlinkArray(0).getId()).getURL()).isEqualTo("https://pufa.example.gov.cn/console/x/1");
        }
    }

    @Test
    void whatCountsPeopleIsDrawnByTheProgramThatOpensTheFile() throws IOException {
        try (XWPFDocument file = written(section(2), "")) {
            assertThat(file.getCharts()).hasSize(1);
            assertThat(file.getCharts().get(0).getWorkbook().getSheetAt(0).getRow(2).getCell(1).getNumericCellValue())
                    .isEqualTo(2034);
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void marksGoOnBeyondFifty() {
        assertThat(List.of(1, 20, 21, 35, 36, 50, 51)).map(Section::mark)
                .containsExactly("①", "⑳", "㉑", "㉟", "㊱", "㊿", "(51)");
        assertThat(List.of(1, 10, 11, 20, 21, 99)).map(SectionDocx::numeral)
                .containsExactly("一", "十", "十一", "二十", "二十一", "九十九");
    }
}
