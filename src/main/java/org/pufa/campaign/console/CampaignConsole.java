package org.pufa.campaign.console;

import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.DefinitionReader;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.staff.Doors;
import org.pufa.web.Routes;

/** All console pages of campaigns, put together. */
public final class CampaignConsole implements Routes {

    private final List<Routes> parts;

    /** @param publicUrl under which citizens reach the platform; without it, links are made from the request's host */
    public CampaignConsole(Doors doors, CampaignDesk desk, Campaigns campaigns, DefinitionReader reader,
            AuditLog audit, Database database, Messages messages, Clock clock, Optional<URI> publicUrl) {
        var words = new ConsoleWords(messages);
        var shelf = new CampaignShelf(desk, campaigns, clock);
        var counts = new CampaignCounts(database, clock);
        this.parts = List.of(new TodayConsole(doors, shelf, desk, counts, words, clock),
                new ListConsole(doors, shelf, counts, words),
                new FilingConsole(doors, desk, reader, words),
                new OverviewConsole(doors, shelf, desk, database, words, clock),
                new EntriesConsole(doors, shelf, database, words, clock),
                new DefinitionConsole(doors, shelf, desk, words, clock, publicUrl),
                new ExportConsole(doors, shelf, database, audit, words, clock),
                new StepConsole(doors, shelf, desk, campaigns, words),
                new CorrectionConsole(doors, shelf, desk, campaigns, words));
    }

    @Override
    public void mount(Router router) {
        parts.forEach(part -> part.mount(router));
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return parts.stream().flatMap(part -> part.bodyLimits().stream()).toList();
    }
}
