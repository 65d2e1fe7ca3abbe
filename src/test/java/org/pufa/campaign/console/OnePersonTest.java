package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.campaign.State;
import org.pufa.support.TestDatabase;

class OnePersonTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @Test
    void whereReviewIsSwitchedOffEveryPageSaysSoAndOnePersonMayLaunch() {
        try (var town = new CampaignTown(DATABASE, false)) {
            town.draft("alone", true, CampaignTown.AT_ONCE);
            var admin = town.console.signedIn("wangmin");

            assertThat(admin.get("/console/today").body()).contains("已关闭双人审核");
            assertThat(admin.get("/console/campaigns/alone").body()).contains("已关闭双人审核");
            admin.post("/console/campaigns/alone/steps", "step", "submit", "reason", "");
            assertThat(admin.get("/console/campaigns/alone/steps/new?step=approve").body()).contains("已关闭双人审核");
            admin.post("/console/campaigns/alone/steps", "step", "approve", "reason", "");

            assertThat(town.stateOf("alone")).isEqualTo(State.OPEN);
        }
    }
}
