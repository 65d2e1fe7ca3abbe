package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Days;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often landing pages are shown and papers opened, by campaign, day and channel (访问量). Nothing of the
 * person is kept, and nobody waits: counts gather in memory and are added to the database every few seconds and at the
 * end. Should a node be killed, its last seconds are missing; entries, which are what counts, never are.
 */
public final class Traffic {

    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);
    private static final long EVERY_MS = 5_000;
    private static final Comparator<Key> ORDER = Comparator.<Key>comparingLong(key -> key.campaign().value())
            .thenComparing(Key::day).thenComparing(Key::what).thenComparing(Key::channel);
    private static final String ADD = """
            insert into campaign_traffic as t (campaign_id, day, what, channel, n) values ($1, $2, $3, $4, $5)
            on conflict on constraint campaign_traffic_of do update set n = t.n + excluded.n""";
    private static final String READ = """
            select campaign_id, day, what, channel, n from campaign_traffic
            where campaign_id = any($1) and day >= $2 and day < $3""";

    private final Clock clock;
    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
    private Vertx vertx;
    private Database database;
    private long timer = -1;
    private Future<Void> flushing = Future.succeededFuture();

    public Traffic(Clock clock) {
        this.clock = Objects.requireNonNull(clock);
    }

    /** A step on the way to an entry. */
    public enum What {

        /** A landing page was shown. */
        LANDING,
        /** A paper was opened; who reloads it opens another. */
        OPENED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is counted together. @param day in China */
    public record Key(CampaignId campaign, LocalDate day, What what, String channel) {
    }

    /** So many of them. */
    public record Counted(Key key, long n) {
    }

    /** One more, now. */
    void add(CampaignId campaign, What what, String channel) {
        counts.computeIfAbsent(new Key(campaign, Days.of(clock.instant()), what, channel), key -> new LongAdder())
                .increment();
    }

    /** Begins to add the counts to that database. */
    public void start(Vertx onVertx, Database toDatabase) {
        vertx = onVertx;
        database = toDatabase;
        timer = vertx.setPeriodic(EVERY_MS, again -> {
            if (flushing.isComplete()) {
                flushing = flush(database)
                        .onFailure(failure -> LOG.warn("visits are not stored yet: {}", failure.toString()));
            }
        });
    }

    /** Adds what is left. */
    public Future<Void> stop() {
        if (vertx == null) {
            return Future.succeededFuture();
        }
        vertx.cancelTimer(timer);
        return flushing.otherwiseEmpty().compose(before -> flush(database));
    }

    /** Adds what was counted since the last time; what cannot be added now is kept for the next. */
    public Future<Void> flush(Database to) {
        Map<Key, Long> taken = take();
        if (taken.isEmpty()) {
            return Future.succeededFuture();
        }
        // in one order, so that two nodes never wait for each other
        var rows = taken.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER))
                .map(one -> Tuple.of(one.getKey().campaign().value(), one.getKey().day(), one.getKey().what().code(),
                        one.getKey().channel(), one.getValue())).toList();
        return to.inTx(tx -> tx.batch(ADD, rows)).onFailure(failure -> taken.forEach((key, n) ->
                counts.computeIfAbsent(key, again -> new LongAdder()).add(n)));
    }

    /** An adder that stays empty is dropped once its day is over, so that the memory does not grow with the days. */
    private Map<Key, Long> take() {
        LocalDate today = Days.of(clock.instant());
        var taken = new HashMap<Key, Long>();
        counts.forEach((key, count) -> {
            long n = count.sumThenReset();
            if (n > 0) {
                taken.put(key, n);
            } else if (key.day().isBefore(today.minusDays(1))) {
                counts.remove(key);
            }
        });
        return taken;
    }

    /** What was counted of those campaigns from one day, included, to another, excluded. */
    public static Future<List<Counted>> read(Tx tx, List<CampaignId> campaigns, LocalDate from, LocalDate to) {
        return tx.list(READ, row -> new Counted(new Key(new CampaignId(row.getLong(0)), row.getLocalDate(1),
                        What.valueOf(row.getString(2).toUpperCase(Locale.ROOT)), row.getString(3)), row.getLong(4)),
                campaigns.stream().map(CampaignId::value).toArray(Long[]::new), from, to);
    }
}
