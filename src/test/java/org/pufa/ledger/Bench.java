package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.pufa.db.Database;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;
import org.pufa.kernel.Window;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

/** A workbench for tests: opens books, makes submissions, and looks at the tables from outside. */
final class Bench {

    static final Instant OPENS = Instant.parse("2026-11-01T00:00:00Z");
    static final Window WINDOW = new Window(OPENS, OPENS.plus(Duration.ofDays(30)));
    static final SecureRandom RANDOM = new SecureRandom();

    private static final AtomicLong CAMPAIGNS = new AtomicLong();
    private static final AtomicLong ATTEMPTS = new AtomicLong(1);

    final Database database;
    final Books books = new Books();
    final SettableClock clock = new SettableClock(OPENS.plus(Duration.ofHours(2)));
    private final Vertx vertx;
    private final List<Ledger> started = new ArrayList<>();

    Bench(TestDatabase test) {
        this(test.vertx(), test.database());
    }

    Bench(Vertx vertx, Database database) {
        this.vertx = vertx;
        this.database = database;
    }

    Ledger ledger(int lanes) {
        return ledger(new Ledger.Settings(lanes, 5_000));
    }

    Ledger ledger(Ledger.Settings settings) {
        var ledger = new Ledger(vertx, database, clock, RANDOM, settings);
        ledger.start().await();
        started.add(ledger);
        return ledger;
    }

    void stop() {
        started.forEach(ledger -> ledger.stop().await());
    }

    Book open(boolean linked, Limit limit) {
        return open(linked, limit, WINDOW);
    }

    Book open(boolean linked, Limit limit, Window window) {
        var campaign = new CampaignId(CAMPAIGNS.incrementAndGet());
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        database.inTx(tx -> books.open(tx, campaign, linked, limit, window, secret)).await();
        return book(campaign);
    }

    Book book(CampaignId campaign) {
        return database.read(tx -> books.find(tx, campaign)).await().orElseThrow();
    }

    /** A submission of its own attempt, that may take any slot of its time. */
    Submission submission(Book book, int person) {
        return submission(book, person, ATTEMPTS.getAndIncrement());
    }

    Submission submission(Book book, int person, long attempt) {
        return submission(book, person, attempt, "pick" + Math.floorMod(person, 4));
    }

    Submission submission(Book book, int person, long attempt, String pick) {
        Instant now = clock.instant();
        var slots = book.limit().slotsAt(now);
        return new Submission(book, pseudonym(book, person), slots, slots.first(), new ReceiptCode(attempt),
                person % 2 == 0 ? "poster" : "gzh", now,
                CanonicalJson.text(Map.of("pick", pick, "by", (long) person)), person % 7, counts(pick));
    }

    static Pseudonym pseudonym(Book book, int person) {
        return book.pseudonym(Integer.toString(person).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    static List<Count> counts(String pick) {
        return List.of(new Count("pick", pick));
    }

    /** The recount of the sheets that this bench makes. */
    static List<Count> recount(String body) {
        return counts(new JsonObject(body).getString("pick"));
    }

    Verification verify(Book book) {
        return new Verifier(database, books).verify(book.campaign(), Bench::recount).await();
    }

    /** All outcomes, in order; a problem in the place of those that failed. They meet in the same batches. */
    List<Object> outcomes(Ledger ledger, List<Submission> submissions) {
        return outcomes(List.of(ledger), submissions);
    }

    /** The same, dealt out to the nodes in turn. */
    List<Object> outcomes(List<Ledger> nodes, List<Submission> submissions) {
        Promise<List<Object>> all = Promise.promise();
        vertx.runOnContext(here -> {
            var running = new ArrayList<Future<Outcome>>();
            for (int i = 0; i < submissions.size(); i++) {
                running.add(nodes.get(i % nodes.size()).submit(submissions.get(i)));
            }
            Future.join(running).onComplete(done -> all.complete(running.stream()
                    .map(one -> one.succeeded() ? (Object) one.result() : one.cause()).toList()));
        });
        return all.future().await();
    }

    long count(String sql, Object... args) {
        return database.read(tx -> tx.get(sql, row -> row.getLong(0), args)).await();
    }

    long rows(String table, Book book) {
        return count("select count(*)::bigint from " + table + " where campaign_id = $1", book.campaign().value());
    }

    /** Changes the tables behind the ledger's back, as someone with the database password could. */
    int tamper(String sql, Object... args) {
        return database.inTx(tx -> tx.update("alter table entry disable trigger user")
                .compose(off -> tx.update(sql, args))
                .compose(changed -> tx.update("alter table entry enable trigger user").map(changed))).await();
    }

    /** No book and no row left. */
    void clear() {
        database.inTx(tx -> tx.update("truncate book, entry, sheet, participant, tally, tally_batch, block")).await();
    }
}
