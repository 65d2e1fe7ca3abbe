package org.pufa.browser;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.BrowserPlatform;

/** The console at a desk. */
class ConsoleJourneyTest extends ConsoleJourney {

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    ConsoleJourneyTest() {
        super(platform, Manner.DESK);
    }
}
