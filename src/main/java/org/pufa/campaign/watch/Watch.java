package org.pufa.campaign.watch;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.Outcomes;
import org.pufa.campaign.State;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Days;
import org.pufa.ledger.Tallies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every open campaign several times a minute. Each node brings what it counted; one of them at a time raises
 * and ends the alarms.
 */
public final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long EVERY_MS = 15_000;
    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofHours(2);

    private final Vertx vertx;
    private final Database database;
    private final Campaigns campaigns;
    private final Outcomes outcomes;
    private final AlarmRules rules;
    private final Clock clock;
    private final AlarmStore store = new AlarmStore();
    private volatile List<Alarm> open = List.of();
    private Future<Void> looking = Future.succeededFuture();
    private long timer = -1;

    public Watch(Vertx vertx, Database database, Campaigns campaigns, Outcomes outcomes, AlarmRules rules, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.campaigns = campaigns;
        this.outcomes = outcomes;
        this.rules = rules;
        this.clock = clock;
    }

    public void start() {
        timer = vertx.setPeriodic(EVERY_MS, again -> {
            if (looking.isComplete()) {
                looking = look().onFailure(failure -> LOG.warn("campaigns could not be looked at: {}", failure.toString()));
            }
        });
    }

    /** Waits for a look that has begun. */
    public Future<Void> stop() {
        vertx.cancelTimer(timer);
        return looking.otherwiseEmpty();
    }

    /** The alarms that last, as this node last saw them. */
    public List<Alarm> open() {
        return open;
    }

    /** The alarms of a campaign, the newest first, those that ended included. */
    public Future<List<Alarm>> history(CampaignId campaign, int count) {
        return database.read(tx -> store.history(tx, campaign, count));
    }

    /** Looks once. The server need not call it; {@link #start} does. */
    public Future<Void> look() {
        Instant now = clock.instant();
        var counted = outcomes.take();
        return database.inTx(tx -> store.add(tx, counted, now))
                .compose(added -> database.inTx(tx -> store.lock(tx)
                        .compose(mine -> mine ? judge(tx, now) : Future.<Void>succeededFuture())))
                .compose(judged -> database.read(store::open)).map(alarms -> {
                    open = List.copyOf(alarms);
                    return null;
                });
    }

    private Future<Void> judge(Tx tx, Instant now) {
        var running = campaigns.all().stream().filter(one -> one.stateAt(now) == State.OPEN).toList();
        Future<Void> judged = store.forget(tx, now.minus(KEPT))
                .compose(forgotten -> store.endOthers(tx, running.stream().map(Campaign::id).toList(), now));
        for (Campaign campaign : running) {
            judged = judged.compose(before -> judge(tx, campaign, now));
        }
        return judged;
    }

    private Future<Void> judge(Tx tx, Campaign campaign, Instant now) {
        return observe(tx, campaign, now).map(rules::findings).compose(findings ->
                store.raise(tx, campaign.id(), findings, now)
                        .compose(raised -> store.end(tx, campaign.id(), findings, now, now.minus(SPAN))));
    }

    private Future<AlarmRules.Observation> observe(Tx tx, Campaign campaign, Instant now) {
        var quiet = Duration.ofMinutes(rules.settings().quietMinutes());
        return store.pulse(tx, campaign.id(), now, SPAN).compose(pulse -> store.pulse(tx, campaign.id(), now, quiet)
                .compose(recent -> Tallies.of(tx, campaign.id()).map(tallies -> new AlarmRules.Observation(pulse,
                        recent.getOrDefault(Outcomes.ACCEPTED, 0L), usualHour(tallies, now),
                        Duration.between(campaign.window().opens(), now),
                        Duration.between(now, campaign.window().closes())))));
    }

    /** The larger of the hour before and the same hour of yesterday. */
    static long usualHour(Tallies tallies, Instant now) {
        LocalDateTime hour = LocalDateTime.ofInstant(now, Days.ZONE).truncatedTo(ChronoUnit.HOURS);
        return Math.max(at(tallies, hour.minusHours(1)), at(tallies, hour.minusDays(1)));
    }

    private static long at(Tallies tallies, LocalDateTime hour) {
        return tallies.byHour().getOrDefault(String.format(Locale.ROOT, "%sT%02d", hour.toLocalDate(), hour.getHour()),
                0L);
    }
}
