package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Days;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the sheets of finished hours, where sheets are not linked, out of the order in which they came and seals them
 * into a chain of their own. Sheets that wait are written anew, together and shuffled, so that nothing of their rows
 * still tells which entry they came with. While a campaign runs, {@link #CROWD} of them, chosen by lot, always stay
 * behind: whoever takes part last then still has others to stand among.
 */
public final class Sealer {

    /** Fewer than this many sheets are never sealed apart from others, save when a whole campaign has no more. */
    static final int CROWD = 10;

    /** An hour counts as finished so long after its end. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long EVERY_MS = Duration.ofMinutes(3).toMillis();

    private final Database database;
    private final Books books;
    private final Clock clock;
    private final SheetSql sheets = new SheetSql();
    private volatile Future<Integer> running = Future.succeededFuture(0);
    private volatile Runnable cancelTimer = () -> { };

    public Sealer(Database database, Books books, Clock clock) {
        this.database = Objects.requireNonNull(database);
        this.books = Objects.requireNonNull(books);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Runs every few minutes from now on. */
    public void start(Vertx vertx) {
        long timer = vertx.setPeriodic(EVERY_MS, tick -> {
            if (running.isComplete()) {
                running = run().onFailure(failure -> LOG.warn("sheets could not be sealed now", failure));
            }
        });
        cancelTimer = () -> vertx.cancelTimer(timer);
    }

    /** Succeeds when it is no longer at work. */
    public Future<Void> stop() {
        cancelTimer.run();
        return running.<Void>mapEmpty().otherwiseEmpty();
    }

    /**
     * Goes once over all campaigns; any node may, for only one at a time gets hold of a campaign.
     *
     * @return how many sheets were sealed
     */
    public Future<Integer> run() {
        Instant now = clock.instant();
        return database.read(sheets::campaignsThatWait).compose(campaigns -> {
            Future<Integer> sealed = Future.succeededFuture(0);
            for (CampaignId campaign : campaigns) {
                sealed = sealed.compose(sum -> seal(campaign, now).map(n -> sum + n));
            }
            return sealed;
        });
    }

    private Future<Integer> seal(CampaignId campaign, Instant now) {
        return database.inTx(tx -> sheets.lock(tx, campaign).compose(mine -> mine
                        ? books.find(tx, campaign).compose(book -> seal(tx, book.orElseThrow(), now))
                        : Future.succeededFuture(Work.NONE)))
                .compose(work -> work.mixed ? clean(campaign).map(work.sealed) : Future.succeededFuture(work.sealed));
    }

    private record Work(boolean mixed, int sealed) {

        static final Work NONE = new Work(false, 0);
    }

    private Future<Work> seal(Tx tx, Book book, Instant now) {
        boolean over = book.window().isAfter(now.minus(GRACE));
        Instant before = over ? Instant.MAX : Days.hourOf(now.minus(GRACE));
        return sheets.waiting(tx, book.campaign(), before).compose(waiting -> {
            long ready = over ? waiting.all() : waiting.all() >= 2 * CROWD ? waiting.all() - CROWD : 0;
            boolean mix = waiting.fresh() > 0;
            return (mix ? sheets.mix(tx, book.campaign(), before) : Future.<Void>succeededFuture())
                    .compose(mixed -> sealAll(tx, book, now, ready))
                    .map(sealed -> new Work(mix, (int) ready));
        });
    }

    private Future<Void> sealAll(Tx tx, Book book, Instant now, long left) {
        if (left == 0) {
            return Future.succeededFuture();
        }
        int count = (int) Math.min(left, Block.MOST_LEAVES);
        return sheets.sealNext(tx, book, now, count).compose(done -> sealAll(tx, book, now, left - count));
    }

    /**
     * What else still shows which rows were written together: the tallies that a batch touched last, and the rows that
     * were replaced but not yet swept away.
     */
    private Future<Void> clean(CampaignId campaign) {
        return database.inTx(tx -> sheets.rewriteTallies(tx, campaign))
                .compose(rewritten -> database.read(sheets::sweep))
                .recover(failure -> {
                    LOG.warn("traces of batches of campaign {} stay until the next run", campaign, failure);
                    return Future.succeededFuture();
                });
    }
}
