package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.support.BrowserPlatform;

/** Pages beside the journeys, and what pages weigh. */
class SmallPagesTest {

    private static final int MOST_BYTES = 40 * 1024;
    private static final Map<String, String> PAGES = Map.of("help", "/help", "privacy", "/privacy", "past", "/past",
            "log-empty", "/c/wage-survey/log", "results-empty", "/c/no-arrears-vote/results",
            "unknown-campaign", "/c/no-such-campaign", "unknown-page", "/no/such/page",
            "unknown-receipt", "/c/labor-contract-quiz/entries/0123456789AB");

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "PHONE_WITHOUT_SCRIPTS", "PHONE_LARGE"})
    void everyOtherPageLeadsOn(Manner manner) {
        try (var visitor = Visitor.of(platform, manner)) {
            visitor.open(manner.large() ? "/?size=large" : "/");
            PAGES.forEach((name, path) -> {
                visitor.open(path);
                assertThat(visitor.page().locator("main a")).not().hasCount(0);
                visitor.look(name);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/c/labor-contract-quiz", "/c/wage-survey", "/c/no-arrears-vote"})
    void aLandingPageWithAllItNeedsIsLight(String path) {
        try (var visitor = Visitor.of(platform, Manner.PHONE)) {
            List<Request> requests = new ArrayList<>();
            visitor.page().onRequestFinished(requests::add);

            visitor.page().waitForRequestFinished(() -> visitor.open(path));
            visitor.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

            assertThat(requests.stream().mapToInt(SmallPagesTest::weight).sum()).isBetween(1, MOST_BYTES);
        }
    }

    private static int weight(Request request) {
        var sizes = request.sizes();
        return sizes.responseHeadersSize + sizes.responseBodySize;
    }
}
