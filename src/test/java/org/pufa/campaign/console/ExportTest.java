package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.campaign.Campaign;
import org.pufa.ledger.Tallies;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

class ExportTest {

    private static final List<String> NASTY = List.of("=HYPERLINK(\"https://evil.example\")", "+1", "-1", "@SUM(A1)",
            "\tx", "\rx", "好，\"很好\"", "第一行\n第二行", "=", "a=b");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static CampaignTown town;
    private static Browser manager;

    @BeforeAll
    static void open() {
        town = new CampaignTown(DATABASE, true);
        manager = town.console.signedIn("chen");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static List<CSVRecord> csv(Campaign campaign, String file) {
        byte[] bytes = manager.bytes("/console/campaigns/" + campaign.slug() + "/exports/" + file);
        assertThat(bytes).as("begins with the mark of UTF-8").startsWith(0xEF, 0xBB, 0xBF);
        try {
            return CSVFormat.EXCEL.parse(new StringReader(
                    new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8))).getRecords();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tallies tallies(Campaign campaign) {
        return town.console.database.read(tx -> Tallies.of(tx, campaign.id())).await();
    }

    @Test
    void aCellThatASpreadsheetWouldComputeIsMadeHarmless() {
        var campaign = town.open("nasty", true);
        NASTY.forEach(said -> town.enter(campaign, "gzh", said).await());

        var said = csv(campaign, "entries.csv").stream().skip(1).map(row -> row.get(5)).toList();

        assertThat(said).containsExactlyInAnyOrder("'=HYPERLINK(\"https://evil.example\")", "'+1", "'-1", "'@SUM(A1)",
                "'\tx", "'\rx", "好，\"很好\"", "第一行\n第二行", "'=", "a=b");
    }

    @Test
    void everyEntryIsOneRowWithItsSheet() {
        var campaign = town.open("linked", true);
        town.enter(campaign, "gzh", 700);
        town.enter(campaign, "direct", 501);

        var rows = csv(campaign, "entries.csv");

        assertThat(rows.get(0).toList()).containsExactly("参与凭证", "时间", "渠道代码", "渠道", "参与者代号", "说了什么");
        assertThat(rows).hasSize(1 + 1201);
        assertThat(rows.size() - 1L).isEqualTo(tallies(campaign).participations());
        assertThat(rows.stream().skip(1).map(row -> row.get(0)).distinct()).hasSize(1201);
        assertThat(rows.stream().skip(1).map(row -> row.get(4)).distinct().count())
                .isEqualTo(tallies(campaign).participants());
        assertThat(rows.get(1).get(1)).isEqualTo("2026-11-23 10:42:07");
        assertThat(rows.stream().filter(row -> row.get(3).equals("公众号"))).hasSize(700);
        assertThat(rows.stream().skip(1)).allMatch(row -> row.get(5).startsWith("看过了"));
        assertThat(town.console.signedIn("chen").get("/console/campaigns/linked").body()).contains(">1,201</a>");
    }

    @Test
    void anAnonymousCampaignGivesEntriesAndSheetsApart() {
        var campaign = town.open("unlinked", false);
        town.enter(campaign, "poster", 30);

        var entries = csv(campaign, "entries.csv");
        var sheets = csv(campaign, "sheets.csv");

        assertThat(entries.get(0).toList()).containsExactly("参与凭证", "时间（到小时）", "渠道代码", "渠道", "参与者代号");
        assertThat(entries.stream().skip(1)).hasSize(30).allMatch(row -> row.get(1).equals("2026-11-23 10:00"));
        assertThat(sheets.get(0).toList()).containsExactly("说了什么");
        assertThat(sheets.stream().skip(1)).hasSize(30).allMatch(row -> row.get(0).startsWith("看过了"));
    }

    @Test
    void aLinkedCampaignHasNoSheetsOfTheirOwn() {
        var campaign = town.open("no-sheets", true);

        assertThat(manager.get("/console/campaigns/" + campaign.slug() + "/exports/sheets.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void countsAddUpToTheTotal() {
        var campaign = town.open("counted", true);
        town.enter(campaign, "gzh", 7);
        town.enter(campaign, "direct", 5);

        var rows = csv(campaign, "counts.csv");

        assertThat(rows.stream().map(CSVRecord::toList)).containsExactly(List.of("日期", "渠道代码", "渠道", "参与人次"),
                List.of("2026-11-23", "direct", "直接打开", "5"), List.of("2026-11-23", "gzh", "公众号", "7"));
    }

    @Test
    void rowsAgreeWithCountsWhileEntriesComeIn() {
        var campaign = town.open("busy", true);
        var pending = new ArrayList<io.vertx.core.Future<?>>();
        for (int i = 0; i < 600; i++) {
            pending.add(town.enter(campaign, "gzh", "看过了"));
        }

        for (int i = 0; i < 5; i++) {
            long before = tallies(campaign).participations();
            long rows = csv(campaign, "entries.csv").size() - 1;
            assertThat(rows).isBetween(before, tallies(campaign).participations());
        }
        io.vertx.core.Future.all(pending).await();

        assertThat(csv(campaign, "entries.csv")).hasSize(601);
    }

    @Test
    void theFileIsNamedAfterCampaignAndTimeAndTheExportIsAudited() {
        var campaign = town.open("audited", true);

        var answer = manager.get("/console/campaigns/audited/exports/entries.csv");

        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .contains("audited-entries-20261123-104207.csv");
        var event = town.console.database.read(tx -> town.console.audit.before(tx, Long.MAX_VALUE, 20)).await().stream()
                .filter(one -> one.action().equals("campaign.export") && one.subject().equals("audited")).findFirst();
        assertThat(event).hasValueSatisfying(one -> assertThat(one.actor()).isEqualTo("chen"));
        assertThat(campaign.slug().value()).isEqualTo("audited");
    }

    @Test
    void aDraftHasNothingToExport() {
        town.draft("still-draft", true, CampaignTown.AT_ONCE);

        assertThat(manager.get("/console/campaigns/still-draft/exports/entries.csv").statusCode()).isEqualTo(409);
        assertThat(manager.get("/console/campaigns/still-draft/entries").statusCode()).isEqualTo(409);
    }
}
