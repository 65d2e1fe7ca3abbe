package org.pufa.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.db.Database;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

class ViewsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private final SettableClock clock = new SettableClock("2026-11-23T15:59:59Z");
    private final Views views = new Views(DATABASE.vertx(), DATABASE.database(), clock);

    private static long page(String slug) {
        return DATABASE.database().inTx(tx -> tx.get("""
                with l as (insert into lesson (slug, revision, created_by, created_at) values ($1, 1, 'x', now()) returning id),
                r as (insert into lesson_revision select id, 1, 'draft', 1, 'guide', '', '', '', '', '', '', '{}', '[]', '[]',
                  '{x}', 'x', now() from l)
                select id from l""", row -> row.getLong(0), slug)).await();
    }

    private static long stored(long page) {
        return DATABASE.database().read(tx -> tx.get("select coalesce(sum(views), 0)::bigint from lesson_view where lesson_id = $1",
                row -> row.getLong(0), page)).await();
    }

    @Test
    void noViewIsLostHoweverManyComeWhileItIsWritten() throws Exception {
        long page = page("crowded");
        var people = Executors.newFixedThreadPool(4);
        var all = new ArrayList<Future<?>>();
        for (int i = 0; i < 4; i++) {
            all.add(people.submit(() -> {
                for (int n = 0; n < 5_000; n++) {
                    views.count(page);
                }
            }));
        }
        while (all.stream().anyMatch(one -> !one.isDone())) {
            views.flush().await();
        }
        people.shutdown();
        assertThat(people.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

        views.stop().await();

        assertThat(stored(page)).isEqualTo(20_000);
    }

    @Test
    void aDayEndsAtMidnightInChina() {
        long page = page("midnight");
        views.count(page);
        clock.set(Instant.parse("2026-11-23T16:00:00Z"));
        views.count(page);
        views.count(page);
        views.flush().await();

        var days = DATABASE.database().read(tx -> views.days(tx, page)).await();

        assertThat(days).containsExactly(new Views.OfDay(LocalDate.of(2026, 11, 24), 2),
                new Views.OfDay(LocalDate.of(2026, 11, 23), 1));
    }

    @Test
    void totalsTellTheLastThirtyDaysApart() {
        long page = page("old");
        clock.set(Instant.parse("2026-09-01T04:00:00Z"));
        views.count(page);
        views.flush().await();
        clock.set(Instant.parse("2026-11-23T04:00:00Z"));
        views.count(page);
        views.flush().await();

        var counts = DATABASE.database().read(views::totals).await();

        assertThat(counts.get(page)).isEqualTo(new Views.Count(2, 1));
        assertThat(DATABASE.database().read(tx -> views.between(tx, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 1)))
                .await()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenTheNextTime() {
        var nowhere = Database.connect(DATABASE.vertx(), "postgresql://nobody@127.0.0.1:1/none", 1);
        var cutOff = new Views(DATABASE.vertx(), nowhere, clock);
        long page = page("cut-off");
        cutOff.count(page);
        assertThatThrownBy(() -> cutOff.flush().await()).isNotNull();
        cutOff.count(page);
        assertThat(cutOff.waiting()).isEqualTo(2);
        nowhere.close().await();
    }
}
