package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.campaign.poster.QrReader;
import org.pufa.support.Authenticator;
import org.pufa.support.BrowserPlatform;
import org.pufa.support.IdentityServer;
import org.pufa.support.SettableClock;

/** Accounts: the second factor, one's sessions, colleagues, a form that came too late, the bureau's own sign-in. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountJourneyTest {

    private static final SettableClock CLOCK = new SettableClock("2026-11-23T02:42:07Z");
    /** Another site than the platform's, as browsers see it. */
    private static final IdentityServer PROVIDER = new IdentityServer(CLOCK, "localhost", 0);
    private static final String PASSWORD = "西湖边的桂花今年开得早";

    @RegisterExtension
    static final BrowserPlatform PLATFORM = new BrowserPlatform(CLOCK, Map.of("PUFA_ADMIN_SECOND_FACTOR", "true",
            "PUFA_OIDC_ISSUER", PROVIDER.issuer(), "PUFA_OIDC_CLIENT_ID", IdentityServer.CLIENT,
            "PUFA_OIDC_CLIENT_SECRET", IdentityServer.SECRET));

    private static Authenticator app;

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    @Order(1)
    void anAdministratorIsLedToASecondFactorAndLooksAfterAccounts() throws IOException {
        try (var desk = new Desk(PLATFORM, Manner.DESK)) {
            becomeAdministrator(desk);
            setUpTheSecondFactor(desk);
            keepTheRecoveryCodes(desk);
            lookAtOwnAccount(desk);
            inviteAColleague(desk);
            comeBackToAFormThatWasLate(desk);
        }
    }

    private void becomeAdministrator(Desk desk) {
        var visitor = desk.visitor();
        visitor.open(PLATFORM.setupLink());
        desk.enter("姓名", "王敏");
        desk.enter("用户名", "wangmin");
        desk.enter("新密码", "hangzhou2026");
        desk.enter("再输一次", "hangzhou2026");
        desk.press("保存密码");
        assertThat(desk.main()).containsText("这个密码太常见");
        visitor.look("account-setup-wrong");
        desk.enter("新密码", PASSWORD);
        desk.enter("再输一次", PASSWORD);
        desk.press("保存密码");
        visitor.look("account-login");
        desk.signIn("wangmin", PASSWORD);
    }

    private void setUpTheSecondFactor(Desk desk) throws IOException {
        var visitor = desk.visitor();
        assertThat(desk.main()).containsText("本平台要求系统管理员用动态验证码登录");
        desk.go("人员与权限");
        assertThat(visitor.page()).hasURL(PLATFORM.origin() + "/console/account/second-factor");
        visitor.look("account-factor-needed");
        desk.enter("现在的密码", PASSWORD);
        desk.press("开始设置");
        app = new Authenticator(CLOCK, visitor.page().locator(".key").innerText());
        var code = ImageIO.read(new ByteArrayInputStream(visitor.page().locator(".qr").screenshot()));
        assertThat(QrReader.read(code)).startsWith("otpauth://totp/").contains(":wangmin?secret="
                + visitor.page().locator(".key").innerText().replace(" ", "") + "&issuer=");
        desk.enter("动态验证码", "000000");
        desk.press("开启动态验证码");
        assertThat(desk.main()).containsText("验证码不对");
        visitor.look("account-factor-scan");
        desk.enter("动态验证码", app.code());
        desk.press("开启动态验证码");
    }

    private void keepTheRecoveryCodes(Desk desk) throws IOException {
        var visitor = desk.visitor();
        var codes = visitor.page().locator(".codes li");
        assertThat(codes).hasCount(10);
        visitor.look("account-recovery");
        var file = visitor.page().waitForDownload(() -> desk.press("存成文件"));
        assertThat(file.suggestedFilename()).isEqualTo("普法管理台恢复码-wangmin.txt");
        assertThat(Files.readString(file.path())).contains(codes.allInnerTexts());
        desk.follow("已收好，回我的账号");
    }

    private void lookAtOwnAccount(Desk desk) {
        var visitor = desk.visitor();
        assertThat(desk.main()).containsText("登录中的设备");
        visitor.look("account-own");
        desk.follow("管理");
        assertThat(desk.main()).containsText("还有 10 个恢复码没有用");
        visitor.look("account-factor-on");
        visitor.open("/console/account");
        desk.follow("改密码");
        desk.enter("现在的密码", "不是这个密码呀不是的");
        desk.enter("新密码", "1234567890");
        desk.enter("再输一次", "123456789");
        desk.press("改密码");
        assertThat(desk.main()).containsText("现在的密码不对");
        visitor.look("account-password-wrong");
    }

    private void inviteAColleague(Desk desk) {
        var visitor = desk.visitor();
        desk.go("人员与权限");
        desk.follow("新建账号");
        desk.enter("用户名", "chenguoping");
        desk.enter("姓名", "陈国平");
        visitor.page().locator("#role-manager").check();
        desk.press("新建账号");
        assertThat(visitor.page().locator("#link")).isVisible();
        visitor.open("/console/staff/chenguoping");
        assertThat(desk.main()).containsText("还没有用的链接");
        visitor.look("account-colleague");
        desk.follow("改");
        visitor.look("account-openid-name");
        desk.follow("不做了");
        visitor.open("/console/staff/wangmin");
        visitor.look("account-administrator");
        visitor.open("/console/staff/chenguoping/second-factor-reset");
        visitor.look("account-factor-reset");
    }

    private void comeBackToAFormThatWasLate(Desk desk) {
        var visitor = desk.visitor();
        visitor.open("/console/staff/new");
        desk.enter("用户名", "lihua");
        desk.enter("姓名", "李华");
        visitor.page().locator("#role-auditor").check();
        CLOCK.advance(Duration.ofMinutes(31));
        desk.press("新建账号");
        assertThat(desk.main()).containsText("已替您留着");
        visitor.look("account-late-login");
        desk.signIn("wangmin", PASSWORD);
        visitor.look("account-code");
        desk.enter("动态验证码", "123456");
        desk.press("登录");
        assertThat(desk.main()).containsText("还可以试 4 次");
        visitor.look("account-code-wrong");
        desk.enter("动态验证码", app.nextCode());
        desk.press("登录");
        assertThat(visitor.page().locator("#display_name")).hasValue("李华");
        assertThat(visitor.page().locator("#role-auditor")).isChecked();
        assertThat(desk.main()).containsText("请核对后再提交");
        visitor.look("account-late-form");
        desk.press("新建账号");
        assertThat(visitor.page().locator("#link")).isVisible();
    }

    @Test
    @Order(2)
    void allOfItWorksWithoutScripts() {
        try (var desk = new Desk(PLATFORM, Manner.DESK_WITHOUT_SCRIPTS)) {
            var visitor = desk.visitor();
            visitor.open("/console/account");
            desk.signIn("wangmin", PASSWORD);
            desk.enter("动态验证码", app.nextCode());
            desk.press("登录");
            desk.follow("管理");
            desk.enter("动态验证码", app.nextCode());
            desk.press("换一批恢复码");
            assertThat(visitor.page().locator(".codes li")).hasCount(10);
            visitor.open("/console/account");
            desk.press("退出其他设备");
            assertThat(desk.main()).containsText("已退出");
            visitor.look("account-own");
        }
    }

    /** The browser keeps its strict cookies from steps that the other site began; the session must still be found. */
    @Test
    @Order(3)
    void whoeverComesFromTheProvidersSiteIsSignedInAtOnce() {
        PROVIDER.isVisitedBy("subject 7", "chenguoping");
        PROVIDER.asksFirst();
        for (boolean scripts : List.of(true, false)) {
            try (var context = PLATFORM.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts)
                    .setLocale("zh-CN"))) {
                var page = context.newPage();
                page.navigate(PLATFORM.origin() + "/console/account");
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("用统一身份认证登录")).click();
                assertThat(page).hasTitle("Identity provider");
                page.locator("#agree").click();
                assertThat(page).hasURL(PLATFORM.origin() + "/console/account");
                assertThat(page.locator("main")).containsText("陈国平");
            }
        }
    }
}
