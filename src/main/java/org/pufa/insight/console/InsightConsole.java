package org.pufa.insight.console;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import org.pufa.i18n.Messages;
import org.pufa.insight.stats.Statistics;
import org.pufa.staff.Doors;
import org.pufa.web.Routes;

/** All console pages of figures, put together. */
public final class InsightConsole implements Routes {

    private final List<Routes> parts;

    public InsightConsole(Doors doors, Statistics statistics, Messages messages, Clock clock) {
        this.parts = List.of(new DashboardConsole(doors, statistics, messages, clock));
    }

    @Override
    public void mount(Router router) {
        parts.forEach(part -> part.mount(router));
    }
}
