package org.pufa.kinds.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pufa.campaign.State;
import org.pufa.kinds.CampaignFile;
import org.pufa.kinds.KindServer;

class SurveyPagesTest {

    private static final KindServer SERVER = new KindServer(pages -> List.of());
    private static final String HOSTILE = "<script>alert(1)</script>\"'&";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void showTheSample() {
        SERVER.show(SurveySample.campaign(State.OPEN), KindServer.tallies(0, Map.of()));
    }

    @Test
    void thePaperShowsEveryQuestionInItsSection() {
        var page = SERVER.get("attempt");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1 class=\"keep\">样例活动</h1>", "不记名。", "action=\"/c/sample-campaign/entries\"")
                .contains("<section data-step aria-labelledby=\"s1\">", "<section data-step aria-labelledby=\"s2\">")
                .contains("<legend>1. 您在哪里上班？ <span class=\"meta\">（必答）</span></legend>")
                .contains("data-item=\"district\" data-min=\"1\" data-max=\"1\"",
                        "data-item=\"how\" data-min=\"0\" data-max=\"3\"")
                .contains("type=\"radio\" name=\"a.district\"", "type=\"checkbox\" name=\"a.how\"",
                        "name=\"a.how.other\"", "name=\"a.wage\"", "<span>元</span>", "maxlength=\"500\"")
                .contains("class=\"scale across field\"").doesNotContain("checked", "aria-invalid", "role=\"alert\"");
    }

    @Test
    void inEnglishAScaleStandsAsAListAndChineseTextsSayThatTheyAre() {
        assertThat(SERVER.get("attempt?lang=en").body()).contains("<html lang=\"en\">", "1. Where do you work?",
                "class=\"scale field\"", "<span><span lang=\"zh-CN\">非常满意</span></span>", "Submit survey");
    }

    @Test
    void theLargeVersionIsMarkedForTheStyleSheet() {
        assertThat(SERVER.get("attempt?size=large").body()).contains("data-size=\"large\"", "标准版");
    }

    @Test
    void whatWasWrongIsSaidAboveAndAtItsQuestionAndEverythingIsKept() {
        var page = SERVER.post("a.district", "xihu", "a.how", "bank", "a.wage", "65OO", "a.job", "木工",
                "a.on-time", "4", "a.words", "第一行\n第二行");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("<title>有 2 处需要改：样例活动 - 杭州人社普法</title>", "role=\"alert\"")
                .contains("<a href=\"#item-wage\">第 4 题：“65OO”里有字母。请只填数字，例如 6500。</a>")
                .contains("<p class=\"err\" id=\"err-wage\"><span class=\"vh\">错误：</span>“65OO”里有字母。",
                        "id=\"err-how\"", "aria-invalid=\"true\"")
                .contains("value=\"65OO\"", "value=\"xihu\" checked", "value=\"bank\" checked", "value=\"4\" checked",
                        "value=\"木工\"", ">\n第一行\n第二行</textarea>");
    }

    @Test
    void whatPeopleAndAuthorsWriteIsOnlyText() {
        SERVER.show(KindServer.campaign(SurveySample.KIND, CampaignFile.of("survey",
                SurveySample.BODY.replace("西湖区", "'" + HOSTILE.replace("'", "''") + "'")), State.OPEN),
                KindServer.tallies(1, Map.of()));
        var page = SERVER.post("a.job", HOSTILE, "a.words", "</textarea>" + HOSTILE, "a.how.other", HOSTILE,
                "a." + HOSTILE, "1");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>", "</textarea>&lt;script&gt;\"");
        assertThat(SERVER.get("results").body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void theReceiptSaysThatItCounts() {
        SERVER.show(KindServer.campaign(SurveySample.KIND, CampaignFile.of("survey",
                SurveySample.BODY.replace("anonymous: true", "anonymous: false")), State.OPEN),
                KindServer.tallies(1, Map.of()));

        assertThat(SERVER.get("entries/PF7K3M9Q2XTD").body()).contains("PF7K 3M9Q 2XTD", "您 11月23日 10:42 的这次参与已经计入。",
                "统计结果在 1月19日 10:42 问卷结束以后公布").doesNotContain("对不上", "/results\"");
    }

    @Test
    void anAnonymousReceiptSaysThatItDoesNotLeadToTheAnswers() {
        var page = SERVER.get("entries/PF7K3M9Q2XTD").body();

        assertThat(page).contains("凭证和答案对不上", "谁也不能用它查到您填了什么", "您 11月23日 的这次参与已经计入。")
                .doesNotContain("10:42 的这次");
        assertThat(SERVER.get("entries/PF7K3M9Q2XTD?lang=en").body()).contains("Nobody can use it");
    }

    @Test
    void afterTheCloseTheReceiptLeadsToTheResults() {
        SERVER.show(SurveySample.campaign(State.CLOSED), KindServer.tallies(1, Map.of()));

        assertThat(SERVER.get("entries/PF7K3M9Q2XTD").body()).contains("href=\"/c/sample-campaign/results\"");
    }

    @Test
    void theResultsShowSharesAndNeverWhatWasWritten() {
        SERVER.show(SurveySample.campaign(State.CLOSED), KindServer.tallies(1_208_345, Map.of(
                "q.district", Map.of("answered", 1_208_345L, "xihu", 604_173L, "yuhang", 604_172L),
                "q.how", Map.of("answered", 3L, "bank", 3L, "cash", 2L, "kind", 1L), "q.words", Map.of("answered", 7L))));
        var page = SERVER.get("results");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("已结束", "1,208,345", "1,208,345 人次回答了这一题。", "50.0%", "604,173 人次",
                "width=\"66.7%\"", "一次可以选几项", "7 人次填写了这一题。填写的内容不公布。", "11月20日 10:42 至 1月19日 10:42");
        assertThat(SERVER.get("results?lang=en").body()).contains("Answered 3 times.", "As of 23 November 10:42");
    }

    @Test
    void resultsOfNobodySaySo() {
        SERVER.show(SurveySample.campaign(State.CLOSED), KindServer.tallies(0, Map.of()));

        assertThat(SERVER.get("results").body()).contains("还没有人填过这份问卷。").doesNotContain("<svg", "NaN");
    }
}
