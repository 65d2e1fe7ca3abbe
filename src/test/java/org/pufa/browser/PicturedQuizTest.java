package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankDraft;
import org.pufa.bank.Citation;
import org.pufa.bank.Picture;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.picture.Painter;
import org.pufa.support.BrowserPlatform;
import org.pufa.support.Painted;

/** Somebody takes a quiz whose questions show pictures, larger than the screen of the phone. */
class PicturedQuizTest {

    private static final Picture SITE = painted(Painted.photograph(1200, 700));
    private static final Picture SIGN = painted(Painted.plain("png", 90, 60));
    private static final String QUIZ = """
            slug: signs-quiz
            kind: quiz
            title: 看图识标志
            lead: 看图答题。
            summary: 每天 2 题
            organizer: 某市人力资源和社会保障局
            phone: "12333"
            window: { opens: start, days: 60 }
            limit: { per: day, times: 1 }
            minutes: 3
            rules:
              - { title: 怎样参与, text: 每人每天可以答 1 次。 }
            privacy: 不收姓名。
            quiz:
              bank: signs
              draw:
                - { type: single, count: 1 }
                - { type: judge, count: 1 }
              points: { single: 50, judge: 50 }
              pass: 50
            """;

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    private static Picture painted(byte[] content) {
        return ((Painter.Painted) new Painter(0).paint(content)).picture();
    }

    @BeforeAll
    static void launch() {
        var house = platform.house();
        var definition = house.definitions().read("signs.yaml", QUIZ);
        Assertions.assertThat(definition.mistakes()).isEmpty();
        house.database().inTx(tx -> house.banks().load(tx, new BankDraft(new Bank("signs", "标志", "劳动法", "2018-12-29修正"),
                questions(), Album.of(List.of(SITE, SIGN))), "ana").compose(loaded ->
                house.desk().launchReady(tx, definition.definition().orElseThrow(), QUIZ))).await();
        house.campaigns().load().await();
    }

    private static List<Question> questions() {
        var citation = new Citation("劳动法", "2018-12-29修正", "第五十二条");
        return List.of(new Question("S-1", QuestionType.SINGLE, "标志", 1, "照片里的工人少戴了什么？", List.of(
                        new Option("A", "安全帽"), new Option("B", "手套"), new Option("C", "护目镜")), List.of("A"), citation,
                        "用人单位必须建立、健全劳动安全卫生制度。", "进工地要戴安全帽。", List.of(
                        QuestionPicture.of("stem", "工地上一名没有戴安全帽的工人", SITE), QuestionPicture.of("A", "一顶安全帽", SIGN))),
                new Question("S-2", QuestionType.JUDGE, "标志", 1, "图中的标志表示必须戴安全帽。", Question.JUDGEMENTS, List.of("错"),
                        citation, "", "红色表示禁止。", List.of(QuestionPicture.of("stem", "上红下蓝的标志", SIGN))));
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPTS", "PHONE_LARGE"})
    void picturesAreSeenWholeOnThePaperAndOnTheResult(Manner manner) {
        try (var visitor = Visitor.of(platform, manner)) {
            visitor.open(manner.large() ? "/c/signs-quiz?size=large" : "/c/signs-quiz");
            visitor.button("开始答题").click();
            var paper = visitor.paper(3);
            var first = paper.steps().get(0);
            assertSeenWhole(first.locator("img").first(), manner);
            assertThat(first.locator("img").first()).hasAttribute("alt", "工地上一名没有戴安全帽的工人");
            assertThat(first.locator(".opt img")).hasCount(1);
            visitor.look("quiz-picture");
            paper.pickSome(first, 1);
            paper.next("下一题");
            assertSeenWhole(paper.steps().get(1).locator("img"), manner);
            paper.pickSome(paper.steps().get(1), 1);
            paper.submit("提交答卷");

            visitor.page().locator("li.ans").first().scrollIntoViewIfNeeded();
            assertSeenWhole(visitor.page().locator("li.ans > img").first(), manner);
            visitor.look("quiz-picture-result");
        }
    }

    private static void assertSeenWhole(Locator image, Manner manner) {
        assertThat(image).isVisible();
        var box = image.boundingBox();
        Assertions.assertThat(box.x).isNotNegative();
        Assertions.assertThat(box.x + box.width).isLessThanOrEqualTo(manner.width());
        if (manner.scripts()) {
            Assertions.assertThat((boolean) image.evaluate("async image => { await image.decode();"
                    + " return image.naturalWidth > 0; }")).isTrue();
        }
        double shape = Double.parseDouble(image.getAttribute("width")) / Double.parseDouble(image.getAttribute("height"));
        Assertions.assertThat(box.width / box.height).isBetween(shape * 0.97, shape * 1.03);
    }
}
