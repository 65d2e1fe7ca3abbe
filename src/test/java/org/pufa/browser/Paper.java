package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** The paper of a campaign in front of somebody: one step at a time with scripts, all at once without. */
final class Paper {

    private static final Pattern RECEIPT = Pattern.compile(".*/entries/[0-9A-Z]{12}$");

    private final Page page;
    private final boolean scripts;
    private final Random random;

    /** @param seed what is chosen at random is the same for the same seed */
    Paper(Page page, Manner manner, long seed) {
        this.page = page;
        this.scripts = manner.scripts();
        this.random = new Random(seed);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    List<Locator> steps() {
        return page.locator("[data-step]").all();
    }

    Locator item(String id) {
        return page.locator("[id='item-" + id + "']");
    }

    /** Answers each question with one option, and stands before the last button. */
    void answerEach(String nextButton) {
        var steps = steps();
        for (int at = 0; at < steps.size(); at++) {
            pickSome(steps.get(at), 1);
            if (at < steps.size() - 1) {
                next(nextButton);
            }
        }
    }

    /** Ticks the option of an item that reads so. */
    void pick(String item, String words) {
        item(item).locator("label").filter(new Locator.FilterOptions().setHasText(words)).first().click();
    }

    /** Picks as many of the item's options, different ones, at random. */
    void pickSome(Locator item, int count) {
        var labels = new ArrayList<>(item.locator("input[type=radio] + label, input[type=checkbox] + label").all());
        Collections.shuffle(labels, random);
        labels.subList(0, count).forEach(Locator::click);
    }

    /** Goes to the next step, where steps are shown one at a time. */
    void next(String button) {
        if (scripts) {
            button(button).click();
        }
    }

    /** Presses the last button and waits for the receipt; gives its code. */
    String submit(String button) {
        button(button).click();
        page.waitForURL(RECEIPT);
        assertThat(page.locator(".receipt .code")).isVisible();
        var url = page.url();
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
