package org.pufa.kinds.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pufa.kinds.survey.SurveySample.fill;
import static org.pufa.kinds.survey.SurveySample.refused;
import static org.pufa.kinds.survey.SurveySample.sheet;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kinds.KindServer;
import org.pufa.ledger.Count;
import org.pufa.ledger.Entries.SheetBody;

class SurveyFillTest {

    @Test
    void aSheetHoldsOnlyWhatWasAnswered() {
        assertThat(sheet("district", "xihu", "district.other", "", "wage", " ", "job", ""))
                .isEqualTo(new JsonObject("{\"answers\":{\"district\":[\"xihu\"]}}"));
    }

    @Test
    void everySortOfAnswerIsStored() {
        var sheet = sheet("district", "elsewhere", "district.other", "  绍兴 ", "how", "other", "how", "bank",
                "on-time", "4", "wage", "6500", "job", "木工", "words", "第一行\r\n第二行");

        assertThat(sheet).isEqualTo(new JsonObject("""
                {"answers":{"district":["elsewhere"],"how":["bank","other"],"on-time":["4"],"wage":6500},
                "words":{"district.other":"绍兴","job":"木工","words":"第一行\\n第二行"}}"""));
    }

    @Test
    void questionsAndOptionsAreCountedButNotWhatWasWritten() {
        var filled = fill("district", "elsewhere", "district.other", "绍兴", "how", "bank", "how", "cash",
                "wage", "1", "job", "木工");

        assertThat(filled.score()).isNull();
        assertThat(filled.counts()).containsExactly(
                new Count("q.district", "answered"), new Count("q.district", "elsewhere"),
                new Count("q.how", "answered"), new Count("q.how", "bank"), new Count("q.how", "cash"),
                new Count("q.job", "answered"), new Count("q.wage", "answered"));
        assertThat(SurveySample.survey().counts(SurveySample.body(filled))).isEqualTo(filled.counts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", value = {
        "district; -; none-picked.one []",
        "district; shangcheng; unknown-option []",
        "district; xihu|yuhang; only-one [1, 2]",
        "district; xihu|xihu; same-option-twice []",
        "how; bank; too-few [2, 1]",
        "how; bank|cash|kind|other; too-many [3, 4]",
        "how; bank|bank; same-option-twice []",
        "how; bank|gold; unknown-option []",
        "on-time; 6; unknown-option []",
        "on-time; 0; unknown-option []",
        "on-time; 1|2; only-one [1, 2]",
        "wage; 65OO; number.letters [65OO, 6500]",
        "wage; 六千五; number.other [六千五, 6500]",
        "wage; 6500元; number.other [6500元, 6500]",
        "wage; 6500.5; number.fraction [6500.5, 6500]",
        "wage; 65,00; number.other [65,00, 6500]",
        "wage; -1; number.range [-1, 0, 200000]",
        "wage; 200001; number.range [200001, 0, 200000]",
        "wage; 99999999999999999999999999; number.range [99999999999999999999…, 0, 200000]",
        "wage; 1|2; only-one-text []",
        "job; 一二三四五六七八九十十一; too-long [10, 12]",
        "job; 木工|瓦工; only-one-text []"})
    void whatIsNotAllowedIsRefusedAtItsQuestion(String question, String picks, String expected) {
        var given = new java.util.ArrayList<String>();
        if (!question.equals("district")) {
            given.addAll(java.util.List.of("district", "xihu"));
        }
        if (picks != null) {
            for (String pick : picks.split("\\|")) {
                given.add(question);
                given.add(pick);
            }
        }

        assertThat(refused(given.toArray(String[]::new))).containsExactly(question + " " + expected);
    }

    @Test
    void textsMustBeOfCharactersThatCanBeShown() {
        assertThat(refused("district", "xihu", "job", "木\u0007工")).containsExactly("job control-characters []");
        assertThat(refused("district", "xihu", "job", "木\n工")).containsExactly("job only-one-line []");
        assertThat(refused("district", "xihu", "words", "a\u202eb")).containsExactly("words control-characters []");
        assertThat(refused("district", "xihu", "words", "\ud83d")).containsExactly("words control-characters []");
    }

    @Test
    void textsAreComposedAndMeasuredInCharacters() {
        assertThat(sheet("district", "xihu", "job", "e\u0301cole\tA").getJsonObject("words").getString("job"))
                .isEqualTo("\u00e9cole A");
        assertThat(sheet("district", "xihu", "job", "👷".repeat(10))).isNotNull();
        assertThat(refused("district", "xihu", "job", "👷".repeat(11))).containsExactly("job too-long [10, 11]");
        assertThat(sheet("district", "xihu", "words", "字".repeat(500))).isNotNull();
        assertThat(refused("district", "xihu", "words", "字".repeat(501))).containsExactly("words too-long [500, 501]");
    }

    @Test
    void aTextBesideAnOptionNeedsItsOption() {
        assertThat(refused("district", "xihu", "district.other", "绍兴")).singleElement().asString()
                .startsWith("district.other other-not-picked");
        assertThat(refused("district", "elsewhere", "district.other", "字".repeat(101)))
                .containsExactly("district.other too-long [100, 101]");
        assertThat(sheet("district", "elsewhere", "district.other", "字".repeat(100))).isNotNull();
    }

    @Test
    void whatTheSurveyDoesNotAskIsRefused() {
        assertThat(refused("district", "xihu", "salary", "1")).containsExactly("salary unknown-question [salary]");
        assertThat(refused("district", "xihu", "wage.other", "1"))
                .containsExactly("wage.other unknown-question [wage.other]");
        assertThat(refused("district", "xihu", "x".repeat(5000), "1")).singleElement().asString().hasSizeLessThan(120);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(refused("how", "bank", "wage", "abc")).extracting(fault -> fault.split(" ")[0])
                .containsExactly("district", "how", "wage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6500", "６５００", "6,500", "６，５００", "6 500", " 6500 ", "06500", "+6500", "6\u00a0500"})
    void aWholeNumberMayBeTypedInManyWays(String typed) {
        assertThat(sheet("district", "xihu", "wage", typed).getJsonObject("answers").getInteger("wage"))
                .isEqualTo(6500);
    }

    @Test
    void theSentenceNamesTheLettersAndWhatWasMeant() {
        var error = FieldError.of("wage", "kinds.survey.number.letters", "65OO", "6500");

        assertThat(KindServer.MESSAGES.get(Lang.ZH, error.key(), error.args()))
                .isEqualTo("“65OO”里有字母。请只填数字，例如 6500。");
    }

    @Test
    void anExportHasOneColumnForEachQuestionAndEachTextBesideAnOption() {
        var survey = SurveySample.survey();
        var sheet = new SheetBody(SurveySample.body(fill("district", "elsewhere", "district.other", "绍兴", "how",
                "bank", "how", "cash", "on-time", "1", "wage", "6,500")), Optional.empty());
        var erased = new SheetBody(sheet.body().replace("\"绍兴\"", "null"), Optional.empty());

        assertThat(survey.columns(Lang.ZH)).containsExactly("您在哪里上班？", "您在哪里上班？（补充内容）", "工资怎样发？",
                "工资怎样发？（补充内容）", "按时发吗？", "上个月到手工资", "您的工种", "还想说什么");
        assertThat(survey.cells(Lang.ZH, sheet))
                .containsExactly("别处", "绍兴", "银行卡；现金", "", "非常满意", "6500", "", "");
        assertThat(survey.cells(Lang.ZH, erased)).startsWith("别处", "（已删去）", "银行卡；现金");
        assertThat(survey.cells(Lang.EN, sheet))
                .containsExactly("别处", "绍兴", "Bank card; Cash", "", "非常满意", "6500", "", "");
    }

    @Test
    void programsAreToldWhatMayBeAnswered() {
        var items = SurveySample.survey().items(null, Lang.EN);

        assertThat(items).extracting(item -> item.id() + " " + item.type() + " " + item.required() + " " + item.min()
                + " " + item.max() + " " + item.unit()).containsExactly("district single true 1 1 ",
                "how multiple false 2 3 ", "on-time rating false 1 1 ", "wage number false 0 200000 yuan",
                "job text false null 10 ", "words longtext false null 500 ");
        assertThat(items.get(0).group()).isEqualTo("Your work");
        assertThat(items.get(2).options()).extracting(option -> option.id() + option.text())
                .containsExactly("1非常满意", "2比较满意", "3一般", "4不太满意", "5很不满意");
    }
}
