package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.campaign.Correction;
import org.pufa.campaign.State;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

class CorrectionTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static CampaignTown town;
    private static Browser admin;

    @BeforeAll
    static void open() {
        town = new CampaignTown(DATABASE, true);
        admin = town.console.signedIn("wangmin");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static int correct(String slug, String title, String closes, String reason) {
        String form = admin.get("/console/campaigns/" + slug + "/correction").body();
        String version = form.replaceAll("(?s).*name=\"version\" id=\"version\" value=\"([0-9]+)\".*", "$1");
        return admin.post("/console/campaigns/" + slug + "/correction", "title.zh", title, "lead.zh", "您看过宣传单了吗？",
                "summary.zh", "一句话", "version", version, "closes", closes, "reason", reason).statusCode();
    }

    @Test
    void aTypoIsMendedInANewVersionWithItsReason() {
        var before = town.open("typo", true);

        assertThat(correct("typo", "宣传单（改正）", "", "标题有错字")).isEqualTo(303);

        var now = town.campaigns.get("typo");
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.definition().title().zh()).isEqualTo("宣传单（改正）");
        assertThat(now.window()).isEqualTo(before.window());
        assertThat(now.corrections()).singleElement().satisfies(made -> {
            assertThat(made.reason()).isEqualTo("标题有错字");
            assertThat(made.changes()).containsExactly(
                    new Correction.Change("title.zh", "宣传单 typo", "宣传单（改正）"));
        });
        assertThat(admin.get("/console/campaigns/typo/definition").body()).contains("标题有错字",
                "原来：宣传单 typo", "改为：宣传单（改正）");
        assertThat(admin.get("/console/audit").body()).contains("标题有错字");
    }

    @Test
    void theEndMovesLaterAndNeverEarlier() {
        var before = town.open("longer", true);

        assertThat(correct("longer", "宣传单", "2026-01-01T00:00", "提前")).isEqualTo(422);
        assertThat(town.campaigns.get("longer").window()).isEqualTo(before.window());

        assertThat(correct("longer", "宣传单", "2099-01-01T00:00", "延长")).isEqualTo(303);
        assertThat(town.campaigns.get("longer").window().opens()).isEqualTo(before.window().opens());
        assertThat(town.campaigns.get("longer").window().closes()).isAfter(before.window().closes());
    }

    @Test
    void everythingWrongIsSaidAtOnceAndKept() {
        town.open("wrong", true);
        admin.get("/console/campaigns/wrong/correction");

        var answer = admin.post("/console/campaigns/wrong/correction", "title.zh", "", "lead.zh", "写了的导语",
                "summary.zh", "", "closes", "", "reason", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("#title.zh", "#summary.zh", "#reason", "写了的导语");
    }

    @Test
    void theSecondOfTwoWhoCorrectSeesWhatTheFirstDidAndLosesNothing() {
        town.open("both", true);
        admin.get("/console/campaigns/both/correction");
        assertThat(correct("both", "先改的标题", "", "先改的原因")).isEqualTo(303);

        var second = admin.post("/console/campaigns/both/correction", "title.zh", "后改的标题", "version", "1",
                "closes", "", "reason", "后改的原因");

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("同事刚才也更正了这个活动", "后改的标题", "后改的原因", "先改的标题",
                "name=\"version\" id=\"version\" value=\"2\"");
        assertThat(town.campaigns.get("both").definition().title().zh()).isEqualTo("先改的标题");
    }

    @Test
    void aFieldThatIsNoTextOfTheCampaignIsNeverChanged() {
        var before = town.open("other-fields", true);
        admin.get("/console/campaigns/other-fields/correction");

        var sent = admin.post("/console/campaigns/other-fields/correction", "version", "1", "limit.times", "50",
                "privacy.zh", "什么都收", "slug", "stolen", "closes", "", "reason", "试试");

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("没有改动");
        assertThat(town.campaigns.get("other-fields").definition()).isEqualTo(before.definition());
    }

    @Test
    void whatIsOverIsNotCorrected() {
        town.inState("over", State.CLOSED);

        assertThat(correct("over", "宣传单", "", "错字")).isEqualTo(409);
    }
}
