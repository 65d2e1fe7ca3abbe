package org.pufa.bank.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The many ways of typing one question; a | stands for the end of a line. */
class WildTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1.工资按月以(C)支付。|A.实物B.购物卡C.货币D.股票; single C/4 accepted",
        "2.下列属于社会保险的有(A、C)。|A.CPFB.车险C.ERPD.寿险; multiple AC/4 accepted",
        "3.劳动合同可以续订。(√); judge 对/2 accepted",
        "6.年休假最少几天?A.三天B.五天C.十天D.十五天答案:B解析:见条例。; single B/4 accepted",
        "7.关于 VPN.软件的规定正确的是(A)。|A.遵守单位制度B.随意使用C.转借他人; single A/3 accepted",
        "9.工会的根本职责是(A)。|A、维护职工权益B、生产经营C、收取会费; single A/3 accepted",
        "10.下列哪些是工伤?|A.上班途中非本人责任事故|B.醉酒|C.因工受伤|【答案】 A C|【解析】略; multiple AC/3 accepted",
        "11.仲裁时效为(C)。|A.一月B.半年C.一年|答案:C; single C/3 accepted",
        "13.正确的是(F)。|A.甲说B.乙说C.丙说; single F/3 refused",
        "3.判断劳动关系是否存在要看事实。(对); judge 对/2 accepted",
        "1、(单选)属于劳动报酬的是(  )|A.奖金B.彩票|答案:A; single A/2 accepted",
        "一、判断题(每题2分,共20分)|1.工会代表职工。|答案:对; judge 对/2 accepted",
        "1.工伤保险费由(  )缴纳|A.单位B.职工|答案是A; single A/2 accepted",
        "1.最低工资由( 答案:A )规定|A.省级政府B.企业; single A/2 accepted",
        "1.仲裁不收费。( 答案:√ ); judge 对/2 accepted",
        "1.如图(a)所示，标志表示(  )|A.禁止B.警告|答案:A; single A/2 accepted",
        "1.加班可以不付钱。|答案:F; judge 错/2 accepted",
        "1. 某题|(A) 甲|（B） 乙|[C] 丙|【D】 丁|【正解】A|【分析】说明; single A/4 accepted",
        "第3题: 某题|A. 1|B. 2|参考答案： A|答案解析： 说明; single A/2 accepted",
        "【2】 试用期可以反复约定。|A. 对|B. 错|答案：错|解析：只能一次。; judge 错/2 accepted",
        "1. 某题|Ａ、甲　　Ｂ、乙　　Ｃ、丙|答案：Ｂ; single B/3 accepted",
        "1. 某题|a) 甲|b) 乙|Answer: b; single B/2 accepted",
        "1．分级为 A.B.C.三级，其中最高的是哪一级？|答案：C; single C/0 refused",
        "1.下列正确的是|A.甲|B.乙|AB; multiple AB/2 accepted",
        "五、简答题|1.简述劳动合同的必备条款。|答案:|1.期限|2.工作内容|3.报酬; - /0 refused",
    })
    void oneQuestion(String text, String expected) {
        assertThat(Given.lines(Given.text(text.replace('|', '\n')))).containsExactly(expected);
    }

    @Test
    void anAnswerGluedToTheNextNumberEndsThere() {
        var harvest = Given.text("1.甲题(  )\nA.1 B.2 C.4 D.8\n答案:C2.乙题是什么(  )\nA.一 B.二\n答案:B");

        assertThat(Given.lines(harvest)).containsExactly("single C/4 accepted", "single B/2 accepted");
        assertThat(harvest.items().get(1).stem()).isEqualTo("乙题是什么(  )");
    }

    @Test
    void twoQuestionsMayStandInOneLine() {
        var harvest = Given.text("1.一共几条(  )A.5B.6C.7D.8答案:C解析:数一数2.期限几年(  )A.1B.2C.3D.4答案:D");

        assertThat(Given.lines(harvest)).containsExactly("single C/4 accepted", "single D/4 accepted");
    }

    @Test
    void factsBesideTheQuestionAreKept() {
        var raw = Given.text("1. 某题\nA. 正确\nB. 错误\n【答案】A\n【难度】2\n【标签】工资, 支付\n依据：《劳动法》第五十条\n【解析】应当支付。")
                .items().get(0).raw();

        assertThat(raw.difficulty()).isEqualTo("2");
        assertThat(raw.topic()).isEqualTo("工资, 支付");
        assertThat(raw.citation()).isEqualTo("《劳动法》第五十条");
        assertThat(raw.explanation()).isEqualTo("应当支付。");
    }

    @Test
    void aKeyThatDoesNotFitIsReportedNeverSpreadByGuess() {
        var harvest = Given.text("1.甲( )\nA.一\nB.二\n2.乙( )\nA.三\nB.四\n3.丙( )\nA.五\nB.六\n参考答案\n1-3 AB");

        assertThat(harvest.refused()).isEqualTo(3);
        assertThat(Asked.keys(harvest.items().get(0))).contains("key.count");
    }

    @Test
    void anAnswerToAQuestionThatIsNotThereIsReported() {
        var harvest = Given.text("1.甲( )\nA.一\nB.二\n参考答案\n1.A\n7.B");

        assertThat(Given.lines(harvest)).startsWith("single A/2 accepted");
        assertThat(harvest.items().get(1).reasons()).contains(Reason.refusal("bank.intake.key.orphan", "7"));
    }

    @Test
    void aStatementOfSixHundredCharactersIsRefusedWithTheFigures() {
        var harvest = Given.text("1." + "长".repeat(600) + "（√）");

        assertThat(harvest.items().get(0).reasons()).contains(Reason.refusal("bank.intake.stem.long", 603, 500));
    }
}
