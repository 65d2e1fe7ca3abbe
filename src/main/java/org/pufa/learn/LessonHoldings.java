package org.pufa.learn;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.staff.Holdings;

/** Learning pages as things that belong to units. */
public final class LessonHoldings implements Holdings {

    /** The part of a path that names one. */
    public static final String LESSON = "lesson";

    private final Lessons lessons;

    public LessonHoldings(Lessons lessons) {
        this.lessons = lessons;
    }

    @Override
    public String parameter() {
        return LESSON;
    }

    @Override
    public String labelKey() {
        return "learn.holdings";
    }

    /** The id that an address names; nothing for a text that names none. */
    public static Optional<Long> number(String id) {
        return id.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    @Override
    public Future<Optional<Optional<String>>> unitOf(Tx tx, String id) {
        return number(id).map(number -> lessons.unitOf(tx, number)).orElse(Future.succeededFuture(Optional.empty()));
    }

    @Override
    public Problem unknown(String id) {
        return Lessons.unknown(id);
    }

    @Override
    public Future<Void> assign(Tx tx, String id, Optional<String> unit) {
        return number(id).map(number -> lessons.assign(tx, number, unit)).orElse(Future.succeededFuture());
    }

    @Override
    public Future<List<Holding>> all(Tx tx) {
        return lessons.all(tx, Optional.empty()).map(all -> all.stream().map(lesson -> new Holding(
                Long.toString(lesson.id()), LocalText.of(lesson.latest().text().title()), lesson.path(),
                lesson.unit())).toList());
    }
}
