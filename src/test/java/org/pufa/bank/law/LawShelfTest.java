package org.pufa.bank.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;

class LawShelfTest {

    private static final String NOW = "2020-05-01修正";
    private static final LawShelf BARE = shelf(Map.of());
    private static final LawShelf FULL = shelf(Map.of(2L, LawText.read("""
            第一条　试用期不得超过二个月。
            违反前款规定的，按照月工资的百分之八十支付：
            （一）甲；
            （二）乙。
            第二条　应当提前三十日以书面形式通知；满一年的，支付二倍工资。
            """).articles()));

    private static LawShelf shelf(Map<Long, List<Article>> texts) {
        return new LawShelf(List.of(new Law("用工法", "中华人民共和国用工法"), new Law("用工条例", "用工条例")),
                List.of(version(1, "用工法", "2000-01-01通过", false), version(2, "用工法", NOW, true),
                        version(3, "用工条例", "2010-01-01公布", false)), texts);
    }

    private static LawVersion version(long id, String law, String label, boolean inForce) {
        return new LawVersion(id, law, label, LocalDate.parse(label.substring(0, 10)), 2, inForce, false);
    }

    private static Question question(String law, String version, String article, String quote) {
        return new Question("Q-1", QuestionType.SINGLE, "", 0, "试用期最长是多久？", List.of(
                new Question.Option("A", "二个月"), new Question.Option("B", "六个月")), List.of("A"),
                new Citation(law, version, article), quote, "");
    }

    private static List<String> keys(LawShelf shelf, Question question) {
        return shelf.check(question).stream().map(Finding::key).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "用工法,2020-05-01修正,第一条,",
        "用工法,2020-05-01第一次修正并施行,第一条,",
        "别的法,2020-05-01修正,第一条,bank.law.unknown",
        "用工法,1990年版,第一条,bank.law.version-unknown",
        "用工法,2000-01-01通过,第一条,bank.law.version-past",
        "用工条例,2010-01-01公布,第一条,bank.law.version-past",
        "用工法,2020-05-01修正,第三条,bank.law.article-beyond",
        "用工法,2020-05-01修正,第一条之一,bank.law.inserted-unseen",
    })
    void aCitationIsHeldAgainstWhatIsKnownOfTheLaw(String law, String version, String article, String key) {
        assertThat(keys(BARE, question(law, version, article, ""))).isEqualTo(key == null ? List.of() : List.of(key));
    }

    @ParameterizedTest
    @CsvSource({
        "第一条第二款第（二）项,,",
        "第一条第三款,,bank.law.paragraph-missing",
        "第一条第二款第（三）项,,bank.law.item-missing",
        "第一条第一款第（一）项,,bank.law.item-missing",
        "第一条之一,,bank.law.article-missing",
        "第一条,试用期不得超过 二个月。,",
        "第一条,试用期不得超过三个月。,bank.law.quote-differs",
    })
    void whereTheTextIsLoadedTheWordsAreHeldAgainstIt(String article, String quote, String key) {
        assertThat(keys(FULL, question("用工法", NOW, article, quote == null ? "" : quote)))
                .isEqualTo(key == null ? List.of() : List.of(key));
    }

    @Test
    void aQuestionWithoutCitationIsAtFault() {
        var bare = question("用工法", NOW, "第一条", "").citing(Citation.NONE);

        assertThat(BARE.check(bare)).singleElement().satisfies(finding -> assertThat(finding.isFault()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "single|试用期最长是多久？|二个月||",
        "single|试用期最长是多久？|2个月||",
        "single|试用期最长是多久？|三个月||bank.law.number.key",
        "single|试用期工资不低于多少？|80%||",
        "single|试用期工资不低于多少？|百分之七十||bank.law.number.key",
        "single|试用期最长是多久？|二个月|最长不超过六个月|bank.law.number.explanation",
        "single|小王2020年3月15日入职，干了八个月|二个月||",
        "judge|试用期不得超过三个月。|对||bank.law.number.stem",
        "judge|试用期不得超过三个月。|错||",
        "judge|试用期不得超过二个月。|对||",
    })
    void numbersThatContradictTheArticleAreDoubted(String type, String stem, String key, String explanation,
            String expected) {
        boolean judge = type.equals("judge");
        var options = judge ? Question.JUDGEMENTS
                : List.of(new Question.Option("A", key), new Question.Option("B", "别的"));
        var question = new Question("Q-1", QuestionType.parse(type).orElseThrow(), "", 0, stem, options,
                List.of(judge ? key : "A"), new Citation("用工法", NOW, "第一条"), "",
                explanation == null ? "" : explanation);

        var findings = FULL.check(question);

        assertThat(findings).extracting(Finding::key).isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(findings).noneMatch(Finding::isFault);
    }

    @Test
    void aYearEqualsTwelveMonthsAndADayADay() {
        assertThat(Quantity.in("满一年").get(0).equalTo(Quantity.in("十二个月").get(0))).isTrue();
        assertThat(Quantity.in("三十日").get(0).equalTo(Quantity.in("30天").get(0))).isTrue();
        assertThat(Quantity.in("15个工作日").get(0).sameUnit(Quantity.in("15日").get(0))).isFalse();
        assertThat(Quantity.in("2023年5月1日，第三日，每月15日")).isEmpty();
    }

    @Test
    void namesAndTitlesMeanTheSameLaw() {
        assertThat(BARE.understand("中华人民共和国用工法第1条", "").citation())
                .isEqualTo(new Citation("用工法", NOW, "第一条"));
        assertThat(BARE.understand("答案依据用工法第一条", "").citation().law()).isEqualTo("用工法");
        assertThat(BARE.understand("第二条", "用工法").citation()).isEqualTo(new Citation("用工法", NOW, "第二条"));
        assertThat(BARE.understand("《没听过的办法》第二条", "").citation())
                .isEqualTo(new Citation("没听过的办法", "", "第二条"));
        assertThat(BARE.understand("《用工法》第一条、第二条", "").others())
                .containsExactly(new Citation("用工法", NOW, "第二条"));
        assertThat(BARE.understand("见教材", "用工法").citation().isNone()).isTrue();
    }
}
