package org.pufa.kinds.vote;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.State;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Problem;
import org.pufa.kinds.CampaignFile;
import org.pufa.kinds.KindServer;

/** A small vote: one category of which one to two must be picked, and one that may be left out. */
final class VoteSample {

    static final VoteKind KIND = new VoteKind(KindServer.MESSAGES, new Pictures("/org/pufa/kinds/vote/pictures"));

    static final String BODY = """
            vote:
              order: random
              results: live
              categories:
                - id: works
                  title: { zh: 建设工程类, en: Construction }
                  min: 1
                  max: 2
                  candidates:
                    - number: "02"
                      name: { zh: 钱江路桥, en: Qianjiang Bridges }
                      unit: { zh: 上城区, en: Shangcheng }
                      deeds: { zh: 总包代发。, en: Paid by the general contractor. }
                      story: { zh: 每月二十日发。, en: Paid on the 20th. }
                      picture: bridge.svg
                    - { number: "01", name: 三墩安装, unit: 西湖区, deeds: 实名登记。, story: 工资表上墙。, picture: dot.png }
                    - { number: "03", name: 青山劳务, unit: 临安区, deeds: 当天签合同。, story: 进场当天签。 }
                - id: crafts
                  title: { zh: 服务业类, en: Services }
                  min: 0
                  max: 1
                  candidates:
                    - { number: "11", name: 面馆, unit: 上城区, deeds: 人人有合同。, story: 六名店员。 }
                    - { number: "12", name: 配送站, unit: 拱墅区, deeds: 单价上墙。, story: 一张大表。 }
            """;

    private VoteSample() {
    }

    static Campaign campaign(State state) {
        return campaign(BODY, state);
    }

    static Campaign campaign(String body, State state) {
        return KindServer.campaign(KIND, CampaignFile.of("vote", body), state);
    }

    static Vote vote() {
        return (Vote) campaign(State.OPEN).content();
    }

    /** Picks by category. */
    static Answers answers(Map<String, List<String>> picks) {
        return new Answers(new HashMap<>(picks));
    }

    /** What is stored for these picks. */
    static JsonObject sheet(Map<String, List<String>> picks) {
        return new JsonObject(CanonicalJson.text(vote().fill(null, answers(picks)).sheet()));
    }

    /** What is refused of these picks, as {@code category key args}. */
    static List<String> refused(Map<String, List<String>> picks) {
        try {
            return List.of("accepted " + vote().fill(null, answers(picks)).sheet());
        } catch (Problem problem) {
            return problem.errors().stream().map(error ->
                    error.field() + " " + error.key().replace("kinds.vote.", "") + " " + error.args()).toList();
        }
    }
}
