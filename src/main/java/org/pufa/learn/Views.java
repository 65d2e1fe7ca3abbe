package org.pufa.learn;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.Days;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often pages are opened (浏览量), by page and day in China: in memory, and every few seconds and when the
 * platform stops in the database. Nothing is known of who opened them, so nobody can say how many people it were. Only
 * what a process that is killed has counted since the last writing is lost; should the answer to a writing be lost with
 * its connection, it may count twice.
 */
public final class Views {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);
    private static final long EVERY_MS = 5_000;
    private static final String ADD = """
            insert into lesson_view (lesson_id, day, views) values ($1, $2, $3)
            on conflict (lesson_id, day) do update set views = lesson_view.views + excluded.views""";
    private static final String TOTALS = """
            select lesson_id, sum(views)::bigint as total,
              coalesce(sum(views) filter (where day > $1::date - 30), 0)::bigint as lately
            from lesson_view group by lesson_id""";
    private static final String DAYS = """
            select day, views from lesson_view where lesson_id = $1 and day > $2::date - 30 order by day desc""";
    private static final String BETWEEN = """
            select coalesce(sum(views), 0)::bigint from lesson_view where day between $1 and $2""";

    private final Vertx vertx;
    private final Database database;
    private final Clock clock;
    private final Map<Seen, Long> waiting = new ConcurrentHashMap<>();
    private Future<Void> writing = Future.succeededFuture();
    private long timer = -1;

    private record Seen(long lesson, LocalDate day) {
    }

    /** How often a page was opened. @param lately within the last 30 days */
    public record Count(long total, long lately) {

        public static final Count NONE = new Count(0, 0);
    }

    /** How often on one day. */
    public record OfDay(LocalDate day, long views) {
    }

    public Views(Vertx vertx, Database database, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.clock = clock;
    }

    /** Counts that a page was opened now. Never blocks; from any thread. */
    public void count(long lesson) {
        waiting.merge(new Seen(lesson, Days.of(clock.instant())), 1L, Long::sum);
    }

    /** Begins to write now and then. */
    public void start() {
        timer = vertx.setPeriodic(EVERY_MS, tick -> flush().onFailure(failure ->
                LOG.warn("views of learning pages wait to be written: {}", failure.toString())));
    }

    /** Writes what was counted; to be called once nobody opens pages any more. */
    public Future<Void> stop() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
        return flush();
    }

    /** Writes everything that was counted before this call; what could not be written waits for the next time. */
    public synchronized Future<Void> flush() {
        writing = writing.otherwiseEmpty().compose(before -> write());
        return writing;
    }

    private Future<Void> write() {
        var taken = new ArrayList<Map.Entry<Seen, Long>>();
        for (Seen seen : waiting.keySet()) {
            Long views = waiting.remove(seen);
            if (views != null) {
                taken.add(Map.entry(seen, views));
            }
        }
        taken.sort(java.util.Comparator.comparing(one -> one.getKey().lesson()));
        return taken.isEmpty() ? Future.succeededFuture() : database.inTx(tx -> tx.batch(ADD, taken.stream().map(one ->
                        Tuple.of(one.getKey().lesson(), one.getKey().day(), one.getValue())).toList()))
                .onFailure(failure -> taken.forEach(one -> waiting.merge(one.getKey(), one.getValue(), Long::sum)));
    }

    /** How many views wait to be written. */
    public long waiting() {
        return waiting.values().stream().mapToLong(Long::longValue).sum();
    }

    /** By the id of the page; pages that nobody opened are missing. */
    public Future<Map<Long, Count>> totals(Tx tx) {
        return tx.list(TOTALS, row -> Map.entry(row.getLong("lesson_id"), new Count(row.getLong("total"),
                        row.getLong("lately"))), Days.of(clock.instant()))
                .map(all -> all.stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey,
                        Map.Entry::getValue)));
    }

    /** The last 30 days on which a page was opened, the latest first. */
    public Future<List<OfDay>> days(Tx tx, long lesson) {
        return tx.list(DAYS, row -> new OfDay(row.getLocalDate("day"), row.getLong("views")), lesson,
                Days.of(clock.instant()));
    }

    /** Of all pages together, from the first to the last of these days. */
    public Future<Long> between(Tx tx, LocalDate first, LocalDate last) {
        return tx.get(BETWEEN, row -> row.getLong(0), first, last);
    }
}
