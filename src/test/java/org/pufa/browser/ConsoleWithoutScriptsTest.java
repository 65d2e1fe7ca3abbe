package org.pufa.browser;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.BrowserPlatform;

/** The console at a desk where scripts are turned off. */
class ConsoleWithoutScriptsTest extends ConsoleJourney {

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    ConsoleWithoutScriptsTest() {
        super(platform, Manner.DESK_WITHOUT_SCRIPTS);
    }
}
