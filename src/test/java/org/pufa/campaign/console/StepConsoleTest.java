package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pufa.campaign.State;
import org.pufa.campaign.Step;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

class StepConsoleTest {

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

    private static String page(String slug) {
        return "/console/campaigns/" + slug;
    }

    static Stream<Arguments> everyCell() {
        return Arrays.stream(State.values()).flatMap(state -> Arrays.stream(Step.values())
                .map(step -> Arguments.of(state, step)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("everyCell")
    void aStepIsTakenWhereTheTableAllowsItAndNowhereElse(State state, Step step) {
        String slug = ("cell-" + state + "-" + step).toLowerCase(java.util.Locale.ROOT);
        town.inState(slug, state);
        var overview = admin.get(page(slug)).body();

        var taken = admin.post(page(slug) + "/steps", "step", step.code(), "reason", "有人反映题目有误");

        boolean allowed = step.from(state).isPresent();
        assertThat(taken.statusCode()).isEqualTo(allowed ? 303 : 409);
        boolean ofReviewer = step == Step.APPROVE || step == Step.RETURN;
        assertThat(overview.contains("/steps/new?step&#x3D;" + step.code()) || ofReviewer && overview.contains("/review"))
                .as("offered").isEqualTo(allowed);
        if (allowed && (step == Step.CLOSE || step == Step.CERTIFY)) {
            assertThat(town.stateOf(slug)).as("asked for, not yet confirmed").isEqualTo(state);
            town.take(slug, step, "reviewer");
        }
        State expected = step == Step.APPROVE && allowed ? State.OPEN : step.from(state).orElse(state);
        assertThat(town.stateOf(slug)).isEqualTo(expected);
    }

    @Test
    void whoSubmittedCannotApproveAndIsToldSo() {
        town.draft("two-people", true, CampaignTown.AT_ONCE);
        admin.get(page("two-people"));
        admin.post(page("two-people") + "/steps", "step", "submit", "reason", "");

        var overview = admin.get(page("two-people")).body();
        assertThat(overview).contains("要由另一位同事通过");
        assertThat(admin.get(page("two-people") + "/steps/new?step=approve").statusCode()).isEqualTo(403);
        assertThat(admin.post(page("two-people") + "/steps", "step", "approve", "reason", "").statusCode())
                .isEqualTo(403);
        assertThat(town.stateOf("two-people")).isEqualTo(State.SUBMITTED);

        var manager = town.console.signedIn("chen");
        assertThat(manager.get(page("two-people")).body()).contains("/review");
        manager.get(page("two-people") + "/steps/new?step=approve");
        assertThat(manager.post(page("two-people") + "/steps", "step", "approve", "reason", "").statusCode())
                .isEqualTo(303);
        assertThat(town.stateOf("two-people")).isEqualTo(State.OPEN);
    }

    @Test
    void closingEarlyIsAskedForByOneAndConfirmedByAnother() {
        town.inState("closing", State.OPEN);
        admin.get(page("closing"));
        admin.post(page("closing") + "/steps", "step", "close", "reason", "发现题目有误");

        var again = admin.post(page("closing") + "/steps", "step", "close", "reason", "发现题目有误");
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(town.stateOf("closing")).isEqualTo(State.OPEN);

        var manager = town.console.signedIn("chen");
        assertThat(manager.get(page("closing") + "/steps/new?step=close").body())
                .contains("wangmin", "发现题目有误", "等另一位同事确认");
        manager.post(page("closing") + "/steps", "step", "close", "reason", "同意");
        assertThat(town.stateOf("closing")).isEqualTo(State.CLOSED);
    }

    @Test
    void whatWasAskedForCanBeTakenBackAndRefused() {
        town.inState("withdrawn", State.OPEN);
        var manager = town.console.signedIn("chen");
        for (Browser who : List.of(admin, manager)) {
            admin.get(page("withdrawn"));
            admin.post(page("withdrawn") + "/steps", "step", "close", "reason", "发现题目有误");
            assertThat(who.get(page("withdrawn")).body()).contains("等另一位同事确认", "发现题目有误");

            assertThat(who.post(page("withdrawn") + "/steps/withdrawal", "step", "close").statusCode()).isEqualTo(303);

            assertThat(who.get(page("withdrawn")).body()).doesNotContain("等另一位同事确认");
            assertThat(who.post(page("withdrawn") + "/steps/withdrawal", "step", "close").statusCode()).isEqualTo(409);
        }
        assertThat(town.stateOf("withdrawn")).isEqualTo(State.OPEN);
    }

    @Test
    void aManagerAsksToCertifyAndOnlyAReviewerConfirms() {
        town.inState("certifying", State.CLOSED);
        town.console.account("liu", "manager");
        town.console.account("zhou", "manager");
        town.console.account("sun", "reviewer");
        var liu = town.console.signedIn("liu");
        liu.get(page("certifying"));
        assertThat(liu.post(page("certifying") + "/steps", "step", "certify", "reason", "").statusCode())
                .isEqualTo(303);

        var zhou = town.console.signedIn("zhou");
        zhou.get(page("certifying"));
        assertThat(zhou.post(page("certifying") + "/steps", "step", "certify", "reason", "").statusCode())
                .isEqualTo(403);
        assertThat(town.stateOf("certifying")).isEqualTo(State.CLOSED);

        var sun = town.console.signedIn("sun");
        sun.get(page("certifying"));
        sun.post(page("certifying") + "/steps", "step", "certify", "reason", "");
        assertThat(town.stateOf("certifying")).isEqualTo(State.CERTIFIED);
    }

    @Test
    void aStepThatStopsSomethingAsksForAReason() {
        town.inState("reasons", State.OPEN);

        var asked = admin.get(page("reasons") + "/steps/new?step=pause").body();
        var without = admin.post(page("reasons") + "/steps", "step", "pause", "reason", "  ");
        var with = admin.post(page("reasons") + "/steps", "step", "pause", "reason", "题目有误，正在核对");

        assertThat(asked).contains("暂停后市民不能提交，已提交的不受影响");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("href=\"#reason\"");
        assertThat(with.statusCode()).isEqualTo(303);
        assertThat(admin.get(page("reasons")).body()).contains("已暂停", "题目有误，正在核对");
        assertThat(admin.get("/console/audit").body()).contains("暂停活动", "题目有误，正在核对");
    }

    @Test
    void anAuditorIsOfferedNoStep() {
        town.inState("looking-on", State.OPEN);
        var auditor = town.console.signedIn("lijing");

        assertThat(auditor.get(page("looking-on")).body()).contains("看公开页").doesNotContain("暂停活动");
        assertThat(auditor.post(page("looking-on") + "/steps", "step", "pause", "reason", "x").statusCode())
                .isEqualTo(403);
        assertThat(town.stateOf("looking-on")).isEqualTo(State.OPEN);
    }

    @Test
    void anInventedStepOrCampaignIsNotFound() {
        town.inState("known", State.OPEN);
        admin.get(page("known"));

        assertThat(admin.post(page("known") + "/steps", "step", "explode", "reason", "x").statusCode()).isEqualTo(404);
        assertThat(admin.post(page("unknown-one") + "/steps", "step", "pause", "reason", "x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aStepWithoutTheTokenOfItsPageIsRefused() {
        town.inState("forged", State.OPEN);

        var sent = admin.postAsIs(page("forged") + "/steps", "step", "close", "reason", "x");

        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(town.stateOf("forged")).isEqualTo(State.OPEN);
    }
}
