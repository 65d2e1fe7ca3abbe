package org.pufa.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Ledger;
import org.pufa.support.TestDatabase;

class TrafficTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();
    private static CampaignFixture site;

    @BeforeAll
    static void start() {
        site = new CampaignFixture(database, new Ledger.Settings(1, 1000));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static Map<String, Long> counted(String slug) {
        site.traffic.flush(site.database).await();
        var id = site.campaigns.get(slug).id();
        var found = site.database.read(tx -> Traffic.read(tx, List.of(id), DAY, DAY.plusDays(1))).await();
        var counts = new TreeMap<String, Long>();
        found.forEach(one -> counts.put(one.key().what().code() + '/' + one.key().channel(), one.n()));
        return counts;
    }

    @Test
    void landingPagesAreCountedByTheChannelOfTheirVisitorsAlsoWhenTheyAreKept() {
        site.launch("seen-quiz");

        for (int i = 0; i < 3; i++) {
            site.get("/c/seen-quiz");
        }
        var poster = site.get("/c/seen-quiz?ch=poster");
        site.get("/c/seen-quiz", "Cookie", CampaignFixture.cookie(poster, "channel"));
        site.get("/c/seen-quiz?ch=made-up");

        assertThat(counted("seen-quiz")).isEqualTo(Map.of("landing/direct", 4L, "landing/poster", 2L));
    }

    @Test
    void whatOnlyAsksForHeadersOrForAnotherPageIsNoVisit() {
        site.launch("quiet-quiz");

        site.head("/c/quiet-quiz");
        site.get("/c/quiet-quiz/rules");
        site.get("/c/no-such-quiz");
        site.get("/");

        assertThat(counted("quiet-quiz")).isEmpty();
    }

    @Test
    void everyPaperThatIsOpenedCountsAndOneThatIsRefusedDoesNot() {
        site.launch("opened-quiz");

        site.get("/c/opened-quiz/attempt?ch=gzh");
        site.post("/api/v1/campaigns/opened-quiz/attempts");
        site.take("opened-quiz", Step.PAUSE);
        site.get("/c/opened-quiz/attempt");

        assertThat(counted("opened-quiz")).isEqualTo(Map.of("opened/direct", 1L, "opened/gzh", 1L));
    }

    @Test
    void whatCannotBeStoredIsKeptForTheNextTime() {
        site.launch("kept-quiz");
        site.get("/c/kept-quiz");
        var away = site.database.inTx(tx -> tx.update("alter table campaign_traffic rename to away"));
        away.await();

        var failed = site.traffic.flush(site.database);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(failed::await)).isNotNull();
        site.database.inTx(tx -> tx.update("alter table away rename to campaign_traffic")).await();
        site.get("/c/kept-quiz");
        assertThat(counted("kept-quiz")).isEqualTo(Map.of("landing/direct", 2L));
        assertThat(site.campaigns.find(new Slug("kept-quiz"))).isPresent();
    }
}
