package org.pufa.privacy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.privacy.Rule.Due;
import org.pufa.vault.Resealing;
import org.pufa.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is due, each subject in a transaction of its own with its lines in the log of purges and in the audit
 * log. Every node tries once an hour; only one is at it at a time, and what is gone is due no more. It also seals anew
 * what a rotation of keys left.
 */
public final class Purge {

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);
    private static final long EVERY_MS = Duration.ofHours(1).toMillis();
    private static final long FIRST_MS = Duration.ofMinutes(2).toMillis();

    private final Vertx vertx;
    private final Database database;
    private final Retention retention;
    private final AuditLog audit;
    private final Vault vault;
    private final Resealing resealing;
    private final Clock clock;
    private final PurgeStore store = new PurgeStore();
    private volatile Future<?> running = Future.succeededFuture();
    private long first = -1;
    private long timer = -1;

    public Purge(Vertx vertx, Database database, Retention retention, AuditLog audit, Vault vault,
            Resealing resealing, Clock clock) {
        this.vertx = Objects.requireNonNull(vertx);
        this.database = Objects.requireNonNull(database);
        this.retention = Objects.requireNonNull(retention);
        this.audit = Objects.requireNonNull(audit);
        this.vault = Objects.requireNonNull(vault);
        this.resealing = Objects.requireNonNull(resealing);
        this.clock = Objects.requireNonNull(clock);
    }

    public void start() {
        first = vertx.setTimer(FIRST_MS, begin -> upkeep());
        timer = vertx.setPeriodic(EVERY_MS, again -> upkeep());
    }

    /** Succeeds when it is no longer at work. */
    public Future<Void> stop() {
        vertx.cancelTimer(first);
        vertx.cancelTimer(timer);
        return running.<Void>mapEmpty().otherwiseEmpty();
    }

    private void upkeep() {
        if (running.isComplete()) {
            running = run(AuditLog.SYSTEM).compose(purged -> database.inTx(vault::check))
                    .compose(checked -> resealing.run(n -> { }))
                    .onFailure(failure -> LOG.warn("what is due could not be removed now: {}", failure.toString()));
        }
    }

    /**
     * Removes what is due now. The server need not call it; {@link #start} does.
     *
     * @param actor who wanted it
     * @return how much was removed
     */
    public Future<Long> run(String actor) {
        Instant now = clock.instant();
        Future<Long> sum = Future.succeededFuture(0L);
        for (Rule rule : retention.rules()) {
            sum = sum.compose(before -> run(rule, actor, now).map(n -> before + n));
        }
        return sum;
    }

    private Future<Long> run(Rule rule, String actor, Instant now) {
        Instant limit = retention.limit(rule, now);
        return database.read(tx -> rule.due(tx, limit)).compose((List<Due> due) -> {
            Future<Long> sum = Future.succeededFuture(0L);
            for (Due one : due) {
                sum = sum.compose(before -> database.inTx(tx -> store.lock(tx).compose(mine -> mine
                        ? remove(tx, rule, one, limit, actor, now) : Future.succeededFuture(0L))).map(n -> before + n));
            }
            return sum;
        });
    }

    private Future<Long> remove(Tx tx, Rule rule, Due due, Instant limit, String actor, Instant now) {
        int days = retention.days(rule);
        return rule.purge(tx, due, limit).compose(removed -> removed == 0 ? Future.succeededFuture(0L)
                : store.add(tx, rule, days, due.subject(), removed, now).compose(added -> audit.record(tx, actor,
                        "privacy.purge", due.subject(), Map.of("rule", rule.code(), "days", days, "count", removed)))
                        .map(removed));
    }
}
