package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pufa.support.BrowserPlatform;

/** Somebody fills in the anonymous survey, makes two mistakes and mends them. */
class SurveyJourneyTest {

    private static final String SURVEY = "/c/wage-survey";
    private static final String LETTERS = "“65OO”里有字母。请只填数字";

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPTS", "PHONE_LARGE"})
    void mistakesAreSaidAndMendedAndNothingJoinsTheAnswersToTheReceipt(Manner manner) {
        try (var visitor = Visitor.of(platform, manner)) {
            visitor.open(manner.large() ? "/?size=large" : "/");
            visitor.link("我的工资有话说").click();
            visitor.look("survey-landing");
            visitor.button("开始填写").click();
            var paper = visitor.paper(11);
            if (manner.scripts()) {
                fillStepByStep(visitor, paper);
            } else {
                fillAtOnce(visitor, paper);
            }
            paper.submit("提交问卷");

            assertThat(visitor.heading("问卷已收到")).isVisible();
            assertThat(visitor.page().locator("main")).containsText("谁也不能用它查到您填了什么");
            assertThat(visitor.page().locator("main")).not().containsText("6500");
            visitor.look("survey-receipt");
            visitor.open(SURVEY + "/results");
            visitor.look("survey-results");
        }
    }

    private static void fillStepByStep(Visitor visitor, Paper paper) {
        visitor.look("survey-paper-1");
        visitor.button("下一步").click();
        assertThat(paper.item("district").locator(".err")).containsText("还没有选答案");
        visitor.look("survey-paper-1-missing");
        fillTheFirstPart(paper);
        visitor.button("下一步").click();

        fillTheSecondPart(paper);
        visitor.look("survey-paper-2");
        visitor.button("下一步").click();

        fillTheThirdPart(paper);
        visitor.look("survey-paper-3");
        visitor.button("提交问卷").click();
        assertThat(visitor.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT)).containsText(LETTERS);
        assertThat(paper.item("take-home").locator(".err")).containsText(LETTERS);
        visitor.look("survey-paper-wrong");
        wage(paper).fill("6500");
        visitor.button("下一步").click();
    }

    private static void fillAtOnce(Visitor visitor, Paper paper) {
        visitor.look("survey-paper-empty");
        fillTheSecondPart(paper);
        fillTheThirdPart(paper);
        visitor.button("提交问卷").click();

        assertThat(visitor.page().locator(".note.bad a")).hasCount(3);
        assertThat(visitor.page().locator(".note.bad")).containsText(LETTERS);
        assertThat(paper.item("district").locator(".err")).containsText("这一题必须回答");
        assertThat(wage(paper)).hasValue("65OO");
        visitor.look("survey-paper-wrong");
        visitor.page().locator(".note.bad a").first().click();
        fillTheFirstPart(paper);
        wage(paper).fill("6500");
    }

    private static Locator wage(Paper paper) {
        return paper.item("take-home").locator("input");
    }

    private static void fillTheFirstPart(Paper paper) {
        paper.pick("district", "余杭区");
        paper.pick("industry", "其他行业");
        paper.item("industry").locator("input.input").fill("养蜂");
        paper.pick("contract", "签了，自己手里有一份");
    }

    private static void fillTheSecondPart(Paper paper) {
        paper.pickSome(paper.item("on-time"), 1);
        paper.pickSome(paper.item("overtime"), 1);
        paper.pick("pay-method", "现金交给本人");
        wage(paper).fill("65OO");
    }

    private static void fillTheThirdPart(Paper paper) {
        paper.pick("turn-to", "工会");
        paper.pick("turn-to", "法律援助");
        paper.item("words").locator("textarea").fill("工资条上能写清楚加班费就好。");
    }
}
