package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.campaign.poster.QrReader;
import org.pufa.kernel.Days;
import org.pufa.support.BrowserPlatform;

/** A training: its code on a screen, people who scan it, and a quiz right after. */
class SigninJourneyTest {

    private static final String PASSWORD = "西湖边的桂花今年开得早";

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    @Test
    void peopleScanTheCodeOnTheScreenAndAreCountedOnce() throws IOException {
        try (var desk = new Desk(platform, Manner.DESK)) {
            become(desk);
            desk.go("扫码签到");
            desk.visitor().look("signin-empty");
            make(desk);
            assertThat(desk.visitor().heading("新业态法律培训")).isVisible();
            desk.visitor().look("signin-gathering");
            String link = scan(desk);
            desk.visitor().look("signin-screen");
            for (Manner manner : new Manner[] {Manner.PHONE, Manner.PHONE_WITHOUT_SCRIPTS, Manner.PHONE_LARGE}) {
                signIn(link, manner);
            }
            desk.follow("回到签到");
            assertThat(desk.visitor().page().locator(".kpis .fig").first()).hasText("3");
            desk.follow("打印签到表 上午场");
            desk.visitor().look("signin-paper");
        }
    }

    private static void become(Desk desk) {
        desk.visitor().open(platform.setupLink());
        desk.enter("姓名", "王敏");
        desk.enter("用户名", "wangmin");
        desk.enter("新密码", PASSWORD);
        desk.enter("再输一次", PASSWORD);
        desk.press("保存密码");
        desk.signIn("wangmin", PASSWORD);
    }

    private static void make(Desk desk) {
        var page = desk.visitor().page();
        var now = LocalDateTime.ofInstant(Instant.now(), Days.ZONE).withSecond(0).withNano(0);
        desk.enter("活动或培训名称", "新业态法律培训");
        desk.enter("地点", "市人社局三楼");
        page.locator("#label").fill("上午场");
        page.locator("#opens").fill(now.minusMinutes(5).toString());
        page.locator("#closes").fill(now.plusHours(2).toString());
        page.locator("#after").selectOption("labor-contract-quiz");
        desk.press("建好");
    }

    /** Reads the code as it stands on the screen. */
    private static String scan(Desk desk) throws IOException {
        desk.follow("投屏 上午场");
        byte[] screen = desk.visitor().page().locator("svg.qr").screenshot();
        String link = QrReader.read(ImageIO.read(new ByteArrayInputStream(screen)));
        assertThat(link).startsWith(platform.origin() + "/s/");
        return link;
    }

    private static void signIn(String link, Manner manner) {
        try (var citizen = Visitor.of(platform, manner)) {
            citizen.open(manner.large() ? link + "?size=large" : link);
            citizen.look("signin-open");
            citizen.button("签到").click();
            assertThat(citizen.page().locator(".receipt")).containsText("您已于");
            citizen.look("signin-done");
            citizen.page().reload();
            assertThat(citizen.button("签到")).hasCount(0);
            citizen.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions()
                    .setName("劳动合同法每日五题")).click();
            assertThat(citizen.button("开始答题")).isVisible();
        }
    }
}
