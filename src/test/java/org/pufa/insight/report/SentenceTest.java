package org.pufa.insight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.insight.report.Sentence.Number;
import org.pufa.insight.report.Sentence.Words;
import org.pufa.kernel.Problem;

class SentenceTest {

    private static final Map<String, String> KNOWN = Map.of("名称", "", "参与人数", "人", "发放资料", "册",
            "合格率", "%");
    private static final Map<String, Sentence.Value> WAGES = Map.of("名称", new Words("我的工资有话说"),
            "参与人数", new Number("p1", BigDecimal.valueOf(2034), "人"), "合格率", new Number("p2", new BigDecimal("78.44"), "%"));

    private static Sentence read(String text) {
        return Sentence.parse("text", text, KNOWN);
    }

    private static String filled(String text, Map<String, Sentence.Value> values) {
        return read(text).fill(values).orElseThrow().stream().map(Sentence.Piece::text).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({"开展“【名称】”问卷调查，【参与人数】参与。,开展“我的工资有话说”问卷调查，2000余人参与。",
        "共【参与人数|整】。,共2034人。", "共【参与人数 | 约】。,共约2000人。", "【参与人数|近】,近2100人", "【参与人数||名】,2000余名", "合格率【合格率】。,合格率78.4%。",
        "【参与人数】参与[，发放【发放资料】]。,2000余人参与。"})
    void placesAreFilledAsTheirWordsAsk(String text, String filled) {
        assertThat(filled(text, WAGES)).isEqualTo(filled);
    }

    @Test
    void whatStandsInBracketsStaysWhereItsFigureIsThere() {
        Map<String, Sentence.Value> values = Map.of("参与人数", new Number("a", BigDecimal.TEN, "人"),
                "发放资料", new Number("b", BigDecimal.valueOf(5000), "册"));

        assertThat(filled("【参与人数】参与[，发放【发放资料】]。", values)).isEqualTo("10人参与，发放5000册。");
    }

    @Test
    void aSentenceWithoutItsFigureIsLeftOut() {
        assertThat(read("发放【发放资料】。").fill(WAGES)).isEmpty();
        assertThat(read("发放【发放资料】。").fill(Map.of("发放资料", new Number("b", BigDecimal.ZERO, "册")))).isEmpty();
    }

    @Test
    void eachNumberLeadsBackToItsFigure() {
        var pieces = read("共【参与人数】。").fill(WAGES).orElseThrow();

        assertThat(pieces).extracting(Sentence.Piece::key).containsExactly("", "p1", "");
    }

    @ParameterizedTest
    @CsvSource({"发放【资料,insight.report.sentence.open", "发放]资料,insight.report.sentence.stray",
        "[发放,insight.report.sentence.open", "【人数】,insight.report.sentence.unknown",
        "【参与人数|大约】,insight.report.sentence.rounding", "【】,insight.report.sentence.unknown",
        "【参与人数||人次】,insight.report.sentence.unit", "【合格率||人】,insight.report.sentence.unit",
        "【名称|余|人|人】,insight.report.sentence.rounding", "【发放资料||人】,insight.report.sentence.unit"})
    void whatIsWrongIsNamed(String text, String key) {
        var problem = catchThrowableOfType(Problem.class, () -> read(text));

        assertThat(problem.errors()).extracting(Problem.FieldError::field, Problem.FieldError::key)
                .containsExactly(org.assertj.core.api.Assertions.tuple("text", key));
    }

    @Test
    void aLongOneIsRefused() {
        var problem = catchThrowableOfType(Problem.class, () -> read("长".repeat(Sentence.LONGEST + 1)));

        assertThat(problem.errors()).extracting(Problem.FieldError::key)
                .isEqualTo(List.of("insight.report.sentence.long"));
    }

    @Property
    void anythingIsEitherReadOrRefused(
            @ForAll @StringLength(max = 30) @Chars({'【', '】', '[', ']', '|', '余', '名', '称', ' '}) String text) {
        try {
            assertThat(read(text).text()).isEqualTo(text);
        } catch (Problem problem) {
            assertThat(problem.errors()).hasSize(1);
        }
    }
}
