package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pufa.support.BrowserPlatform;

/** Somebody who does not read Chinese takes the quiz. */
class EnglishJourneyTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPTS"})
    void theQuizIsTakenInEnglish(Manner manner) {
        try (var visitor = Visitor.of(platform, manner)) {
            visitor.open("/c/labor-contract-quiz");
            visitor.page().locator(".tools a[hreflang=en]").click();
            assertThat(visitor.heading("Five questions a day on the Labor Contract Law")).isVisible();
            assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
            assertThat(visitor.page().locator("main")).not().containsText(HAN);
            visitor.look("quiz-landing-en");
            visitor.page().locator("main form button").click();
            var paper = visitor.paper(9);
            visitor.look("quiz-paper-en");
            paper.answerEach("Next question");
            paper.submit("Submit answers");

            assertThat(visitor.page().locator("h1")).containsText("out of 100");
            assertThat(visitor.page().locator("li.ans .mark").first())
                    .hasText(Pattern.compile("√ Correct|× Incorrect"));
            assertThat(visitor.page().locator("li.ans blockquote[lang=zh-CN]")).hasCount(5);
            visitor.look("quiz-result-en");
            visitor.open("/c/labor-contract-quiz/attempt");
            visitor.look("quiz-already-taken-en");
        }
    }
}
