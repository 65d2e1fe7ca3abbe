package org.pufa.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.Problem;
import org.pufa.outreach.Revision.Origin;
import org.pufa.support.TestDatabase;

class StockTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Deeds deeds;

    @BeforeAll
    static void open() {
        deeds = new Deeds(DATABASE);
    }

    private static Activity handout(long title, long amount) {
        return deeds.activity("handout", "发放手册", Deeds.DAY, deeds.handedOut(title, amount));
    }

    @Test
    void whatIsHandedOutLeavesTheStockAndComesBackWithACorrection() {
        long title = deeds.title("农民工工资条例问答", 5000);
        long id = deeds.enter(handout(title, 3000), "ana");
        assertThat(deeds.titleOf(title).left()).isEqualTo(2000);

        deeds.correct(id, 1, handout(title, 1000), "ana");
        assertThat(deeds.titleOf(title).left()).isEqualTo(4000);
        deeds.withdraw(id, 2, "ana");
        assertThat(deeds.titleOf(title).left()).isEqualTo(5000);
        deeds.correct(id, 3, handout(title, 5000), "ana");

        assertThat(deeds.titleOf(title).left()).isZero();
        assertThat(DATABASE.database().read(tx -> deeds.stock.movements(tx, title)).await())
                .extracting(Movement::amount).containsExactly(5000L, -1000L, -2000L, 3000L, 5000L);
    }

    @Test
    void moreThanThereIsCannotBeHandedOut() {
        long title = deeds.title("社会保险法图解", 100);

        assertThatThrownBy(() -> deeds.enter(handout(title, 101), "ana")).isInstanceOfSatisfying(Problem.class, e -> {
            assertThat(e.errors()).singleElement().satisfies(error -> {
                assertThat(error.key()).isEqualTo("outreach.stock.short");
                assertThat(error.field()).isEqualTo("amount.booklets");
            });
        });
        assertThat(deeds.titleOf(title).left()).isEqualTo(100);
    }

    @Test
    void whoeverRacesForTheLastCopiesGetsThemOnce() {
        long title = deeds.title("最后一千册", 1000);

        var race = Future.join(IntStream.range(0, 24).mapToObj(i -> DATABASE.database().inTx(tx -> deeds.register.enter(
                tx, deeds.catalogue, new Submission(UUID.randomUUID(), new byte[32], Optional.empty(),
                        handout(title, 100), Origin.form(false)), "ana"))).toList());
        race.recover(failure -> Future.succeededFuture()).await();

        assertThat(IntStream.range(0, 24).filter(race::succeeded)).hasSize(10);
        assertThat(IntStream.range(0, 24).filter(race::failed).mapToObj(race::cause))
                .allSatisfy(cause -> assertThat(((Problem) cause).errors().get(0).key()).isEqualTo("outreach.stock.short"));
        assertThat(deeds.titleOf(title).left()).isZero();
    }

    @Test
    void aReceptionIsCorrectedOnlyDownToWhatWentOut() {
        long title = deeds.title("劳动合同法口袋书", 500);
        deeds.enter(handout(title, 400), "ana");

        assertThatThrownBy(() -> receive(title, -200)).isInstanceOf(Problem.class);
        receive(title, -100);

        assertThat(deeds.titleOf(title).left()).isZero();
    }

    private static void receive(long title, long amount) {
        DATABASE.database().inTx(tx -> deeds.stock.receive(tx, deeds.catalogue, title, amount, LocalDate.of(2019, 1, 2),
                "清点更正", "ana")).await();
    }

    @Test
    void theDatabaseItselfKeepsTheStockRight() {
        long title = deeds.title("工伤保险条例", 10);

        assertThatThrownBy(() -> sql("update outreach_title set received = 99 where id = " + title))
                .isInstanceOfSatisfying(PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("PF031"));
        assertThatThrownBy(() -> sql("delete from outreach_movement where title_id = " + title))
                .isInstanceOf(PgException.class);
        assertThatThrownBy(() -> sql("""
                insert into outreach_movement (title_id, direction, amount, note, moved_on, noted_by, noted_at)
                values (%d, 'in', -11, 'x', '2019-01-01', 'ana', now())""".formatted(title)))
                .isInstanceOfSatisfying(PgException.class, e ->
                        assertThat(e.getConstraint()).isEqualTo("outreach_title_left"));
    }

    private static void sql(String sql) {
        DATABASE.database().inTx(tx -> tx.update(sql)).await();
    }

    @Test
    void aUnitHasATitleOfThatNameOnce() {
        deeds.title("同名手册", 1);

        assertThatThrownBy(() -> deeds.title("同名手册", 1)).isInstanceOf(Problem.class);
    }
}
