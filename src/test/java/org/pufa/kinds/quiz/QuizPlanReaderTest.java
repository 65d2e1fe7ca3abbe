package org.pufa.kinds.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.bank.QuestionType;
import org.pufa.i18n.Lang;
import org.pufa.yaml.Mistake;
import org.pufa.yaml.YamlFile;

class QuizPlanReaderTest {

    private static final String QUIZ = """
            quiz:
              bank: labor-contract-law
              draw:
                - { type: single, topic: [试用期, 辞职], difficulty: [1, 2], count: 2 }
                - { type: judge, count: 3 }
              points: { single: 20, judge: 10 }
              pass: 60
            """;

    @Test
    void aBlueprintIsReadRowByRow() {
        var file = YamlFile.read("quiz.yaml", QUIZ);

        var plan = QuizPlanReader.read(file.root().orElseThrow());

        assertThat(file.mistakes()).isEmpty();
        assertThat(plan).isEqualTo(new QuizPlan("labor-contract-law", new Blueprint(List.of(
                new DrawRow(QuestionType.SINGLE, Set.of("试用期", "辞职"), Set.of(1, 2), 2),
                new DrawRow(QuestionType.JUDGE, Set.of(), Set.of(), 3))),
                Map.of(QuestionType.SINGLE, 20, QuestionType.JUDGE, 10), 60));
        assertThat(plan.max()).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bank: labor-contract-law | libary: x                | 2 | quiz.bank               | yaml.missing",
        "bank: labor-contract-law | libary: x                | 2 | quiz.libary             | yaml.unknown",
        "type: single             | type: essay              | 4 | quiz.draw[1].type       | yaml.choice",
        "difficulty: [1, 2]       | difficulty: [1, 5]       | 4 | quiz.draw[1].difficulty | quiz.file.difficulty",
        "count: 2                 | count: 0                 | 4 | quiz.draw[1].count      | yaml.number-range",
        "count: 3                 | count: 49                | 4 | quiz.draw               | quiz.file.too-many",
        "count: 3                 | amount: 3                | 5 | quiz.draw[2].count      | yaml.missing",
        "judge: 10                | multiple: 10             | 6 | quiz.points.judge       | yaml.missing",
        "judge: 10                | judge: 1000              | 6 | quiz.points.judge       | yaml.number-range",
        "pass: 60                 | pass: 71                 | 7 | quiz.pass               | yaml.number-range",
        "quiz:                    | quizz:                   | 1 | quiz                    | yaml.missing",
    })
    void eachMistakeIsFoundWhereItStands(String right, String wrong, int line, String field, String key) {
        var file = YamlFile.read("quiz.yaml", QUIZ.replace(right, wrong));

        QuizPlanReader.read(file.root().orElseThrow());

        assertThat(file.mistakes()).extracting(Mistake::line, Mistake::field, Mistake::key)
                .contains(tuple(line, field, key));
        assertThat(file.mistakes()).allSatisfy(mistake ->
                assertThat(mistake.sentence(Cast.MESSAGES, Lang.ZH)).startsWith("quiz.yaml 第"));
    }
}
