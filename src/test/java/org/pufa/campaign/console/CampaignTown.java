package org.pufa.campaign.console;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.ChannelDesk;
import org.pufa.campaign.poster.Posters;
import org.pufa.campaign.DefinitionReader;
import org.pufa.campaign.Kinds;
import org.pufa.campaign.Outcomes;
import org.pufa.campaign.Words;
import org.pufa.campaign.State;
import org.pufa.campaign.Step;
import org.pufa.campaign.launch.LaunchConsole;
import org.pufa.campaign.watch.AlarmRules;
import org.pufa.campaign.watch.Watch;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Books;
import org.pufa.ledger.Ledger;
import org.pufa.ledger.Outcome;
import org.pufa.ledger.Submission;
import org.pufa.support.BankParts;
import org.pufa.support.Console;
import org.pufa.support.MemoryKeys;
import org.pufa.support.TestDatabase;
import org.pufa.vault.Vault;

/** A console with campaigns of {@link LeafletKind}, people in three roles, and citizens who take part. */
public final class CampaignTown implements AutoCloseable {

    public final Console console;
    final DefinitionReader reader = new DefinitionReader(new Kinds(new LeafletKind()));
    final CampaignDesk desk;
    final Campaigns campaigns;
    final Watch watch;
    final Outcomes outcomes = new Outcomes();
    private final Ledger ledger;

    public CampaignTown(TestDatabase database, boolean secondPerson) {
        var parts = new ArrayList<Object>();
        console = new Console(database, with -> {
            var books = new Books();
            var made = new CampaignDesk(with.database, reader, books, with.audit, with.random, with.clock, secondPerson);
            var loaded = new Campaigns(with.vertx, with.database, made, books);
            parts.addAll(List.of(made, loaded));
            var watch = new Watch(with.vertx, with.database, loaded, outcomes, new AlarmRules(AlarmRules.Settings.STANDARD),
                    with.clock);
            parts.add(watch);
            var vault = new Vault(new MemoryKeys(), with.audit, with.random);
            var tools = new CampaignConsole.Tools(made, new ChannelDesk(with.database, made, with.audit, with.random,
                    with.clock), loaded, reader, new Posters(with.vertx), watch,
                    new org.pufa.ledger.Verifier(with.database, books), new Words(vault, with.random), vault, () -> 0);
            return List.of(new CampaignConsole(with.staff.doors(), tools, with.vertx, with.audit, with.database,
                    with.messages, with.clock, Optional.empty()),
                    new LaunchConsole(with.staff.doors(), made, reader, List.of(), with.audit, with.database,
                            with.messages, with.random, with.clock), new BankParts(with).pages(with));
        });
        desk = (CampaignDesk) parts.get(0);
        campaigns = (Campaigns) parts.get(1);
        watch = (Watch) parts.get(2);
        ledger = new Ledger(console.vertx, console.database, console.clock, console.random,
                new Ledger.Settings(2, 5000, java.time.Duration.ofSeconds(20)));
        ledger.start().await();
        campaigns.start().await();
        console.account("wangmin", "admin");
        console.account("chen", "editor,manager,reviewer");
        console.account("lijing", "auditor");
    }

    static String file(String slug, boolean linked, String window) {
        return """
                slug: %s
                kind: leaflet
                title: { zh: 宣传单 %s, en: Leaflet %s }
                lead: 您看过宣传单了吗？
                summary: 一句话
                organizer: 某市人力资源和社会保障局
                window: %s
                limit: { per: campaign, times: 1 }
                minutes: 3
                channels:
                  - { code: gzh, name: { zh: 公众号, en: Account } }
                  - { code: poster, name: { zh: 海报, en: Poster } }
                rules:
                  - { title: 怎样参与, text: 说一句话。 }
                privacy: 不收姓名。
                leaflet: { linked: %s }
                """.formatted(slug, slug, slug, window, linked);
    }

    static final String AT_ONCE = "{ opens: start, days: 30 }";
    static final String LATER = "{ opens: 2027-11-01 08:00, closes: 2027-11-30 24:00 }";

    void draft(String slug, boolean linked, String window) {
        String source = file(slug, linked, window);
        var reading = reader.read(slug + ".yaml", source);
        desk.file(reading.definition().orElseThrow(() -> new IllegalStateException(reading.mistakes().toString())),
                source, "author").await();
    }

    void take(String slug, Step step, String actor) {
        desk.take(new Slug(slug), step, actor, "测试").await();
        campaigns.renew(new Slug(slug)).await();
    }

    /** Files and launches a campaign that is open at once. */
    Campaign open(String slug, boolean linked) {
        draft(slug, linked, AT_ONCE);
        take(slug, Step.SUBMIT, "author");
        take(slug, Step.APPROVE, "reviewer");
        return campaigns.get(slug);
    }

    /** Brings a new campaign into that state. */
    void inState(String slug, State state) {
        draft(slug, true, state == State.SCHEDULED ? LATER : AT_ONCE);
        if (state != State.DRAFT) {
            take(slug, Step.SUBMIT, "author");
        }
        if (state != State.DRAFT && state != State.SUBMITTED) {
            take(slug, Step.APPROVE, "reviewer");
        }
        if (state == State.PAUSED) {
            take(slug, Step.PAUSE, "author");
        }
        if (state == State.CLOSED || state == State.CERTIFIED) {
            take(slug, Step.CLOSE, "author");
            take(slug, Step.CLOSE, "reviewer");
        }
        if (state == State.CERTIFIED) {
            take(slug, Step.CERTIFY, "author");
            take(slug, Step.CERTIFY, "reviewer");
        }
    }

    State stateOf(String slug) {
        var row = desk.find(new Slug(slug)).await().orElseThrow();
        return campaigns.find(new Slug(slug)).map(known -> Step.at(row.state(), known.window(), console.clock.instant()))
                .orElse(row.state());
    }

    /** One citizen takes part and says that. */
    Future<Outcome> enter(Campaign campaign, String channel, String said) {
        var slots = campaign.slotsAt(console.clock.instant());
        return ledger.submit(new Submission(campaign.book(), new Pseudonym(UUID.randomUUID()), slots, slots.first(),
                new ReceiptCode(console.random.nextLong() >>> 64 - ReceiptCode.BITS), channel, console.clock.instant(),
                CanonicalJson.text(java.util.Map.of("said", said)), null, List.of()));
    }

    void enter(Campaign campaign, String channel, int times) {
        var all = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < times; i++) {
            all.add(enter(campaign, channel, "看过了 " + i));
        }
        Future.all(all).await();
        all.forEach(one -> {
            if (!(one.result() instanceof Outcome.Accepted)) {
                throw new IllegalStateException("not accepted: " + one.result());
            }
        });
    }

    @Override
    public void close() {
        campaigns.stop().await();
        ledger.stop().await();
    }
}
