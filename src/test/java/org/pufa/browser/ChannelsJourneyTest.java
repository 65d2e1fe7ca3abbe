package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.campaign.poster.QrReader;
import org.pufa.support.BrowserPlatform;

/** Channels from a pasted list, a poster, and somebody who scans its code. */
class ChannelsJourneyTest {

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    private static final String PASSWORD = "西湖边的桂花今年开得早";
    private static final String SLUG = "labor-contract-quiz";
    private static final List<int[]> SCREENS = List.of(new int[] {1280, 800}, new int[] {768, 1024});

    @Test
    void aListBecomesChannelsAPosterBringsSomebodyAndTheCountRises() throws IOException {
        try (var desk = new Desk(platform, Manner.DESK)) {
            signIn(desk);
            desk.visitor().open("/console/campaigns/" + SLUG + "/channels");
            look(desk, "channels");
            addChannels(desk);
            String link = scan(poster(desk));
            assertThat(link).startsWith(platform.origin() + "/c/" + SLUG + "?ch=");
            desk.visitor().open("/console/campaigns/" + SLUG);
            String before = entries(desk).textContent();
            takePart(link);
            assertThat(entries(desk)).not().hasText(before);
            look(desk, "overview");
            desk.follow("渠道与海报");
            assertThat(desk.main()).containsText("清波街道");
            assertThat(desk.visitor().page().locator("tr", new Page.LocatorOptions().setHasText("清波街道"))
                    .locator("td a").nth(1)).hasText("1");
        }
    }

    private static com.microsoft.playwright.Locator entries(Desk desk) {
        return desk.visitor().page().locator("[data-live=entries]");
    }

    private static void signIn(Desk desk) {
        desk.visitor().open(platform.setupLink());
        desk.enter("姓名", "王敏");
        desk.enter("用户名", "wangmin");
        desk.enter("新密码", PASSWORD);
        desk.enter("再输一次", PASSWORD);
        desk.press("保存密码");
        desk.signIn("wangmin", PASSWORD);
        assertThat(desk.visitor().heading("今天")).isVisible();
    }

    private static void addChannels(Desk desk) {
        desk.follow("添加渠道");
        look(desk, "channels-new");
        desk.enter("渠道名单", "清波街道,,上城区\n湖滨街道,GZH\n清波街道");
        desk.press("保存渠道");
        assertThat(desk.main()).containsText("名单里有 2 处要改");
        assertThat(desk.visitor().page().getByLabel("渠道名单")).hasValue("清波街道,,上城区\n湖滨街道,GZH\n清波街道");
        look(desk, "channels-wrong");
        desk.enter("渠道名单", "清波街道,,上城区\n湖滨街道,hubin,上城区\n杭州某某纺织有限公司");
        desk.press("保存渠道");
        assertThat(desk.main()).containsText("已添加 3 个渠道");
        look(desk, "channels-added");
    }

    /** The PNG that its page shows. */
    private static byte[] poster(Desk desk) {
        desk.follow("清波街道");
        assertThat(desk.visitor().heading("渠道：清波街道")).isVisible();
        var shown = desk.visitor().page().locator(".sheet img");
        shown.evaluate("image => image.decode()");
        look(desk, "channel");
        return desk.visitor().context().request().get(platform.origin() + shown.getAttribute("src")).body();
    }

    private static String scan(byte[] png) throws IOException {
        return QrReader.read(ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static void takePart(String link) {
        String code = link.substring(link.indexOf("?ch=") + 4);
        try (var citizen = Visitor.of(platform, Manner.PHONE)) {
            citizen.open(link);
            assertThat(citizen.button("我已满 14 周岁，开始答题").or(citizen.button("开始答题")).first()).isVisible();
        }
        new Crowd(platform.origin(), 1).takePart(SLUG, code);
    }

    private static void look(Desk desk, String name) {
        var page = desk.visitor().page();
        for (int[] screen : SCREENS) {
            page.setViewportSize(screen[0], screen[1]);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "watch-" + name + "-" + screen[0] + ".png")));
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits %d", name, screen[0]).isTrue();
            assertThat(Axe.barriers(page)).as("barriers on %s at %d", name, screen[0]).isEmpty();
        }
        page.setViewportSize(SCREENS.get(0)[0], SCREENS.get(0)[1]);
    }
}
