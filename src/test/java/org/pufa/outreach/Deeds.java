package org.pufa.outreach;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pufa.audit.AuditLog;
import org.pufa.outreach.Revision.Origin;
import org.pufa.outreach.Submission.Entered;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

/** What happened in a bureau's year, and the register that holds it. */
public final class Deeds {

    public static final LocalDate DAY = LocalDate.of(2019, 12, 4);

    public final TestDatabase tests;
    public final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    public final AuditLog audit = new AuditLog(clock);
    public final Stock stock = new Stock(audit, clock);
    public final Register register = new Register(stock, audit, clock);
    public final Catalogue catalogue;

    public Deeds(TestDatabase tests) {
        this.tests = tests;
        this.catalogue = tests.database().read(Catalogue::read).await();
    }

    public Figure figure(String measure, long amount) {
        return Figure.typed(catalogue.measure(measure).orElseThrow(), amount, Counted.HEADCOUNT);
    }

    public Figure handedOut(long title, long amount) {
        return Figure.handedOut(catalogue.measure("booklets").orElseThrow(), amount, title);
    }

    public Activity activity(String kind, String title, LocalDate day, Figure... figures) {
        return new Activity(catalogue.kind(kind).orElseThrow(), title, day, day, "市民之家", "上城区", List.of("宪法"),
                List.of("residents"), List.of(), List.of(), "", List.of(figures));
    }

    public long title(String name, long received) {
        return tests.database().inTx(tx -> stock.add(tx, name, catalogue.measure("booklets").orElseThrow(),
                Optional.empty(), "ana").compose(id -> stock.receive(tx, catalogue, id, received, DAY, "", "ana")
                        .map(id))).await();
    }

    public Title titleOf(long id) {
        return tests.database().read(tx -> stock.get(tx, catalogue, id)).await();
    }

    public Entered enter(UUID key, Activity activity, String actor) {
        return enter(key, new byte[32], activity, actor);
    }

    public Entered enter(UUID key, byte[] hash, Activity activity, String actor) {
        return tests.database().inTx(tx -> register.enter(tx, catalogue, new Submission(key, hash, Optional.empty(),
                activity, Origin.form(false)), actor)).await();
    }

    public long enter(Activity activity, String actor) {
        return enter(UUID.randomUUID(), activity, actor).id();
    }

    public int correct(long id, int expected, Activity activity, String actor) {
        return tests.database().inTx(tx -> register.correct(tx, catalogue, id, expected, activity, Origin.form(false),
                "数错了", actor)).await();
    }

    public int withdraw(long id, int expected, String actor) {
        return tests.database().inTx(tx -> register.withdraw(tx, catalogue, id, expected, "登记重复", actor)).await();
    }

    public void decide(long id, int expected, boolean confirmed, String actor) {
        tests.database().inTx(tx -> register.decide(tx, catalogue, id, expected, confirmed,
                confirmed ? "" : "请补上地点", actor)).await();
    }

    /** Entered by ana and confirmed by bo. */
    public long confirmed(Activity activity) {
        long id = enter(activity, "ana");
        decide(id, 1, true, "bo");
        return id;
    }

    public Outreach get(long id) {
        return tests.database().read(tx -> register.get(tx, catalogue, id)).await();
    }

    public Totals totals(int year) {
        return tests.database().read(tx -> Totals.read(tx, catalogue, Optional.empty(), year, clock.instant())).await();
    }
}
