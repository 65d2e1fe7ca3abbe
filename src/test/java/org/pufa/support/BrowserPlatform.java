package org.pufa.support;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.pufa.App;
import org.pufa.Config;
import org.pufa.House;

/**
 * The whole platform for one test class, started as in production with the ready campaigns open, on a database of its
 * own, and the browser to visit it with.
 */
public final class BrowserPlatform implements BeforeAllCallback, AfterAllCallback {

    private static final String SECRET = "5e".repeat(32);

    private final TestDatabase database = TestDatabase.migrated();
    private final Clock clock;
    private final Map<String, String> settings;
    private Browser browser;
    private App app;

    public BrowserPlatform() {
        this(Clock.systemUTC());
    }

    /** @param clock the time by which the platform lives; the browser keeps its own */
    public BrowserPlatform(Clock clock) {
        this(clock, Map.of());
    }

    /** @param settings environment variables besides those of every test */
    public BrowserPlatform(Clock clock, Map<String, String> settings) {
        this.clock = clock;
        this.settings = Map.copyOf(settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = BrowserRun.of(context);
        database.beforeAll(context);
        var environment = new HashMap<>(Map.of("PUFA_PORT", "0", "PUFA_DATABASE_URL", database.url(),
                "PUFA_SECRET", SECRET, "PUFA_DATA", folder().toString()));
        environment.putAll(settings);
        app = App.start(Config.from(environment), clock);
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of("target", "browser-data", Long.toString(ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (app != null) {
            app.stop();
            database.afterAll(context);
        }
    }

    public Browser browser() {
        return browser;
    }

    /** Where the platform answers, without a slash at the end. */
    public String origin() {
        return app.url();
    }

    /** What stands behind the pages. */
    public House house() {
        return app.house();
    }

    /** The one-time link that makes the first administrator. */
    public String setupLink() {
        return app.setupLink().orElseThrow();
    }

    /** How many participations the database holds for a campaign. */
    public long entries(String slug) {
        return database.database().read(tx -> tx.get("""
                select count(*) n from entry join campaign on campaign.id = entry.campaign_id where slug = $1""",
                row -> row.getLong("n"), slug)).await();
    }
}
