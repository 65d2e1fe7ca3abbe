package org.pufa.bank.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pufa.bank.QuestionPicture;
import org.pufa.support.Painted;

/** Pictures in Word documents: where they belong, and what is said of those that belong nowhere. */
class WordPicturesTest {

    private static final byte[] PNG = Painted.plain("png", 40, 30);

    /** Such as "stem 红圈". */
    private static List<String> places(Harvest harvest, int item) {
        return harvest.items().get(item).pictures().stream().map(one -> one.place() + ' ' + one.alt()).toList();
    }

    private static List<String> keys(Harvest harvest, int item) {
        return Asked.keys(harvest.items().get(item));
    }

    @Test
    void aPictureBelowTheStemBelongsToIt() {
        var harvest = new Docx().image("红圈", PNG).lines("1.图中的标志表示（A）。", "⟪红圈⟫", "A.禁止", "B.允许").read();

        assertThat(Given.lines(harvest)).containsExactly("single A/2 accepted");
        assertThat(places(harvest, 0)).containsExactly("stem 红圈");
        assertThat(harvest.items().get(0).stem()).isEqualTo("图中的标志表示（　）。");
        assertThat(harvest.album().find(harvest.items().get(0).pictures().get(0).hash())).isPresent();
    }

    @Test
    void aPictureBeforeTheNumberOfItsParagraphHidesNeitherNumberNorStem() {
        var harvest = new Docx().image("红圈", PNG).lines("1.谁支付工资？", "A.单位", "B.街道", "答案：A", "⟪红圈⟫2.图中的标志表示（A）。",
                "A.禁止", "B.允许").read();

        assertThat(Given.lines(harvest)).containsExactly("single A/2 accepted", "single A/2 accepted");
        assertThat(places(harvest, 1)).containsExactly("stem 红圈");
    }

    @Test
    void aPictureAmidTheWordsIsMovedBelowThemAndThatIsSaid() {
        var harvest = new Docx().image("红圈", PNG).lines("1.标志⟪红圈⟫表示（A）。", "A.禁止", "B.允许").read();

        assertThat(harvest.items().get(0).stem()).isEqualTo("标志表示（　）。");
        assertThat(places(harvest, 0)).containsExactly("stem 红圈");
        assertThat(keys(harvest, 0)).containsExactly("picture.moved");
    }

    @Test
    void picturesOfOptionsStayWithThem() {
        var harvest = new Docx().image("红圈", PNG).image("蓝圈", Painted.plain("png", 30, 40)).lines("1.哪个标志表示禁止？（A）",
                "A.甲⟪红圈⟫", "B.乙⟪蓝圈⟫", "C.⟪红圈⟫丙").read();

        assertThat(Given.lines(harvest)).containsExactly("single A/3 accepted");
        assertThat(places(harvest, 0)).containsExactly("A 红圈", "B 蓝圈", "C 红圈");
        assertThat(harvest.album().pictures()).hasSize(2);
    }

    @Test
    void anOptionThatIsOnlyAPictureIsRefused() {
        var harvest = new Docx().image("红圈", PNG).lines("1.哪个标志表示禁止？（A）", "A.⟪红圈⟫", "B.没有").read();

        assertThat(keys(harvest, 0)).containsExactly("option.picture");
    }

    @Test
    void aPictureBelowTheLastOptionIsTakenForOneOfTheStemAndThatIsSaid() {
        var harvest = new Docx().image("红圈", PNG).lines("1.图中的标志表示（　）。", "A.禁止", "B.允许", "⟪红圈⟫", "答案：A").read();

        assertThat(places(harvest, 0)).containsExactly("stem 红圈");
        assertThat(keys(harvest, 0)).containsExactly("picture.below");
    }

    @Test
    void aPictureOfTheExplanationIsNotTakenAndThatIsSaid() {
        var harvest = new Docx().image("红圈", PNG).lines("1.标志表示（　）。", "A.禁止", "B.允许", "答案：A", "解析：见图", "⟪红圈⟫").read();

        assertThat(harvest.items().get(0).pictures()).isEmpty();
        assertThat(keys(harvest, 0)).containsExactly("picture.aside");
        assertThat(harvest.items().get(0).raw().explanation()).isEqualTo("见图");
    }

    @Test
    void aPictureThatBelongsToNoQuestionIsTold() {
        var harvest = new Docx().image("局徽", PNG).lines("⟪局徽⟫", "普法题库", "1.谁支付工资？（A）", "A.单位", "B.街道").read();

        assertThat(keys(harvest, 0)).containsExactly("picture.left");
        assertThat(harvest.items().get(0).raw().reasons().get(0).args()).containsExactly(1, "1");
        assertThat(harvest.album().pictures()).isEmpty();
    }

    @Test
    void aPictureWithoutWordsOfItsOwnIsCalledAPictureAndThatIsSaid() {
        var harvest = new Docx().image("a", PNG).line("1.图中的标志表示（A）。")
                .xml("<w:p><w:r><w:drawing><a:blip r:embed=\"a\"/></w:drawing></w:r></w:p>").lines("A.禁止", "B.允许").read();

        assertThat(places(harvest, 0)).containsExactly("stem " + QuestionPicture.UNTOLD);
        assertThat(keys(harvest, 0)).containsExactly("picture.untold");
    }

    @Test
    void theOldWayOfDrawingIsReadTooAndShownOnce() {
        var harvest = new Docx().image("a", PNG).line("1.图中的标志表示（A）。").xml("<w:p><w:r><mc:AlternateContent><mc:Choice>"
                + "<w:drawing><wp:inline><wp:docPr descr=\"红圈\"/><a:blip r:embed=\"a\"/></wp:inline></w:drawing></mc:Choice>"
                + "<mc:Fallback><w:pict><v:shape xmlns:v=\"v\"><v:imagedata r:id=\"a\"/></v:shape></w:pict></mc:Fallback>"
                + "</mc:AlternateContent></w:r></w:p>").xml("<w:p><w:r><w:pict><v:shape xmlns:v=\"v\" alt=\"蓝圈\">"
                + "<v:imagedata r:id=\"a\"/></v:shape></w:pict></w:r></w:p>").lines("A.禁止", "B.允许").read();

        assertThat(places(harvest, 0)).containsExactly("stem 红圈", "stem 蓝圈");
    }

    @Test
    void whatIsDrawnButNoPictureIsTold() {
        var harvest = new Docx().line("1.谁支付工资？（A）").xml("<w:p><w:r><w:drawing><wp:inline><wp:docPr descr=\"图表\"/>"
                + "</wp:inline></w:drawing></w:r></w:p>").lines("A.单位", "B.街道").read();

        assertThat(keys(harvest, 0)).containsExactly("picture.drawing");
        assertThat(harvest.items().get(0).raw().reasons().get(0).args()).containsExactly("2");
    }

    @Test
    void picturesInTheCellsOfATableOfQuestionsBelongToWhatTheCellsHold() {
        var harvest = new Docx().image("红圈", PNG).image("蓝圈", PNG).xml("<w:tbl>").row("题目", "选项A", "选项B", "答案", "解析")
                .row("标志表示什么？⟪红圈⟫", "禁止⟪蓝圈⟫", "允许", "A", "⟪红圈⟫").row("谁支付工资？", "单位", "街道", "A", "").xml("</w:tbl>").read();

        assertThat(places(harvest, 0)).containsExactly("stem 红圈", "A 蓝圈");
        assertThat(keys(harvest, 0)).containsExactly("picture.aside");
        assertThat(Given.line(harvest.items().get(1))).isEqualTo("single A/2 accepted");
    }

    @Test
    void aJudgementKeepsThePictureOfItsStemOnly() {
        var stem = new Docx().image("红圈", PNG).lines("1.图中的标志表示禁止。（√）", "⟪红圈⟫").read();
        var option = new Docx().image("红圈", PNG).lines("1.图中的标志表示禁止。（A）", "A.正确⟪红圈⟫", "B.错误").read();

        assertThat(places(stem, 0)).containsExactly("stem 红圈");
        assertThat(Given.lines(stem)).containsExactly("judge 对/2 accepted");
        assertThat(keys(option, 0)).containsExactly("picture.judge");
        assertThat(option.refused()).isOne();
    }

    @Test
    void aPictureThatCannotBeKeptRefusesItsQuestionAndNoOther() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8);
        var harvest = new Docx().image("a", svg).image("b", Painted.pretending(10_000, 10_000)).linked("c", "http://x/y.png")
                .lines("1.甲（A）", "⟪a⟫", "A.是", "B.否定", "2.乙（A）", "⟪b⟫", "A.是", "B.否定", "3.丙（A）", "⟪c⟫", "A.是", "B.否定", "4.丁（A）",
                        "⟪d⟫", "A.是", "B.否定", "5.戊（A）", "A.是", "B.否定").read();

        assertThat(harvest.items().stream().map(item -> String.join(",", Asked.keys(item))).toList())
                .containsExactly("picture.sort", "picture.pixels", "picture.missing", "picture.missing", "");
        assertThat(harvest.refused()).isEqualTo(4);
        assertThat(harvest.read()).isEqualTo(harvest.accepted() + harvest.refused());
    }

    @Test
    void ofManyPicturesOfManyPixelsNoMoreAreDecodedThanAFileOfItsSizeCanHold() {
        var docx = new Docx();
        for (int i = 0; i < 6; i++) {
            var image = new BufferedImage(4900, 4900, BufferedImage.TYPE_BYTE_BINARY);
            image.setRGB(i, i, -1);
            docx.image("p" + i, Painted.written("png", image)).lines((i + 1) + ".题" + i + "（A）", "⟪p" + i + "⟫", "A.是", "B.否定");
        }

        var harvest = docx.read();

        assertThat(harvest.read()).isEqualTo(6);
        assertThat(harvest.accepted()).isBetween(1, 4);
        assertThat(keys(harvest, 5)).containsExactly("picture.too-many");
    }
}
