package org.pufa.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.audit.AuditLog;
import org.pufa.ledger.Erasures;
import org.pufa.ledger.Sealer;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

@TestMethodOrder(MethodOrderer.MethodName.class)
class PurgeTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static PrivacyTown town;
    private static Browser admin;

    @BeforeAll
    static void open() {
        town = new PrivacyTown(DATABASE);
        admin = town.hired("wangmin", "admin");
        for (int i = 0; i < 5; i++) {
            town.takePart(PrivacyTown.LINKED, Map.of("sector", List.of("build"), "job", "电工" + i));
            town.takePart(PrivacyTown.ANONYMOUS, Map.of("district", List.of("xihu"), "contract", List.of("not-signed"), "job",
                    "油漆工" + i));
        }
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Purge node() {
        var house = town.house.house();
        var retention = new Retention(house.settings(), Retention.usual(house.campaigns(), new Erasures()));
        return new Purge(DATABASE.vertx(), DATABASE.database(), retention, new AuditLog(town.clock), house.vault(),
                house.resealing(), town.clock);
    }

    private static long words() {
        return town.number("select (select count(*) from entry where words is not null)"
                + " + (select count(*) from sheet where words is not null)");
    }

    @Test
    void a1WhatIsNotDueStays() {
        town.later(Duration.ofDays(60 + 179));
        new Sealer(DATABASE.database(), town.house.house().books(), town.clock).run().await();

        assertThat(words()).isEqualTo(10);
        town.change("update setting set value = value");
        assertThat(node().run(AuditLog.SYSTEM).await()).isPositive();
        assertThat(words()).as("the survey of 30 days is due, that of 60 days is not").isEqualTo(5);
        assertThat(town.texts("select rule || ' ' || subject || ' ' || number || ' ' || days from purge order by id"))
                .contains("words job-survey 5 180", "devices job-survey 1 180").noneMatch(line -> line.contains("wage-survey"));
    }

    @Test
    void a2SeveralNodesRemoveWhatIsDueOnceAndEverythingStillAddsUp() {
        var before = Map.of(PrivacyTown.LINKED, town.totals(PrivacyTown.LINKED), PrivacyTown.ANONYMOUS,
                town.totals(PrivacyTown.ANONYMOUS));
        town.later(Duration.ofDays(2));

        var one = node().run(AuditLog.SYSTEM);
        var two = node().run("wangmin");
        one.await();
        two.await();
        node().run(AuditLog.SYSTEM).await();

        assertThat(words()).isZero();
        assertThat(town.number("select count(*) from purge where rule = 'words' and subject = 'wage-survey'")).isEqualTo(1);
        assertThat(town.number("select count(*) from book where secret is not null")).isZero();
        for (String slug : before.keySet()) {
            assertThat(town.totals(slug)).isEqualTo(before.get(slug));
            assertThat(town.verify(slug).findings()).as(slug).isEmpty();
        }
        assertThat(town.number("select count(*) from purge"))
                .isEqualTo(town.number("select count(*) from audit_event where action = 'privacy.purge'"));
    }

    @Test
    void a3PagesAndExportsOfAPurgedCampaignStillWork() {
        admin = town.signedIn("wangmin");

        assertThat(town.stranger().get("/c/job-survey").statusCode()).isEqualTo(200);
        assertThat(town.stranger().get("/c/job-survey/results").statusCode()).isEqualTo(200);
        assertThat(admin.get("/console/campaigns/job-survey/exports/entries.csv").body()).contains("（已删去）")
                .doesNotContain("电工");
        assertThat(admin.get("/console/privacy").body()).contains("5 份答卷", "job-survey", "180 天");
        assertThat(admin.get("/console/audit?action=privacy.purge").body()).contains("清理到期内容");
    }

    @Test
    void a4OldSessionsAreRemovedAndPresentOnesStay() {
        town.later(Duration.ofDays(1));
        admin = town.signedIn("wangmin");
        long all = town.number("select count(*) from staff_session");
        town.later(Duration.ofDays(200));
        admin = town.signedIn("wangmin");

        node().run(AuditLog.SYSTEM).await();

        assertThat(town.number("select count(*) from staff_session")).isEqualTo(1).isLessThan(all + 1);
        assertThat(admin.get("/console/privacy").statusCode()).isEqualTo(200);
    }

    @Test
    void a5AnAdministratorDecidesThePeriodsAndTheNoticesFollow() {
        String page = admin.get("/console/privacy").body();
        assertThat(page).contains("1 到 1,095 天", "固定");

        assertThat(admin.post("/console/privacy", "retention.words", "0", "retention.devices", "x",
                "retention.sessions", "30").body()).contains("请填 1 到 1,095 之间的数字", "请只填数字", "请填 180 到",
                "value=\"x\"");
        admin.get("/console/privacy");
        assertThat(admin.post("/console/privacy", "seen:retention.words", "180", "retention.words", "45",
                "seen:retention.devices", "180", "retention.devices", "90", "seen:retention.sessions", "180",
                "retention.sessions", "180").statusCode()).isEqualTo(303);

        assertThat(town.stranger().get("/c/job-survey/privacy").body()).contains("活动结束 45 天后全部删去",
                "活动结束 90 天后销毁");
        assertThat(town.stranger().get("/privacy").body()).contains("45 天后删去", "90 天后销毁");
        assertThat(town.texts("select details from audit_event where action = 'settings.change' order by seq desc"))
                .first().asString().contains("retention.words", "45");
        assertThat(admin.post("/console/privacy/purges").headers().firstValue("location")).hasValueSatisfying(url ->
                assertThat(admin.get(url).body()).contains("没有到期的内容"));
    }

    @Test
    void a6ALogOfPurgesCannotBeChanged() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> town.change("delete from purge"))
                .hasMessageContaining("append-only");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> town.change("update purge set number = 1"))
                .hasMessageContaining("append-only");
    }
}
