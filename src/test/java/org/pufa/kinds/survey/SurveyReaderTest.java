package org.pufa.kinds.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pufa.kinds.survey.SurveySample.BODY;
import static org.pufa.kinds.survey.SurveySample.KIND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.kinds.CampaignFile;
import org.pufa.kinds.KindServer;

class SurveyReaderTest {

    @Test
    void theReadySurveyHasNoMistakes() {
        assertThat(CampaignFile.mistakes(KIND, CampaignFile.ready("wage-survey.yaml"))).isEmpty();
    }

    @Test
    void theSampleReadsAsItIsWritten() {
        var plan = (SurveyPlan) SurveySample.campaign(State.OPEN).definition().plan();

        assertThat(plan.linked()).isFalse();
        assertThat(plan.questions()).extracting(Question::id)
                .containsExactly("district", "how", "on-time", "wage", "job", "words");
        assertThat(plan.questions().get(2)).isEqualTo(Choice.rating(
                new Question.Prompt("on-time", false, new LocalText("按时发吗？", "Paid on time?"), LocalText.of("这半年")),
                List.of(LocalText.of("非常满意"), LocalText.of("比较满意"), LocalText.of("一般"),
                        LocalText.of("不太满意"), LocalText.of("很不满意"))));
        assertThat(plan.questions().get(5)).isInstanceOfSatisfying(FreeText.class, words ->
                assertThat(words.longest()).isEqualTo(500));
    }

    @Test
    void aSurveyIsLinkedUnlessItSaysThatItIsAnonymous() {
        String named = CampaignFile.of("survey", BODY.replace("  anonymous: true\n", ""));

        assertThat(KindServer.campaign(KIND, named, State.OPEN).definition().plan().linked()).isTrue();
    }

    /** Before; after; line within the part; field below sections; key. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "anonymous: true; anonymous: yes; 2; anonymous; yaml.flag",
        "anonymous: true; anonimous: true; 2; anonimous; yaml.unknown",
        "title: { zh: 您的工作, en: Your work }; title: ''; 4; sections[1].title; yaml.empty",
        "id: district; id: District; 6; sections[1].questions[1].id; kinds.survey.file.question-id",
        "id: district; id: 1st; 6; sections[1].questions[1].id; kinds.survey.file.question-id",
        "id: wage; id: district; 31; sections[2].questions[2].id; kinds.survey.file.question-twice",
        "type: rating; type: stars; 27; sections[2].questions[1].type; yaml.choice",
        "required: true; required: maybe; 8; sections[1].questions[1].required; yaml.flag",
        "ask: { zh: 您的工种, en: Your trade }; asked: 您的工种; 37; sections[2].questions[3].ask; yaml.missing",
        "id: yuhang; id: xihu; 12; sections[1].questions[1].options[2].id; kinds.survey.file.option-twice",
        "id: yuhang; id: answered; 12; sections[1].questions[1].options[2].id; kinds.survey.file.option-reserved",
        "id: yuhang; id: 余杭; 12; sections[1].questions[1].options[2].id; kinds.survey.file.option-id",
        "en: Cash }; en: Cash }, other: false; 19; sections[1].questions[2].options[2]; none",
        "en: In kind } }; en: In kind }, other: true }; 21; sections[1].questions[2].options[4].other; "
                + "kinds.survey.file.other-twice",
        "max: 3; max: 5; 23; sections[1].questions[2].max; yaml.number-range",
        "max: 3; max: 1; 23; sections[1].questions[2].max; kinds.survey.file.min-above-max",
        "min: 2; min: two; 22; sections[1].questions[2].min; yaml.number",
        "'一般, '; ''; 30; sections[2].questions[1].scale; yaml.list-size",
        "'一般, '; '\"\", '; 30; sections[2].questions[1].scale[3]; yaml.empty",
        "max: 200000; max: -1; 35; sections[2].questions[2].max; kinds.survey.file.min-above-max",
        "maxlength: 10; maxlength: 101; 40; sections[2].questions[3].maxlength; yaml.number-range",
        "maxlength: 10; min: 3; 40; sections[2].questions[3].min; yaml.unknown",
        "hint: 这半年; hint: [这半年]; 29; sections[2].questions[1].hint; yaml.not-text"})
    void everyMistakeIsFoundInItsLine(String before, String after, int line, String field, String key) {
        var mistakes = CampaignFile.mistakesAfter(KIND, BODY, before, after);

        if (key.equals("none")) {
            assertThat(mistakes).isEmpty();
        } else {
            assertThat(mistakes).contains(line + " survey." + field + " " + key);
        }
    }

    @Test
    void aSurveyMustHaveSectionsQuestionsAndOptions() {
        assertThat(CampaignFile.mistakesAfter(KIND, "survey: {}\n", "{}", "{ sections: [] }"))
                .containsExactly("1 survey.sections yaml.list-size");
        assertThat(CampaignFile.mistakesAfter(KIND, "survey: {}\n", "{}", "{ sections: [ { title: 一 } ] }"))
                .containsExactly("1 survey.sections[1].questions yaml.list");
        assertThat(CampaignFile.mistakesAfter(KIND, "survey: {}\n", "{}",
                "{ sections: [ { title: 一, questions: [ { id: a, type: single, ask: 问 } ] } ] }"))
                .containsExactly("1 survey.sections[1].questions[1].options yaml.list");
        assertThat(CampaignFile.mistakesAfter(KIND, "survey: {}\n", "survey: {}", "other: 1"))
                .contains("-8 survey yaml.missing");
    }

    @Test
    void textsThatWouldNotFitIntoOneSubmissionAreRefused() {
        var many = new StringBuilder(BODY);
        for (int i = 0; i < 10; i++) {
            many.append("        - { id: more").append(i).append(", type: longtext, ask: 还有吗 }\n");
        }

        assertThat(CampaignFile.mistakesAfter(KIND, many.toString(), "more0", "more"))
                .containsExactly("4 survey.sections kinds.survey.file.all-texts");
    }

    @Test
    void aMistakeIsExplainedInBothLanguages() {
        var mistake = CampaignFile.mistakes(KIND, CampaignFile.of("survey", BODY.replace("id: wage", "id: how"))).get(0);

        assertThat(mistake.sentence(KindServer.MESSAGES, Lang.ZH))
                .isEqualTo("campaign.yaml 第 40 行，survey.sections[2].questions[2].id：题目代号“how”已经用过。请改成别的。");
        assertThat(mistake.sentence(KindServer.MESSAGES, Lang.EN)).contains("line 40", "already used");
    }
}
