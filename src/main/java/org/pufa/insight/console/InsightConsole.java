package org.pufa.insight.console;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.Campaigns;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.insight.stats.Statistics;
import org.pufa.staff.Doors;
import org.pufa.web.Routes;

/** All console pages of figures, put together. */
public final class InsightConsole implements Routes {

    private final List<Routes> parts;

    public InsightConsole(Doors doors, Statistics statistics, Campaigns campaigns, Database database,
            AuditLog audit, Messages messages, Clock clock) {
        this.parts = List.of(new DashboardConsole(doors, statistics, messages, clock),
                new ItemsConsole(doors, statistics, campaigns, messages),
                new ExportsConsole(doors, statistics, campaigns, database, audit, messages, clock));
    }

    @Override
    public void mount(Router router) {
        parts.forEach(part -> part.mount(router));
    }
}
