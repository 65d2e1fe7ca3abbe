package org.pufa.insight.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.TestHouse;
import org.pufa.browser.Crowd;
import org.pufa.kernel.Slug;
import org.pufa.outreach.Deeds;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

class StatisticsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);
    private static final Period BOTH_DAYS = new Period(FIRST, FIRST.plusDays(2));
    private static final String QUIZ = "labor-contract-quiz";
    private static final String SURVEY = "wage-survey";
    private static final String VOTE = "no-arrears-vote";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final SettableClock CLOCK = new SettableClock("2026-11-23T02:42:07Z");
    private static TestHouse house;
    private static Statistics statistics;

    /** On the first day 4 take the quiz, 3 the survey, 2 vote; on the second one of the quiz's people and a new one. */
    @BeforeAll
    static void peopleTakePart() {
        house = new TestHouse(DATABASE, Map.of(), CLOCK);
        DATABASE.database().inTx(tx -> tx.update("""
                insert into channel (campaign_id, code, name_zh, name_en, unit, created_by, created_at)
                select id, 'gongchen', '拱宸桥街道', '', '拱墅区', 'system', now() from campaign where slug = 'wage-survey'
                """)).await();
        house.house().campaigns().renew(new Slug(SURVEY)).await();
        var crowd = new Crowd(house.origin(), 7);
        for (int i = 0; i < 4; i++) {
            crowd.takePart(QUIZ, "");
        }
        for (int i = 0; i < 3; i++) {
            crowd.takePart(SURVEY, i == 0 ? "" : "gongchen");
        }
        crowd.takePart(VOTE, "");
        crowd.takePart(VOTE, "");
        CLOCK.set(Instant.parse("2026-11-24T03:00:00Z"));
        crowd.takePart(QUIZ, "");
        crowd.takePart(QUIZ, "");
        DATABASE.database().inTx(tx -> tx.update("""
                update entry e set participant = o.participant from (
                  select participant, row_number() over (order by attempt) as n from entry
                  where accepted_at < '2026-11-23T16:00Z' and campaign_id = (select id from campaign where slug = $1)) o,
                  (select attempt, row_number() over (order by attempt) as n from entry
                  where accepted_at >= '2026-11-23T16:00Z') later
                where e.attempt = later.attempt and later.n = o.n and o.n <= 1""", QUIZ)).await();
        statistics = new Statistics(DATABASE.database(), house.house().desk(), house.house().campaigns(), CLOCK);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static FigureTable table(Selection selection, String code) {
        return statistics.tables(selection, Optional.empty()).await().stream()
                .filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    private static Optional<Long> figure(Selection selection, String table, String row, String column) {
        return table(selection, table).figure(row, column).map(Figure::whole);
    }

    @Test
    void eachCampaignStatesItsEntriesItsPeopleAndTheWayThere() {
        var all = Selection.of(BOTH_DAYS);

        assertThat(figure(all, "campaigns", QUIZ, "participations")).contains(6L);
        assertThat(figure(all, "campaigns", SURVEY, "participations")).contains(3L);
        assertThat(figure(all, "campaigns", SURVEY, "participants")).contains(3L);
        assertThat(figure(all, "campaigns", VOTE, "participations")).contains(2L);
        assertThat(table(all, "campaigns").asOf()).contains(CLOCK.instant());
    }

    @Test
    void aPartOfACampaignHasItsOwnPeopleCountedFromItsEntries() {
        var second = Selection.of(new Period(FIRST.plusDays(1), FIRST.plusDays(2)));
        var table = table(second, "campaigns");

        assertThat(table.figure(QUIZ, "participations").map(Figure::whole)).contains(2L);
        assertThat(table.figure(QUIZ, "participants").map(Figure::whole)).contains(2L);
        assertThat(table.figure(SURVEY, "participants").map(Figure::whole)).contains(0L);
        assertThat(figure(Selection.of(BOTH_DAYS), "campaigns", QUIZ, "participants")).contains(5L);
        assertThat(table.notes()).extracting(Label::key).contains("insight.note.cut", "insight.note.no-roster");
    }

    @Test
    void whatWasCountedOfAPartIsKeptUntilTheCampaignGrows() {
        var second = Selection.of(new Period(FIRST.plusDays(1), FIRST.plusDays(2)));
        figure(second, "campaigns", QUIZ, "participants");
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (kept() == 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        DATABASE.database().inTx(tx -> tx.update("update insight_heads set participants = 77")).await();

        assertThat(figure(second, "campaigns", QUIZ, "participants")).contains(77L);
        DATABASE.database().inTx(tx -> tx.update("update insight_heads set entries = 1")).await();
        assertThat(figure(second, "campaigns", QUIZ, "participants")).contains(2L);
    }

    private static long kept() {
        return DATABASE.database().read(tx -> tx.get("select count(*) from insight_heads", row -> row.getLong(0)))
                .await();
    }

    @Test
    void daysHoursChannelsAndDistrictsAddUpToTheWhole() {
        var all = Selection.of(BOTH_DAYS);

        assertThat(sum(all, "calendar")).isEqualTo(11);
        assertThat(sum(all, "hours")).isEqualTo(11);
        assertThat(sum(all, "channels")).isEqualTo(11);
        assertThat(figure(all, "calendar", "2026-11-24", "participations")).contains(2L);
        assertThat(figure(all, "hours", "2026-11-23T10", "participations")).contains(9L);
        assertThat(figure(all, "channels", "wage-survey/gongchen", "participations")).contains(2L);
        assertThat(figure(all, "districts", "拱墅区", "participations")).contains(2L);
        assertThat(figure(all.inDistrict("拱墅区"), "campaigns", SURVEY, "participations")).contains(2L);
        assertThat(figure(all.inDistrict("拱墅区"), "campaigns", SURVEY, "participants")).contains(2L);
        assertThat(table(all.inDistrict("拱墅区"), "hours").rows()).isEmpty();
    }

    private static long sum(Selection selection, String table) {
        return table(selection, table).figures().filter(one -> one.code().endsWith(".participations"))
                .mapToLong(Figure::whole).sum();
    }

    @Test
    void everyFigureIsCountedAgainByItsQueryAlsoOnceThatWasWrittenDown() {
        var selection = new Selection(BOTH_DAYS, Set.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Set.of("quiz", "survey"));
        var figures = statistics.tables(selection, Optional.of(Comparison.BEFORE)).await().stream()
                .flatMap(FigureTable::figures).toList();

        var again = statistics.again(figures.stream().map(one -> Query.of(new JsonObject(
                one.query().toJson().encode()))).toList()).await();

        assertThat(figures).hasSizeGreaterThan(30).allSatisfy(one ->
                assertThat(again.get(one.query())).as(one.code()).isEqualByComparingTo(one.value()));
        assertThat(figures).extracting(Figure::code).contains("campaign.labor-contract-quiz.participations",
                "comparison.participations.difference", "total.participations").doesNotHaveDuplicates();
    }

    @Test
    void aPeriodIsComparedWithOneLikeIt() {
        var second = Selection.of(new Period(FIRST.plusDays(1), FIRST.plusDays(2)));
        var table = statistics.tables(second, Optional.of(Comparison.BEFORE)).await().stream()
                .filter(one -> one.code().equals("comparison")).findFirst().orElseThrow();

        assertThat(table.figure("comparison.participations", "now").map(Figure::whole)).contains(2L);
        assertThat(table.figure("comparison.participations", "then").map(Figure::whole)).contains(9L);
        assertThat(table.figure("comparison.participations", "difference").map(Figure::whole)).contains(-7L);
        assertThat(table.figure("comparison.participations", "change").map(Figure::value))
                .contains(new BigDecimal("-77.7778"));
    }

    @Test
    void outreachCountsWhenItIsConfirmedAndStatesApartWhatIsNot() {
        var deeds = new Deeds(DATABASE);
        deeds.confirmed(deeds.activity("event", "广场活动", Deeds.DAY, deeds.figure("held", 1), deeds.figure("advised", 97)));
        deeds.enter(deeds.activity("event", "还没确认", Deeds.DAY, deeds.figure("held", 1)), "ana");
        var table = table(Selection.of(Period.ofYear(2019)), "outreach");

        assertThat(table.figure("advised", "amount").map(Figure::whole)).contains(97L);
        assertThat(table.figure("advised", "amount").map(one -> one.unit().code())).contains("renci");
        assertThat(table.figure("event.held", "amount").map(Figure::whole)).contains(1L);
        assertThat(table.figure("held", "records").map(Figure::whole)).contains(1L);
        assertThat(table.notes()).contains(Label.of("note.waiting", 1L));
        assertThat(table(Selection.of(Period.ofYear(2018)), "outreach").rows()).isEmpty();
        assertThat(table(Selection.of(Period.ofYear(2019)).inDistrict("西湖区"), "outreach").rows()).isEmpty();
    }

    @Test
    void anEmptyPeriodHasNoCampaignsAndNoNumbersThatAreMadeUp() {
        var tables = statistics.tables(Selection.of(Period.ofYear(1999)), Optional.of(Comparison.YEAR)).await();

        assertThat(tables).filteredOn(one -> !List.of("comparison").contains(one.code()))
                .allSatisfy(one -> assertThat(one.figures().mapToLong(Figure::whole).sum()).isZero());
        assertThat(tables).filteredOn(one -> one.code().equals("campaigns")).singleElement().satisfies(one -> {
            assertThat(one.rows()).isEmpty();
            assertThat(one.asOf()).isEmpty();
        });
    }
}
