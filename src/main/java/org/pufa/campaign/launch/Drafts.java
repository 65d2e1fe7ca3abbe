package org.pufa.campaign.launch;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.Definition;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Slug;
import org.pufa.yaml.YamlTree;

/** Keeps drafts, each from its first field on, and hands the finished ones in. */
final class Drafts {

    private final Database database;
    private final CampaignDesk desk;
    private final AuditLog audit;
    private final Clock clock;
    private final DraftStore store = new DraftStore();

    Drafts(Database database, CampaignDesk desk, AuditLog audit, Clock clock) {
        this.database = database;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a draft; gives its id. @param unit to which it belongs; nothing for the whole house */
    Future<Long> create(String kind, YamlTree tree, Optional<String> unit, String actor) {
        return database.inTx(tx -> store.create(tx, kind, tree, null, unit, actor, clock.instant())
                .compose(id -> audit.record(tx, actor, "campaign.draft", Long.toString(id), Map.of()).map(id)));
    }

    /** The draft of a campaign that was returned or never submitted; begun from its file where there is none. */
    Future<Long> ofCampaign(String slug, String kind, String source, String actor) {
        return database.inTx(tx -> store.ofCampaign(tx, slug).compose(found -> found.isPresent()
                ? Future.succeededFuture(found.get().id())
                : store.create(tx, kind, YamlTree.parse(source).orElseGet(YamlTree::empty), slug, Optional.empty(),
                        actor, clock.instant())));
    }

    /** Fails with NOT_FOUND when there is none. */
    Future<Draft> get(String id) {
        return database.read(tx -> find(tx, id)).map(found -> found.orElseThrow(Drafts::unknown));
    }

    /** The same where there may be none. */
    Future<Optional<Draft>> find(Tx tx, String id) {
        return id.matches("[1-9][0-9]{0,17}") ? store.find(tx, Long.parseLong(id))
                : Future.succeededFuture(Optional.empty());
    }

    static Problem unknown() {
        return Problem.notFound("campaign.launch.unknown");
    }

    /** Those that still wait for their author, the latest first. @param unit of which they are; nothing for all */
    Future<List<Draft>> unfinished(Optional<String> unit) {
        return database.read(tx -> store.unfinished(tx, unit));
    }

    /** Those that never were submitted, the latest first. */
    Future<List<Draft>> loose(Tx tx) {
        return store.loose(tx);
    }

    /** Makes a draft belong to a unit or, with nothing, to the whole house. */
    Future<Void> assign(Tx tx, Draft draft, Optional<String> unit) {
        return store.assign(tx, draft.id(), unit);
    }

    /** Keeps what was written, unless somebody saved in between; then nothing changes and the answer is false. */
    Future<Boolean> save(Draft draft, YamlTree tree, String actor) {
        return database.inTx(tx -> store.save(tx, draft.id(), draft.version(), tree, actor, clock.instant()));
    }

    /** Throws a draft away that was never submitted. */
    Future<Boolean> drop(Draft draft, String actor) {
        return database.inTx(tx -> store.drop(tx, draft.id()).compose(done -> audit.record(tx, actor,
                "campaign.draft-dropped", Long.toString(draft.id()), Map.of()).map(done)));
    }

    /** Whether a campaign has that address already, other than the one the draft was submitted as. */
    Future<Boolean> isTaken(Draft draft, String slug) {
        return draft.slug().filter(slug::equals).isPresent() ? Future.succeededFuture(false)
                : Slug.parse(slug).map(desk::find).orElse(Future.succeededFuture(Optional.empty()))
                        .map(Optional::isPresent);
    }

    /**
     * Files what the draft says and submits it for review, all or nothing. Fails with INVALID when another campaign has
     * its address.
     *
     * @param unit to which it shall belong
     * @param note to the reviewer
     */
    Future<Slug> submit(Draft draft, Definition definition, Function<Tx, Future<Optional<String>>> unit, String note,
            String actor) {
        return isTaken(draft, definition.slug().value()).compose(taken -> taken
                ? Future.failedFuture(Problem.invalid("campaign.launch.problems",
                        List.of(FieldError.of("slug", "campaign.launch.slug.taken", definition.slug().value()))))
                : database.inTx(tx -> unit.apply(tx).compose(chosen -> desk.submit(tx, definition,
                        draft.tree().yaml(), chosen, actor, note)).compose(slug -> store.submitted(tx, draft.id(), slug.value()).map(slug))));
    }
}
