package org.pufa.outreach.console;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.law.Laws;
import org.pufa.campaign.CampaignDesk;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.outreach.OutreachHoldings;
import org.pufa.outreach.Register;
import org.pufa.outreach.Stock;
import org.pufa.outreach.TitleHoldings;
import org.pufa.outreach.evidence.EvidenceBox;
import org.pufa.outreach.evidence.EvidenceIntake;
import org.pufa.outreach.kiosk.Kiosks;
import org.pufa.outreach.load.Loads;
import org.pufa.outreach.plan.Fulfilment;
import org.pufa.outreach.signin.Gatherings;
import org.pufa.staff.Doors;
import org.pufa.web.Request;
import org.pufa.web.Routes;

/** All console pages of outreach, put together. */
public final class OutreachConsole implements Routes {

    /** The list of records; every other page lies below it. */
    public static final String PATH = "/console/outreach";

    private final List<Routes> parts;

    /** What staff work with. */
    public record Tools(Doors doors, Register register, Stock stock, EvidenceBox evidence, EvidenceIntake intake,
            CampaignDesk desk, Laws laws, Loads loads,
            Gatherings gatherings, Kiosks kiosks, Fulfilment fulfilment) {
    }

    /** @param publicUrl under which citizens reach the platform; without it, links are made from the request's host */
    public OutreachConsole(Tools tools, Vertx vertx, Database database, Messages messages, Clock clock,
            Optional<URI> publicUrl) {
        var words = new OutreachWords(messages);
        tools.doors().reach().add(new OutreachHoldings(tools.register()));
        tools.doors().reach().add(new TitleHoldings(tools.stock()));
        tools.doors().reach().add(tools.gatherings());
        tools.doors().reach().common("evidence", "upload", "number");
        // a record's address would match those of the other pages, so it comes last
        this.parts = List.of(new ListPages(tools, database, words, clock),
                new EntryPages(tools, database, words, clock),
                new TotalsPages(tools, database, words, clock),
                new TitlePages(tools, database, words, clock),
                new GatheringPages(tools, database, words, publicUrl, clock),
                new KioskConsole(tools, database, words, clock),
                new LoadPages(tools, tools.loads(), vertx, database, words),
                new EvidencePages(tools, database, words),
                new RecordPages(tools, database, words));
    }

    /** The record that an address names. @throws Problem NOT_FOUND for an address that names none */
    static long id(Request request) {
        return number(request, OutreachHoldings.OUTREACH);
    }

    static long number(Request request, String part) {
        String id = request.path(part);
        if (!id.matches("[1-9]\\d{0,17}")) {
            throw Problem.notFound("outreach.unknown", id);
        }
        return Long.parseLong(id);
    }

    /** The number of a revision as a form sends it; 0 for what is none. */
    static int number(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 0;
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
