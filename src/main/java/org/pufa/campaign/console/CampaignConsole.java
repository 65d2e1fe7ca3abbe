package org.pufa.campaign.console;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.ChannelDesk;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.DefinitionReader;
import org.pufa.campaign.Words;
import org.pufa.campaign.poster.Posters;
import org.pufa.campaign.watch.Watch;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.ledger.Verifier;
import org.pufa.staff.Doors;
import org.pufa.vault.Vault;
import org.pufa.web.Routes;

/** All console pages of campaigns, put together. */
public final class CampaignConsole implements Routes {

    private final List<Routes> parts;

    /**
     * What staff work with.
     *
     * @param waiting how many submissions wait to be written on this node
     */
    public record Tools(CampaignDesk desk, ChannelDesk channels, Campaigns campaigns, DefinitionReader reader,
            Posters posters, Watch watch, Verifier verifier, Words words, Vault vault, IntSupplier waiting) {
    }

    /** @param publicUrl under which citizens reach the platform; without it, links are made from the request's host */
    public CampaignConsole(Doors doors, Tools tools, Vertx vertx, AuditLog audit, Database database, Messages messages,
            Clock clock, Optional<URI> publicUrl) {
        var desk = tools.desk();
        var campaigns = tools.campaigns();
        var words = new ConsoleWords(messages);
        doors.reach().add(new CampaignHoldings(desk));
        doors.reach().common("name");
        var shelf = new CampaignShelf(desk, tools.channels(), campaigns, clock);
        var address = new PublicAddress(publicUrl);
        var verify = new VerifyConsole(doors, shelf, database, tools.verifier(), tools.words(), audit, words);
        var counts = new CampaignCounts(database, clock);
        this.parts = List.of(verify, new TodayConsole(doors, shelf, desk, counts, tools.watch(), words, clock),
                new ListConsole(doors, shelf, counts, words),
                new FilingConsole(doors, desk, tools.reader(), database, words),
                new OverviewConsole(doors, shelf, desk, database, tools.watch(), tools.waiting(), verify,
                        new LiveFeed(vertx, doors, words, clock), words, clock),
                new EntriesConsole(doors, shelf, database, audit, words, clock),
                new DefinitionConsole(doors, shelf, words, clock),
                new ChannelConsole(doors, shelf, tools.channels(), campaigns, database, words, address, clock),
                new PosterConsole(doors, shelf, words, address, tools.posters()),
                new ExportConsole(doors, shelf, database, audit, new ExportTables(words, tools.words()), tools.vault(),
                        words, clock),
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
