package org.pufa.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.TestDatabase;

class TotalsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Deeds deeds;

    @BeforeAll
    static void open() {
        deeds = new Deeds(DATABASE);
    }

    @Test
    void peopleAndParticipationsAreNeverAdded() {
        var heads = new Amount(deeds.catalogue.measure("heads").orElseThrow().unit(), 45);
        var turns = new Amount(deeds.catalogue.measure("turns").orElseThrow().unit(), 90);

        assertThatThrownBy(() -> heads.plus(turns)).isInstanceOf(IllegalArgumentException.class);
        assertThat(heads.plus(heads).value()).isEqualTo(90);
    }

    /** Whatever happens to records, the sums are those of the rows that lists show as confirmed. */
    @Test
    void totalsEqualTheRowsBehindThem() {
        var random = new Random(2019);
        for (int i = 0; i < 60; i++) {
            happen(random, i);
        }

        var rows = confirmedRows();
        for (Measure measure : deeds.catalogue.measures()) {
            var figures = rows.stream().flatMap(row -> row.figures().stream())
                    .filter(figure -> figure.measure().equals(measure)).toList();
            var total = deeds.totals(2015).overall().stream().filter(sum -> sum.measure().equals(measure)).findFirst();
            assertThat(total.map(sum -> sum.amount().value()).orElse(0L)).as(measure.code())
                    .isEqualTo(figures.stream().mapToLong(Figure::amount).sum());
            assertThat(total.map(Totals.Sum::records).orElse(0L)).isEqualTo(rows.stream().filter(row ->
                    row.figures().stream().anyMatch(figure -> figure.measure().equals(measure))).count());
        }
        assertThat(deeds.totals(2015).byKind().stream().filter(sum -> sum.measure().code().equals("turns"))
                .mapToLong(sum -> sum.amount().value()).sum()).isEqualTo(deeds.totals(2015).of("turns")).isPositive();
    }

    private static void happen(Random random, int i) {
        long id = deeds.enter(training(random, i), "ana");
        switch (random.nextInt(5)) {
            case 0 -> deeds.decide(id, 1, true, "bo");
            case 1 -> deeds.decide(id, 1, false, "bo");
            case 2 -> {
                deeds.decide(id, 1, true, "bo");
                deeds.correct(id, 1, training(random, i), "bo");
                if (random.nextBoolean()) {
                    deeds.decide(id, 2, true, "ana");
                }
            }
            case 3 -> {
                deeds.decide(id, 1, true, "bo");
                deeds.withdraw(id, 1, "ana");
                if (random.nextBoolean()) {
                    deeds.decide(id, 2, true, "bo");
                }
            }
            default -> { }
        }
    }

    private static Activity training(Random random, int i) {
        var figures = new ArrayList<>(List.of(deeds.figure("held", 1 + random.nextInt(3))));
        if (random.nextBoolean()) {
            figures.add(deeds.figure("heads", 1 + random.nextInt(100)));
        }
        if (random.nextBoolean()) {
            figures.add(deeds.figure("turns", 1 + random.nextInt(200)));
        }
        return deeds.activity(random.nextBoolean() ? "training" : "lecture", "培训" + i,
                LocalDate.of(2015, 1 + random.nextInt(12), 1), figures.toArray(Figure[]::new));
    }

    private static List<Listed> confirmedRows() {
        var year = RegisterFilter.ofYear(Optional.empty(), 2015);
        return DATABASE.database().read(tx -> new Listing().page(tx, deeds.catalogue, new RegisterFilter(year.unit(),
                year.from(), year.to(), Optional.empty(), Optional.empty(), Optional.of(Status.CONFIRMED), ""), 0, 100))
                .await();
    }
}
