package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pufa.support.BrowserPlatform;

/** Somebody votes, first for too few, then for too many, and finds the ballot counted and kept secret. */
class VoteJourneyTest {

    private static final String VOTE = "/c/no-arrears-vote";
    private static final List<String> CATEGORIES = List.of("construction", "manufacturing", "services");

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPTS", "PHONE_LARGE"})
    void aBallotIsMendedCastCountedAndNeverShown(Manner manner) {
        try (var visitor = Visitor.of(platform, manner)) {
            visitor.open(manner.large() ? "/?size=large" : "/");
            visitor.page().locator("h3 a").filter(new Locator.FilterOptions().setHasText("成绩突出单位评选")).click();
            visitor.look("vote-landing");
            visitor.button("开始投票").click();
            var paper = visitor.paper(3);
            var chosen = manner.scripts() ? voteStepByStep(visitor, paper) : voteAtOnce(visitor, paper);
            paper.submit("确认投票");

            assertThat(visitor.heading("选票已收到")).isVisible();
            for (String name : chosen) {
                assertThat(visitor.page().locator("body")).not().containsText(name);
            }
            visitor.look("vote-receipt");
            visitor.link("看票数").click();
            for (String name : chosen) {
                assertThat(place(visitor, name)).containsText(Pattern.compile("[1-9]\\d* 票"));
            }
            visitor.look("vote-results");
        }
    }

    private static Locator place(Visitor visitor, String name) {
        return visitor.page().locator("ol.tally > li").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static List<String> voteStepByStep(Visitor visitor, Paper paper) {
        visitor.look("vote-paper");
        visitor.button("下一类").click();
        assertThat(paper.item("construction").locator(".err")).containsText("还没有选");
        visitor.look("vote-paper-none");
        paper.pickSome(paper.item("construction"), 4);
        assertThat(paper.item("construction").locator("input:checked")).hasCount(3);
        assertThat(visitor.page().getByRole(AriaRole.STATUS).filter(
                new Locator.FilterOptions().setHasText("已经选满 3"))).isVisible();
        visitor.look("vote-paper-full");
        visitor.button("下一类").click();
        paper.pickSome(paper.item("manufacturing"), 2);
        visitor.button("下一类").click();
        paper.pickSome(paper.item("services"), 1);
        var chosen = chosen(visitor);
        visitor.button("核对选票").click();
        for (String name : chosen) {
            assertThat(visitor.page().locator("[data-checking]")).containsText(name);
        }
        visitor.look("vote-check");
        return chosen;
    }

    private static List<String> voteAtOnce(Visitor visitor, Paper paper) {
        visitor.look("vote-paper");
        paper.pickSome(paper.item("construction"), 4);
        paper.pickSome(paper.item("manufacturing"), 1);
        visitor.button("确认投票").click();

        assertThat(visitor.page().locator(".note.bad a")).hasCount(2);
        assertThat(paper.item("construction").locator(".err")).containsText("最多选 3 家，现在选了 4 家");
        assertThat(paper.item("services").locator(".err")).containsText("这一类还没有选");
        visitor.look("vote-paper-wrong");
        paper.item("construction").locator("input:checked + label").first().click();
        paper.pickSome(paper.item("services"), 1);
        return chosen(visitor);
    }

    /** Names of the units that are ticked, without their numbers. */
    private static List<String> chosen(Visitor visitor) {
        return CATEGORIES.stream().flatMap(category -> visitor.page()
                .locator("[id='item-" + category + "'] input:checked + label").allTextContents().stream())
                .map(text -> text.strip().replaceFirst("^\\d+\\s*", "")).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPTS"})
    void whatAUnitDidIsReadBesideTheBallot(Manner manner) {
        try (var visitor = Visitor.of(platform, manner)) {
            visitor.open(VOTE + "/attempt");
            visitor.page().locator(".pick").first().getByText("看事迹材料").click();
            assertThat(visitor.page().locator("h1")).containsText("样例");
            visitor.look("vote-candidate");
            visitor.page().locator("a.back").click();
            assertThat(visitor.page().locator("form[data-sheet]")).isVisible();
        }
    }
}
