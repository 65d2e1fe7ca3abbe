package org.pufa.kinds.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.campaign.State;
import org.pufa.kinds.CampaignFile;
import org.pufa.kinds.KindServer;

class VotePagesTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'&";
    private static KindServer server;

    static {
        server = new KindServer(pages -> List.of(new VotePages(slug -> server.campaign(), pages, KindServer.CLOCK)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void showTheSample() {
        server.show(VoteSample.campaign(State.OPEN), KindServer.tallies(0, Map.of()));
    }

    @Test
    void theBallotShowsEveryCandidateWithTheSameInformation() {
        var page = server.get("attempt");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("每人投 1 次，提交后不能更改。", "第 1 类，共 2 类。有 3 家候选单位，选 1 至 2 家。每张选票的排列顺序不同。",
                        "最多选 1 家，也可以不选。")
                .contains("data-item=\"works\" data-min=\"1\" data-max=\"2\"",
                        "data-item=\"crafts\" data-min=\"0\" data-max=\"1\"")
                .contains("type=\"checkbox\" name=\"a.works\" id=\"c-02\" value=\"02\"",
                        "<p class=\"meta\">上城区<br>总包代发。</p>", "src=\"/c/sample-campaign/pictures/bridge.svg\"",
                        "href=\"/c/sample-campaign/candidates/02\"")
                .doesNotContain("checked>", "role=\"alert\"", "票，得票率");
        assertThat(page.body().split("class=\"pick\"")).hasSize(6);
    }

    @Test
    void theBallotIsWholeInEnglishAndInTheLargeVersion() {
        assertThat(server.get("attempt?lang=en").body()).contains("<html lang=\"en\">", "Qianjiang Bridges",
                "Choose 1 to 2.", "Cast vote", "<span lang=\"zh-CN\">三墩安装</span>");
        assertThat(server.get("attempt?size=large").body()).contains("data-size=\"large\"");
    }

    @Test
    void whatWasWrongIsSaidAboveAndAtItsCategoryAndThePicksAreKept() {
        var page = server.post("a.works", "01", "a.works", "02", "a.works", "03");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("<title>有 1 处需要改：样例活动 - 杭州人社普法</title>",
                "<a href=\"#item-works\">建设工程类：这一类最多选 2 家，现在选了 3 家。请去掉多的。</a>", "id=\"err-works\"",
                "value=\"01\" checked", "value=\"02\" checked", "value=\"03\" checked");
    }

    @Test
    void whatAuthorsWriteIsOnlyText() {
        String body = VoteSample.BODY.replace("青山劳务", "'" + HOSTILE.replace("'", "''") + "'")
                .replace("进场当天签。", "'" + HOSTILE.replace("'", "''") + "'");
        server.show(VoteSample.campaign(body, State.OPEN), KindServer.tallies(1, Map.of()));

        for (String path : List.of("attempt", "results", "candidates/03")) {
            assertThat(server.get(path).body()).contains("&lt;script&gt;").doesNotContain("<script>");
        }
    }

    @Test
    void theMaterialOfACandidateLeadsBackToTheBallotWhileVotingIsOpen() {
        var page = server.get("candidates/02").body();

        assertThat(page).contains("<title>钱江路桥 - 杭州人社普法</title>", "每月二十日发。", "总包代发。",
                "href=\"/c/sample-campaign/attempt\"", "pictures/bridge.svg");
        assertThat(server.get("candidates/02?lang=en").body()).contains("Paid on the 20th.");

        server.show(VoteSample.campaign(State.CLOSED), KindServer.tallies(1, Map.of()));
        assertThat(server.get("candidates/02").body()).contains("href=\"/c/sample-campaign\"")
                .doesNotContain("sample-campaign/attempt");
    }

    @Test
    void aPictureCanReachAndRunNothing() {
        var svg = server.get("pictures/bridge.svg");
        var png = server.get("pictures/dot.png");

        assertThat(svg.statusCode()).isEqualTo(200);
        assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(svg.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(svg.headers().allValues("Content-Security-Policy")).singleElement().asString()
                .contains("default-src 'none'", "sandbox");
        assertThat(svg.body()).startsWith("<svg");
        assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"candidates/99", "candidates/%3Cscript%3E", "pictures/words.png", "pictures/active.svg",
        "pictures/..%2f..%2fmessages.properties", "pictures/%2e%2e/messages.properties", "pictures/bridge.SVG"})
    void whatIsNotPartOfTheVoteIsNotFound(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theReceiptNeverShowsTheChoice() {
        var page = server.get("entries/PF7K3M9Q2XTD").body();

        assertThat(page).contains("PF7K 3M9Q 2XTD", "您 11月23日 10:42 投的这张选票已经计入。", "不显示您选了谁",
                "href=\"/c/sample-campaign/results\"", "href=\"/c/sample-campaign/log\"")
                .doesNotContain("钱江路桥", "三墩安装", "每人每天");
    }

    @Test
    void theReceiptSaysWhenTheCountIsNotPublicAndWhenOneMayVoteAgain() {
        String body = VoteSample.BODY.replace("results: live", "results: closed");
        server.show(KindServer.campaign(VoteSample.KIND, CampaignFile.daily("vote", body), State.OPEN),
                KindServer.tallies(1, Map.of()));
        assertThat(server.get("entries/PF7K3M9Q2XTD").body())
                .contains("票数在投票结束以后公布。", "每人每天可以投 1 次，明天可以再投。").doesNotContain("/results\"");

        server.show(VoteSample.campaign(body.replace("closed", "never"), State.CLOSED),
                KindServer.tallies(1, Map.of()));
        assertThat(server.get("entries/PF7K3M9Q2XTD").body())
                .contains("本次评选不公布网上票数。").doesNotContain("/results\"");
    }

    @Test
    void theResultsShowVotesSharesAndSharedRanks() {
        server.show(VoteSample.campaign(State.OPEN), KindServer.tallies(1_208_345,
                Map.of("pick", Map.of("01", 604_173L, "02", 604_173L, "03", 12L, "11", 302_086L))));
        var page = server.get("results");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("进行中", "1,208,345", "<b class=\"num\">604,173</b> 票，得票率 50.0%", "并列第 1 名",
                "第 3 名", "票数相同的名次并列", "width=\"100.0%\" height=\"12\"", "width=\"50.0%\"", "截至 11月23日 10:42。",
                "得票数 ÷ 有效选票数");
        assertThat(server.get("results?lang=en").body()).contains("votes, share 50.0%", "Rank 1, shared");
    }

    @Test
    void resultsWithoutBallotsSaySo() {
        assertThat(server.get("results").body()).contains("还没有选票。", "得票率 0.0%", "width=\"0.0%\"")
                .doesNotContain("NaN");
    }
}
