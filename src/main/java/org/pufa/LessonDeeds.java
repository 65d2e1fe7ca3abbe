package org.pufa;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Days;
import org.pufa.learn.Lesson;
import org.pufa.learn.LessonStatus;
import org.pufa.learn.LessonStep;
import org.pufa.learn.Lessons;
import org.pufa.learn.Views;
import org.pufa.outreach.plan.Deed;
import org.pufa.outreach.plan.DeedSource;
import org.pufa.outreach.plan.Gauge;

/** Learning pages as what fulfils tasks of plans; one counts from the day on which it was first published. */
final class LessonDeeds implements DeedSource {

    private static final String KIND = "lesson";
    private static final String PUBLISHED = "lesson.published";
    private static final String VIEWS = "lesson.views";
    private static final LocalText GROUP = new LocalText("学法页面", "Learning pages");

    private final Lessons lessons;
    private final Views views;

    LessonDeeds(Lessons lessons, Views views) {
        this.lessons = lessons;
        this.views = views;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String labelKey() {
        return "outreach.plan.kind.lesson";
    }

    @Override
    public Future<List<Gauge>> gauges(Tx tx) {
        return Future.succeededFuture(List.of(
                new Gauge(PUBLISHED, GROUP, new LocalText("发布", "Published"), new LocalText("篇", "pages"),
                        List.of("以案释法", "普法文章", "学法文章", "典型案例")),
                new Gauge(VIEWS, GROUP, new LocalText("浏览", "Opened"), new LocalText("次", "times"), List.of())));
    }

    @Override
    public Future<List<Deed>> find(Tx tx, List<String> ids) {
        return deeds(tx, Optional.empty(), lesson -> ids.contains(Long.toString(lesson.id())));
    }

    @Override
    public Future<List<Deed>> between(Tx tx, Optional<String> unit, LocalDate first, LocalDate last) {
        return deeds(tx, unit, lesson -> true).map(all -> all.stream().filter(deed -> deed.stage() != Deed.Stage.VOID
                && !deed.starts().isBefore(first) && !deed.starts().isAfter(last)).toList());
    }

    private Future<List<Deed>> deeds(Tx tx, Optional<String> unit, Predicate<Lesson> wanted) {
        return lessons.all(tx, unit).compose(all -> views.totals(tx).compose(counts -> {
            var deeds = new ArrayList<Deed>();
            Future<Void> read = Future.succeededFuture();
            for (Lesson lesson : all.stream().filter(wanted).toList()) {
                read = read.compose(before -> lessons.steps(tx, lesson.id())).map(steps -> {
                    deeds.add(deed(lesson, steps, counts.getOrDefault(lesson.id(), Views.Count.NONE).total()));
                    return null;
                });
            }
            return read.map(done -> deeds);
        }));
    }

    private static Deed deed(Lesson lesson, List<LessonStep> steps, long opened) {
        Instant first = steps.stream().filter(step -> step.sort() == LessonStep.Sort.PUBLISH).map(LessonStep::at)
                .min(Instant::compareTo).orElse(lesson.latest().changedAt());
        LocalDate day = Days.of(first);
        return new Deed(KIND, Long.toString(lesson.id()), lesson.latest().text().title(), lesson.path(), day, day,
                stage(lesson), lesson.unit(), Map.of(PUBLISHED, 1L, VIEWS, opened));
    }

    private static Deed.Stage stage(Lesson lesson) {
        if (lesson.withdrawal().isPresent() || lesson.published().isEmpty()
                && lesson.latest().status() == LessonStatus.DROPPED) {
            return Deed.Stage.VOID;
        } else if (lesson.published().isPresent()) {
            return Deed.Stage.COUNTS;
        }
        return lesson.latest().status() == LessonStatus.WAITING ? Deed.Stage.WAITING : Deed.Stage.AHEAD;
    }
}
