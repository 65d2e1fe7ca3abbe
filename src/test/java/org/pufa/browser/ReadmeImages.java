package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.Days;
import org.pufa.support.BrowserPlatform;
import org.pufa.support.SettableClock;

/** Makes the pictures of the README after two days with some hundred people: {@code mvn test -Dtest=ReadmeImages}. */
class ReadmeImages {

    private static final Path FOLDER = Path.of("src", "docs", "images");
    private static final String[] CHANNELS = {"gzh", "gzh", "gzh", "poster", "poster", "site", "community", "kiosk", ""};
    /** People in each hour of a day, from midnight. */
    private static final int[] HOURS = {2, 1, 0, 0, 0, 1, 4, 10, 17, 14, 11, 12, 19, 13, 9, 8, 9, 11, 14, 20, 22, 16, 9, 4};
    private static final String FILE = """
            一、单选题
            1．小周与公司签了两年期的劳动合同，试用期最长可以约定多久？（ B ）
            A．一个月
            B．二个月
            C．三个月
            D．六个月
            依据：《劳动合同法》第十九条第一款
            2．用人单位招用劳动者时，下列哪种做法是可以的？
            A．扣押身份证
            B．如实告知工作内容
            C．收取服装押金
            二、判断题
            3．非全日制用工的双方可以约定试用期。（×）
            依据：劳动合同法第七十条
            三、多选题
            4．公司可以要求员工约定违约金的情形有（ AC ）。
            A．专项培训约定了服务期
            B．提前三十日书面辞职
            C．约定了竞业限制
            依据：《劳动合同法》第二百条
            """;
    private static final ZonedDateTime BEGIN = ZonedDateTime.of(2026, 11, 22, 0, 0, 0, 0, Days.ZONE);
    private static final Instant END = BEGIN.plusDays(1).withHour(10).withMinute(42).toInstant();

    private static final SettableClock clock = new SettableClock(BEGIN.toInstant());

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform(clock);

    private final Random random = new Random(23);

    @Test
    void makeThem() {
        fill();
        try (var phone = Visitor.of(platform, Manner.PHONE); var desk = new Desk(platform, Manner.DESK)) {
            phone.open("/c/labor-contract-quiz");
            picture(phone.page(), "quiz-landing");
            answerUpToTheThirdQuestion(phone);
            picture(phone.page(), "quiz-question");
            finish(phone);
            picture(phone.page(), "quiz-result");
            phone.open("/c/no-arrears-vote/attempt");
            phone.paper(4).pickSome(phone.paper(4).item("construction"), 2);
            phone.page().evaluate("scrollTo(0, 0)");
            picture(phone.page(), "vote");
            showTheCampaign(desk);
            picture(desk.visitor().page(), "console-campaign");
            checkAFile(desk);
            picture(desk.visitor().page(), "console-preview");
            writeACampaign(desk);
            picture(desk.visitor().page(), "console-wizard");
        }
    }

    private void fill() {
        var crowd = new Crowd(platform.origin(), 23);
        for (var hour = BEGIN; hour.toInstant().isBefore(END); hour = hour.plusHours(1)) {
            int people = HOURS[hour.getHour()];
            for (int one = 0; one < people; one++) {
                var at = hour.toInstant().plus(Duration.ofMinutes(60).multipliedBy(one).dividedBy(people));
                if (at.isBefore(END)) {
                    clock.set(at);
                    crowd.takePart("labor-contract-quiz", CHANNELS[random.nextInt(CHANNELS.length)]);
                }
            }
        }
        clock.set(END);
    }

    private static void answerUpToTheThirdQuestion(Visitor visitor) {
        visitor.button("开始答题").click();
        var paper = visitor.paper(2);
        for (int at = 0; at < 2; at++) {
            paper.pickSome(paper.steps().get(at), 1);
            paper.next("下一题");
        }
        paper.pickSome(paper.steps().get(2), 2);
    }

    private static void finish(Visitor visitor) {
        var paper = visitor.paper(2);
        paper.next("下一题");
        paper.pickSome(paper.steps().get(3), 1);
        paper.next("下一题");
        paper.pickSome(paper.steps().get(4), 1);
        paper.submit("提交答卷");
    }

    private static void showTheCampaign(Desk desk) {
        desk.visitor().open(platform.setupLink());
        desk.enter("姓名", "王敏");
        desk.enter("用户名", "wangmin");
        desk.enter("新密码", "西湖边的桂花今年开得早");
        desk.enter("再输一次", "西湖边的桂花今年开得早");
        desk.press("保存密码");
        desk.signIn("wangmin", "西湖边的桂花今年开得早");
        desk.follow("劳动合同法每日五题");
        assertThat(desk.visitor().page().locator(".kpis")).isVisible();
    }

    private static void checkAFile(Desk desk) {
        desk.go("题库");
        desk.follow("题目入库");
        desk.upload("题库文件", "法规处题目.txt", "text/plain", FILE.getBytes(StandardCharsets.UTF_8));
        desk.press("开始核对");
        assertThat(desk.visitor().page().locator(".kpis")).isVisible();
    }

    private static void writeACampaign(Desk desk) {
        desk.go("新建活动");
        desk.press("用这个 每日答题");
        desk.visitor().page().locator("[id='organizer.zh']").fill("某市人力资源和社会保障局");
        desk.press("下一步：内容");
        assertThat(desk.visitor().page().frameLocator("iframe").locator(".stick button")).isVisible();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
