package org.pufa.bank.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.bank.BankFile;
import org.pufa.bank.BankReading;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.Mistake;

class BankYamlTest {

    private static final Messages MESSAGES = new Messages(List.of("yaml", "bank"));
    private static final String HEAD = """
            bank: labor-contract-law
            title: 《劳动合同法》题库
            law: 劳动合同法
            version: 2012-12-28修正
            questions:
            """;
    private static final String SINGLE = """
              - id: LC-001
                type: single
                topic: 试用期
                difficulty: 1
                stem: 二年期的合同，试用期最长几个月？
                options:
                  A: 一个月
                  B: 二个月
                  C: 三个月
                answer: B
                cite: 第十九条第一款
                quote: 劳动合同期限一年以上不满三年的，试用期不得超过二个月
                explain: 看合同有多长。
            """;
    private static final String JUDGE = """
              - id: LC-002
                type: judge
                topic: 订立合同
                difficulty: 2
                stem: 入职可以收押金。
                answer: 错
                cite: 第九条
                quote: 不得要求劳动者提供担保
                explain: 押金要退。
            """;

    @Test
    void bracketsWithinBracketsWithoutEndAreAMistakeAndNoMore() {
        var reading = new BankYaml().read(List.of(new BankFile("deep.yaml", "bank: " + "[".repeat(200_000))));

        assertThat(reading.drafts()).isEmpty();
        assertThat(reading.mistakes()).isNotEmpty();
    }

    @Test
    void aSoundFileBecomesQuestions() {
        var reading = read(HEAD + SINGLE + JUDGE);

        assertThat(sentences(reading)).isEmpty();
        var questions = reading.drafts().get(0).questions();
        assertThat(questions).extracting(Question::id).containsExactly("LC-001", "LC-002");
        assertThat(questions.get(0)).isEqualTo(new Question("LC-001", QuestionType.SINGLE, "试用期", 1,
                "二年期的合同，试用期最长几个月？", List.of(new Question.Option("A", "一个月"),
                new Question.Option("B", "二个月"), new Question.Option("C", "三个月")), List.of("B"),
                new Citation("劳动合同法", "2012-12-28修正", "第十九条第一款"),
                "劳动合同期限一年以上不满三年的，试用期不得超过二个月", "看合同有多长。"));
        assertThat(questions.get(1).options()).isEqualTo(Question.JUDGEMENTS);
        assertThat(questions.get(1).answer()).containsExactly("错");
        assertThat(questions.get(1).citation()).hasToString("《劳动合同法》第九条");
    }

    @Test
    void aBankMayComeInSeveralFiles() {
        var reading = new BankYaml().read(List.of(new BankFile("01.yaml", HEAD + SINGLE),
                new BankFile("02.yaml", HEAD + JUDGE)));

        assertThat(sentences(reading)).isEmpty();
        assertThat(reading.drafts()).singleElement().satisfies(draft -> assertThat(draft.questions()).hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "id: LC-001              | -                        | 7  | questions[1].id           | yaml.missing",
        "id: LC-001              | id: LC 001               | 6  | questions[1].id           | bank.file.id",
        "type: single            | type: essay              | 7  | questions[1].type         | yaml.choice",
        "topic: 试用期           | topic:                   | 8  | questions[1].topic        | yaml.empty",
        "difficulty: 1           | difficulty: 4            | 9  | questions[1].difficulty   | yaml.number-range",
        "difficulty: 1           | difficulty: easy         | 9  | questions[1].difficulty   | yaml.number",
        "stem: 二年期            | steam: 二年期            | 6  | questions[1].stem         | yaml.missing",
        "stem: 二年期            | steam: 二年期            | 10 | questions[1].steam        | yaml.unknown",
        "A: 一个月               | X: 一个月                | 12 | questions[1].options.X    | bank.file.option-letter",
        "C: 三个月               | C: 一个月。              | 14 | questions[1].options.C    | bank.file.options-equal",
        "C: 三个月               | C:                       | 14 | questions[1].options.C    | yaml.empty",
        "C: 三个月               | C: 以上都对              | 14 | questions[1].options.C    | bank.file.above",
        "explain: 看合同有多长。 | explain: B、C 两项对。   | 18 | questions[1].explain      | bank.file.letter",
        "explain: 看合同有多长。 | explain: 应当选 B。      | 18 | questions[1].explain      | bank.file.letter",
        "answer: B               | answer: D                | 15 | questions[1].answer       | bank.file.answer-letter",
        "answer: B               | answer: [A, B]           | 15 | questions[1].answer       | bank.file.answer-one",
        "answer: B               | answer: [B, B]           | 15 | questions[1].answer       | bank.file.answer-twice",
        "answer: B               | answer:                  | 15 | questions[1].answer       | bank.file.answer-one",
        "answer: B               | -                        | 6  | questions[1].answer       | yaml.missing",
        "cite: 第十九条第一款    | cite: 第19条             | 16 | questions[1].cite         | bank.file.article",
        "quote: 劳动合同期限     | quote: #                 | 17 | questions[1].quote        | yaml.empty",
        "explain: 看合同有多长。 | -                        | 6  | questions[1].explain      | yaml.missing",
        "type: single            | type: multiple           | 15 | questions[1].answer       | bank.file.answer-several",
        "type: single            | type: judge              | 12 | questions[1].options      | bank.file.judge-options",
        "bank: labor             | bank: Labor              | 1  | bank                      | bank.file.bank-code",
        "law: 劳动合同法         | law: 《劳动合同法》      | 3  | law                       | bank.file.law-marks",
        "version: 2012           | edition: 2012            | 1  | version                   | yaml.missing",
    })
    void eachMistakeIsFoundWhereItStands(String right, String wrong, int line, String field, String key) {
        String text = (HEAD + SINGLE).replace(right, wrong == null ? "# " : wrong);
        if (right.startsWith("id") && wrong == null) {
            text = text.replace("  - # ", "  -");
        }

        var reading = read(text);

        assertThat(reading.drafts()).isEmpty();
        assertThat(reading.mistakes()).extracting(Mistake::file, Mistake::line, Mistake::field, Mistake::key)
                .contains(tuple("bank.yaml", line, field, key));
    }

    @Test
    void tooFewAndTooManyOptionsAreFound() {
        String one = SINGLE.replaceAll("(?m)^ *[BC]: .*\\n", "").replace("answer: B", "answer: A");
        String nine = SINGLE.replace("      C: 三个月\n", "CDEFGHI".chars()
                .mapToObj(letter -> "      " + (char) letter + ": 第" + letter + "种\n").reduce("", String::concat));

        assertThat(keys(read(HEAD + one))).containsExactly("bank.file.option-count");
        assertThat(keys(read(HEAD + nine))).containsExactly("bank.file.option-count");
    }

    @Test
    void textsHaveLimits() {
        var reading = read((HEAD + SINGLE).replace("最长几个月", "长".repeat(300)).replace("A: 一个月",
                "A: " + "长".repeat(101)));

        assertThat(reading.mistakes()).extracting(Mistake::line, Mistake::key)
                .containsExactly(tuple(10, "yaml.too-long"), tuple(12, "yaml.too-long"));
    }

    @Test
    void anIdIsUsedOnceAcrossTheFilesOfABank() {
        var reading = new BankYaml().read(List.of(new BankFile("01.yaml", HEAD + SINGLE + SINGLE),
                new BankFile("02.yaml", HEAD + SINGLE)));

        assertThat(reading.mistakes()).extracting(Mistake::file, Mistake::line, Mistake::field, Mistake::key)
                .containsExactly(tuple("01.yaml", 19, "questions[2].id", "bank.file.id-twice"),
                        tuple("02.yaml", 6, "questions[1].id", "bank.file.id-twice"));
        assertThat(sentences(reading).get(1)).contains("02.yaml", "01.yaml", "LC-001");
    }

    @Test
    void filesOfABankAgreeOnItsLaw() {
        var reading = new BankYaml().read(List.of(new BankFile("01.yaml", HEAD + SINGLE),
                new BankFile("02.yaml", HEAD.replace("2012-12-28修正", "2007-06-29通过") + JUDGE)));

        assertThat(reading.mistakes()).extracting(Mistake::file, Mistake::line, Mistake::field, Mistake::key)
                .containsExactly(tuple("02.yaml", 4, "version", "bank.file.bank-differs"));
    }

    @Test
    void allMistakesAreFoundInOneGoAndInTheOrderOfLines() {
        var reading = read((HEAD + SINGLE + JUDGE).replace("difficulty: 1", "difficulty: 0")
                .replace("answer: B", "answer: Z").replace("第九条", "九条"));

        assertThat(reading.mistakes()).extracting(Mistake::line).containsExactly(9, 15, 25);
    }

    @Test
    void everyMistakeHasASentenceInBothLanguages() {
        var reading = read((HEAD + SINGLE + SINGLE + JUDGE).replace("type: judge", "type: judge\n    options: {A: 是}")
                .replace("A: 一个月", "a: 一个月").replace("cite: 第九条", "cite: 第九款").replace("bank: l", "bank: L"));

        assertThat(reading.mistakes()).hasSizeGreaterThan(5);
        for (Lang lang : Lang.values()) {
            assertThat(reading.mistakes()).allSatisfy(mistake ->
                    assertThat(mistake.sentence(MESSAGES, lang)).startsWith("bank.yaml").doesNotContain("{"));
        }
    }

    @Test
    void lettersThatNameNoOptionAreLeftAlone() {
        var reading = read((HEAD + SINGLE).replace("看合同有多长。", "A公司和CBD、APP都一样，打印在A4纸上。"));

        assertThat(sentences(reading)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"第一条", "第十条", "第十九条第一款", "第二十条", "第一百一十条", "第一百零三条第二款",
        "第一千二百六十条", "第一千零五条", "第四十条第（二）项", "第十四条第二款第（三）项", "第一百三十三条之一第一款"})
    void articlesAreNamedAsLawsNumberThem(String article) {
        assertThat(Citation.isArticle(article)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "第19条", "十九条", "第十十条", "第一十条", "第零条", "第十条第1款", "第十条第(二)项",
        "第十条第二项", "第一百三条", "第十条 第一款", "《劳动合同法》第十条", "第十条第二款第一款"})
    void otherWaysOfNamingThemAreRefused(String article) {
        assertThat(Citation.isArticle(article)).isFalse();
    }

    private static BankReading read(String text) {
        return new BankYaml().read(List.of(new BankFile("bank.yaml", text)));
    }

    private static List<String> keys(BankReading reading) {
        return reading.mistakes().stream().map(Mistake::key).toList();
    }

    private static List<String> sentences(BankReading reading) {
        return reading.mistakes().stream().map(mistake -> mistake.sentence(MESSAGES, Lang.ZH)).toList();
    }
}
