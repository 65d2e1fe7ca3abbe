package org.pufa;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pufa.bank.console.BankConsole;
import org.pufa.bank.format.Formats;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.picture.PicturePages;
import org.pufa.bank.preview.Previews;
import org.pufa.campaign.Attempts;
import org.pufa.campaign.CampaignApi;
import org.pufa.campaign.CampaignPages;
import org.pufa.campaign.CampaignWords;
import org.pufa.campaign.Channels;
import org.pufa.campaign.Hall;
import org.pufa.campaign.HomePages;
import org.pufa.campaign.Outcomes;
import org.pufa.campaign.Participation;
import org.pufa.campaign.Traffic;
import org.pufa.campaign.console.CampaignConsole;
import org.pufa.campaign.launch.LaunchConsole;
import org.pufa.campaign.poster.Posters;
import org.pufa.campaign.watch.Alarm;
import org.pufa.campaign.watch.AlarmRules;
import org.pufa.campaign.watch.Watch;
import org.pufa.identity.Participants;
import org.pufa.insight.console.InsightConsole;
import org.pufa.insight.report.ReportConsole;
import org.pufa.kinds.quiz.QuizFared;
import org.pufa.kinds.quiz.QuizStep;
import org.pufa.kinds.quiz.RegradeConsole;
import org.pufa.kinds.survey.SurveyStep;
import org.pufa.kinds.vote.VotePages;
import org.pufa.kinds.vote.VoteStep;
import org.pufa.learn.LearnWords;
import org.pufa.learn.PictureIntake;
import org.pufa.learn.console.LearnConsole;
import org.pufa.learn.pages.LearnPages;
import org.pufa.learn.pages.LessonView;
import org.pufa.ledger.Erasures;
import org.pufa.ledger.Ledger;
import org.pufa.ledger.Sealer;
import org.pufa.outreach.console.OutreachConsole;
import org.pufa.outreach.evidence.EvidenceBox;
import org.pufa.outreach.evidence.EvidenceIntake;
import org.pufa.outreach.kiosk.KioskPages;
import org.pufa.outreach.kiosk.KioskPasses;
import org.pufa.outreach.kiosk.Kiosks;
import org.pufa.outreach.load.Loads;
import org.pufa.outreach.plan.CampaignDeeds;
import org.pufa.outreach.plan.Deeds;
import org.pufa.outreach.plan.Fulfilment;
import org.pufa.outreach.plan.Head;
import org.pufa.outreach.plan.OutreachDeeds;
import org.pufa.outreach.plan.Plans;
import org.pufa.outreach.plan.console.PlanConsole;
import org.pufa.outreach.plan.table.PlanLoads;
import org.pufa.outreach.sheet.Sheets;
import org.pufa.outreach.signin.Gatherings;
import org.pufa.outreach.signin.SigninPages;
import org.pufa.privacy.ErasurePages;
import org.pufa.privacy.NoticePages;
import org.pufa.privacy.Purge;
import org.pufa.privacy.Retention;
import org.pufa.privacy.RetentionConsole;
import org.pufa.settings.AccessibilityPage;
import org.pufa.settings.ChecklistConsole;
import org.pufa.settings.Settings;
import org.pufa.settings.SettingsConsole;
import org.pufa.settings.SiteFiles;
import org.pufa.settings.SiteSettings;
import org.pufa.staff.Staff;
import org.pufa.web.Assets;
import org.pufa.web.Csrf;
import org.pufa.web.PageCache;
import org.pufa.web.Pages;
import org.pufa.web.Problems;
import org.pufa.web.Routes;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.SignedToken;
import org.pufa.web.Views;
import org.pufa.web.WebConfig;
import org.pufa.web.WebServer;

/** All doors of the platform behind one HTTP server, and the ledger behind them. */
public final class FrontDoor {

    private final Config config;
    private final Vertx vertx;
    private final Ledger ledger;
    private final Sealer sealer;
    private final Staff staff;
    private final Settings settings;
    private final House house;
    private final Purge purge;
    private final Watch watch;
    private final Traffic traffic;
    private final WebServer server;
    private final Views views;

    /** What pages are made with. It needs no database, so it can be made ready while one starts. */
    record Workshop(WebConfig config, SecurityHeaders security, Assets assets, Views views) {

        static Workshop of(Config config) {
            var web = WebConfig.of(config.publicUrl().orElse(null), config.trustedProxies());
            var security = new SecurityHeaders(web);
            var assets = new Assets(security);
            return new Workshop(web, security, assets, new Views(House.messages(), assets, false));
        }
    }

    FrontDoor(Config config, Workshop workshop, House house, Clock clock, SecureRandom random, byte[] secret,
            PrometheusMeterRegistry metrics) {
        this.config = config;
        this.house = house;
        this.vertx = house.vertx();
        this.views = workshop.views();
        var webConfig = workshop.config();
        var messages = House.messages();
        var security = workshop.security();
        var assets = workshop.assets();
        var csrf = new Csrf(secret, webConfig, random);
        this.settings = house.settings();
        var site = new SiteSettings(settings, config.site());
        var pages = new Pages(webConfig, path -> site.site().withPrivacyUrl(NoticePages.urlFor(house.campaigns(), path)),
                workshop.views(), csrf);
        var problems = new Problems(pages, security, messages);
        var cache = new PageCache(pages, security, clock);
        settings.onChange(() -> cache.invalidate("/"));
        this.ledger = new Ledger(vertx, house.database(), clock, random, config.ledger());
        this.sealer = new Sealer(house.database(), house.books(), clock);
        this.staff = new Staff(vertx, house.database(), house.audit(),
                new Staff.Web(pages, problems, csrf, messages, webConfig.publicUrl()), staffSettings(), secret,
                random, clock);

        var outcomes = new Outcomes();
        this.watch = new Watch(vertx, house.database(), house.campaigns(), outcomes, new AlarmRules(config.alarms()), clock);
        this.traffic = new Traffic(clock);
        var hall = hall(house, clock, random, secret, outcomes);
        var passes = new KioskPasses(new SignedToken(secret, "kiosk"), clock);
        var channels = new Channels(house.campaigns(), passes, webConfig.https());
        var kiosks = new Kiosks(house.database(), house.channels(), house.campaigns(), house.audit(), random, clock);
        var gatherings = new Gatherings(house.audit(), random, clock);
        var sheets = new Sheets(vertx, clock);
        var plans = new Plans(house.audit(), clock);
        var fulfilment = new Fulfilment(plans, new Deeds(List.of(new OutreachDeeds(gatherings, clock),
                new CampaignDeeds(house.desk(), house.campaigns(), clock),
                new LessonDeeds(house.lessons(), house.views()))), house.audit(), clock);
        var routes = new ArrayList<Routes>();
        routes.add(assets);
        routes.add(new OperationsRoutes(pages, house.database(), metrics));
        routes.add(new CampaignApi(hall, channels, pages));
        routes.add(new HomePages(house.campaigns(), pages, cache, new CampaignWords(messages), clock,
                house.learnShelf()));
        routes.add(new VotePages(house.campaigns()::get, pages, clock));
        routes.add(new CampaignPages(hall, channels, pages, cache, csrf, problems, messages));
        routes.add(new CampaignConsole(staff.doors(), new CampaignConsole.Tools(house.desk(), house.channels(),
                house.campaigns(), house.definitions(), new Posters(vertx), watch, house.verifier(),
                house.words(), house.vault(), ledger::waiting), vertx,
                house.audit(), house.database(), messages, clock, config.publicUrl()));
        routes.add(new LaunchConsole(staff.doors(), house.desk(), house.definitions(), List.of(
                new QuizStep(house.banks(), house.database(), messages), new SurveyStep(messages),
                new VoteStep(messages)), house.audit(), house.database(), messages, random, clock));
        routes.add(new BankConsole(staff.doors(), vertx, new BankConsole.Shelves(house.banks(), house.laws(),
                house.questions(), new Previews(vertx, new Intake(Formats.readers())::read, house.laws(),
                house.audit(), clock), Formats.writers(), new QuizFared()), house.database(), messages, clock));
        routes.add(new PicturePages(pages, house.database()));
        routes.add(new RegradeConsole(staff.doors(), house.regrades(), house.database(), messages));
        var erasures = new Erasures();
        var retention = new Retention(settings, Retention.usual(house.campaigns(), erasures));
        this.purge = new Purge(vertx, house.database(), retention, house.audit(), house.vault(), house.resealing(), clock);
        routes.add(new NoticePages(house.campaigns(), retention, site, pages, cache, messages, clock));
        routes.add(new ErasurePages(house.campaigns(), house.entries(), erasures, retention, house.audit(),
                house.database(), new ErasurePages.Web(pages, csrf, messages, clock)));
        routes.add(new RetentionConsole(staff.doors(), house.database(), settings, retention, purge, messages));
        routes.add(new SiteFiles(site, pages));
        routes.add(new AccessibilityPage(site, pages, cache));
        routes.add(new SettingsConsole(staff.doors(), vertx, settings, site, messages));
        routes.add(new ChecklistConsole(staff.doors(), new PublicChecks(config, house, site, clock).all(), messages));
        routes.add(new OutreachConsole(new OutreachConsole.Tools(staff.doors(), house.register(), house.stock(),
                new EvidenceBox(house.audit(), clock), new EvidenceIntake(vertx), house.desk(), house.laws(),
                new Loads(sheets, house.register(), house.stock(), house.audit(), messages, clock), gatherings, kiosks,
                fulfilment), vertx, house.database(), messages, clock, config.publicUrl()));
        routes.add(new PlanConsole(staff.doors(), new PlanConsole.Desk(plans, fulfilment, new PlanLoads(sheets, plans,
                fulfilment.deeds(), house.laws(), house.audit()), house.laws(), house.audit()), () -> new Head(
                site.programme(), site.site().organizer().zh()), vertx, house.database(), messages, clock));
        routes.add(new SigninPages(gatherings, hall.participants(), house.campaigns(), house.database(), pages, csrf,
                messages, clock));
        routes.add(new KioskPages(kiosks, hall.participants(), house.campaigns(), house.database(),
                passes, pages, csrf, messages, clock));
        var learnWords = new LearnWords(messages);
        var lessonView = new LessonView(learnWords, house.laws(), house.lessons().check());
        routes.add(new LearnPages(new LearnPages.Shelves(house.learnShelf(), house.lessons(), house.views(), lessonView,
                house.campaigns()), house.database(), pages, cache, learnWords, clock, config.publicUrl()));
        routes.add(new LearnConsole(new LearnConsole.Tools(staff.doors(), house.lessons(), house.learnShelf(),
                house.views(), lessonView, new PictureIntake(vertx), house.laws(), house.banks(), house.desk()),
                house.database(), learnWords));
        routes.add(new InsightConsole(staff.doors(), house.statistics(), house.campaigns(),
                house.database(), house.audit(), messages, clock));
        routes.add(new ReportConsole(staff.doors(), house.reports(), config.publicUrl(), clock));
        routes.addAll(staff.routes());
        this.server = new WebServer(vertx, webConfig, security, problems, cache, List.copyOf(routes));
        Gauge.builder("pufa_ledger_waiting", ledger, Ledger::waiting)
                .description("submissions that wait to be written").register(metrics);
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            Gauge.builder("pufa_alarms", watch, watched -> watched.open().stream()
                            .filter(alarm -> alarm.kind() == kind).count())
                    .tag("kind", kind.code()).description("alarms that last").register(metrics);
        }
    }

    private Staff.Settings staffSettings() {
        var site = config.site();
        return new Staff.Settings(config.adminSecondFactor(), Stream.of(site.name(), site.organizer())
                .flatMap(text -> Stream.of(text.zh(), text.en())).toList(), config.openId());
    }

    private Hall hall(House house, Clock clock, SecureRandom random, byte[] secret, Outcomes outcomes) {
        var attempts = new Attempts(house.database(), house.entries(), new SignedToken(secret, "attempt"), random,
                clock);
        return new Hall(house.campaigns(), attempts, new Participation(attempts, ledger, house.words(), clock, outcomes),
                new Participants(new SignedToken(secret, "participant"), random), house.entries(), house.database(),
                traffic, clock, house.learnShelf());
    }

    /** What must be ready before campaigns are loaded. */
    Future<Void> prepare() {
        return house.database().inTx(house.vault()::check).compose(checked -> ledger.start())
                .compose(started -> settings.start());
    }

    /** Begins to listen; gives the port. */
    Future<Integer> open() {
        sealer.start(vertx);
        watch.start();
        purge.start();
        house.views().start();
        traffic.start(vertx, house.database());
        return server.start(config.host(), config.port(), config.port() == 0 ? 1 : config.eventLoops());
    }

    /** Makes ready what the first visitors would otherwise wait for. */
    void warmUp() {
        views.compileAll();
    }

    /** The path of a fresh one-time link that makes the first administrator, while there is none. */
    public Future<Optional<String>> setupPath() {
        return staff.firstAdministratorLink();
    }

    /** Every route there is. */
    List<String> mounted() {
        return server.mounted();
    }

    /** Accounts, for the command line. */
    public Staff staff() {
        return staff;
    }

    /** Lets running requests finish, at most for {@code patience}. */
    Future<Void> close(Duration patience) {
        return server.stop(patience).eventually(traffic::stop).eventually(house.views()::stop).eventually(watch::stop)
                .eventually(purge::stop).eventually(sealer::stop).eventually(ledger::stop)
                .eventually(settings::stop);
    }
}
