package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.BrowserPlatform;
import org.pufa.support.SettableClock;

/** A statistician reads the figures of two weeks and follows them to their rows, with and without scripts. */
class InsightJourneyTest {

    private static final String PASSWORD = "西湖边的桂花今年开得早";
    private static final Instant BEGIN = Instant.parse("2026-11-23T00:30:00Z");
    private static final SettableClock CLOCK = new SettableClock(BEGIN.toString());
    private static final int DAYS = 12;

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform(CLOCK);

    /** Each day some people come by each way, fewer on each later day. */
    @BeforeAll
    static void twoWeeksPass() {
        try (var desk = new Desk(platform, Manner.DESK)) {
            desk.visitor().open(platform.setupLink());
            desk.enter("姓名", "王敏");
            desk.enter("用户名", "wangmin");
            desk.enter("新密码", PASSWORD);
            desk.enter("再输一次", PASSWORD);
            desk.press("保存密码");
        }
        var crowd = new Crowd(platform.origin(), 7);
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < DAYS - day; i++) {
                CLOCK.set(BEGIN.plus(Duration.ofDays(day)).plus(Duration.ofHours(i)));
                crowd.takePart("labor-contract-quiz", i % 3 == 0 ? "gzh" : "");
                crowd.takePart("wage-survey", i % 2 == 0 ? "gzh" : "");
                crowd.takePart("no-arrears-vote", "");
            }
        }
    }

    private static Desk signedIn(Manner manner) {
        var desk = new Desk(platform, manner);
        desk.visitor().open("/console/insight?from=2026-11-23&until=2026-12-04&compare=before");
        desk.signIn("wangmin", PASSWORD);
        assertThat(desk.visitor().heading("统计")).isVisible();
        return desk;
    }

    @Test
    void theFiguresOfAPeriodAreReadAndFollowedToTheirRows() {
        try (var desk = signedIn(Manner.DESK)) {
            desk.visitor().look("insight-dashboard");
            assertThat(desk.main().locator(".kpis")).containsText("234");

            desk.main().locator("#campaigns ~ .scroll tbody tr").first().getByText("78").first().click();
            assertThat(desk.main()).containsText("共 78 条");
            desk.visitor().look("insight-entries");
            desk.visitor().page().goBack();
            desk.follow("导出");
            assertThat(desk.main()).containsText("逐日逐渠道");
            desk.visitor().look("insight-exports");
        }
    }

    @Test
    void theQuestionsOfAQuizAreAnalysed() {
        try (var desk = signedIn(Manner.DESK)) {
            desk.follow("题目分析");
            assertThat(desk.visitor().heading("各条文的知晓率")).isVisible();
            assertThat(desk.main()).containsText("区分度和区分效率按全部 78 份答卷计算");
            desk.visitor().page().locator("details summary").first().click();
            desk.visitor().look("insight-items");
        }
    }

    @Test
    void withoutScriptsThePageIsTheSame() {
        try (var desk = signedIn(Manner.DESK_WITHOUT_SCRIPTS)) {
            desk.visitor().look("insight-dashboard");
            desk.visitor().page().locator("select[name=campaign]").selectOption("wage-survey");
            desk.press("统计");
            assertThat(desk.main().locator(".kpis")).containsText("78");
            Assertions.assertThat(desk.visitor().page().url()).contains("campaign=wage-survey");
            desk.visitor().look("insight-one-campaign");
        }
    }

    @Test
    void aPeriodWithoutAnythingSaysWhatToDo() {
        try (var desk = signedIn(Manner.DESK)) {
            desk.visitor().open("/console/insight?from=2011-01-01&until=2011-12-31");
            assertThat(desk.main().locator(".empty").first()).containsText("可以换一段日期");
            desk.visitor().look("insight-empty");
        }
    }
}
