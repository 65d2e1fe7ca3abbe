package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
        admin.get("/console/campaigns/" + slug + "/correction");
        return admin.post("/console/campaigns/" + slug + "/correction", "title.zh", title, "lead.zh", "您看过了吗？",
                "summary.zh", "一句话", "phone", "12333", "closes", closes, "reason", reason).statusCode();
    }

    @Test
    void aTypoIsMendedInANewVersionWithItsReason() {
        var before = town.open("typo", true);

        assertThat(correct("typo", "宣传单（改正）", "", "标题有错字")).isEqualTo(303);

        var now = town.campaigns.get("typo");
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.definition().title().zh()).isEqualTo("宣传单（改正）");
        assertThat(now.window()).isEqualTo(before.window());
        assertThat(now.corrections()).singleElement().satisfies(made ->
                assertThat(made.reason()).isEqualTo("标题有错字"));
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
    void whatIsOverIsNotCorrected() {
        town.inState("over", State.CLOSED);

        assertThat(correct("over", "宣传单", "", "错字")).isEqualTo(409);
    }
}
