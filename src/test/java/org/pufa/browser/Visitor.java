package org.pufa.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.pufa.support.BrowserPlatform;

/**
 * One person in front of a browser of their own. Every page that is looked at is pictured and examined; whatever went
 * wrong behind the pages is told when the person leaves.
 */
final class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b.*?</script>", Pattern.DOTALL);
    /** Else a picture of the whole page has a bar across its middle, and the browser scrolls to the field one is in. */
    private static final String LIE_STILL = "document.activeElement.matches('input,textarea')"
            + " && document.activeElement.blur();"
            + "document.querySelectorAll('.stick').forEach(bar => bar.style.position = 'static')";
    private static final String BE_AS_BEFORE =
            "document.querySelectorAll('.stick').forEach(bar => bar.removeAttribute('style'))";
    /** What somebody wants to look at: {@code one} picture of each page, or {@code all} sizes, by day and by night. */
    private static final String WANTED = System.getenv().getOrDefault("PUFA_TEST_PICTURES", "");
    private static final boolean ALL_PICTURES = WANTED.equals("all");
    private static final double PATIENCE_MILLIS = 15_000;

    private final Browser browser;
    private final String origin;
    private final Manner manner;
    private final BrowserContext context;
    private final Watch watch;
    private final Page page;

    private Visitor(BrowserPlatform platform, Manner manner) {
        this.browser = platform.browser();
        this.origin = platform.origin();
        this.manner = manner;
        this.context = browser.newContext(options().setJavaScriptEnabled(manner.scripts()));
        this.watch = new Watch(context, origin);
        this.page = newPage();
    }

    /** Somebody who was never here before. */
    static Visitor of(BrowserPlatform platform, Manner manner) {
        return new Visitor(platform, manner);
    }

    private Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(manner.width(), manner.height())
                .setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setAcceptDownloads(true);
    }

    /** Another tab of the same browser. */
    Page newPage() {
        var opened = context.newPage();
        opened.setDefaultTimeout(PATIENCE_MILLIS);
        return opened;
    }

    Manner manner() {
        return manner;
    }

    BrowserContext context() {
        return context;
    }

    Page page() {
        return page;
    }

    void open(String pathOrUrl) {
        page.navigate(pathOrUrl.startsWith("/") ? origin + pathOrUrl : pathOrUrl);
    }

    /** The paper in front of this person; what is chosen at random is the same for the same seed. */
    Paper paper(long seed) {
        return new Paper(page, manner, seed);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Pictures the page by day and by night, and examines it for barriers and for words that run off the screen. */
    void look(String name) {
        pictureThatFits(name, manner, !WANTED.isEmpty());
        if (manner == Manner.DESK) {
            page.setViewportSize(Manner.TABLET.width(), Manner.TABLET.height());
            pictureThatFits(name, Manner.TABLET, ALL_PICTURES);
            page.setViewportSize(manner.width(), manner.height());
        }
        if (manner.scripts()) {
            assertThat(Axe.barriers(page)).as("barriers on %s, %s", name, manner).isEmpty();
            if (ALL_PICTURES || manner != Manner.DESK) {
                lookByNight(name);
            }
        } else {
            assertThat(barriersOfTheStillPage()).as("barriers on %s, %s", name, manner).isEmpty();
        }
    }

    private void pictureThatFits(String name, Manner screen, boolean pictured) {
        assertThat((boolean) page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
                .as("%s fits the width of %s", name, screen).isTrue();
        if (pictured) {
            picture(name + screen.suffix());
        }
    }

    private void lookByNight(String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        if (ALL_PICTURES) {
            picture(name + manner.suffix() + "-dark");
        }
        assertThat(Axe.faintWords(page)).as("faint words on %s by night, %s", name, manner).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** The whole page, with the bar at the foot of the screen in its place at the end. */
    private void picture(String name) {
        page.evaluate(LIE_STILL);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
        page.evaluate(BE_AS_BEFORE);
    }

    /**
     * Axe is a script itself: it examines the same document in a browser that runs scripts, with ours taken out. Where
     * there are none to take out, the page is the one that is examined with scripts.
     */
    private List<?> barriersOfTheStillPage() {
        var whole = page.content();
        var still = SCRIPT.matcher(whole).replaceAll("");
        if (still.equals(whole)) {
            return List.of();
        }
        try (var other = browser.newContext(options())) {
            var copy = other.newPage();
            copy.route(page.url(), route -> route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8").setBody(still)));
            copy.navigate(page.url());
            return Axe.barriers(copy);
        }
    }

    /** Leaves, after saying what went wrong behind the pages. */
    @Override
    public void close() {
        context.close();
        assertThat(watch.complaints()).as("behind the pages, %s", manner).isEmpty();
    }
}
