package org.pufa.learn;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.pufa.campaign.StudyShelf;
import org.pufa.db.Database;
import org.pufa.kernel.Slug;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every page that citizens may read, kept in memory and renewed on all nodes as soon as one is published or withdrawn. */
public final class LearnShelf implements StudyShelf {

    /** The list of all pages; each lies below it. */
    public static final String PATH = "/learn";

    private static final Logger LOG = LoggerFactory.getLogger(LearnShelf.class);
    private static final long RECONNECT_MS = 500;

    private final Vertx vertx;
    private final Database database;
    private final Lessons lessons;
    private final LessonStore store = new LessonStore();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<PublicLesson> all = List.of();
    private PgSubscriber subscriber;

    public LearnShelf(Vertx vertx, Database database, Lessons lessons) {
        this.vertx = vertx;
        this.database = database;
        this.lessons = lessons;
    }

    /** Loads what is published and begins to listen for changes; must have succeeded before the first request. */
    public Future<Void> start() {
        subscriber = PgSubscriber.subscriber(vertx, database.options());
        subscriber.reconnectPolicy(retries -> RECONNECT_MS);
        subscriber.channel(LessonStore.NOTIFICATIONS).subscribeHandler(subscribed -> renewQuietly())
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
        load().onFailure(failure -> LOG.warn("learning pages could not be renewed: {}", failure.toString()));
    }

    /** Reads all that is published; what is given afterwards is at least as new as this call. */
    public Future<Void> load() {
        return database.read(tx -> store.published(tx).compose(rows -> store.publishedAt(tx).map(times ->
                rows.stream().map(row -> ready(row, times)).toList()))).map(read -> {
                    all = read;
                    listeners.forEach(Runnable::run);
                    return null;
                });
    }

    private PublicLesson ready(Lesson lesson, Map<Long, Instant> times) {
        var text = lesson.latest().text();
        return PublicLesson.of(lesson, lessons.markdown().render(text.body(), text.shownPictures()),
                times.getOrDefault(lesson.id(), lesson.latest().changedAt()));
    }

    /** All pages, the latest published first. */
    public List<PublicLesson> all() {
        return all;
    }

    public Optional<PublicLesson> find(Slug slug) {
        return all.stream().filter(lesson -> lesson.slug().equals(slug)).findFirst();
    }

    @Override
    public List<Reading> besides(Slug campaign) {
        return all.stream().filter(lesson -> lesson.text().campaigns().contains(campaign.value()))
                .map(PublicLesson::reading).limit(MOST).toList();
    }

    @Override
    public List<Reading> about(Collection<Place> places) {
        var found = new ArrayList<Reading>();
        for (Place place : places) {
            all.stream().filter(lesson -> lesson.isAbout(place)).map(PublicLesson::reading)
                    .filter(reading -> !found.contains(reading)).forEach(found::add);
            if (found.size() >= MOST) {
                return List.copyOf(found.subList(0, MOST));
            }
        }
        return List.copyOf(found);
    }

    @Override
    public Optional<String> entrance() {
        return all.isEmpty() ? Optional.empty() : Optional.of(PATH);
    }
}
