package org.pufa.bank.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.bank.format.aiken.AikenReader;
import org.pufa.bank.format.csv.CsvReader;
import org.pufa.bank.format.gift.GiftReader;
import org.pufa.bank.format.keyed.JsonReader;
import org.pufa.bank.format.keyed.YamlReader;
import org.pufa.bank.format.moodle.MoodleReader;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** Each text format in the shapes people send, counted by reading. */
class ShapesTest {

    @Test
    void giftIsReadWithAllOfItsGrammar() {
        assertThat(Shapes.judged(new GiftReader(), Shapes.file("shapes.gift"))).containsExactly(
                "4 WARNED single 3 A", "10 ACCEPTED multiple 3 AB", "16 ACCEPTED judge 2 错", "17 ACCEPTED judge 2 对",
                "19 ACCEPTED single 3 A", "21 REFUSED - 0 ", "23 REFUSED - 0 ", "28 REFUSED - 0 ", "30 REFUSED - 0 ",
                "32 ACCEPTED single 3 A", "34 REFUSED - 0 ", "36 WARNED multiple 3 AB", "38 REFUSED - 0 ");
    }

    @Test
    void giftTextsLoseTheirSignsAndTags() {
        var read = ReadBack.read(new GiftReader(), Shapes.file("shapes.gift"));

        assertThat(read.get(0).topic()).isEqualTo("工资支付");
        assertThat(read.get(0).options()).extracting(option -> option.text()).containsExactly("货币形式", "实物", "购物卡");
        assertThat(read.get(0).explanation()).isEqualTo("对，不能用实物抵工资。");
        assertThat(read.get(1).stem()).isEqualTo("下列哪些属于劳动合同的必备条款？");
        assertThat(read.get(1).explanation()).isEqualTo("依据的是合同法定内容。");
        assertThat(read.get(4).stem()).isEqualTo("劳动合同期限三个月以上不满一年的，试用期不得超过（　），这是上限。");
        assertThat(read.get(9).stem()).isEqualTo("符号 {左} = ~ # : \\ 哪一个是等号？");
    }

    @Test
    void aikenRefusesWhatIsBrokenAndGoesOn() {
        assertThat(Shapes.judged(new AikenReader(), Shapes.file("shapes.aiken.txt"))).containsExactly(
                "1 ACCEPTED single 3 A", "7 REFUSED single 1 A", "11 REFUSED single 1 B", "14 REFUSED - 2 ",
                "18 WARNED single 2 A");
    }

    @Test
    void moodleChoicesAndJudgementsAreTaken() {
        assertThat(Shapes.judged(new MoodleReader(), Shapes.file("shapes.moodle.xml"))).containsExactly(
                "4 WARNED single 3 A", "14 ACCEPTED multiple 4 ABC", "23 ACCEPTED judge 2 对", "29 REFUSED single 2 A",
                "35 REFUSED - 0 ");
    }

    @Test
    void moodleTextsArePlainAndPicturesKept() {
        var read = ReadBack.read(new MoodleReader(), Shapes.file("shapes.moodle.xml"));

        assertThat(read.get(0).stem()).isEqualTo("每周至少休息 几日？\n按《劳动法》回答");
        assertThat(read.get(0).pictures()).hasSize(1).allMatch(picture -> picture.place().equals("stem"));
        assertThat(read.get(0).explanation()).isEqualTo("至少一日");
        assertThat(read.get(0).topic()).isEqualTo("工时");
        assertThat(read.get(1).stem()).isEqualTo("哪些要写进劳动合同 a < b？");
        assertThat(Shapes.keys(read.get(3))).containsExactly("bank.intake.moodle.attachment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE"})
    void tablesAreReadInTheEncodingsOfSpreadsheets(String charset) {
        String text = new String(Shapes.file("shapes.csv").content(), StandardCharsets.UTF_8);

        assertThat(Shapes.judged(new CsvReader(), new SourceFile("a.csv", text.getBytes(Charset.forName(charset)))))
                .containsExactly("4 ACCEPTED single 4 A", "5 ACCEPTED multiple 4 AC", "7 ACCEPTED judge 2 错");
    }

    @Test
    void aTableWithTabsAndAMarkIsRead() {
        String text = "\uFEFF题干\t选项\t答案\n几日？\t一日｜半日\tA\n哪些？\tA.甲 B.乙 C.丙\tAB\n";

        assertThat(Shapes.judged(new CsvReader(), new SourceFile("a.txt", text.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("2 ACCEPTED single 2 A", "3 ACCEPTED multiple 3 AB");
    }

    @Test
    void aTableWithoutHeadingsSaysWhatToDo() {
        var file = new SourceFile("a.csv", "一,二\n三,四\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new CsvReader().read(file)).isInstanceOf(UnreadableFile.class)
                .hasMessage("bank.intake.table.no-headings");
    }

    @Test
    void aMistakeInOneQuestionOfABankFileKeepsTheOthers() {
        assertThat(Shapes.judged(new YamlReader(), Shapes.file("shapes.yaml"))).containsExactly(
                "6 ACCEPTED single 2 A", "12 REFUSED multiple 3 AB", "17 REFUSED - 0 ", "18 WARNED judge 2 对");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aBankFileMayHoldCharactersOfTwoUnitsAnywhere(int shift) {
        String text = "bank: b\nquestions:\n  - stem: " + "x".repeat(shift) + "😀".repeat(3000) + "\n    answer: A\n";

        assertThat(ReadBack.read(new YamlReader(), new SourceFile("a.yaml", text.getBytes(StandardCharsets.UTF_8))))
                .singleElement().satisfies(raw -> assertThat(raw.stem()).hasSize(6000 + shift));
    }

    @Test
    void aListOfQuestionsInJsonIsEnough() {
        String json = "[{\"stem\": \"几日？\", \"options\": [\"一\", \"二\"], \"answer\": \"A\"}, 7,\n"
                + "{\"stem\": \"对吗。\", \"type\": \"judge\", \"answer\": [\"错\"], \"more\": {\"x\": [1]}}]";

        assertThat(Shapes.judged(new JsonReader(), new SourceFile("a.json", json.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("1 ACCEPTED single 2 A", "1 REFUSED - 0 ", "2 WARNED judge 2 错");
    }

    @Test
    void entitiesAndDocumentTypesAreNeverExpanded() {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE quiz [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + "<quiz><question type=\"essay\"><questiontext><text>&a;</text></questiontext></question></quiz>";
        var file = new SourceFile("a.xml", xml.getBytes(StandardCharsets.UTF_8));

        assertThat(new MoodleReader().recognises(file)).isTrue();
        assertThatThrownBy(() -> new MoodleReader().read(file)).isInstanceOf(UnreadableFile.class)
                .hasMessage("bank.intake.moodle.broken");
    }
}
