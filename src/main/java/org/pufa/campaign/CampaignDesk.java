package org.pufa.campaign;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Slug;
import org.pufa.kernel.Window;
import org.pufa.ledger.Books;
import org.pufa.yaml.Mistake;
import org.pufa.yaml.YamlTree;

/** What staff do with campaigns: file them, have them reviewed, launch, pause, close and certify them. */
public final class CampaignDesk {

    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final DefinitionReader reader;
    private final Books books;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;
    private final boolean secondPerson;
    private final CampaignStore store = new CampaignStore();

    /** @param secondPerson whether a launch needs somebody else's approval than the one's who submitted it */
    public CampaignDesk(Database database, DefinitionReader reader, Books books, AuditLog audit, SecureRandom random,
            Clock clock, boolean secondPerson) {
        this.database = Objects.requireNonNull(database);
        this.reader = Objects.requireNonNull(reader);
        this.books = Objects.requireNonNull(books);
        this.audit = Objects.requireNonNull(audit);
        this.random = Objects.requireNonNull(random);
        this.clock = Objects.requireNonNull(clock);
        this.secondPerson = secondPerson;
    }

    /** Whether a launch needs a second person's approval on this platform. */
    public boolean needsSecondPerson() {
        return secondPerson;
    }

    /** All campaigns, newest first. */
    public Future<List<CampaignRow>> all() {
        return database.read(store::all);
    }

    /** The same in a transaction of the caller's. */
    public Future<List<CampaignRow>> all(Tx tx) {
        return store.all(tx);
    }

    /** Those of one unit, newest first; all of them when none is named. */
    public Future<List<CampaignRow>> all(Optional<String> unit) {
        return unit.map(one -> database.read(tx -> store.ofUnit(tx, one))).orElseGet(this::all);
    }

    /** The unit to which a campaign belongs; the outer value is nothing when there is none of that name. */
    public Future<Optional<Optional<String>>> unitOf(Tx tx, Slug slug) {
        return store.unitOf(tx, slug);
    }

    /** Makes a campaign belong to a unit or, with nothing, to the whole house. */
    public Future<Void> assign(Tx tx, Slug slug, Optional<String> unit) {
        return store.assign(tx, slug, unit);
    }

    public Future<Optional<CampaignRow>> find(Slug slug) {
        return database.read(tx -> store.find(tx, slug));
    }

    public Future<List<StepTaken>> steps(CampaignRow campaign) {
        return database.read(tx -> store.steps(tx, campaign.id()));
    }

    /**
     * Files a definition: as a new draft, or in place of the draft of the same slug. Fails with a CONFLICT problem when
     * a campaign of that slug is beyond its draft.
     *
     * @param source the file, which {@link DefinitionReader} has found right
     */
    public Future<Slug> file(Definition definition, String source, String actor) {
        return database.inTx(tx -> file(tx, definition, source, Optional.empty(), actor));
    }

    /** The same in a transaction of the caller's. @param unit to which a new campaign belongs */
    public Future<Slug> file(Tx tx, Definition definition, String source, Optional<String> unit, String actor) {
        Instant now = clock.instant();
        Slug slug = definition.slug();
        return store.create(tx, slug, definition.kind().code(), unit)
                .compose(created -> created.isPresent()
                        ? store.addVersion(tx, created.get(), 1, source, "", actor, now)
                        : replaceDraft(tx, definition, source, actor, now))
                .compose(filed -> audit.record(tx, actor, "campaign.file", slug.value(), Map.of()))
                .map(slug);
    }

    private Future<Void> replaceDraft(Tx tx, Definition definition, String source, String actor, Instant now) {
        return store.lock(tx, definition.slug()).compose(found -> {
            CampaignRow row = found.orElseThrow();
            if (!row.kind().equals(definition.kind().code())) {
                throw Problem.conflict("campaign.desk.other-kind", row.slug().value());
            }
            return store.replaceDraft(tx, row.id(), source, actor, now);
        }).map(replaced -> {
            if (!replaced) {
                throw Problem.conflict("campaign.desk.locked", definition.slug().value());
            }
            return null;
        });
    }

    /**
     * Files a definition and submits it for review, in the caller's transaction.
     *
     * @param note to the reviewer, may be empty
     */
    public Future<Slug> submit(Tx tx, Definition definition, String source, Optional<String> unit, String actor,
            String note) {
        return file(tx, definition, source, unit, actor)
                .compose(slug -> take(tx, slug, Step.SUBMIT, actor, note).map(slug));
    }

    /**
     * Takes a step; one that needs two persons is only asked for at first, and the state stays. Fails with NOT_FOUND
     * for an unknown campaign, CONFLICT where the state does not allow the step, FORBIDDEN where a second person is needed, INVALID where the definition asks for what is not there.
     */
    public Future<State> take(Slug slug, Step step, String actor, String reason) {
        return database.inTx(tx -> take(tx, slug, step, actor, reason));
    }

    /**
     * Files a definition and launches it at once, without review: for the ready campaigns of a fresh installation, in
     * the transaction that finds it empty.
     */
    public Future<Void> launchReady(Tx tx, Definition definition, String source) {
        return file(tx, definition, source, Optional.empty(), AuditLog.SYSTEM)
                .compose(slug -> take(tx, slug, Step.SUBMIT, AuditLog.SYSTEM, ""))
                .compose(submitted -> move(tx, definition.slug(), Step.APPROVE, AuditLog.SYSTEM, "", row ->
                        Future.succeededFuture()))
                .mapEmpty();
    }

    /** Whether there is any campaign yet. */
    public Future<Boolean> isEmpty(Tx tx) {
        return store.all(tx).map(List::isEmpty);
    }

    private Future<State> take(Tx tx, Slug slug, Step step, String actor, String reason) {
        return move(tx, slug, step, actor, reason, row -> checkSecondPerson(tx, row, step, actor));
    }

    private Future<State> move(Tx tx, Slug slug, Step step, String actor, String reason,
            Function<CampaignRow, Future<Void>> check) {
        Instant now = clock.instant();
        return store.lock(tx, slug)
                .map(found -> found.orElseThrow(() -> Problem.notFound("campaign.unknown", slug.value())))
                .compose(row -> current(tx, row, now).compose(from -> {
                    State to = step.from(from).orElseThrow(() -> Problem.conflict("campaign.desk.step-forbidden")
                            .with("step", step.code()).with("state", from.code()));
                    var asked = new Asked(step, actor, reason, now);
                    return check.apply(row).compose(checked -> isConfirmed(tx, row, asked)).compose(confirmed ->
                            !confirmed ? ask(tx, row, asked).map(from) : effect(tx, row, step, actor, now)
                            .compose(done -> store.move(tx, row.id(),
                                    new StepTaken(step, from, to, actor, reason, now)))
                            .compose(moved -> store.settle(tx, row.id()))
                            .compose(moved -> audit.record(tx, actor, "campaign." + step.code(), slug.value(),
                                    Map.of("reason", reason)))
                            .compose(recorded -> store.tellOthers(tx, slug))
                            .map(to));
                }));
    }

    /**
     * Corrects a launched campaign: a new version with a public reason. Fails with CONFLICT where it is not running,
     * INVALID where the correction changes more than it may, or somebody else has corrected it since.
     *
     * @param version that is corrected
     */
    public Future<Void> correct(Slug slug, int version, Correction correction, String actor) {
        return database.inTx(tx -> store.lock(tx, slug)
                .map(found -> found.filter(row -> row.pinned().isPresent())
                        .orElseThrow(() -> Problem.conflict("campaign.desk.step-forbidden")))
                .map(row -> {
                    if (row.version() != version) {
                        throw Correction.invalid("version", "campaign.correction.meanwhile");
                    }
                    return row;
                })
                .compose(row -> books.find(tx, row.id()).map(book -> book.orElseThrow())
                        .compose(book -> correct(tx, row, book.window(), correction, actor))));
    }

    private Future<Void> correct(Tx tx, CampaignRow row, Window window, Correction correction, String actor) {
        Instant now = clock.instant();
        if (Step.at(row.state(), window, now).compareTo(State.CLOSED) >= 0) {
            return Future.failedFuture(Problem.conflict("campaign.desk.step-forbidden"));
        }
        checkWords(row, correction);
        var before = YamlTree.parse(row.source()).orElseThrow();
        var changes = correction.changes(before, window);
        String source = correction.source(before, changes, window);
        checkRead(reader.read(row.slug().value(), source).mistakes());
        return store.correct(tx, row, source, correction.reason(), changes, actor, now)
                .compose(stored -> correction.closes().equals(window.closes()) ? Future.succeededFuture()
                        : books.setClosing(tx, row.id(), correction.closes()))
                .compose(moved -> audit.record(tx, actor, "campaign.correct", row.slug().value(),
                        Map.of("reason", correction.reason())))
                .compose(recorded -> store.tellOthers(tx, row.slug()));
    }

    private void checkWords(CampaignRow row, Correction correction) {
        var definition = definitionOf(row);
        var allowed = definition.kind().wordings(definition.plan(), Lang.ZH).stream().map(Wording::path)
                .collect(Collectors.toSet());
        allowed.addAll(Wordings.PATHS);
        if (!allowed.containsAll(correction.words().keySet())) {
            throw Correction.invalid("reason", "campaign.correction.too-much");
        }
    }

    private static void checkRead(List<Mistake> mistakes) {
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("web.form.invalid", mistakes.stream().map(mistake -> new FieldError(mistake.field(),
                    mistake.key(), mistake.args())).toList());
        }
    }

    /** Whether that step is asked for by one person and confirmed by another. */
    public boolean needsTwo(Step step) {
        return secondPerson && (step == Step.CLOSE || step == Step.CERTIFY);
    }

    /** Fails with FORBIDDEN for somebody who would confirm what they asked for themselves. */
    private Future<Boolean> isConfirmed(Tx tx, CampaignRow row, Asked now) {
        if (!needsTwo(now.step())) {
            return Future.succeededFuture(true);
        }
        return store.asked(tx, row.id()).map(all -> all.stream().filter(one -> one.step() == now.step()).findFirst()
                .map(before -> {
                    if (before.actor().equals(now.actor())) {
                        throw Problem.forbidden("campaign.desk.second-confirms");
                    }
                    return true;
                }).orElse(false));
    }

    private Future<Void> ask(Tx tx, CampaignRow row, Asked asked) {
        return store.ask(tx, row.id(), asked).compose(kept -> audit.record(tx, asked.actor(),
                "campaign.ask-" + asked.step().code(), row.slug().value(), Map.of("reason", asked.reason())));
    }

    /** Takes back what was asked for and not confirmed. Fails with CONFLICT where nothing waits. */
    public Future<Void> withdraw(Slug slug, Step step, String actor) {
        return database.inTx(tx -> store.lock(tx, slug)
                .map(found -> found.orElseThrow(() -> Problem.notFound("campaign.unknown", slug.value())))
                .compose(row -> store.withdraw(tx, row.id(), step)).compose(gone -> {
                    if (!gone) {
                        throw Problem.conflict("campaign.desk.step-forbidden");
                    }
                    return audit.record(tx, actor, "campaign.withdraw-" + step.code(), slug.value(), Map.of());
                }));
    }

    /** What was asked for and waits for a second person. */
    public Future<List<Asked>> asked(CampaignRow campaign) {
        return database.read(tx -> store.asked(tx, campaign.id()));
    }

    /** The file as it was last sent for review before the latest time; nothing when it was sent once. */
    public Future<Optional<String>> submittedBefore(CampaignRow campaign) {
        return database.read(tx -> store.lastSubmissions(tx, campaign.id()))
                .map(sources -> sources.size() < 2 ? Optional.<String>empty() : Optional.of(sources.get(1)));
    }

    private Future<State> current(Tx tx, CampaignRow row, Instant now) {
        return books.find(tx, row.id())
                .map(book -> book.map(open -> Step.at(row.state(), open.window(), now)).orElse(row.state()));
    }

    private Future<Void> checkSecondPerson(Tx tx, CampaignRow row, Step step, String actor) {
        if (step != Step.APPROVE || !secondPerson) {
            return Future.succeededFuture();
        }
        return store.steps(tx, row.id()).map(taken -> {
            if (!mayApprove(row, taken, actor)) {
                throw Problem.forbidden("campaign.desk.second-person");
            }
            return null;
        });
    }

    /** Whether that person did neither write nor submit what is to be approved, or nobody asks for a second one. */
    public boolean mayApprove(CampaignRow row, List<StepTaken> taken, String actor) {
        return !secondPerson || !row.createdBy().equals(actor) && taken.stream()
                .filter(step -> step.step() == Step.SUBMIT).reduce((first, last) -> last)
                .filter(step -> step.actor().equals(actor)).isEmpty();
    }

    private Future<Void> effect(Tx tx, CampaignRow row, Step step, String actor, Instant now) {
        return switch (step) {
            case APPROVE -> launch(tx, row, now);
            case PAUSE, CLOSE -> books.setAccepting(tx, row.id(), false);
            case RESUME -> books.setAccepting(tx, row.id(), true);
            case SUBMIT -> store.submitted(tx, row.id(), actor, now);
            case RETURN, CERTIFY -> Future.succeededFuture();
        };
    }

    /** Pins what the kind needs and opens the book; from here on the version is locked. */
    private Future<Void> launch(Tx tx, CampaignRow row, Instant now) {
        Definition definition = definitionOf(row);
        Window window = definition.opening().from(now);
        if (window.isAfter(now)) {
            return Future.failedFuture(Problem.conflict("campaign.desk.window-over"));
        }
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return definition.kind().pin(tx, definition.plan())
                .compose(pinned -> store.pin(tx, row.id(), row.version(), pinned))
                .compose(stored -> books.open(tx, row.id(), definition.plan().linked(), definition.limit(), window,
                        secret));
    }

    /** What the row's file says; it was checked before it was stored. */
    public Definition definitionOf(CampaignRow row) {
        var reading = reader.read(row.slug().value(), row.source());
        return reading.definition().orElseThrow(() -> new IllegalStateException(
                "the stored definition of " + row.slug() + " cannot be read: " + reading.mistakes()));
    }
}
