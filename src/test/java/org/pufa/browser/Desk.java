package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import org.pufa.support.BrowserPlatform;

/** A member of staff before the console. */
final class Desk implements AutoCloseable {

    private final Visitor visitor;

    Desk(BrowserPlatform platform, Manner manner) {
        this.visitor = Visitor.of(platform, manner);
    }

    Visitor visitor() {
        return visitor;
    }

    Locator main() {
        return visitor.page().locator("main");
    }

    /** Chooses a password through a one-time link that names the account already. */
    void choosePassword(String link, String password) {
        visitor.open(link);
        enter("新密码", password);
        enter("再输一次", password);
        press("保存密码");
    }

    /** Fills the form of the sign-in page and sends it. */
    void signIn(String username, String password) {
        enter("用户名", username);
        enter("密码", password);
        press("登录");
    }

    void enter(String label, String text) {
        visitor.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    void press(String button) {
        visitor.button(button).click();
    }

    /** Goes to a place of the side navigation, which may hide behind its heading. */
    void go(String place) {
        var link = visitor.page().locator(".side").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions()
                .setName(place).setExact(true).setIncludeHidden(true));
        link.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (!link.isVisible()) {
            visitor.page().locator(".side summary").click();
        }
        link.click();
    }

    void follow(String link) {
        main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link).setExact(true)).first().click();
    }

    void upload(String label, String name, String text) {
        upload(label, name, "application/yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    void upload(String label, String name, String type, byte[] content) {
        visitor.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload(name, type, content));
    }

    /** Takes a step of the campaign that is open: its page says what will happen, the button does it. */
    void step(String act, String reason) {
        follow(act);
        assertThat(main().locator(".note")).isVisible();
        if (!reason.isEmpty()) {
            visitor.page().locator("#reason").fill(reason);
        }
        main().getByRole(AriaRole.BUTTON).click();
        assertThat(visitor.page().locator(".head")).isVisible();
    }

    @Override
    public void close() {
        visitor.close();
    }
}
