package org.pufa.bank.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionType;
import org.pufa.bank.intake.Item.State;

class JudgeTest {

    private static final String[] FOUR = {"一个月", "二个月", "三个月", "六个月"};

    private final Judge judge = new Judge();

    @Test
    void optionsAndOneLetterAreASingleChoice() {
        var item = judge.judge(7, Asked.raw("", "试用期最长多久？", "D", FOUR));

        assertThat(item.state()).isEqualTo(State.ACCEPTED);
        assertThat(item.number()).isEqualTo(7);
        assertThat(item.type()).contains(QuestionType.SINGLE);
        assertThat(item.answer()).containsExactly("D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABD", "A、B、D", "a,b,d", "Ａ，Ｂ，Ｄ", "A B D。", "D B A", "【ABD】", "答案：ABD", "A;B;D", "AB和D",
        "一个月；二个月；六个月"})
    void lettersAreReadInAnySpelling(String answer) {
        var item = judge.judge(1, Asked.raw("", "下列哪些可以？", answer, FOUR));

        assertThat(item.state()).isEqualTo(State.ACCEPTED);
        assertThat(item.type()).contains(QuestionType.MULTIPLE);
        assertThat(item.answer()).containsExactly("A", "B", "D");
    }

    @ParameterizedTest
    @CsvSource({"对,对", "正确。,对", "√,对", "✓,对", "T,对", "True,对", "Ｙ,对", "是,对", "YES,对", "错,错", "错误,错", "×,错",
        "✗,错", "F,错", "false,错", "N,错", "否,错", "x,错", "不正确,错"})
    void judgementsAreReadInAnySpelling(String answer, String judged) {
        var item = judge.judge(1, Asked.raw("", "试用期包含在劳动合同期限内。", answer));

        assertThat(item.state()).isEqualTo(State.ACCEPTED);
        assertThat(item.type()).contains(QuestionType.JUDGE);
        assertThat(item.options()).isEqualTo(Question.JUDGEMENTS);
        assertThat(item.answer()).containsExactly(judged);
    }

    @ParameterizedTest
    @CsvSource({"正确,错误,B,错", "错误,正确,B,对", "是,不是,A,对", "对,错,错,错", "√,×,A,对", "True,False,F,错"})
    void aJudgementWrittenAsAChoiceIsAJudgement(String first, String second, String answer, String judged) {
        var item = judge.judge(1, Asked.raw("", "劳动合同可以口头订立。", answer, first, second));

        assertThat(item.state()).isEqualTo(State.ACCEPTED);
        assertThat(item.type()).contains(QuestionType.JUDGE);
        assertThat(item.options()).isEqualTo(Question.JUDGEMENTS);
        assertThat(item.answer()).containsExactly(judged);
    }

    @ParameterizedTest
    @CsvSource({"试用期最长（ D ）。,试用期最长（　）。", "试用期最长__D__。,试用期最长（　）。", "试用期最长(答案：Ｄ)。,试用期最长（　）。",
        "试用期最长【D】。,试用期最长（　）。", "（_D_）是最长的试用期。,（　）是最长的试用期。"})
    void anAnswerInsideTheStemIsBlankedOut(String stem, String blanked) {
        var item = judge.judge(1, Asked.raw("单选题", stem, "", FOUR));

        assertThat(item.state()).isEqualTo(State.ACCEPTED);
        assertThat(item.stem()).isEqualTo(blanked);
        assertThat(item.answer()).containsExactly("D");
    }

    @Test
    void answersInSeveralBlanksOfAStemBelongTogether() {
        var item = judge.judge(1, Asked.raw("多选题", "给予__A__或者__C__处分。", "", FOUR));

        assertThat(item.stem()).isEqualTo("给予（　）或者（　）处分。");
        assertThat(item.answer()).containsExactly("A", "C");
    }

    @ParameterizedTest
    @CsvSource({"口头合同有效。（√）,对", "口头合同有效（×）。,错", "口头合同有效。( 错误 ),错", "(对)口头合同有效。,对", "口头合同有效。（ 答案：× ）,错"})
    void aJudgementInsideTheStemIsBlankedOut(String stem, String judged) {
        var item = judge.judge(1, Asked.raw("判断题", stem, ""));

        assertThat(item.state()).isEqualTo(State.ACCEPTED);
        assertThat(item.stem()).contains("（　）").doesNotContain("√", "×", "错误", "(对)");
        assertThat(item.answer()).containsExactly(judged);
    }

    @Test
    void theSameAnswerInBothPlacesIsTakenOnce() {
        var item = judge.judge(1, Asked.raw("", "试用期最长（D）。", "D", FOUR));

        assertThat(item.state()).isEqualTo(State.ACCEPTED);
        assertThat(item.stem()).isEqualTo("试用期最长（　）。");
    }

    @Test
    void differentAnswersInTwoPlacesAreRefused() {
        assertThat(keys("", "试用期最长（C）。", "D", FOUR)).containsExactly("answer.two");
        assertThat(keys("", "试用期不得约定几次？__ABCD__（第十九条）abd", "", FOUR)).containsExactly("answer.two");
        assertThat(keys("", "口头合同有效（√）。", "错")).containsExactly("answer.two");
    }

    @Test
    void aLabelInBracketsIsNoAnswer() {
        var figure = judge.judge(1, Asked.raw("", "如图(a)所示，期限是（  ）", "A", FOUR));
        var upper = judge.judge(1, Asked.raw("", "如图(B)所示，期限是（  ）", "A", FOUR));

        assertThat(figure.stem()).isEqualTo("如图(a)所示，期限是（  ）");
        assertThat(figure.state()).isEqualTo(State.ACCEPTED);
        assertThat(upper.stem()).isEqualTo("如图(B)所示，期限是（  ）");
        assertThat(upper.answer()).containsExactly("A");
    }

    @Test
    void lettersBesideAnEmptyBlankAreReportedNeverTaken() {
        assertThat(keys("", "光盘（CD）的保管期是（  ）", "A", FOUR)).containsExactly("answer.label");
        assertThat(keys("", "光盘（CD）的保管期是（  ）", "", FOUR)).containsExactly("answer.beside-blank");
    }

    @Test
    void whatASingleChoiceCannotHaveIsRefused() {
        assertThat(keys("单选题", "试用期最长（）", "AB", FOUR)).containsExactly("answer.several");
        assertThat(keys("多选题", "试用期最长（）", "A", FOUR)).containsExactly("answer.single");
        assertThat(keys("", "试用期最长（）", "F", FOUR)).containsExactly("answer.outside");
        assertThat(keys("", "试用期最长（F）", "", FOUR)).containsExactly("answer.outside");
        assertThat(keys("", "试用期最长（）", "全错。", FOUR)).containsExactly("answer.unreadable");
        assertThat(keys("", "试用期最长（）", "A 两个月", FOUR)).containsExactly("answer.text-differs");
        assertThat(keys("", "试用期最长（）", "", FOUR)).containsExactly("answer.missing");
        assertThat(keys("", "试用期最长（）", "对", FOUR)).containsExactly("answer.judged");
    }

    @Test
    void optionsMustBeWhole() {
        assertThat(keys("", "试用期最长（）", "A")).containsExactly("option.none");
        assertThat(keys("", "试用期最长（）", "A", "一个月")).containsExactly("option.one");
        assertThat(keys("", "试用期最长（）", "A", "一个月", "", "三个月")).containsExactly("option.empty");
        assertThat(keys("", "试用期最长（）", "A", "一个月", "二个月", "一个月。")).containsExactly("option.same");
        assertThat(keys("", "试用期最长（）", "A", "1.5", "15", "150%", "150")).isEmpty();
        assertThat(lettered("A", "C")).containsExactly("option.gap");
        assertThat(lettered("A", "B", "B")).containsExactly("option.letter-twice");
        assertThat(lettered("B", "C")).contains("option.gap");
    }

    private List<String> lettered(String... letters) {
        var options = List.of(letters).stream().map(letter -> new Option(letter, letter.repeat(3) + Math.random()))
                .toList();
        return Asked.keys(judge.judge(1, Asked.raw("", "试用期最长（）", letters[0], options)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"填空题", "三、简答题", "名词解释", "essay", "matching", "shortanswer", "案例分析题"})
    void whatNoMachineCanGradeIsRefusedByName(String word) {
        var item = judge.judge(1, Asked.raw(word, "试用期最长____个月。", "六"));

        assertThat(item.state()).isEqualTo(State.REFUSED);
        assertThat(item.reasons()).containsExactly(Reason.refusal("bank.intake.type.open", word));
        assertThat(item.type()).isEqualTo(Optional.empty());
    }

    @Test
    void whereTheWordAndTheShapeDifferTheShapeIsTakenWithAWarning() {
        var statement = judge.judge(1, Asked.raw("单选题", "口头合同有效。", "错"));
        var choice = judge.judge(1, Asked.raw("判断题", "试用期最长（）", "D", FOUR));

        assertThat(statement.type()).contains(QuestionType.JUDGE);
        assertThat(Asked.keys(statement)).containsExactly("type.judge");
        assertThat(choice.type()).contains(QuestionType.SINGLE);
        assertThat(Asked.keys(choice)).containsExactly("type.single");
    }

    @Test
    void theLimitsAreNamedWithTheirFigures() {
        var item = judge.judge(1, Asked.raw("", "字".repeat(501), "A", "选".repeat(301), "二"));

        assertThat(item.reasons()).containsExactly(Reason.refusal("bank.intake.stem.long", 501, 500),
                Reason.refusal("bank.intake.option.long", "A", 301, 300));
        assertThat(keys("", "题", "A", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"))
                .containsExactly("option.many");
    }

    @Test
    void textsAreCleanedAndMarkupIsReported() {
        var item = judge.judge(1, Asked.raw("", "\u3000试用\u200B期\u0007<script>alert(1)</script> ", "A", "一", "二"));

        assertThat(item.stem()).isEqualTo("试用期<script>alert(1)</script>");
        assertThat(Asked.keys(item)).containsExactly("markup");
        assertThat(keys("", "璇曠敤鏈\uFFFD", "A", "一", "二")).containsExactly("garbled");
        assertThat(keys("", " \n ", "A", "一", "二")).containsExactly("stem.empty");
    }

    private List<String> keys(String typeWord, String stem, String answer, String... options) {
        return Asked.keys(judge.judge(1, Asked.raw(typeWord, stem, answer, options)));
    }
}
