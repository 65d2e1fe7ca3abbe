package org.pufa.bank.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Word documents in the shapes in which offices keep their questions, and hostile ones. */
class WordFilesTest {

    @Test
    void theRightOptionsAreRed() {
        var harvest = new Docx().lines("一、单选题", "1、试用期最长几个月？", " A. 三个月", "⟦B⟧⟦. ⟧⟦六个⟧⟦月⟧", " C. 一年", "二、多选题",
                "2、哪些属于社会保险？", " ⟦A⟧. 养老", "⟦ B.医疗⟧", " C. 车辆", "三、判断题", "3、加班没有报酬。", "正确⟦错误⟧",
                "4、工资按月支付。", "⟦正确⟧错误").read();

        assertThat(harvest.format()).isEqualTo("docx");
        assertThat(Given.lines(harvest)).containsExactly("single B/3 accepted", "multiple AB/3 accepted",
                "judge 错/2 accepted", "judge 对/2 accepted");
        assertThat(harvest.items().get(0).options().get(1).text()).isEqualTo("六个月");
    }

    @Test
    void anAllRedQuestionHasNoAnswer() {
        var harvest = new Docx().lines("1、试用期最长几个月？", "⟦A. 三个月⟧", "⟦B. 六个月⟧").read();

        assertThat(Asked.keys(harvest.items().get(0))).containsExactly("answer.missing");
    }

    @Test
    void numbersThatWordMakesAreWrittenOut() {
        var harvest = new Docx().numbering().listed(2, 0, "单选题").listed(1, 0, "工资由谁支付？").listed(1, 1, "用人单位")
                .listed(1, 1, "街道").line("答案：A").listed(1, 0, "年休假由谁安排？").listed(1, 1, "职工")
                .listed(1, 1, "单位").line("答案：B").listed(2, 0, "判断题").line("1. 工会代表职工。（√）").read();

        assertThat(Given.lines(harvest)).containsExactly("single A/2 accepted", "single B/2 accepted",
                "judge 对/2 accepted");
        assertThat(harvest.items().get(1).stem()).isEqualTo("年休假由谁安排？");
    }

    @Test
    void answersWithExplanationsStandAtTheEndUnderNumberedHeadings() {
        var harvest = new Docx().numbering().lines("综合练习", "", "一、单项选择题", "1. 甲题错误的是：", "A. 甲一", "B. 甲二", "",
                "2. 乙题是：", "A. 乙一", "B. 乙二").listed(2, 0, "判断题").lines("1. 丙题成立。（ ）", "A. 正确 B. 错误", "",
                "三、综合探究题", "1. 编制一张表", "(1) 写出____。", "(2) 说明理由。", "参考答案").listed(2, 0, "单项选择题")
                .lines("1、参考答案：B", "解析：见教材。", "2.参考答案：A").listed(2, 0, "判断题").lines("1、参考答案：B", "解析：不成立。")
                .listed(2, 0, "综合探究题").lines("1、参考答案：", "(1) 略", "(2) 略").read();

        assertThat(Given.lines(harvest)).containsExactly("single B/2 accepted", "single A/2 accepted",
                "judge 错/2 accepted", "- /0 refused");
        assertThat(harvest.items().get(0).raw().explanation()).isEqualTo("见教材。");
    }

    @Test
    void aTemplateNamesTypesAndHasAnswersInBrackets() {
        var harvest = new Docx().lines("分类：劳动保障", "题型：单选题", "1.职工名册由（ D ）建立。", "A. 工会    B.街道    C. 银行    D. 用人单位",
                "难度系数：3", "题型：多选题", "1.属于福利的有（ AC ）。", "A.食堂     B.罚款     ", "C.班车     D.欠薪", "难度系数：2", "题型：判断题",
                "1.工伤保险由职工缴费。（× ）", "难度系数：1", "题型：改错题", "（一）", "关于招工的通知", "我厂招收十五岁的工人。", "答案：",
                "1.年龄不合法。", "2.应当年满十六周岁。", "难度系数：3", "", "（二）", "请改正下面的合同。", "答案：", "1.略。").read();

        assertThat(Given.lines(harvest)).containsExactly("single D/4 accepted", "multiple AC/4 accepted",
                "judge 错/2 accepted", "- /0 refused", "- /0 refused");
        assertThat(harvest.items().get(0).raw().difficulty()).isEqualTo("3");
        assertThat(harvest.items().get(0).raw().topic()).isEqualTo("劳动保障");
    }

    @Test
    void aTableWithHeadingsHoldsAQuestionInEachRow() {
        var harvest = new Docx().line("题库").xml("<w:tbl>").row("序号", "题目", "选项A", "选项B", "答案")
                .row("1", "谁支付工资？", "用人单位", "街道", "A").row("2", "谁安排年休假？", "职工", "单位", "B").xml("</w:tbl>").read();

        assertThat(Given.lines(harvest)).containsExactly("single A/2 accepted", "single B/2 accepted");
    }

    @Test
    void anyOtherTableOnlySetsTextBesideText() {
        var harvest = new Docx().line("1.谁支付工资？（A）").xml("<w:tbl>").row("A.用人单位", "B.街道").row("C.工会", "D.银行")
                .xml("</w:tbl>").read();

        assertThat(Given.lines(harvest)).containsExactly("single A/4 accepted");
    }

    @Test
    void whatWasDeletedOrStandsTwiceIsNotRead() {
        var harvest = new Docx().line("1.谁支付工资？（A）").xml("<w:del><w:p><w:r><w:t>旧的</w:t></w:r></w:p></w:del>")
                .xml("<mc:AlternateContent><mc:Fallback><w:p><w:r><w:t>又一遍</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>")
                .lines("A.用人单位", "B.街道").read();

        assertThat(harvest.items().get(0).raw().source()).doesNotContain("旧的", "又一遍");
    }

    @Test
    void aDocumentTypeIsNeverFollowed() {
        String laughs = "<!DOCTYPE d [<!ENTITY a \"哈\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                + "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body></w:document>";
        var harvest = Given.read("a.docx", new Docx().zip(laughs));

        assertThat(harvest.items()).isEmpty();
        assertThat(harvest.notes()).extracting(Reason::key).containsExactly("bank.intake.docx.broken");
    }

    @Test
    void aBombIsNotUnpacked() {
        byte[] bomb = new Docx().line("1.谁支付工资？（A）").zip("<w:document xmlns:w=\"w\"><w:body>"
                + "<w:p/>".repeat(20_000_000) + "</w:body></w:document>");

        var harvest = Given.read("a.docx", bomb);

        assertThat(harvest.notes()).extracting(Reason::key).containsExactly("bank.intake.docx.bomb");
    }

    @Test
    void aDocumentWithoutItsEndIsRefusedWithASentence() {
        byte[] whole = new Docx().lines("1.谁支付工资？（A）", "A.用人单位", "B.街道").bytes();

        for (int length = 4; length < whole.length - 22; length += 7) {
            assertThat(Given.read("a.docx", Arrays.copyOf(whole, length)).notes()).extracting(Reason::key)
                    .containsExactly("bank.intake.docx.broken");
        }
    }

    @Test
    void macrosAreNotLookedAt() {
        var harvest = Given.read("a.docm", new Docx().lines("1.谁支付工资？（A）", "A.用人单位", "B.街道")
                .part("word/vbaProject.bin", new byte[] {1, 2, 3}).bytes());

        assertThat(Given.lines(harvest)).isEqualTo(List.of("single A/2 warned"));
        assertThat(harvest.items().get(0).reasons()).extracting(Reason::key).containsExactly("bank.intake.file.macros");
    }

    @Test
    void redOptionsInATableAreTheAnswer() {
        var harvest = Given.read("a.docx", new Docx().xml("<w:tbl>").row("题干", "选项A", "选项B", "选项C", "答案")
                .row("谁支付工资？", "街道", "⟦用人单位⟧", "社区", "").row("哪些是劳动合同的必备条款？", "⟦期限⟧", "试用期", "⟦工作内容⟧", "")
                .row("谁安排年休假？", "⟦单位⟧", "⟦职工⟧", "", "").xml("</w:tbl>").bytes());

        assertThat(Given.lines(harvest)).isEqualTo(List.of("single B/3 accepted", "multiple AC/3 accepted",
                "- /2 refused"));
    }

    private static Docx table(String[]... rows) {
        var docx = new Docx().xml("<w:tbl>");
        for (String[] row : rows) {
            docx.row(row);
        }
        return docx.xml("</w:tbl>");
    }

    private static String[] row(String... cells) {
        return cells;
    }

    @Test
    void redOptionsInOneCellOfATableAreTheAnswer() {
        var harvest = table(row("题型", "题干", "选项"), row("单选题", "谁支付工资？", "A.街道 ⟦B.用人单位⟧ C.社区"),
                row("多选题", "哪些是必备条款？", "⟦A⟧.期限 B.试用期 ⟦C. 工作内容⟧"), row("单选题", "谁安排年休假？", "A、职工；⟦B、单位⟧"),
                row("判断题", "试用期可以不签合同。", "正确 ⟦错误⟧"), row("判断题", "工资应当按月支付。", "⟦对⟧　错"), row("判断题", "工资可以用实物支付。", "对　错"))
                .read();

        assertThat(Given.lines(harvest)).containsExactly("single B/3 accepted", "multiple AC/3 accepted",
                "single B/2 accepted", "judge 错/2 accepted", "judge 对/2 accepted", "judge /2 refused");
    }

    @Test
    void redParagraphsInACellOfATableAreTheAnswer() {
        String cell = "<w:tc><w:p><w:r><w:t>A.街道</w:t></w:r></w:p><w:p><w:r><w:rPr><w:color w:val=\"C00000\"/></w:rPr>"
                + "<w:t>B.用人单位</w:t></w:r></w:p></w:tc>";
        var harvest = new Docx().xml("<w:tbl>").row("题干", "选项").xml("<w:tr><w:tc><w:p><w:r><w:t>谁支付工资？</w:t></w:r></w:p></w:tc>"
                + cell + "</w:tr></w:tbl>").read();
        var plain = new Docx().line("1.谁支付工资？").xml("<w:tbl><w:tr>" + cell + "</w:tr></w:tbl>").read();

        assertThat(Given.lines(harvest)).containsExactly("single B/2 accepted");
        assertThat(Given.lines(plain)).containsExactly("single B/2 accepted");
    }

    @Test
    void redCellsOfATableThatOnlySetsTextBesideTextAreTheAnswer() {
        var options = new Docx().line("1.谁支付工资？").xml("<w:tbl>").row("A.街道", "⟦B.用人单位⟧").row("C.工会", "D.银行")
                .xml("</w:tbl>").line("2.试用期可以不签合同。").xml("<w:tbl>").row("正确", "⟦错误⟧").xml("</w:tbl>").read();

        assertThat(Given.lines(options)).containsExactly("single B/4 accepted", "judge 错/2 accepted");
    }

    @Test
    void anAnswerThatIsGivenCountsMoreThanRedAndADifferenceIsTold() {
        var text = new Docx().lines("1.谁支付工资？", "A.街道", "⟦B.用人单位⟧", "答案：A", "2.谁安排年休假？", "⟦A.单位⟧", "B.职工", "答案：A").read();
        var cells = table(row("题干", "选项A", "选项B", "答案"), row("谁支付工资？", "街道", "⟦用人单位⟧", "A"),
                row("谁安排年休假？", "⟦单位⟧", "职工", "A")).read();

        for (Harvest harvest : List.of(text, cells)) {
            assertThat(Given.lines(harvest)).containsExactly("single A/2 warned", "single A/2 accepted");
            assertThat(harvest.items().get(0).reasons()).containsExactly(Reason.warning("bank.intake.answer.red", "B", "A"));
        }
    }
}
