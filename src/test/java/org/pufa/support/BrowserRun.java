package org.pufa.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * The one browser of a test run: the Chromium of the system, never a downloaded one. Where there is none, tests that
 * ask for it are skipped; on a build server, which must have one, they fail.
 */
public final class BrowserRun implements AutoCloseable {

    private static final String NAMED = "PUFA_TEST_CHROMIUM";
    private static final List<Path> USUAL = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"));
    private static final List<String> ALONE = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private BrowserRun(Path chromium) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium)
                .setHeadless(true).setArgs(ALONE));
    }

    /**
     * The browser, started when it is asked for the first time.
     *
     * @throws TestAbortedException where no Chromium is installed
     * @throws IllegalStateException in that case with {@code CI=true}
     */
    public static Browser of(ExtensionContext context) {
        var chromium = installed();
        return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(BrowserRun.class, key -> new BrowserRun(chromium), BrowserRun.class).browser;
    }

    private static Path installed() {
        var named = System.getenv().getOrDefault(NAMED, "");
        var places = named.isEmpty() ? USUAL : List.of(Path.of(named));
        return places.stream().filter(Files::isExecutable).findFirst().orElseThrow(() -> missing(places));
    }

    private static RuntimeException missing(List<Path> places) {
        var sentence = "Browser tests need Chromium, and there is none at " + places
                + ". Install it (apt-get install chromium) or name one in " + NAMED + ".";
        return Boolean.parseBoolean(System.getenv("CI")) ? new IllegalStateException(sentence)
                : new TestAbortedException(sentence);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
