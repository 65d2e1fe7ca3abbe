package org.pufa.campaign.launch;

import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.DefinitionReader;
import org.pufa.campaign.Preview;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.staff.Doors;
import org.pufa.web.Routes;

/** All console pages on the way from an idea to a launched campaign, put together. */
public final class LaunchConsole implements Routes {

    private final List<Routes> parts;

    /** @param contents the step of each kind, in the order in which kinds are offered */
    public LaunchConsole(Doors doors, CampaignDesk desk, DefinitionReader reader, List<ContentStep> contents,
            AuditLog audit, Database database, Messages messages, SecureRandom random, Clock clock) {
        var drafts = new Drafts(database, desk, audit, clock);
        var wizard = new Wizard(contents, drafts, reader, desk, database, messages);
        doors.reach().add(new DraftHoldings(drafts, wizard));
        this.parts = List.of(new StartConsole(doors, drafts, wizard, desk, clock),
                new PreviewConsole(doors, drafts, reader, new Preview(database, messages, random, clock), wizard,
                        desk),
                new ReviewConsole(doors, wizard, desk), new WizardConsole(doors, drafts, wizard, desk));
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
