package org.pufa.outreach.console;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pufa.bank.law.Laws;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.ChannelDesk;
import org.pufa.campaign.DefinitionReader;
import org.pufa.campaign.Kinds;
import org.pufa.identity.Participants;
import org.pufa.ledger.Books;
import org.pufa.outreach.Register;
import org.pufa.outreach.Stock;
import org.pufa.outreach.evidence.EvidenceBox;
import org.pufa.outreach.evidence.EvidenceIntake;
import org.pufa.outreach.kiosk.Kiosks;
import org.pufa.outreach.load.Loads;
import org.pufa.outreach.plan.CampaignDeeds;
import org.pufa.outreach.plan.Deeds;
import org.pufa.outreach.plan.Fulfilment;
import org.pufa.outreach.plan.OutreachDeeds;
import org.pufa.outreach.plan.Plans;
import org.pufa.outreach.plan.console.PlanConsole;
import org.pufa.outreach.plan.Head;
import org.pufa.outreach.plan.table.PlanLoads;
import org.pufa.outreach.sheet.Sheets;
import org.pufa.outreach.signin.Gatherings;
import org.pufa.outreach.signin.SigninPages;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;
import org.pufa.web.Csrf;
import org.pufa.web.Routes;
import org.pufa.web.SignedToken;
import org.pufa.web.WebConfig;

/** A console with the pages of outreach, and two who work there: ana enters, bob confirms. */
public final class Office {

    static final String FIELD = "/console/outreach/field";
    private static final Pattern RECORD = Pattern.compile("done=(\\d+)");

    public final Console console;
    public Browser ana;
    public Browser bob;
    public final Browser admin;

    public Office(TestDatabase tests) {
        console = new Console(tests, Office::routes);
        console.account("ana", "manager");
        console.account("bob", "reviewer");
        console.account("admin", "admin");
        console.account("stat", "statistician");
        ana = console.signedIn("ana");
        bob = console.signedIn("bob");
        admin = console.signedIn("admin");
    }

    private static List<Routes> routes(Console with) {
        var stock = new Stock(with.audit, with.clock);
        var desk = new CampaignDesk(with.database, new DefinitionReader(new Kinds()), new Books(), with.audit,
                new SecureRandom(), with.clock, true);
        var campaigns = new Campaigns(with.vertx, with.database, desk, new Books());
        var gatherings = new Gatherings(with.audit, with.random, with.clock);
        var register = new Register(stock, with.audit, with.clock);
        var plans = new Plans(with.audit, with.clock);
        var fulfilment = new Fulfilment(plans, new Deeds(List.of(new OutreachDeeds(gatherings, with.clock),
                new CampaignDeeds(desk, campaigns, with.clock))), with.audit, with.clock);
        return List.of(new OutreachConsole(new OutreachConsole.Tools(with.staff.doors(), register, stock,
                new EvidenceBox(with.audit, with.clock), new EvidenceIntake(with.vertx), desk,
                new Laws(with.audit, with.clock), new Loads(new Sheets(with.vertx, with.clock), register, stock, with.audit, with.messages,
                with.clock), gatherings, new Kiosks(with.database, new ChannelDesk(with.database, desk, with.audit,
                with.random, with.clock), campaigns, with.audit, with.random, with.clock), fulfilment), with.vertx, with.database, with.messages, with.clock, Optional.empty()),
                new PlanConsole(with.staff.doors(), new PlanConsole.Desk(plans, fulfilment, new PlanLoads(
                        new Sheets(with.vertx, with.clock), plans, fulfilment.deeds(), new Laws(with.audit, with.clock),
                        with.audit), new Laws(with.audit, with.clock), with.audit), () -> new Head("九五普法",
                        "杭州市人力资源和社会保障局"), with.vertx, with.database, with.messages, with.clock),
                new SigninPages(gatherings, new Participants(new SignedToken(Console.KEY, "participant"), with.random),
                        campaigns, with.database, with.pages,
                        new Csrf(Console.KEY, WebConfig.of(null, 0), with.random), with.messages, with.clock));
    }

    /** The fields of a new form with these in it; what is not given is an event of 4 December 2019. */
    static String[] form(String... namesAndValues) {
        var fields = new LinkedHashMap<>(Map.of("client", UUID.randomUUID().toString(), "kind", "event", "starts",
                "2019-12-04"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields.entrySet().stream().flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** Enters a record that is right, and gives its address. */
    public String enter(String... namesAndValues) {
        return enter(List.of(), namesAndValues);
    }

    String enter(List<Browser.Sent> files, String... namesAndValues) {
        ana.get(FIELD);
        var answer = ana.postFiles(FIELD, files, form(namesAndValues));
        Matcher record = RECORD.matcher(answer.headers().firstValue("location").orElseThrow(() ->
                new AssertionError(answer.body())));
        record.find();
        return "/console/outreach/" + record.group(1);
    }

    /** Lets bob confirm the revision of that number. */
    public void confirm(String record, int revision) {
        bob.get(record);
        var done = bob.post(record + "/decisions", "expected", Integer.toString(revision), "decision", "confirm", "note", "");
        if (done.statusCode() != 303) {
            throw new AssertionError(done.body());
        }
    }
}
