package org.pufa.learn;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Banks;
import org.pufa.bank.law.Laws;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.learn.markdown.SafeMarkdown;

/** What staff do with learning pages: write them, have them reviewed, publish, change and withdraw them. */
public final class Lessons {

    private final AuditLog audit;
    private final Clock clock;
    private final boolean secondPerson;
    private final SafeMarkdown markdown = new SafeMarkdown();
    private final LessonCheck check;
    private final LessonStore store = new LessonStore();

    /** @param secondPerson whether only somebody who did not write in a page may publish it */
    public Lessons(Laws laws, Banks banks, AuditLog audit, Clock clock, boolean secondPerson) {
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
        this.secondPerson = secondPerson;
        this.check = new LessonCheck(laws, banks, markdown);
    }

    public boolean needsSecondPerson() {
        return secondPerson;
    }

    /** What holds a text against laws, questions and pictures. */
    public LessonCheck check() {
        return check;
    }

    public SafeMarkdown markdown() {
        return markdown;
    }

    /** Makes a page with an empty draft. Fails with INVALID where another page has the address. */
    public Future<Long> create(Tx tx, Slug slug, LessonSort sort, String title, Optional<String> unit, String actor) {
        Instant now = clock.instant();
        return store.create(tx, slug, unit, actor, now).map(id -> id.orElseThrow(() -> Problem.invalid("learn.invalid",
                        List.of(Problem.FieldError.of("slug", "learn.slug.taken", slug.value())))))
                .compose(id -> store.add(tx, id, 1, LessonText.blank(sort, title), actor, now)
                        .compose(added -> note(tx, id, slug, new LessonStep(LessonStep.Sort.CREATE, 1, actor, "", now)))
                        .map(id));
    }

    private Future<Void> note(Tx tx, long id, Slug slug, LessonStep step) {
        return store.step(tx, id, step).compose(noted -> audit.record(tx, step.actor(), "learn." + step.sort().code(),
                slug.value(), step.note().isEmpty() ? Map.of("revision", step.revision())
                        : Map.of("revision", step.revision(), "reason", step.note())));
    }

    /** Fails with NOT_FOUND. */
    public Future<Lesson> get(Tx tx, long id) {
        return store.find(tx, id).map(found -> found.orElseThrow(() -> unknown(Long.toString(id))));
    }

    /** The page with another of its revisions. Fails with NOT_FOUND. */
    public Future<Lesson> at(Tx tx, long id, int number) {
        return store.at(tx, id, number).map(found -> found.orElseThrow(() -> unknown(Long.toString(id))));
    }

    static Problem unknown(String id) {
        return Problem.notFound("learn.unknown", id);
    }

    private Future<Lesson> lock(Tx tx, long id) {
        return store.lock(tx, id).map(found -> found.orElseThrow(() -> unknown(Long.toString(id))));
    }

    /** @param unit to which they belong; nothing for all */
    public Future<List<Lesson>> all(Tx tx, Optional<String> unit) {
        return store.all(tx, unit);
    }

    public Future<List<LessonStep>> steps(Tx tx, long id) {
        return store.steps(tx, id);
    }

    public Future<Optional<Optional<String>>> unitOf(Tx tx, long id) {
        return store.unitOf(tx, id);
    }

    public Future<Void> assign(Tx tx, long id, Optional<String> unit) {
        return store.assign(tx, id, unit);
    }

    /** Whether there is any page yet. */
    public Future<Boolean> isEmpty(Tx tx) {
        return store.any(tx).map(any -> !any);
    }

    /** Why a page that citizens once read is gone; nothing for one that they never read or still do. */
    public Future<Optional<String>> gone(Tx tx, Slug slug) {
        return store.gone(tx, slug);
    }

    /** @param saved false where a colleague has saved since; then nothing was done. @param lesson as it is now */
    public record Saving(boolean saved, Lesson lesson) {
    }

    /**
     * Writes in the draft. What a person typed counts over what the same person saved before; only a colleague's saving
     * is a conflict. Fails with CONFLICT where the page is not open to be written in.
     *
     * @param version that was in front of the writer
     */
    public Future<Saving> save(Tx tx, long id, int version, LessonText text, String actor) {
        return lock(tx, id).compose(lesson -> {
            var latest = lesson.latest();
            requireOpen(latest);
            boolean stale = version != latest.version() && !latest.changedBy().equals(actor);
            if (latest.text().equals(text)) {
                return Future.succeededFuture(new Saving(true, lesson));
            }
            return stale ? Future.succeededFuture(new Saving(false, lesson))
                    : store.save(tx, id, latest.number(), text, actor, clock.instant())
                            .compose(saved -> get(tx, id)).map(now -> new Saving(true, now));
        });
    }

    private static void requireOpen(LessonRevision revision) {
        if (!revision.status().isOpen()) {
            throw Problem.conflict("learn.not-open");
        }
    }

    /**
     * Begins a new revision that says what the latest one says; citizens read the published one on. Fails with CONFLICT
     * where one was begun already.
     */
    public Future<Void> change(Tx tx, long id, String actor) {
        return lock(tx, id).compose(lesson -> {
            var status = lesson.latest().status();
            if (status != LessonStatus.PUBLISHED && status != LessonStatus.DROPPED) {
                throw Problem.conflict("learn.begun");
            }
            return lesson.published().isPresent() ? at(tx, id, lesson.published().get()).map(one -> one.latest().text())
                    .compose(text -> change(tx, lesson, text, actor)) : change(tx, lesson, lesson.latest().text(), actor);
        });
    }

    private Future<Void> change(Tx tx, Lesson lesson, LessonText text, String actor) {
        int number = lesson.latest().number() + 1;
        Instant now = clock.instant();
        return store.add(tx, lesson.id(), number, text, actor, now).compose(added -> note(tx, lesson.id(),
                lesson.slug(), new LessonStep(LessonStep.Sort.CHANGE, number, actor, "", now)));
    }

    /**
     * Sends the draft for review, with its citations as they are understood now. Fails with INVALID where anything must
     * be mended before, CONFLICT where it is not open or was saved since.
     *
     * @param version that was in front of whoever sends it
     * @param note to the reviewer, may be empty
     */
    public Future<Void> submit(Tx tx, long id, int version, String note, String actor) {
        return lock(tx, id).compose(lesson -> {
            var latest = lesson.latest();
            requireOpen(latest);
            requireSame(latest, version);
            return check(tx, lesson).compose(found -> {
                if (!found.errors().isEmpty()) {
                    throw Problem.invalid("learn.invalid", found.errors());
                }
                return store.cite(tx, id, latest.number(), found.cited());
            }).compose(cited -> move(tx, lesson, LessonStatus.WAITING, LessonStep.Sort.SUBMIT, note, actor));
        });
    }

    /** Holds the latest revision against laws, questions and pictures; words known before are kept. */
    public Future<LessonCheck.Found> check(Tx tx, Lesson lesson) {
        Future<List<Cite>> before = lesson.published().isEmpty() ? Future.succeededFuture(lesson.latest().cited())
                : at(tx, lesson.id(), lesson.published().get()).map(one -> one.latest().cited());
        return before.compose(cited -> check.check(tx, lesson.latest().text(), cited));
    }

    private static void requireSame(LessonRevision latest, int version) {
        if (latest.version() != version) {
            throw Problem.conflict("learn.meanwhile", latest.changedBy());
        }
    }

    private Future<Void> move(Tx tx, Lesson lesson, LessonStatus to, LessonStep.Sort step, String note, String actor) {
        int number = lesson.latest().number();
        return store.move(tx, lesson.id(), number, to).compose(moved -> note(tx, lesson.id(), lesson.slug(),
                new LessonStep(step, number, actor, note, clock.instant())));
    }

    /** Takes back what waits for review, to write in it again. Fails with CONFLICT where nothing waits. */
    public Future<Void> recall(Tx tx, long id, String actor) {
        return lock(tx, id).compose(lesson -> {
            requireWaiting(lesson);
            return move(tx, lesson, LessonStatus.DRAFT, LessonStep.Sort.RECALL, "", actor);
        });
    }

    private static void requireWaiting(Lesson lesson) {
        if (lesson.latest().status() != LessonStatus.WAITING) {
            throw Problem.conflict("learn.not-waiting");
        }
    }

    /**
     * Publishes what waits, or sends it back. Fails with FORBIDDEN for somebody who wrote in it or sent it, CONFLICT
     * where it does not wait, or is not any more what the reviewer saw.
     *
     * @param version that the reviewer saw
     * @param note why; needed to send it back
     */
    public Future<Void> decide(Tx tx, long id, int version, boolean publish, String note, String actor) {
        return lock(tx, id).compose(lesson -> {
            requireWaiting(lesson);
            requireSame(lesson.latest(), version);
            return mayDecide(tx, lesson, actor).compose(may -> {
                if (!may) {
                    throw Problem.forbidden("learn.second-person");
                }
                return publish ? publish(tx, lesson, note, actor)
                        : move(tx, lesson, LessonStatus.RETURNED, LessonStep.Sort.RETURN, note, actor);
            });
        });
    }

    /** Whether that person neither wrote in the latest revision nor sent it, or nobody asks for a second one. */
    public Future<Boolean> mayDecide(Tx tx, Lesson lesson, String actor) {
        var latest = lesson.latest();
        return !secondPerson ? Future.succeededFuture(true) : store.steps(tx, lesson.id()).map(steps ->
                !latest.writers().contains(actor) && steps.stream().filter(step -> step.revision() == latest.number()
                                && step.sort() == LessonStep.Sort.SUBMIT).findFirst()
                        .filter(sent -> sent.actor().equals(actor)).isEmpty());
    }

    private Future<Void> publish(Tx tx, Lesson lesson, String note, String actor) {
        return store.publish(tx, lesson.id(), lesson.latest().number())
                .compose(published -> store.restore(tx, lesson.id()))
                .compose(restored -> move(tx, lesson, LessonStatus.PUBLISHED, LessonStep.Sort.PUBLISH, note, actor))
                .compose(moved -> store.tellOthers(tx));
    }

    /** Gives a change up; citizens read on what is published. Fails with CONFLICT where nothing is being changed. */
    public Future<Void> drop(Tx tx, long id, String actor) {
        return lock(tx, id).compose(lesson -> {
            if (!lesson.latest().status().isOpen() || lesson.published().isEmpty()) {
                throw Problem.conflict("learn.nothing-to-drop");
            }
            return move(tx, lesson, LessonStatus.DROPPED, LessonStep.Sort.DROP, "", actor);
        });
    }

    /**
     * Takes the page away from citizens at once; they read the reason. A page that never was published is put aside.
     * Fails with CONFLICT where it is withdrawn already.
     */
    public Future<Void> withdraw(Tx tx, long id, String reason, String actor) {
        return lock(tx, id).compose(lesson -> {
            if (lesson.withdrawal().isPresent() && lesson.published().isEmpty()) {
                throw Problem.conflict("learn.withdrawn-already");
            }
            Instant now = clock.instant();
            return store.publish(tx, id, null).compose(gone -> store.withdraw(tx, id, reason, actor, now))
                    .compose(gone -> note(tx, id, lesson.slug(), new LessonStep(LessonStep.Sort.WITHDRAW,
                            lesson.latest().number(), actor, reason, now)))
                    .compose(noted -> store.tellOthers(tx));
        });
    }

    /**
     * Publishes a page at once, without review: for the ready pages of a fresh installation, whose reviews took place
     * where their files are kept. Fails with INVALID where anything in it does not hold.
     */
    public Future<Void> publishReady(Tx tx, ReadyLesson ready) {
        String actor = AuditLog.SYSTEM;
        return create(tx, ready.slug(), ready.text().sort(), ready.text().title(), Optional.empty(), actor)
                .compose(id -> store.save(tx, id, 1, ready.text(), actor, clock.instant()).compose(saved ->
                        check.check(tx, ready.text(), ready.cited())).compose(found -> {
                            if (!found.errors().isEmpty()) {
                                throw Problem.invalid("learn.invalid", found.errors());
                            }
                            return store.cite(tx, id, 1, found.cited());
                        }).compose(cited -> get(tx, id)).compose(lesson -> publish(tx, lesson, "", actor)));
    }
}
