package org.pufa.kinds.survey;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Filled;
import org.pufa.campaign.State;
import org.pufa.campaign.Words;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Problem;
import org.pufa.kinds.CampaignFile;
import org.pufa.kinds.KindServer;

/** A small survey with every sort of question. */
final class SurveySample {

    static final SurveyKind KIND = new SurveyKind(KindServer.MESSAGES);

    static final String BODY = """
            survey:
              anonymous: true
              sections:
                - title: { zh: 您的工作, en: Your work }
                  questions:
                    - id: district
                      type: single
                      required: true
                      ask: { zh: 您在哪里上班？, en: Where do you work? }
                      options:
                        - { id: xihu, text: { zh: 西湖区, en: Xihu } }
                        - { id: yuhang, text: { zh: 余杭区, en: Yuhang } }
                        - { id: elsewhere, text: 别处, other: true }
                    - id: how
                      type: multiple
                      ask: { zh: 工资怎样发？, en: How are you paid? }
                      options:
                        - { id: bank, text: { zh: 银行卡, en: Bank card } }
                        - { id: cash, text: { zh: 现金, en: Cash } }
                        - { id: kind, text: { zh: 实物, en: In kind } }
                        - { id: other, text: { zh: 其他, en: Other }, other: true }
                      min: 2
                      max: 3
                - title: 工资
                  questions:
                    - id: on-time
                      type: rating
                      ask: { zh: 按时发吗？, en: Paid on time? }
                      hint: 这半年
                      scale: [非常满意, 比较满意, 一般, 不太满意, 很不满意]
                    - id: wage
                      type: number
                      ask: { zh: 上个月到手工资, en: Take-home pay }
                      min: 0
                      max: 200000
                      unit: { zh: 元, en: yuan }
                    - id: job
                      type: text
                      ask: { zh: 您的工种, en: Your trade }
                      maxlength: 10
                    - id: words
                      type: longtext
                      ask: { zh: 还想说什么, en: Anything else }
            """;

    private SurveySample() {
    }

    static Campaign campaign(State state) {
        return KindServer.campaign(KIND, CampaignFile.of("survey", BODY), state);
    }

    static Survey survey() {
        return (Survey) campaign(State.OPEN).content();
    }

    /** Answers given as field, value, field, value; the same field twice gives two values. */
    static Answers answers(String... given) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            values.merge(given[i], List.of(given[i + 1]), (some, more) ->
                    java.util.stream.Stream.concat(some.stream(), more.stream()).toList());
        }
        return new Answers(values);
    }

    static Filled fill(String... given) {
        return survey().fill(null, answers(given));
    }

    /** What is stored for these answers, with what was written in place of its digests. */
    static JsonObject sheet(String... given) {
        return new JsonObject(body(fill(given)));
    }

    /** The same of a paper that was filled in. */
    static String body(Filled filled) {
        var sheet = new TreeMap<>(filled.sheet());
        if (!filled.words().isEmpty()) {
            sheet.put(Words.MEMBER, filled.words());
        }
        return CanonicalJson.text(sheet);
    }

    /** What is refused of these answers, as {@code field key args}. */
    static List<String> refused(String... given) {
        try {
            return List.of("accepted " + fill(given).sheet());
        } catch (Problem problem) {
            return problem.errors().stream().map(error ->
                    error.field() + " " + error.key().replace("kinds.survey.", "") + " " + error.args()).toList();
        }
    }
}
