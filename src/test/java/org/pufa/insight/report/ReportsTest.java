package org.pufa.insight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.TestHouse;
import org.pufa.browser.Crowd;
import org.pufa.insight.stats.Period;
import org.pufa.kernel.Problem;
import org.pufa.outreach.Deeds;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

/** Reports on a real database, with entries through the door of programs. */
class ReportsTest {

    private static final Period YEAR = Period.ofYear(2019);
    private static final LocalDate MAY_DAY = LocalDate.of(2019, 5, 1);

    @RegisterExtension
    static final TestDatabase tests = TestDatabase.migrated();

    private final SettableClock clock = new SettableClock("2019-05-06T02:00:00Z");
    private TestHouse house;
    private Reports reports;
    private Deeds deeds;

    @BeforeEach
    void open() {
        execute("truncate entry, sheet, participant, tally, tally_batch, block, outreach, report, plan cascade");
        house = new TestHouse(tests, Map.of(), clock);
        reports = house.house().reports();
        deeds = new Deeds(tests);
        deeds.clock.set(Instant.parse("2019-12-01T02:00:00Z"));
    }

    private static void execute(String sql) {
        tests.database().inTx(tx -> tx.update(sql)).await();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void takePart(String slug, int people) {
        new Crowd(house.origin(), 1).takePart(slug, people, "gzh");
    }

    private long begun() {
        clock.set(Instant.parse("2019-12-25T02:00:00Z"));
        return reports.begin("2019年普法宣传工作情况", YEAR, Optional.empty(), "ana").await();
    }

    private String text(long id) {
        var text = new StringBuilder();
        reports.page(id).await().section().parts().forEach(part -> {
            text.append(part.heading()).append('：');
            part.paragraphs().forEach(paragraph -> paragraph.runs().forEach(run -> text.append(run.text())));
            text.append('\n');
        });
        return text.toString();
    }

    @Test
    void theDraftTellsOfEachCampaignAndOfWhatWasConfirmed() {
        takePart("wage-survey", 12);
        deeds.confirmed(deeds.activity("event", "五一宣传", MAY_DAY, deeds.figure("held", 1), deeds.figure("advised", 97)));
        deeds.enter(deeds.activity("event", "没有确认的", MAY_DAY, deeds.figure("held", 1)), "ana");

        long id = begun();

        assertThat(text(id)).isEqualTo("""
                网上普法：认真落实“谁执法谁普法”普法责任制，全年组织网上普法活动3项，参与12人次。开展“我的工资有话说”网上问卷调查，12人参与。
                线下宣传：在市民之家开展现场宣传活动1场，接受咨询97人次。
                """);
    }

    @Test
    void whatCannotBeSaidOfASortOfOutreachIsLeftOut() {
        deeds.confirmed(new org.pufa.outreach.Activity(deeds.catalogue.kind("event").orElseThrow(), "没有地点的", MAY_DAY, MAY_DAY,
                "", "", List.of(), List.of(), List.of(), List.of(), "", List.of(deeds.figure("held", 2))));

        assertThat(text(begun())).contains("线下宣传：开展现场宣传活动2场。");
    }

    @Test
    void eachFigureLeadsToItsRowsAndIsTheSameWhenCountedAgain() {
        takePart("wage-survey", 3);
        long id = begun();
        var page = reports.page(id).await();

        assertThat(page.section().annex()).allSatisfy(source -> assertThat(source.href()).startsWith("/console/"));
        assertThat(reports.differences(page.snapshot()).await()).isEmpty();
    }

    @Test
    void whatChangedSinceIsShownAndNothingIsFinished() {
        takePart("wage-survey", 3);
        long record = deeds.confirmed(deeds.activity("visit", "走访", MAY_DAY, deeds.figure("visited", 45)));
        long id = begun();
        int snapshot = reports.page(id).await().snapshot().number();
        deeds.withdraw(record, 1, "ana");
        deeds.decide(record, 2, true, "bo");

        var differences = reports.finish(id, snapshot, "bo").await();

        assertThat(differences).extracting(Reports.Difference::label).anyMatch(label -> label.contains("走访"));
        assertThat(reports.page(id).await().report().finish()).isEmpty();
        int again = reports.count(id, "ana").await();
        assertThat(reports.finish(id, again, "bo").await()).isEmpty();
        assertThat(reports.page(id).await().report().finish()).isPresent();
    }

    @Test
    void whoBeganItCannotFinishItAndWhatIsFinishedStays() {
        long id = begun();
        int snapshot = reports.page(id).await().snapshot().number();

        assertThatThrownBy(() -> reports.finish(id, snapshot, "ana").await()).isInstanceOf(Problem.class);
        reports.finish(id, snapshot, "bo").await();

        assertThatThrownBy(() -> reports.count(id, "ana").await()).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> execute("update report set title = 'x' where id = " + id))
                .hasMessageContaining("stays as it is");
        assertThatThrownBy(() -> execute("delete from report_point where report_id = " + id))
                .hasMessageContaining("finished");
    }

    @Test
    void aFigureChangedByHandSaysByWhomFromWhatAndWhy() {
        takePart("wage-survey", 12);
        long id = begun();
        var before = reports.page(id).await();
        int position = before.section().annex().stream().filter(source -> source.label().endsWith("参与人数"))
                .findFirst().orElseThrow().position();

        reports.changeFigure(id, before.snapshot().number(), position, BigDecimal.valueOf(12), BigDecimal.valueOf(15),
                "纸质问卷 3 份", "ana").await();

        assertThat(text(id)).contains("15人参与");
        var source = reports.page(id).await().section().annex().stream()
                .filter(one -> one.position() == position).findFirst().orElseThrow();
        assertThat(source.remark()).contains("人工", "ana", "12人", "纸质问卷 3 份");
        assertThatThrownBy(() -> reports.changeFigure(id, before.snapshot().number(), position, BigDecimal.valueOf(12),
                BigDecimal.valueOf(16), "又改", "bo").await()).isInstanceOf(Problem.class);
    }

    @Test
    void theSecondOfTwoWhoEditSeesThatTheOtherWasFaster() {
        long id = begun();
        var points = new ArrayList<>(reports.page(id).await().report().points());
        points.add(new Point("", Source.none(), "下一步继续加强。"));

        reports.change(id, 1, "甲", points, "ana").await();

        assertThatThrownBy(() -> reports.change(id, 1, "乙", points, "bo").await()).isInstanceOf(Problem.class);
        assertThat(text(id)).contains("下一步继续加强。");
    }

    @Test
    void verifyingFindsARowThatWasChangedInTheDatabase() {
        takePart("wage-survey", 3);
        long id = begun();
        reports.finish(id, 1, "bo").await();
        assertThat(reports.verify().await()).allSatisfy(checked -> {
            assertThat(checked.whole()).isTrue();
            assertThat(checked.differences()).isEmpty();
        });

        execute("alter table report_figure disable trigger report_figure_is_final");
        execute("update report_figure set value = value + 1 where unit = '人'");
        execute("alter table report_figure enable trigger report_figure_is_final");

        var checked = reports.verify().await();
        assertThat(checked).extracting(Reports.Checked::whole).contains(false);
        assertThat(checked).flatExtracting(Reports.Checked::differences).isNotEmpty();
    }

    @Test
    void byPlanEachTaskTellsOfWhatFulfilsIt() {
        takePart("wage-survey", 12);
        long record = deeds.confirmed(deeds.activity("event", "五一宣传", MAY_DAY, deeds.figure("held", 1), deeds.figure("advised", 97)));
        deeds.confirmed(deeds.activity("visit", "与计划无关的", MAY_DAY, deeds.figure("visited", 45)));
        execute("insert into plan (year, unit, programme, issuer, created_by, created_at)"
                + " values (2019, null, '', '市局', 'ana', now())");
        execute("insert into plan_revision (plan_id, number, reason, opened_by, opened_at)"
                + " select id, 1, '', 'ana', now() from plan");
        execute("insert into plan_task select id, 1, 7, 1, 1, '市局', '{保障农民工工资支付条例}', '', '{}', '', '', '', null,"
                + " '2019-12-31', '法规处', '', 'ana', now() from plan");
        execute("insert into plan_link (plan_id, task, kind, target, linked_by, linked_at)"
                + " select id, 7, 'outreach', '" + record + "', 'ana', now() from plan");
        execute("insert into plan_link (plan_id, task, kind, target, linked_by, linked_at)"
                + " select id, 7, 'campaign', 'wage-survey', 'ana', now() from plan");
        clock.set(Instant.parse("2019-12-25T02:00:00Z"));

        long id = reports.beginByPlan("2019年", YEAR, Optional.empty(), "ana").await();

        assertThat(text(id)).endsWith("""
                《保障农民工工资支付条例》：开展“我的工资有话说”网上问卷调查，12人参与。面向居民，举办活动1场，接受咨询97人次，落实1项。
                """);
        assertThat(reports.differences(reports.page(id).await().snapshot()).await()).isEmpty();
        assertThatThrownBy(() -> reports.beginByPlan("2018年", Period.ofYear(2018), Optional.empty(), "ana").await())
                .isInstanceOf(Problem.class);
    }

    @Test
    void anEmptyPeriodHasAReportWithNothingToTell() {
        clock.set(Instant.parse("2019-12-25T02:00:00Z"));

        long id = reports.begin("1990年", Period.ofYear(1990), Optional.empty(), "ana").await();

        assertThat(reports.page(id).await().section().annex()).isEmpty();
        assertThat(List.copyOf(reports.page(id).await().report().points())).isNotEmpty();
    }
}
