package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pufa.support.BrowserPlatform;

/** Somebody takes the quiz of the day, and comes back later. */
class QuizJourneyTest {

    private static final String QUIZ = "/c/labor-contract-quiz";
    private static final Pattern SCORE = Pattern.compile("(0|20|40|60|80|100)\\s*分，满分 100.*", Pattern.DOTALL);

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPTS", "PHONE_LARGE"})
    void theQuizOfTheDayIsTakenOnceAndExplained(Manner manner) {
        try (var visitor = Visitor.of(platform, manner)) {
            visitor.open("/");
            if (manner.large()) {
                visitor.link("长者版").click();
                assertThat(visitor.link("标准版")).isVisible();
            }
            visitor.look("home");
            visitor.link("劳动合同法每日五题").click();
            visitor.look("quiz-landing");
            visitor.button("开始答题").click();
            answerAll(visitor);
            var receipt = visitor.paper(0).submit("提交答卷");

            assertTheResultExplainsEveryAnswer(visitor);
            visitor.look("quiz-result");

            assertASecondAttemptLeadsBackToTheFirst(visitor);
            assertTheReceiptIsFound(visitor, receipt);
            visitor.open(QUIZ + "/results");
            visitor.look("quiz-results");
        }
    }

    private static void answerAll(Visitor visitor) {
        var paper = visitor.paper(7);
        List<Locator> steps = paper.steps();
        Assertions.assertThat(steps).hasSize(5);
        for (int at = 0; at < steps.size(); at++) {
            var step = steps.get(at);
            assertThat(step).isVisible();
            if (at == 0) {
                visitor.look("quiz-paper-empty");
            }
            boolean many = step.locator("input[type=checkbox]").count() > 0;
            paper.pickSome(step, many ? 2 : 1);
            if (at < steps.size() - 1) {
                paper.next("下一题");
            }
        }
        visitor.look("quiz-paper-last");
    }

    private static void assertTheResultExplainsEveryAnswer(Visitor visitor) {
        var page = visitor.page();
        assertThat(page.locator("h1")).containsText(SCORE);
        assertThat(page.locator("li.ans")).hasCount(5);
        assertThat(page.locator("li.ans blockquote.law cite")).hasCount(5);
        assertThat(page.locator("li.ans .mark").first()).hasText(Pattern.compile("√ 答对|× 答错"));
    }

    private static void assertASecondAttemptLeadsBackToTheFirst(Visitor visitor) {
        visitor.open(QUIZ);
        visitor.button("开始答题").click();
        assertThat(visitor.heading("今天您已经答过了")).isVisible();
        visitor.look("quiz-already-taken");
        visitor.link("看我的成绩和解析").click();
        assertThat(visitor.page().locator("li.ans")).hasCount(5);
    }

    private static void assertTheReceiptIsFound(Visitor visitor, String receipt) {
        visitor.open(QUIZ);
        visitor.link("用凭证查我的参与记录").click();
        visitor.look("quiz-lookup");
        var code = visitor.page().getByLabel("参与凭证");
        code.fill("PF7K");
        visitor.button("查参与记录").click();
        assertThat(visitor.page().locator(".err")).containsText("不是凭证码");
        visitor.look("quiz-lookup-wrong");
        code.fill(receipt.toLowerCase(Locale.ROOT).replaceAll("(....)", "$1 ").strip());
        visitor.button("查参与记录").click();
        assertThat(visitor.page().locator("li.ans")).hasCount(5);
    }
}
