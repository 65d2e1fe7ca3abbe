package org.pufa.settings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings that were changed in the console, kept in memory and renewed on all nodes as soon as one changes. */
public final class Settings {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final long RECONNECT_MS = 500;

    private final Vertx vertx;
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final SettingStore store = new SettingStore();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile State state = new State(Map.of(), Optional.empty());
    private PgSubscriber subscriber;

    private record State(Map<String, Stored> values, Optional<Logo> logo) {
    }

    public Settings(Vertx vertx, Database database, AuditLog audit, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Loads what is stored and begins to listen for changes; must have succeeded before the first request. */
    public Future<Void> start() {
        subscriber = PgSubscriber.subscriber(vertx, database.options());
        subscriber.reconnectPolicy(retries -> RECONNECT_MS);
        subscriber.channel(SettingStore.NOTIFICATIONS).subscribeHandler(subscribed -> renewQuietly())
                .handler(changed -> renewQuietly());
        return subscriber.connect().compose(connected -> load());
    }

    public Future<Void> stop() {
        return subscriber == null ? Future.succeededFuture() : subscriber.close();
    }

    /** Has {@code listener} told of every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void renewQuietly() {
        load().onFailure(failure -> LOG.warn("settings could not be renewed: {}", failure.toString()));
    }

    /** Reads everything anew. The server need not call it; {@link #start} does. */
    public Future<Void> load() {
        return database.read(tx -> store.all(tx).compose(values -> store.logo(tx).map(logo ->
                new State(values, logo)))).map(read -> {
                    state = read;
                    listeners.forEach(Runnable::run);
                    return null;
                });
    }

    /** The value that was decided in the console; nothing where the configuration or the standard holds. */
    public Optional<String> text(String name) {
        return stored(name).map(Stored::value);
    }

    /** The same with who decided it, and when. */
    public Optional<Stored> stored(String name) {
        return Optional.ofNullable(state.values().get(name));
    }

    Optional<Logo> logo() {
        return state.logo();
    }

    /**
     * Decides on settings, all or none, and keeps in the audit log what changed. Fails with CONFLICT when one of them is
     * not any more what the person saw.
     *
     * @param area what the audit log says it is about, such as {@code site}
     * @param seen the values the person saw, by name; only those are checked that are to change
     * @param wanted new values by name
     */
    public Future<Void> change(String actor, String area, Map<String, String> seen, Map<String, String> wanted) {
        var changes = new TreeMap<>(wanted);
        changes.entrySet().removeIf(one -> one.getValue().equals(seen.get(one.getKey())));
        if (changes.isEmpty()) {
            return Future.succeededFuture();
        }
        return decide(tx -> store.all(tx).compose(now -> {
            if (changes.keySet().stream().anyMatch(name -> isOther(now.get(name), seen.get(name)))) {
                throw Problem.conflict("settings.changed-meanwhile");
            }
            return put(tx, actor, changes);
        }).compose(put -> audit.record(tx, actor, "settings.change", area, details(seen, changes))));
    }

    /** A setting that nobody had changed was seen as configured, which may be any value. */
    private static boolean isOther(Stored now, String seen) {
        return now != null && !now.value().equals(seen);
    }

    private Future<Void> put(Tx tx, String actor, Map<String, String> changes) {
        Future<Void> all = Future.succeededFuture();
        for (Map.Entry<String, String> one : changes.entrySet()) {
            all = all.compose(before -> store.put(tx, one.getKey(), one.getValue(), actor, clock.instant()));
        }
        return all;
    }

    private static Map<String, Object> details(Map<String, String> seen, Map<String, String> changes) {
        var before = new ArrayList<String>();
        changes.keySet().forEach(name -> before.add(seen.getOrDefault(name, "")));
        return Map.of("settings", List.copyOf(changes.keySet()), "before", before,
                "after", List.copyOf(changes.values()));
    }

    /** Puts a logo in place of the seal, or with nothing the seal back. */
    Future<Void> changeLogo(String actor, Optional<Logo> logo) {
        return decide(tx -> logo.map(one -> store.putLogo(tx, one, actor, clock.instant()))
                .orElseGet(() -> store.dropLogo(tx))
                .compose(put -> audit.record(tx, actor, logo.isPresent() ? "settings.logo" : "settings.logo-drop",
                        "site", logo.map(Logo::details).orElse(Map.of()))));
    }

    private Future<Void> decide(java.util.function.Function<Tx, Future<Void>> work) {
        return database.inTx(tx -> store.lock(tx).compose(locked -> work.apply(tx))
                .compose(done -> store.tellOthers(tx))).compose(told -> load());
    }
}
