package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Books;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every launched campaign, kept in memory and renewed on all nodes as soon as staff change one. */
public final class Campaigns {

    private static final Logger LOG = LoggerFactory.getLogger(Campaigns.class);
    private static final String NOTIFICATIONS = "pufa_campaign";
    private static final long RECONNECT_MS = 500;

    private final Vertx vertx;
    private final Database database;
    private final CampaignDesk desk;
    private final Books books;
    private final CampaignStore store = new CampaignStore();
    private final ChannelStore channels = new ChannelStore();
    private final Map<Slug, Campaign> launched = new ConcurrentHashMap<>();
    private final List<Consumer<Slug>> listeners = new ArrayList<>();
    private PgSubscriber subscriber;

    public Campaigns(Vertx vertx, Database database, CampaignDesk desk, Books books) {
        this.vertx = vertx;
        this.database = database;
        this.desk = desk;
        this.books = books;
    }

    /** Loads what is launched and begins to listen for changes; must have succeeded before the first request. */
    public Future<Void> start() {
        subscriber = PgSubscriber.subscriber(vertx, database.options());
        subscriber.reconnectPolicy(retries -> RECONNECT_MS);
        subscriber.channel(NOTIFICATIONS).subscribeHandler(subscribed -> load()
                .onFailure(failure -> LOG.warn("campaigns could not be renewed: {}", failure.toString())))
                .handler(slug -> Slug.parse(slug).ifPresent(this::renew));
        return subscriber.connect().compose(connected -> load());
    }

    public Future<Void> stop() {
        return subscriber == null ? Future.succeededFuture() : subscriber.close();
    }

    /** Has {@code listener} told of every campaign that changed; to be called before {@link #start}. */
    public void onChange(Consumer<Slug> listener) {
        listeners.add(listener);
    }

    /** Reads all that is launched. The server need not call it; {@link #start} does. */
    public Future<Void> load() {
        return database.read(tx -> store.all(tx).compose(rows -> {
            Future<Void> loaded = Future.succeededFuture();
            for (CampaignRow row : rows) {
                loaded = loaded.compose(before -> load(tx, row));
            }
            return loaded;
        }));
    }

    /** Reads one campaign anew; what {@link #find} gives then is at least as new as this call. */
    public Future<Void> renew(Slug slug) {
        return database.read(tx -> store.find(tx, slug)
                        .compose(row -> row.isPresent() ? load(tx, row.get()) : Future.succeededFuture()))
                .onFailure(failure -> LOG.error("campaign {} could not be renewed", slug, failure));
    }

    /** Has all nodes read the campaign anew once the transaction commits, because something it rests on changed. */
    public Future<Void> changed(Tx tx, Slug slug) {
        return store.tellOthers(tx, slug);
    }

    private Future<Void> load(Tx tx, CampaignRow row) {
        if (row.pinned().isEmpty()) {
            return Future.succeededFuture();
        }
        return channels.all(tx, row.id()).compose(added -> {
            Definition filed = desk.definitionOf(row);
            return load(tx, row, filed.withChannels(Channel.merged(filed.channels(), added)));
        });
    }

    private Future<Void> load(Tx tx, CampaignRow row, Definition definition) {
        return books.find(tx, row.id()).compose(book -> definition.kind()
                .content(tx, definition.plan(), row.pinned().get())
                .compose(content -> store.corrections(tx, row.id()).compose(corrections -> store.lastHalt(tx, row.id())
                        .map(halt -> {
                            launched.put(row.slug(), new Campaign(row.id(), row.version(), definition, content,
                                    book.orElseThrow(), row.state(), corrections, halt));
                            listeners.forEach(listener -> listener.accept(row.slug()));
                            return null;
                        }))));
    }

    public Optional<Campaign> find(Slug slug) {
        return Optional.ofNullable(launched.get(slug));
    }

    /**
     * The campaign of an address.
     *
     * @throws Problem NOT_FOUND when there is none, or none that citizens may see
     */
    public Campaign get(String slug) {
        return Slug.parse(slug).flatMap(this::find).orElseThrow(() -> Problem.notFound("campaign.unknown", slug));
    }

    /** All launched campaigns, the latest to open first. */
    public List<Campaign> all() {
        return launched.values().stream()
                .sorted(Comparator.comparing((Campaign campaign) -> campaign.window().opens()).reversed()
                        .thenComparing(campaign -> campaign.slug().value())).toList();
    }
}
