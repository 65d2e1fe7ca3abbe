package org.pufa.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

/** What people write in their own words, from the form to the export. */
class WordsTest {

    private static final String SECRET = "我是第七车间的电焊工";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static PrivacyTown town;
    private static Browser admin;

    @BeforeAll
    static void takePart() {
        town = new PrivacyTown(DATABASE);
        admin = town.hired("wangmin", "admin");
        town.takePart(PrivacyTown.LINKED, Map.of("sector", List.of("other"), "sector.other", "造船", "job", SECRET));
        town.takePart(PrivacyTown.LINKED, Map.of("sector", List.of("build"), "job", "木工"));
        town.takePart(PrivacyTown.ANONYMOUS, Map.of("district", List.of("xihu"), "contract", List.of("not-signed"), "job", SECRET));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void noTableHoldsThemReadable() {
        for (String table : town.texts("select tablename from pg_tables where schemaname = 'public'")) {
            assertThat(town.number("select count(*) from " + table + " t where t::text like '%电焊工%' or t::text like '%造船%'"))
                    .as(table).isZero();
        }
        assertThat(town.number("select count(*) from entry where words is not null")).isEqualTo(2);
        assertThat(town.number("select count(*) from sheet where words is not null")).isEqualTo(1);
    }

    @Test
    void theyAreCountedAsGivenAndTheLedgerIsSound() {
        assertThat(town.totals(PrivacyTown.LINKED).get("q.job")).containsExactly(Map.entry("answered", 2L));
        assertThat(town.verify(PrivacyTown.LINKED).findings()).isEmpty();
        assertThat(town.verify(PrivacyTown.ANONYMOUS).findings()).isEmpty();
    }

    @Test
    void whoeverExportsSheetsReadsThemAndLeavesTheReason() {
        long looks = looks();

        assertThat(admin.get("/console/campaigns/job-survey/exports/entries.csv").body()).contains(SECRET, "造船", "木工");
        assertThat(admin.get("/console/campaigns/wage-survey/exports/sheets.csv").body()).contains(SECRET);
        assertThat(looks()).isEqualTo(looks + 2);
        assertThat(admin.get("/console/campaigns/wage-survey/exports/entries.csv").body()).doesNotContain(SECRET);
        assertThat(looks()).isEqualTo(looks + 2);
        assertThat(admin.get("/console/audit?action=vault.look").body()).contains("打开个人内容", "导出");
    }

    private static long looks() {
        return town.number("select count(*) from audit_event where action = 'vault.look'");
    }

    @Test
    void whoeverExchangesThemBetweenSheetsIsFoundOut() {
        town.change("""
                update entry e set words = o.words from entry o
                where e.campaign_id = o.campaign_id and e.attempt <> o.attempt and e.words is not null
                  and o.words is not null""");

        assertThat(town.verify(PrivacyTown.LINKED).findings()).hasSize(2)
                .allMatch(finding -> finding.key().equals("ledger.finding.sheet.words"));

        town.change("""
                update entry e set words = o.words from entry o
                where e.campaign_id = o.campaign_id and e.attempt <> o.attempt and e.words is not null
                  and o.words is not null""");
        assertThat(town.verify(PrivacyTown.LINKED).isSound()).isTrue();
    }
}
