package org.pufa.bank.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.pufa.bank.format.Formats;
import org.pufa.bank.intake.Harvest;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.support.Painted;

/** Pictures in workbooks: laid over cells, or kept inside them. */
class XlsxPicturesTest {

    private static final byte[] PNG = Painted.plain("png", 40, 30);

    private static Harvest read(SourceFile file) {
        return new Intake(Formats.readers()).read(file);
    }

    private static List<String> places(Item item) {
        return item.pictures().stream().map(one -> one.place() + ' ' + one.alt()).toList();
    }

    private static List<String> keys(Item item) {
        return item.reasons().stream().map(Reason::key).map(key -> key.substring("bank.intake.".length())).toList();
    }

    /** @param row from 1 @param column from 0 */
    private static void lay(XSSFWorkbook workbook, XSSFSheet sheet, int row, int column, String alt) {
        var anchor = new XSSFClientAnchor(0, 0, 0, 0, column, row - 1, column + 1, row);
        var picture = sheet.createDrawingPatriarch().createPicture(anchor,
                workbook.addPicture(PNG, Workbook.PICTURE_TYPE_PNG));
        picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(alt);
    }

    @Test
    void aPictureBelongsToTheRowAndTheColumnWhereItBegins() {
        var harvest = read(Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "题干", "选项A", "选项B", "答案", "解析", "题图");
            Sheets.row(sheet, 2, "标志表示什么？", "禁止", "允许", "A", "见图");
            Sheets.row(sheet, 3, "谁支付工资？", "单位", "街道", "A");
            Sheets.row(sheet, 4, "哪个标志表示禁止？", "甲图", "乙图", "B");
            lay(workbook, sheet, 2, 5, "红圈");
            lay(workbook, sheet, 2, 4, "解析的图");
            lay(workbook, sheet, 4, 2, "蓝圈");
            lay(workbook, sheet, 4, 9, "旁边的图");
        }));

        assertThat(harvest.refused()).isZero();
        assertThat(places(harvest.items().get(0))).containsExactly("stem 红圈");
        assertThat(keys(harvest.items().get(0))).containsExactly("picture.aside");
        assertThat(places(harvest.items().get(1))).isEmpty();
        assertThat(places(harvest.items().get(2))).containsExactly("stem 旁边的图", "B 蓝圈");
    }

    @Test
    void aPictureAboveTheHeadingsBelongsToNoQuestionAndThatIsSaid() {
        var harvest = read(Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "普法题库");
            Sheets.row(sheet, 2, "题干", "选项A", "选项B", "答案");
            Sheets.row(sheet, 3, "谁支付工资？", "单位", "街道", "A");
            lay(workbook, sheet, 1, 0, "局徽");
        }));

        assertThat(places(harvest.items().get(0))).isEmpty();
        assertThat(keys(harvest.items().get(0))).containsExactly("picture.left");
    }

    @Test
    void aNameInTheColumnOfPicturesIsNoPicture() {
        var harvest = read(Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "题干", "选项A", "选项B", "答案", "图片");
            Sheets.row(sheet, 2, "标志表示什么？", "禁止", "允许", "A", "标志1.png");
        }));

        assertThat(harvest.items().get(0).state()).isEqualTo(Item.State.REFUSED);
        assertThat(keys(harvest.items().get(0))).containsExactly("picture.named");
    }

    @Test
    void aPictureThatWpsKeepsInsideACellIsFoundByTheIdInItsFormula() {
        var plain = Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "题干", "选项A", "选项B", "答案", "题图");
            Sheets.row(sheet, 2, "标志表示什么？", "禁止", "允许", "A", "=DISPIMG(\"ID_AB12\",1)");
            Sheets.row(sheet, 3, "另一个标志表示什么？", "当心", "允许", "A", "=DISPIMG(\"ID_NONE\",1)");
        });

        var harvest = read(with(plain, Map.of("xl/cellimages.xml", text("<etc:cellImages xmlns:etc=\"e\" xmlns:xdr=\"x\" "
                        + "xmlns:a=\"a\" xmlns:r=\"r\"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"2\" name=\"ID_AB12\" "
                        + "descr=\"红圈\"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed=\"rId1\"/></xdr:blipFill></xdr:pic>"
                        + "</etc:cellImage></etc:cellImages>"),
                "xl/_rels/cellimages.xml.rels", text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                        + "relationships\"><Relationship Id=\"rId1\" Target=\"media/image1.png\"/></Relationships>"),
                "xl/media/image1.png", PNG)));

        assertThat(places(harvest.items().get(0))).containsExactly("stem 红圈");
        assertThat(keys(harvest.items().get(0))).isEmpty();
        assertThat(keys(harvest.items().get(1))).containsExactly("picture.missing");
    }

    @Test
    void aPictureThatExcelKeepsInsideACellSaysHowToTakeItOut() {
        var plain = Sheets.workbook(workbook -> {
            var sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "题干", "选项A", "选项B", "答案", "题图");
            Sheets.row(sheet, 2, "标志表示什么？", "禁止", "允许", "A", "PLACE");
        });

        var harvest = read(replaced(plain, "r=\"E2\" t=\"s\"", "r=\"E2\" vm=\"1\" t=\"e\""));

        assertThat(keys(harvest.items().get(0))).containsExactly("xlsx.cell-picture");
        assertThat(harvest.items().get(0).state()).isEqualTo(Item.State.REFUSED);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SourceFile with(SourceFile file, Map<String, byte[]> more) {
        return rewritten(file, "", "", more);
    }

    private static SourceFile replaced(SourceFile file, String from, String to) {
        return rewritten(file, from, to, Map.of());
    }

    private static SourceFile rewritten(SourceFile file, String from, String to, Map<String, byte[]> more) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file.content())); var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                boolean sheet = entry.getName().startsWith("xl/worksheets/") && !from.isEmpty();
                zip.write(sheet ? text(new String(content, StandardCharsets.UTF_8).replace(from, to)) : content);
            }
            for (var part : more.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceFile(file.name(), out.toByteArray());
    }
}
