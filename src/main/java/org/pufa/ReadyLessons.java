package org.pufa;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.pufa.db.Tx;
import org.pufa.learn.ReadyLesson;
import org.pufa.web.ClassPathFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a database without learning pages those of {@code question-bank/learn}. */
final class ReadyLessons {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLessons.class);
    private static final String FOLDER = "question-bank/learn";
    /** Nodes that start together must not both fill it; the ready campaigns take the same lock. */
    private static final String LOCK = "select pg_advisory_xact_lock(7074)";

    private final House house;

    ReadyLessons(House house) {
        this.house = house;
    }

    /** Does nothing where there is any page already; all or nothing otherwise. */
    Future<Void> loadIfEmpty() {
        return house.database().inTx(tx -> tx.one(LOCK, row -> row).compose(locked -> house.lessons().isEmpty(tx))
                .compose(empty -> empty ? load(tx) : Future.succeededFuture()));
    }

    private Future<Void> load(Tx tx) {
        Future<Void> all = Future.succeededFuture();
        for (Map.Entry<String, byte[]> file : ClassPathFiles.under(FOLDER, ".md").entrySet()) {
            all = all.compose(before -> publish(tx, file.getKey(), new String(file.getValue(),
                    StandardCharsets.UTF_8)));
        }
        return all;
    }

    private Future<Void> publish(Tx tx, String name, String content) {
        var reading = ReadyLesson.read(name, content);
        var lesson = reading.lesson().orElseThrow(() -> new IllegalStateException(
                "the packaged learning page " + name + " is wrong: " + reading.mistakes()));
        return house.lessons().publishReady(tx, lesson)
                .onSuccess(published -> LOG.info("published the ready learning page {}", lesson.slug()));
    }
}
