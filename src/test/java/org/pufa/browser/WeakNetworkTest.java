package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pufa.support.BrowserPlatform;

/** What people do when the network or their patience fails: every paper arrives, and is counted once. */
class WeakNetworkTest {

    private static final String SLUG = "labor-contract-quiz";
    private static final String PAPER = "/c/" + SLUG + "/attempt";
    private static final Pattern RECEIPT = Pattern.compile(".*/entries/[0-9A-Z]{12}$");

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    private final long before = platform.entries(SLUG);

    private long arrived() {
        return platform.entries(SLUG) - before;
    }

    /** Answers every question and stands before the last button. */
    private static Paper filled(Visitor visitor) {
        var paper = visitor.paper(5);
        paper.answerEach("下一题");
        return paper;
    }

    @Test
    void answersSurviveAReload() {
        try (var visitor = Visitor.of(platform, Manner.PHONE)) {
            visitor.open(PAPER);
            filled(visitor);
            var picked = visitor.page().locator("[data-step] input:checked");
            var values = picked.evaluateAll("boxes => boxes.map(b => b.id)");
            assertThat(visitor.page().getByText("答案已存在这部手机上")).isVisible();

            visitor.page().reload();

            assertThat(visitor.button("提交答卷")).isVisible();
            Assertions.assertThat(picked.evaluateAll("boxes => boxes.map(b => b.id)")).isEqualTo(values);
            visitor.paper(5).submit("提交答卷");
            Assertions.assertThat(arrived()).isEqualTo(1);
        }
    }

    @Test
    void aPaperSentIntoALostNetworkArrivesOnceItIsBack() {
        try (var visitor = Visitor.of(platform, Manner.PHONE)) {
            visitor.open(PAPER);
            filled(visitor);

            visitor.context().setOffline(true);
            visitor.button("提交答卷").click();
            assertThat(visitor.page().getByText("网络较慢，正在重试")).isVisible();
            visitor.look("quiz-paper-retrying");
            Assertions.assertThat(arrived()).isZero();
            visitor.context().setOffline(false);

            visitor.page().waitForURL(RECEIPT);
            Assertions.assertThat(arrived()).isEqualTo(1);
        }
    }

    @Test
    void aPaperWhoseAnswerIsLostIsSentAgainAndCountedOnce() {
        try (var visitor = Visitor.of(platform, Manner.PHONE)) {
            visitor.open(PAPER);
            filled(visitor);
            var lost = new boolean[1];
            visitor.page().route("**/entries", route -> {
                if (lost[0]) {
                    route.resume();
                } else {
                    lost[0] = true;
                    route.fetch();
                    route.abort();
                }
            });

            visitor.button("提交答卷").click();

            visitor.page().waitForURL(RECEIPT);
            Assertions.assertThat(lost[0]).isTrue();
            Assertions.assertThat(arrived()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPTS"})
    void anImpatientDoubleClickIsOneSubmission(Manner manner) {
        try (var visitor = Visitor.of(platform, manner)) {
            visitor.open(PAPER);
            filled(visitor);

            visitor.button("提交答卷").dblclick();

            visitor.page().waitForURL(RECEIPT);
            Assertions.assertThat(arrived()).isEqualTo(1);
        }
    }

    @Test
    void goingBackAfterSubmittingLeadsToTheLandingPage() {
        try (var visitor = Visitor.of(platform, Manner.PHONE)) {
            visitor.open("/c/" + SLUG);
            visitor.button("开始答题").click();
            filled(visitor).submit("提交答卷");

            visitor.page().goBack();

            visitor.button("开始答题").click();
            assertThat(visitor.heading("今天您已经答过了")).isVisible();
            Assertions.assertThat(arrived()).isEqualTo(1);
        }
    }

    @Test
    void thePaperSentAgainFromTheHistoryGivesTheSameReceipt() {
        try (var visitor = Visitor.of(platform, Manner.PHONE_WITHOUT_SCRIPTS)) {
            visitor.open("/c/" + SLUG);
            visitor.button("开始答题").click();
            var receipt = filled(visitor).submit("提交答卷");

            visitor.page().goBack();
            leaveTheOldPaper(visitor);

            assertThat(visitor.page().locator(".receipt .code")).hasText(spaced(receipt));
            Assertions.assertThat(arrived()).isEqualTo(1);
        }
    }

    /** The browser shows the old form again, or asks for the page and learns that it was handed in. */
    private static void leaveTheOldPaper(Visitor visitor) {
        if (visitor.button("提交答卷").isVisible()) {
            visitor.button("提交答卷").click();
        }
    }

    private static String spaced(String receipt) {
        return receipt.replaceAll("(....)(?=.)", "$1 ");
    }

    @Test
    void thePaperInASecondTabIsNotCountedAgain() {
        try (var visitor = Visitor.of(platform, Manner.PHONE)) {
            visitor.open(PAPER);
            Page second = visitor.newPage();
            second.navigate(visitor.page().url());
            var other = new Paper(second, Manner.PHONE, 6);
            other.answerEach("下一题");
            visitor.page().bringToFront();
            visitor.page().reload();
            var receipt = visitor.paper(0).submit("提交答卷");

            second.bringToFront();
            second.getByText("提交答卷").click();

            assertThat(second.getByText("今天您已经答过了")).isVisible();
            assertThat(second.locator(".receipt .code")).hasText(spaced(receipt));
            Assertions.assertThat(arrived()).isEqualTo(1);
        }
    }
}
