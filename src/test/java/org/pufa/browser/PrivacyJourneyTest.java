package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pufa.support.BrowserPlatform;

/** A citizen reads what is kept and has it erased; an administrator decides on it, and on who runs the site. */
class PrivacyJourneyTest {

    private static final String PASSWORD = "西湖边的桂花今年开得早";

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPTS", "PHONE_LARGE"})
    void aReceiptErasesWhatIsPersonalAfterItWasSaidWhatThatMeans(Manner manner) {
        String receipt = new Crowd(platform.origin(), 11).takePart("labor-contract-quiz", "");
        try (var visitor = Visitor.of(platform, manner)) {
            visitor.open("/c/labor-contract-quiz" + (manner.large() ? "?size=large" : ""));
            visitor.page().locator("main").getByText("隐私说明").click();
            assertThat(visitor.heading("隐私说明")).isVisible();
            visitor.look("notice-quiz");
            visitor.link("申请删去").click();
            visitor.look("erasure");
            visitor.page().getByLabel("参与凭证").fill("0123");
            visitor.button("看会删去什么").click();
            assertThat(visitor.page().locator("main")).containsText("没有动任何东西");
            visitor.look("erasure-wrong");
            visitor.page().getByLabel("参与凭证").fill(receipt.toLowerCase());
            visitor.button("看会删去什么").click();
            visitor.look("erasure-confirm");
            visitor.button("确认删去").click();
            assertThat(visitor.heading("已经删去")).isVisible();
            visitor.look("erasure-done");
            visitor.open("/c/labor-contract-quiz/entries/" + receipt);
            visitor.look("receipt-erased");
            visitor.open("/c/wage-survey/privacy");
            visitor.look("notice-anonymous");
            visitor.link("申请删去").click();
            assertThat(visitor.heading("这个活动不能单独删去")).isVisible();
            visitor.look("erasure-impossible");
            visitor.open("/privacy");
            visitor.look("privacy-general");
        }
    }

    @Test
    void anAdministratorSaysWhoRunsTheSiteAndHowLongDataAreKept() {
        try (var desk = new Desk(platform, Manner.DESK)) {
            var visitor = desk.visitor();
            visitor.open(platform.setupLink());
            desk.enter("姓名", "王敏");
            desk.enter("用户名", "wangmin");
            desk.enter("新密码", PASSWORD);
            desk.enter("再输一次", PASSWORD);
            desk.press("保存密码");
            desk.signIn("wangmin", PASSWORD);
            desk.go("公开前检查");
            visitor.look("console-checklist");
            desk.go("网站设置");
            visitor.look("console-settings");
            desk.enter("ICP 备案号", "12345");
            desk.enter("主题色", "#ff8866");
            desk.press("保存设置");
            assertThat(desk.main()).containsText("对比度只有");
            visitor.look("console-settings-wrong");
            desk.enter("ICP 备案号", "浙ICP备12345678号-1");
            desk.enter("主题色", "#1f5c3d");
            desk.press("保存设置");
            assertThat(desk.main()).containsText("设置已保存");
            visitor.look("console-settings-saved");
            desk.go("隐私与保存期限");
            desk.enter("自己写的文字", "90");
            desk.press("保存期限");
            assertThat(desk.main()).containsText("期限已保存");
            visitor.look("console-privacy");
            desk.go("审计日志");
            visitor.page().getByLabel("做了什么").selectOption("settings.");
            desk.press("筛选");
            assertThat(visitor.page().locator("tbody tr")).hasCount(2);
            visitor.look("console-audit-found");
            desk.follow("核对整条链");
            assertThat(desk.main()).containsText("整条链完整");
            visitor.look("console-audit-whole");
        }
        try (var citizen = Visitor.of(platform, Manner.PHONE)) {
            citizen.open("/c/wage-survey");
            assertThat(citizen.page().locator("footer")).containsText("浙ICP备12345678号-1");
            citizen.look("landing-own-colour");
            citizen.open("/c/wage-survey/privacy");
            assertThat(citizen.page().locator("main")).containsText("90 天后全部删去");
        }
    }
}
