package org.pufa.kinds.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.kinds.KindServer;

class SurveyResultsTest {

    private final Survey survey = SurveySample.survey();

    @Test
    void resultsArePublicOnlyAfterTheClose() {
        assertThat(Arrays.stream(State.values()).filter(survey::publishes))
                .containsExactly(State.CLOSED, State.CERTIFIED);
    }

    @Test
    void everyShareIsOfThoseWhoAnsweredTheQuestion() {
        var results = survey.results(Lang.ZH, KindServer.tallies(1_000_000, Map.of(
                "q.district", Map.of("answered", 1_000_000L, "xihu", 333_333L, "yuhang", 666_667L))));

        assertThat(results.getLong("participations")).isEqualTo(1_000_000);
        assertThat(results.getJsonArray("questions").getJsonObject(0)).isEqualTo(new JsonObject("""
                {"id":"district","type":"single","text":"您在哪里上班？","answered":1000000,"options":[
                {"id":"xihu","text":"西湖区","count":333333,"share":0.3333},
                {"id":"yuhang","text":"余杭区","count":666667,"share":0.6667},
                {"id":"elsewhere","text":"别处","count":0,"share":0.0}]}"""));
    }

    @Test
    void aQuestionThatNobodyAnsweredHasSharesOfNothing() {
        var question = survey.results(Lang.EN, KindServer.tallies(0, Map.of())).getJsonArray("questions")
                .getJsonObject(1);

        assertThat(question.getLong("answered")).isZero();
        assertThat(question.getJsonArray("options").getJsonObject(0).getDouble("share")).isZero();
    }

    @Test
    void textsHaveNothingButTheirNumber() {
        var words = survey.results(Lang.ZH, KindServer.tallies(9, Map.of("q.words", Map.of("answered", 4L))))
                .getJsonArray("questions").getJsonObject(5);

        assertThat(words.getLong("answered")).isEqualTo(4);
        assertThat(words.getJsonArray("options")).isEmpty();
    }
}
