package org.pufa.insight.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.browser.Crowd;
import org.pufa.db.Tx;
import org.pufa.insight.stats.FigureTable;
import org.pufa.insight.stats.Period;
import org.pufa.insight.stats.Selection;
import org.pufa.kernel.Days;
import org.pufa.support.Browser;
import org.pufa.support.Clerks;
import org.pufa.support.StaffDoor;
import org.pufa.support.TestDatabase;

/** Holds pages, files and programs' answers against a count of the rows that knows nothing of tallies. */
class InsightConsoleTest {

    private static final String QUIZ = "labor-contract-quiz";
    private static final String SURVEY = "wage-survey";
    private static final String VOTE = "no-arrears-vote";
    private static final List<String> SLUGS = List.of(QUIZ, SURVEY, VOTE);
    private static final String RECOUNT = """
            select c.slug, to_char(e.accepted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, e.channel,
              count(*) as entries, count(distinct e.participant) as heads
            from entry e join campaign c on c.id = e.campaign_id group by grouping sets ((1), (1, 2), (1, 3), (1, 2, 3))""";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static StaffDoor door;
    private static Clerks clerks;
    private static Selection selection;

    @BeforeAll
    static void open() {
        door = new StaffDoor(DATABASE);
        clerks = new Clerks(door);
        door.update("insert into unit (code, name, name_en, created_by, created_at)"
                + " values ('gongshu', '拱墅区', 'Gongshu', 'system', now())");
        door.update("update campaign set unit = 'gongshu' where slug = 'wage-survey'");
        clerks.hire("tong", "statistician", "");
        clerks.hire("gong", "statistician", "gongshu");
        clerks.hire("bian", "editor", "");
        LocalDate today = Days.of(Clock.systemUTC().instant());
        selection = Selection.of(new Period(today.minusDays(1), today.plusDays(2)));
        var crowd = new Crowd(door.origin(), 3);
        SLUGS.forEach(slug -> {
            crowd.takePart(slug, "gzh");
            crowd.takePart(slug, "");
        });
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static String page(String username, String query) {
        HttpResponse<String> answer = clerks.browser(username).get("/console/insight?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** The numbers of a table on the page, by the text of its row. */
    private static Map<String, List<String>> table(String html, String id) {
        var rows = new HashMap<String, List<String>>();
        for (var row : Jsoup.parse(html).select("section[aria-labelledby=" + id + "] tbody tr")) {
            rows.put(row.selectFirst("th").ownText().isEmpty() ? row.selectFirst("th a").text()
                    : row.selectFirst("th").ownText(), row.select("td").eachText());
        }
        return rows;
    }

    private static List<CSVRecord> csv(byte[] bytes) {
        assertThat(bytes).as("begins with the mark of UTF-8").startsWith(0xEF, 0xBB, 0xBF);
        try {
            return CSVFormat.EXCEL.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(
                    new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8))).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] file(String username, String name) {
        return clerks.browser(username).bytes("/console/insight/exports/" + name + '?' + selection.query());
    }

    /** Entries by "slug/day/channel", a star for all; heads by "heads/slug". */
    private static Future<Map<String, Long>> counted(Tx tx) {
        var counts = new HashMap<String, Long>();
        return tx.list(RECOUNT, row -> {
            String day = Optional.ofNullable(row.getString(1)).orElse("*");
            String channel = Optional.ofNullable(row.getString(2)).orElse("*");
            if (day.equals("*") && channel.equals("*")) {
                counts.put("heads/" + row.getString(0), row.getLong(4));
            }
            return counts.put(row.getString(0) + '/' + day + '/' + channel, row.getLong(3));
        }).map(rows -> counts);
    }

    @Test
    void everyFigureOfAnInstantIsThatOfTheRowsWhileEntriesKeepArriving() throws InterruptedException {
        var go = new AtomicBoolean(true);
        var people = new Thread(() -> {
            var crowd = new Crowd(door.origin(), 5);
            for (int i = 0; go.get(); i++) {
                crowd.takePart(SLUGS.get(i % 3), i % 2 == 0 ? "gzh" : "");
            }
        });
        people.start();
        long first = 0;
        long last = 0;
        for (int i = 0; i < 12; i++) {
            var compared = DATABASE.database().inSnapshot(tx -> door.house().statistics()
                    .tables(tx, selection, Optional.empty(), true).compose(tables -> counted(tx)
                            .map(rows -> Map.entry(tables, rows)))).await();
            last = assertThatAllAgree(compared.getKey(), compared.getValue());
            first = i == 0 ? last : first;
            assertThatOneFileAgreesWithItself();
            assertThatThePageLiesBetween(compared.getValue());
        }
        go.set(false);
        people.join();

        assertThat(last).isGreaterThan(first);
        assertThatPageFileAndRowsAgree();
    }

    private static long assertThatAllAgree(List<FigureTable> tables, Map<String, Long> rows) {
        var all = new HashMap<String, FigureTable>();
        tables.forEach(table -> all.put(table.code(), table));
        long total = 0;
        for (String slug : SLUGS) {
            long entries = rows.get(slug + "/*/*");
            total += entries;
            assertThat(all.get("campaigns").figure(slug, "participations").orElseThrow().whole()).isEqualTo(entries);
            assertThat(all.get("campaigns").figure(slug, "participants").orElseThrow().whole())
                    .isEqualTo(rows.get("heads/" + slug));
            assertThat(all.get("channels").figure(slug + "/gzh", "participations").orElseThrow().whole())
                    .isEqualTo(rows.get(slug + "/*/gzh"));
        }
        assertThat(all.get("totals").figure("total", "participations").orElseThrow().whole()).isEqualTo(total);
        assertThat(sum(all.get("calendar"))).isEqualTo(total);
        assertThat(sum(all.get("hours"))).isEqualTo(total);
        return total;
    }

    private static long sum(FigureTable table) {
        return table.figures().filter(one -> one.code().endsWith(".participations")).mapToLong(one -> one.whole()).sum();
    }

    private static void assertThatOneFileAgreesWithItself() {
        var json = new JsonObject(new String(file("tong", "statistics.json"), StandardCharsets.UTF_8));
        long days = json.getJsonArray("days").stream().mapToLong(day -> ((JsonObject) day).getLong("participations")).sum();
        var total = json.getJsonArray("tables").stream().map(JsonObject.class::cast)
                .filter(table -> table.getString("code").equals("totals")).findFirst().orElseThrow()
                .getJsonArray("rows").getJsonObject(0).getJsonObject("figures").getJsonObject("participations");

        assertThat(total.getLong("value")).isEqualTo(days);
    }

    /** The page is made a moment later than the rows were counted, and nothing is ever taken away. */
    private static void assertThatThePageLiesBetween(Map<String, Long> before) {
        var shown = table(page("tong", selection.query()), "campaigns").get("我的工资有话说");
        var after = DATABASE.database().inSnapshot(InsightConsoleTest::counted).await();

        assertThat(Long.parseLong(shown.get(0).replace(",", "")))
                .isBetween(before.get(SURVEY + "/*/*"), after.get(SURVEY + "/*/*"));
    }

    private static void assertThatPageFileAndRowsAgree() {
        var rows = DATABASE.database().inSnapshot(InsightConsoleTest::counted).await();
        var shown = table(page("tong", selection.query()), "campaigns");
        var figures = csv(file("tong", "figures.csv"));
        var days = csv(file("tong", "days.csv"));

        assertThat(shown.get("我的工资有话说").get(0)).isEqualTo(Long.toString(rows.get(SURVEY + "/*/*")));
        for (String slug : SLUGS) {
            assertThat(figures).filteredOn(line -> line.get("code").equals("campaign." + slug + ".participations"))
                    .singleElement().satisfies(line -> assertThat(line.get("value")).isEqualTo(rows.get(slug + "/*/*").toString()));
        }
        assertThat(days).allSatisfy(line -> assertThat(line.get("participations")).isEqualTo(rows.getOrDefault(
                line.get("campaign") + '/' + line.get("day") + '/' + line.get("channel"), 0L).toString()));
        assertThat(days.stream().mapToLong(line -> Long.parseLong(line.get("participations"))).sum())
                .isEqualTo(SLUGS.stream().mapToLong(slug -> rows.get(slug + "/*/*")).sum());
    }

    @Test
    void everyNumberOfThePageLeadsToAsManyRows() {
        Browser browser = clerks.browser("tong");
        var links = Jsoup.parse(page("tong", selection.query() + "&campaign=" + VOTE)).select("main td a[href*=/entries]");

        assertThat(links).hasSizeGreaterThan(4);
        for (var link : links) {
            String list = browser.get(link.attr("href")).body();
            assertThat(Jsoup.parse(list).select("main .meta").text()).as(link.attr("href"))
                    .contains(" " + link.text() + " ");
        }
    }

    @Test
    void somebodyBoundToAUnitSeesAndTakesOnlyWhatIsItsOwn() {
        var shown = table(page("gong", selection.query() + "&unit=other"), "campaigns");
        var taken = csv(file("gong", "days.csv"));
        var other = clerks.browser("gong").get("/console/insight/items?campaign=" + QUIZ);

        assertThat(shown.keySet()).containsExactly("我的工资有话说");
        assertThat(taken).isNotEmpty().allSatisfy(line -> assertThat(line.get("campaign")).isEqualTo(SURVEY));
        assertThat(other.statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayNotSeeCampaignsSeesNoFigures() {
        assertThat(clerks.browser("bian").get("/console/insight").statusCode()).isEqualTo(403);
        assertThat(clerks.browser("bian").get("/console/insight/exports/figures.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void programsGetTheSameFilesWithATokenAndNothingWithoutOne() {
        var browser = new Browser(door.origin());
        String path = "/api/v1/staff/statistics/statistics.json?" + selection.query();

        var given = browser.send(browser.request(path).header("Authorization", "Bearer " + clerks.bearer("tong")).GET());
        var refused = browser.send(browser.request(path).GET());

        assertThat(given.statusCode()).isEqualTo(200);
        var document = new JsonObject(given.body());
        assertThat(document.getJsonObject("selection").getString("from")).isEqualTo(selection.period().from().toString());
        assertThat(document.getJsonArray("tables").size()).isGreaterThan(5);
        assertThat(document.getJsonArray("codebook").stream().map(line -> ((JsonObject) line).getString("code")))
                .contains("campaigns", "participations", "figures.value", "days.visits");
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    @Test
    void theWorkbookHoldsASheetForEachTableWithNumbersAsNumbers() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file("tong", "statistics.xlsx")))) {
            var campaigns = workbook.getSheet("各活动");

            assertThat(workbook.getSheet("编码表").getPhysicalNumberOfRows()).isGreaterThan(30);
            assertThat(workbook.getSheet("逐日逐渠道").getRow(1).getCell(8).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(campaigns.getRow(2).getCell(2).getStringCellValue()).isEqualTo("参与人次（人次）");
            assertThat(campaigns.getRow(3).getCell(2).getNumericCellValue()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aNameThatASpreadsheetWouldComputeIsMadeHarmlessAndANumberStaysOne() {
        door.update("""
                insert into channel (campaign_id, code, name_zh, name_en, unit, created_by, created_at)
                select id, 'evil', '=HYPERLINK("https://evil.example")', '', '', 'system', now()
                from campaign where slug = 'no-arrears-vote' on conflict do nothing""");
        door.house().campaigns().load().await();
        new Crowd(door.origin(), 9).takePart(VOTE, "evil");

        var days = csv(file("tong", "days.csv"));
        var compared = csv(clerks.browser("tong").bytes("/console/insight/exports/figures.csv?" + selection.during(
                selection.period().before()).query() + "&compare=before"));

        assertThat(days).filteredOn(line -> line.get("channel").equals("evil")).singleElement()
                .satisfies(line -> assertThat(line.get("channel_name")).startsWith("'="));
        assertThat(compared).filteredOn(line -> line.get("table").equals("comparison"))
                .allSatisfy(line -> assertThat(line.get("value")).matches("-?\\d+(\\.\\d+)?"));
    }

    @Test
    void whateverIsTakenIsInTheAuditLog() {
        file("tong", "codebook.csv");

        assertThat(door.strings("select actor from audit_event where action = 'insight.export'")).contains("tong");
    }

    @Test
    void theQuestionsOfAQuizCanBeTakenToo() {
        var lines = csv(clerks.browser("tong").bytes("/console/insight/exports/items.csv?campaign=" + QUIZ));

        assertThat(lines).extracting(line -> line.get("table")).contains("items", "articles", "laws");
        assertThat(clerks.browser("tong").get("/console/insight/exports/items.csv?campaign=" + VOTE).statusCode())
                .isEqualTo(404);
    }
}
