package org.pufa.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** Somebody who has a keyboard and no mouse: what cannot be reached with Tab does not exist for them. */
final class Keys {

    private static final int MOST_TABS = 400;

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** Goes on with Tab until that control has the focus, and shows where it is. */
    private void reach(String selector) {
        page.waitForSelector(selector);
        for (int i = 0; i < MOST_TABS; i++) {
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " cannot be reached with the keyboard");
    }

    /** Presses a button or follows a link, and waits for the page behind it. */
    void press(String selector) {
        reach(selector);
        page.evaluate("window.isThePageBefore = true");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !isThePageBefore());
        page.waitForLoadState();
    }

    private boolean isThePageBefore() {
        try {
            return (boolean) page.evaluate("window.isThePageBefore === true");
        } catch (PlaywrightException e) {
            return true; // on the way from one page to the other
        }
    }

    /** Writes into a field, in place of what stood there. */
    void write(String selector, String text) {
        reach(selector);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText(text);
    }
}
