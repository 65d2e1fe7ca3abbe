package org.pufa.kinds.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.pufa.campaign.Answers;
import org.pufa.kernel.Problem;

class SurveyPropertiesTest {

    private final Survey survey = SurveySample.survey();

    @Property
    void anyAnswersAreRefusedAsInvalidOrCountedAsTheyAreStored(@ForAll("anything") Map<String, List<String>> values) {
        try {
            var filled = survey.fill(null, new Answers(values));

            assertThat(survey.counts(SurveySample.body(filled))).isEqualTo(filled.counts());
        } catch (Problem problem) {
            assertThat(problem.sort()).isEqualTo(Problem.Sort.INVALID);
            assertThat(problem.errors()).isNotEmpty();
        }
    }

    @Property
    void everyWholeNumberInRangeIsStoredAsItIs(@ForAll @IntRange(max = 200_000) int wage) {
        var answers = SurveySample.answers("district", "xihu", "wage", String.format("%,d", wage));

        assertThat(survey.fill(null, answers).sheet()).isEqualTo(
                Map.of("answers", Map.of("district", List.of("xihu"), "wage", wage)));
    }

    @Provide
    Arbitrary<Map<String, List<String>>> anything() {
        var fields = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of("district", "district.other", "how", "how.other", "on-time",
                        "wage", "job", "words")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(8)));
        var values = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of("xihu", "elsewhere", "bank", "cash", "other", "1", "5",
                        "6,500", "", "木工")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(20)));
        return Arbitraries.maps(fields, values.list().ofMaxSize(3)).ofMaxSize(8);
    }
}
