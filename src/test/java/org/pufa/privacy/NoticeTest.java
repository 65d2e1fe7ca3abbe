package org.pufa.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.support.TestDatabase;

class NoticeTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static PrivacyTown town;

    @BeforeAll
    static void open() {
        town = new PrivacyTown(DATABASE);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String page(String path) {
        var answer = town.stranger().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"job-survey", "wage-survey", "labor-contract-quiz", "no-arrears-vote"})
    void everyCampaignHasOneThatItsPagesLeadTo(String slug) {
        String notice = "href=\"/c/" + slug + "/privacy\"";

        assertThat(page("/c/" + slug)).containsSubsequence("<main", notice, "<footer", notice);
        assertThat(page("/c/" + slug + "/attempt")).containsSubsequence("<footer", notice);
        assertThat(page("/c/" + slug + "/log")).containsSubsequence("<footer", notice);
        assertThat(page("/privacy")).contains(notice);
        assertThat(page("/c/" + slug + "/privacy")).contains("设备代号", "400 天后失效", "180 天后销毁", "没交的答案",
                "网络地址", "未满 14 周岁");
        assertThat(page("/c/" + slug + "/privacy?lang=en")).contains("Privacy notice", "Device code", "Network address");
    }

    @Test
    void itNamesWhatTheKindCollectsAndNothingElse() {
        assertThat(page("/c/labor-contract-quiz/privacy")).contains("您的答卷：看到哪几道题", "记到秒", "来的渠道")
                .doesNotContain("自己写的文字，", "不记名");
        assertThat(page("/c/no-arrears-vote/privacy")).contains("您的选票", "凭证页从不显示您选了谁");
        assertThat(page("/c/job-survey/privacy")).contains("您自己写的文字", "“您做什么岗位？”", "“您在哪一行？”",
                "由某市人力资源和社会保障局处理", "0571-88888888", "记到秒", "您可以凭参与凭证删去自己写的文字", "只用来了解岗位。",
                "以上面为准").doesNotContain("来的渠道", "不记名");
    }

    @Test
    void anAnonymousSurveyPromisesWhatTheLedgerKeeps() {
        assertThat(page("/c/wage-survey/privacy")).contains("不记名是怎样做到的", "只记到小时", "从一开始就对不到任何人",
                "“您做什么工种或者岗位？”", "找不到哪一份是您的").doesNotContain("记到秒");
        assertThat(page("/c/wage-survey")).contains("不记名：答卷和“谁参加过”分开保存");
    }

    @Test
    void anUnknownCampaignHasNoneAndItsPageLeadsToTheGeneralOne() {
        assertThat(town.stranger().get("/c/no-such-thing/privacy").statusCode()).isEqualTo(404);
        assertThat(town.stranger().get("/c/no-such-thing").body()).contains("href=\"/privacy\"");
    }

    @Test
    void theGeneralPageComesInBothLanguages() {
        assertThat(page("/privacy")).contains("个人信息说明", "由杭州市人力资源和社会保障局处理。", "请打 12333");
        assertThat(page("/privacy?lang=en")).contains("Personal data", "Device mark", "180 days after the campaign ends");
    }
}
