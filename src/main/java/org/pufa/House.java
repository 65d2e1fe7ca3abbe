package org.pufa;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Banks;
import org.pufa.bank.desk.QuestionDesk;
import org.pufa.bank.format.BankYaml;
import org.pufa.bank.law.Laws;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.ChannelDesk;
import org.pufa.campaign.DefinitionReader;
import org.pufa.campaign.Kinds;
import org.pufa.campaign.Words;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.insight.report.Reports;
import org.pufa.insight.stats.Statistics;
import org.pufa.kinds.quiz.QuizKind;
import org.pufa.kinds.quiz.Regrades;
import org.pufa.kinds.survey.SurveyKind;
import org.pufa.kinds.vote.VoteKind;
import org.pufa.ledger.Books;
import org.pufa.ledger.Entries;
import org.pufa.ledger.PublicLog;
import org.pufa.ledger.Verifier;
import org.pufa.learn.LearnShelf;
import org.pufa.learn.Lessons;
import org.pufa.learn.Views;
import org.pufa.outreach.Register;
import org.pufa.outreach.Stock;
import org.pufa.outreach.plan.Plans;
import org.pufa.settings.Settings;
import org.pufa.vault.KeySource;
import org.pufa.vault.Resealing;
import org.pufa.vault.Vault;

/** What the platform is without its doors: the part that the server and the command line share. */
public final class House {

    /** Packages that bring sentences. */
    static final List<String> BUNDLES = List.of("kernel", "db", "yaml", "web", "picture", "ledger", "audit", "staff",
            "identity", "bank", "bank.law", "bank.desk", "bank.preview", "bank.console", "campaign", "campaign.console",
            "campaign.launch", "settings", "vault", "privacy", "kinds.quiz", "kinds.survey",
            "kinds.vote", "outreach", "outreach.plan", "learn", "insight",
            "cli");

    private static final Messages MESSAGES = new Messages(BUNDLES);

    private final Vertx vertx;
    private final Database database;
    private final AuditLog audit;
    private final Vault vault;
    private final Words words;
    private final Banks banks;
    private final Laws laws;
    private final QuestionDesk questions;
    private final Kinds kinds;
    private final DefinitionReader definitions;
    private final Books books = new Books();
    private final Entries entries = new Entries();
    private final PublicLog publicLog = new PublicLog();
    private final CampaignDesk desk;
    private final ChannelDesk channels;
    private final Campaigns campaigns;
    private final Regrades regrades;
    private final Settings settings;
    private final Stock stock;
    private final Register register;
    private final Lessons lessons;
    private final LearnShelf learnShelf;
    private final Views views;
    private final Reports reports;
    private final Statistics statistics;

    /** @param keys what seals personal data */
    public House(Vertx vertx, Database database, Clock clock, SecureRandom random, boolean secondPerson,
            KeySource keys) {
        this.vertx = vertx;
        this.database = database;
        this.audit = new AuditLog(clock);
        this.vault = new Vault(keys, audit, random);
        this.words = new Words(vault, random);
        this.banks = new Banks(new BankYaml(), audit, clock);
        this.laws = new Laws(audit, clock);
        this.questions = new QuestionDesk(banks, laws, audit, clock, secondPerson);
        this.kinds = new Kinds(new QuizKind(banks, MESSAGES), new SurveyKind(MESSAGES), new VoteKind(MESSAGES));
        this.definitions = new DefinitionReader(kinds);
        this.desk = new CampaignDesk(database, definitions, books, audit, random, clock, secondPerson);
        this.channels = new ChannelDesk(database, desk, audit, random, clock);
        this.campaigns = new Campaigns(vertx, database, desk, books);
        this.stock = new Stock(audit, clock);
        this.register = new Register(stock, audit, clock);
        this.lessons = new Lessons(laws, banks, audit, clock, secondPerson);
        this.learnShelf = new LearnShelf(vertx, database, lessons);
        this.views = new Views(vertx, database, clock);
        this.statistics = new Statistics(database, desk, campaigns, clock);
        this.reports = new Reports(vertx, database, statistics, campaigns, kinds, new Plans(audit, clock), audit,
                MESSAGES, clock, secondPerson);
        this.regrades = new Regrades(banks, questions, campaigns, books, audit, clock);
        this.settings = new Settings(vertx, database, audit, clock);
    }

    /** Every sentence of the platform, in both languages. */
    public static Messages messages() {
        return MESSAGES;
    }

    public Vertx vertx() {
        return vertx;
    }

    public Database database() {
        return database;
    }

    public AuditLog audit() {
        return audit;
    }

    /** What seals personal data. */
    public Vault vault() {
        return vault;
    }

    /** What people wrote in their own words. */
    public Words words() {
        return words;
    }

    /** What seals anew after a rotation. */
    public Resealing resealing() {
        return new Resealing(database, vault, Words.COLUMNS);
    }

    public Banks banks() {
        return banks;
    }

    public Laws laws() {
        return laws;
    }

    /** What staff do with questions. */
    public QuestionDesk questions() {
        return questions;
    }

    public Kinds kinds() {
        return kinds;
    }

    public DefinitionReader definitions() {
        return definitions;
    }

    public Books books() {
        return books;
    }

    public Entries entries() {
        return entries;
    }

    public PublicLog publicLog() {
        return publicLog;
    }

    public CampaignDesk desk() {
        return desk;
    }

    /** What staff do with channels. */
    public ChannelDesk channels() {
        return channels;
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    /** What corrects keys and scores. */
    public Regrades regrades() {
        return regrades;
    }

    /** What administrators decided in the console. */
    public Settings settings() {
        return settings;
    }

    /** What is handed out by title. */
    public Stock stock() {
        return stock;
    }

    /** The register of outreach. */
    public Register register() {
        return register;
    }

    /** What staff do with learning pages. */
    public Lessons lessons() {
        return lessons;
    }

    /** The learning pages that citizens may read. */
    public LearnShelf learnShelf() {
        return learnShelf;
    }

    /** How often learning pages are opened. */
    public Views views() {
        return views;
    }

    /** What figures are made of. */
    public Statistics statistics() {
        return statistics;
    }

    /** Publicity sections of reports. */
    public Reports reports() {
        return reports;
    }

    public Verifier verifier() {
        return new Verifier(database, books);
    }
}
