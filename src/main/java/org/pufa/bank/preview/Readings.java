package org.pufa.bank.preview;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pufa.bank.intake.Harvest;
import org.pufa.bank.intake.Progress;
import org.pufa.bank.intake.Progress.Phase;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.staff.SentBytes;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Uploads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files that staff send, from their bytes to the preview. Whoever sent a short one waits for it; of a long one the
 * database tells how far it has come, so that any node can show it.
 */
public final class Readings {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);
    /** So long people wait in front of the form. */
    private static final long PATIENCE_MS = 2_000;
    private static final long TELLING_MS = 500;
    /** Nobody reads a file of which nothing was heard for so long. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final Database database;
    private final Previews previews;
    private final Clock clock;
    private final ProgressStore store = new ProgressStore();

    public Readings(Vertx vertx, Database database, Previews previews, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.previews = previews;
        this.clock = clock;
    }

    /** A file, its sender, and what its head says. @param law, version may be "" */
    public record Sent(SignedIn who, SentBytes file, String law, String version) {
    }

    /**
     * What came of a file.
     *
     * @param upload by which its preview, or how far it has come, is found; empty when nothing can be taken from it
     * @param notes why nothing can be taken
     */
    public record Outcome(Optional<UUID> upload, List<Reason> notes) {
    }

    /** How far a file has come. @param failed why nothing came of it; none while it is being read */
    public record State(Progress.Point point, List<Reason> failed, Instant seenAt) {
    }

    /** Reads a file. Gives its outcome, or after a while the upload under which that will be found. */
    public Future<Outcome> read(Sent sent) {
        return new Job(sent).run();
    }

    /** Nothing when the file has been read, or was never sent. One of which nothing is heard any more has failed. */
    public Future<Optional<State>> find(Tx tx, UUID upload) {
        return store.find(tx, upload).map(found -> found.map(state -> state.failed().isEmpty()
                && state.seenAt().plus(SILENCE).isBefore(clock.instant()) ? new State(state.point(),
                        List.of(Reason.refusal("bank.preview.reading.broken-off")), state.seenAt()) : state));
    }

    /** One file. All of it but the reading itself happens on one event loop, one thing after the other. */
    private final class Job {

        private final Sent sent;
        private final Progress progress = new Progress();
        private final Promise<Outcome> answer = Promise.promise();
        /** Set once people have been told to wait. */
        private Future<UUID> announced;
        private boolean finishing;
        private long telling;

        Job(Sent sent) {
            this.sent = sent;
        }

        Future<Outcome> run() {
            long timer = vertx.setTimer(PATIENCE_MS, late -> announce());
            previews.read(new SourceFile(sent.file().name(), sent.file().content()), progress)
                    .compose(this::appraised).onComplete(done -> vertx.cancelTimer(timer))
                    .onSuccess(answer::tryComplete).onFailure(this::failed);
            return answer.future();
        }

        private void announce() {
            if (finishing) {
                return;
            }
            announced = database.inTx(tx -> Uploads.keep(tx, sent.who(), sent.file(), clock.instant()).compose(upload ->
                    store.begin(tx, upload, progress.point(), clock.instant()).map(upload)));
            announced.onSuccess(upload -> {
                telling = vertx.setPeriodic(TELLING_MS, tick -> tell(upload));
                answer.tryComplete(new Outcome(Optional.of(upload), List.of()));
            }).onFailure(answer::tryFail);
        }

        private void tell(UUID upload) {
            database.read(tx -> store.tell(tx, upload, progress.point(), clock.instant()));
        }

        private Future<Outcome> appraised(Harvest harvest) {
            if (harvest.items().isEmpty()) {
                return announced == null ? Future.succeededFuture(new Outcome(Optional.empty(), harvest.notes()))
                        : announced.compose(upload -> database.inTx(tx -> store.fail(tx, upload, harvest.notes())))
                                .eventually(this::quiet).mapEmpty();
            }
            progress.at(Phase.COMPARING, 0, harvest.read());
            return database.read(tx -> previews.appraise(tx, harvest, sent.law(), sent.version(), sent.who().unit()))
                    .compose(this::kept).map(upload -> new Outcome(Optional.of(upload), List.of()));
        }

        private Future<UUID> kept(Previews.Appraised appraised) {
            finishing = true;
            return announced == null
                    ? database.inTx(tx -> Uploads.keep(tx, sent.who(), sent.file(), clock.instant())
                            .compose(upload -> previews.keep(tx, upload, appraised).map(upload)))
                    : announced.compose(upload -> database.inTx(tx -> previews.keep(tx, upload, appraised, progress)
                            .compose(kept -> store.end(tx, upload)).map(upload)).eventually(this::quiet));
        }

        private Future<Void> quiet() {
            vertx.cancelTimer(telling);
            return Future.succeededFuture();
        }

        private void failed(Throwable failure) {
            if (!answer.tryFail(failure)) {
                LOG.error("a file could not be read", failure);
                quiet();
                announced.compose(upload -> database.inTx(tx -> store.fail(tx, upload,
                        List.of(Reason.refusal("bank.preview.reading.failed")))));
            }
        }
    }
}
