package org.pufa.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.Problem;
import org.pufa.outreach.Revision.Origin;
import org.pufa.outreach.Submission.Entered;
import org.pufa.outreach.Submission.Outcome;
import org.pufa.support.TestDatabase;

class RegisterTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Deeds deeds;

    @BeforeAll
    static void open() {
        deeds = new Deeds(DATABASE);
    }

    private static Activity event(int year, long advised) {
        return deeds.activity("event", "宪法日现场咨询", LocalDate.of(year, 12, 4), deeds.figure("advised", advised));
    }

    private static Problem.Sort refused(Runnable act) {
        try {
            act.run();
        } catch (Problem e) {
            return e.sort();
        }
        throw new AssertionError("it was not refused");
    }

    private static void tamper(String sql) {
        DATABASE.database().inTx(tx -> tx.update(sql)).await();
    }

    @Test
    void aRecordCountsOnceSomebodyElseHasConfirmedIt() {
        long id = deeds.enter(event(2001, 97), "ana");
        assertThat(deeds.totals(2001).of("advised")).isZero();
        assertThat(deeds.get(id).current().status()).isEqualTo(Status.WAITING);

        deeds.decide(id, 1, true, "bo");

        assertThat(deeds.totals(2001).of("advised")).isEqualTo(97);
        assertThat(deeds.get(id).current().decision().orElseThrow().by()).isEqualTo("bo");
    }

    @Test
    void nobodyConfirmsWhatTheyEnteredThemselves() {
        long id = deeds.enter(event(2002, 1), "ana");

        assertThat(refused(() -> deeds.decide(id, 1, true, "ana"))).isEqualTo(Problem.Sort.FORBIDDEN);
        assertThat(deeds.get(id).mayBeDecidedBy("ana")).isFalse();
        assertThatThrownBy(() -> tamper("""
                insert into outreach_decision (outreach_id, revision, entered_by, confirmed, note, decided_by, decided_at)
                values (%d, 1, 'ana', true, '', 'ana', now())""".formatted(id)))
                .isInstanceOfSatisfying(PgException.class, e ->
                        assertThat(e.getConstraint()).isEqualTo("outreach_decision_by_another"));
        assertThatThrownBy(() -> tamper("""
                insert into outreach_decision (outreach_id, revision, entered_by, confirmed, note, decided_by, decided_at)
                values (%d, 1, 'cleo', true, '', 'ana', now())""".formatted(id)))
                .isInstanceOfSatisfying(PgException.class, e ->
                        assertThat(e.getConstraint()).isEqualTo("outreach_decision_of"));
    }

    @Test
    void aCorrectionCountsOnlyWhenItIsConfirmedAgain() {
        long id = deeds.confirmed(event(2003, 97));

        deeds.correct(id, 1, event(2003, 79), "cleo");
        assertThat(deeds.totals(2003).of("advised")).isZero();
        deeds.decide(id, 2, true, "ana");

        assertThat(deeds.totals(2003).of("advised")).isEqualTo(79);
        assertThat(deeds.get(id).revisions()).extracting(Revision::number).containsExactly(2, 1);
        assertThat(deeds.get(id).current().reason()).isEqualTo("数错了");
    }

    @Test
    void whatCountedAtAnEarlierMomentCanStillBeAsked() {
        long id = deeds.confirmed(event(2004, 97));
        var frozen = deeds.clock.instant();
        deeds.clock.advance(Duration.ofDays(1));
        deeds.correct(id, 1, event(2005, 97), "ana");
        deeds.decide(id, 2, true, "bo");

        assertThat(deeds.totals(2004).of("advised")).isZero();
        assertThat(deeds.totals(2005).of("advised")).isEqualTo(97);
        var then = DATABASE.database().read(tx -> Totals.read(tx, deeds.catalogue, Optional.empty(), 2004, frozen));
        assertThat(then.await().of("advised")).isEqualTo(97);
    }

    @Test
    void aRecordThatIsTakenBackStaysButCountsNoMore() {
        long id = deeds.confirmed(event(2006, 5));

        deeds.withdraw(id, 1, "ana");
        deeds.decide(id, 2, true, "bo");

        assertThat(deeds.totals(2006).overall()).isEmpty();
        assertThat(deeds.get(id).current().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(deeds.get(id).current().activity().title()).isEqualTo("宪法日现场咨询");
        assertThatThrownBy(() -> tamper("delete from outreach where id = " + id)).isInstanceOf(PgException.class);
    }

    @Test
    void nothingThatWasWrittenCanBeChangedBehindTheRegister() {
        long id = deeds.confirmed(event(2007, 5));

        for (String sql : new String[] {"update outreach_revision set title = 'x' where outreach_id = ",
            "delete from outreach_revision where outreach_id = ", "update outreach_figure set amount = 9 where outreach_id = ",
            "delete from outreach_decision where outreach_id = ", "update outreach set created_by = 'x' where id = ",
            "update outreach set revision = 7 where id = "}) {
            assertThatThrownBy(() -> tamper(sql + id)).as(sql).isInstanceOfSatisfying(PgException.class, e ->
                    assertThat(e.getSqlState()).isEqualTo("PF030"));
        }
    }

    @Test
    void aDecisionOrCorrectionOfWhatChangedMeanwhileIsRefused() {
        long id = deeds.enter(event(2008, 5), "ana");
        deeds.correct(id, 1, event(2008, 6), "ana");

        assertThat(refused(() -> deeds.decide(id, 1, true, "bo"))).isEqualTo(Problem.Sort.CONFLICT);
        assertThat(refused(() -> deeds.correct(id, 1, event(2008, 7), "cleo"))).isEqualTo(Problem.Sort.CONFLICT);
        deeds.decide(id, 2, false, "bo");
        assertThat(refused(() -> deeds.decide(id, 2, true, "cleo"))).isEqualTo(Problem.Sort.CONFLICT);
        assertThat(deeds.get(id).current().status()).isEqualTo(Status.RETURNED);
        assertThat(refused(() -> deeds.decide(999_999, 1, true, "bo"))).isEqualTo(Problem.Sort.NOT_FOUND);
    }

    @Test
    void twentyRetriesOfOneFormAreOneRecord() {
        var key = UUID.randomUUID();
        var activity = event(2009, 5);

        var all = Future.all(IntStream.range(0, 20).mapToObj(i -> DATABASE.database().inTx(tx -> deeds.register.enter(tx,
                deeds.catalogue, new Submission(key, new byte[32], Optional.empty(), activity, Origin.form(false)),
                "ana"))).toList()).await().<Entered>list();

        assertThat(all).extracting(Entered::id).containsOnly(all.get(0).id());
        assertThat(all.stream().filter(one -> one.outcome() == Outcome.ENTERED)).hasSize(1);
        deeds.decide(all.get(0).id(), 1, true, "bo");
        assertThat(deeds.totals(2009).of("advised")).isEqualTo(5);
    }

    @Test
    void somethingElseUnderTheSameKeyIsToldApart() {
        var key = UUID.randomUUID();
        long id = deeds.enter(key, event(2010, 5), "ana").id();
        var other = new byte[32];
        other[0] = 1;

        assertThat(deeds.enter(key, other, event(2010, 6), "ana")).isEqualTo(new Entered(id, Outcome.OTHER));
        assertThat(refused(() -> deeds.enter(key, event(2010, 5), "bo"))).isEqualTo(Problem.Sort.CONFLICT);
    }
}
