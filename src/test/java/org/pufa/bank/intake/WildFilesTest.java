package org.pufa.bank.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.bank.QuestionType;

/** Files in the shapes in which offices keep their questions: each gives what a careful person gets by reading it. */
class WildFilesTest {

    @Test
    void answersBetweenUnderscoresAndOptionsWithoutDots() {
        var harvest = Given.fixture("underscores.txt");

        counts(harvest, 8, 6, 0, 2);
        assertThat(Given.lines(harvest)).startsWith("single B/3 accepted", "single A/3 accepted", "single B/3 accepted",
                "single C/3 accepted", "single A/3 accepted", "single C/3 accepted");
        assertThat(harvest.items().get(4).stem()).isEqualTo("2024年3月起，某厂拖欠工资，工人可以向（　）投诉。");
        assertThat(Asked.keys(harvest.items().get(6))).containsExactly("option.same");
        assertThat(Asked.keys(harvest.items().get(7))).containsExactly("option.empty");
    }

    @Test
    void oneAnswerSpreadOverSeveralBlanks() {
        var harvest = Given.fixture("several-blanks.txt");

        counts(harvest, 5, 4, 0, 1);
        assertThat(Given.lines(harvest)).containsExactly("multiple ACD/4 accepted", "multiple AB/3 accepted",
                "multiple AB/4 accepted", "multiple ABC/3 refused", "multiple ABC/4 accepted");
        assertThat(Asked.keys(harvest.items().get(3))).containsExactly("answer.two");
    }

    @Test
    void judgementsWithTheAnswerOnTheNextLine() {
        var harvest = Given.fixture("judgements.txt");

        counts(harvest, 6, 6, 0, 0);
        assertThat(harvest.items()).extracting(item -> item.answer().get(0))
                .containsExactly("对", "错", "对", "错", "对", "错");
    }

    @Test
    void optionsPartedByTabsAndAllThatGoesWrongInALongFile() {
        var harvest = Given.fixture("tabs.txt");

        counts(harvest, 14, 12, 1, 2);
        assertThat(Given.lines(harvest)).containsExactly("single C/4 accepted", "single A/4 accepted",
                "single A/4 accepted", "single /4 refused", "single A/4 accepted", "single C/4 warned",
                "single B/4 accepted", "single A/3 accepted", "multiple ABE/5 refused", "multiple AB/3 accepted",
                "multiple AC/4 accepted", "judge 对/2 accepted", "judge 错/2 accepted", "judge 错/2 accepted");
        assertThat(harvest.items().get(5).raw().explanation()).contains("根据新修订的条文").contains("具体数额");
        assertThat(harvest.items().get(6).stem()).isEqualTo("下列不属于劳动防护用品的是（　）。");
        assertThat(harvest.items().get(12).stem()).isEqualTo("力的单位是公斤(KG)或吨（T）。");
    }

    @Test
    void anExportedPaperWithTheAnswersOfWhoeverTookIt() {
        var harvest = Given.fixture("exported.md");

        counts(harvest, 5, 5, 0, 0);
        assertThat(Given.lines(harvest)).containsExactly("single C/4 accepted", "single A/2 accepted",
                "multiple AB/3 accepted", "judge 错/2 accepted", "judge 对/2 accepted");
        assertThat(harvest.items().get(0).raw().explanation()).startsWith("从知道或者应当知道");
    }

    @Test
    void questionsGluedToTheOptionsOfTheOneBefore() {
        var harvest = Given.fixture("one-line.txt");

        counts(harvest, 4, 0, 0, 4);
        assertThat(Given.lines(harvest)).containsOnly("single /4 refused");
        assertThat(harvest.items().get(1).stem()).isEqualTo("以下属于必备条款的是( )。");
        assertThat(Asked.keys(harvest.items().get(3))).containsExactly("answer.missing");
    }

    @Test
    void typesInBracketsBeforeTheStemUnderHeadingsOfChapters() {
        var harvest = Given.fixture("type-tags.txt");

        counts(harvest, 4, 3, 0, 1);
        assertThat(Given.lines(harvest)).containsExactly("single C/4 accepted", "judge 对/2 accepted",
                "multiple ABC/4 accepted", "single /2 refused");
        assertThat(harvest.items()).extracting(item -> item.raw().topic())
                .containsExactly("总则与立法目的", "总则与立法目的", "征缴与监督", "征缴与监督");
    }

    @Test
    void questionsWhoseOptionsGotLost() {
        var harvest = Given.fixture("missing-options.txt");

        counts(harvest, 3, 0, 0, 3);
        assertThat(harvest.items()).allSatisfy(item ->
                assertThat(Asked.keys(item)).containsExactly("option.none"));
    }

    @Test
    void explanationsThatGoOnForLines() {
        var harvest = Given.fixture("explained.txt");

        counts(harvest, 3, 3, 0, 0);
        assertThat(harvest.items().get(0).raw().explanation()).isEqualTo("这是法律规定的\n下限,不得约定更低。");
        assertThat(harvest.items().get(1).raw().explanation()).isEqualTo("以实际用工为准。");
    }

    @Test
    void aKeyAtTheEndWithWrappedLinesAndPageHeadersAmidQuestions() {
        var harvest = Given.fixture("key-at-end.txt");

        counts(harvest, 7, 7, 0, 0);
        assertThat(Given.lines(harvest)).containsExactly("single A/4 accepted", "single A/4 accepted",
                "single A/4 accepted", "multiple ABC/3 accepted", "multiple AB/3 accepted", "judge 错/2 accepted",
                "judge 对/2 accepted");
        assertThat(harvest.items().get(0).stem()).contains("签字或者盖章");
        assertThat(harvest.items()).noneSatisfy(item -> assertThat(item.raw().options().toString()).contains("内部资料"));
    }

    @Test
    void aKeyByNumberInOneLine() {
        var harvest = Given.fixture("key-by-number.txt");

        counts(harvest, 3, 3, 0, 0);
        assertThat(Given.lines(harvest)).containsExactly("single A/2 accepted", "single A/2 accepted",
                "judge 对/2 accepted");
    }

    @Test
    void questionsWithoutAnyNumber() {
        var harvest = Given.fixture("plain-blocks.txt");

        counts(harvest, 4, 4, 0, 0);
        assertThat(Given.lines(harvest)).containsExactly("single A/3 accepted", "single B/2 accepted",
                "judge 错/2 accepted", "judge 对/2 accepted");
    }

    @Test
    void everyItemKeepsItsLinesForThePreview() {
        var first = Given.fixture("underscores.txt").items().get(0);

        assertThat(first.raw().line()).isEqualTo(4);
        assertThat(first.raw().source()).startsWith("1. 建立劳动关系").endsWith("C 电子");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8", "UTF-16"})
    void theEncodingIsFound(String charset) {
        var text = new String(Given.bytes("judgements.txt"), StandardCharsets.UTF_8);

        counts(Given.read("a.txt", text.getBytes(Charset.forName(charset))), 6, 6, 0, 0);
        counts(Given.read("a.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)), 6, 6, 0, 0);
    }

    @Test
    void garbledTextIsRefusedWithASentence() {
        var text = new String(Given.bytes("judgements.txt"), StandardCharsets.UTF_8);
        var asGb = new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("GB18030"));
        var asLatin = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(List.of(asGb, asLatin, "锟斤拷锟斤拷\n答案：A")).allSatisfy(garbled ->
                assertThat(Given.text(garbled).notes()).extracting(Reason::key)
                        .containsExactly("bank.intake.file.garbled"));
    }

    private static void counts(Harvest harvest, int read, int accepted, int warned, int refused) {
        assertThat(harvest.notes()).isEmpty();
        assertThat(List.of(harvest.read(), harvest.accepted(), harvest.warned(), harvest.refused()))
                .as("read, accepted, warned, refused").containsExactly(read, accepted, warned, refused);
        assertThat(harvest.items()).allMatch(item -> item.state() == Item.State.REFUSED
                || item.type().map(QuestionType::code).isPresent());
    }
}
