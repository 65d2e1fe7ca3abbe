package org.pufa.bank.law;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;

/** The laws that questions rest on: keeps their versions and texts, and flags what an amendment touches. */
public final class Laws {

    private final AuditLog audit;
    private final Clock clock;
    private final LawStore store = new LawStore();

    public Laws(AuditLog audit, Clock clock) {
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    /** All laws and versions, and the text of those in force, as they are now. */
    public Future<LawShelf> shelf(Tx tx) {
        return store.laws(tx).compose(laws -> store.versions(tx).compose(versions -> store.articles(tx, null)
                .map(texts -> new LawShelf(laws, versions, texts))));
    }

    public Future<List<Law>> all(Tx tx) {
        return store.laws(tx);
    }

    /** Every version of every law, the newest of each law first. */
    public Future<List<LawVersion>> versions(Tx tx) {
        return store.versions(tx);
    }

    /** The articles of a version in their order; none where no text is loaded. */
    public Future<List<Article>> articles(Tx tx, long version) {
        return store.articles(tx, version).map(texts -> texts.getOrDefault(version, List.of()));
    }

    /** A version by its id. Fails with NOT_FOUND. */
    public Future<LawVersion> version(Tx tx, long id) {
        return store.version(tx, id).map(found -> found.orElseThrow(() -> Problem.notFound("bank.law.no-version")));
    }

    /** What adding a version did. @param flagged how many questions it touched */
    public record Added(long version, int flagged) {
    }

    /**
     * Adds a version of a law, and the law itself where it is new. One that is in force puts the earlier version out of
     * force and flags every question that cites another version. Fails with CONFLICT when the law has a version of that
     * label.
     *
     * @param actor user name, for the audit log
     */
    public Future<Added> add(Tx tx, Law law, LawVersion version, String actor) {
        var now = clock.instant();
        return store.addLaw(tx, law)
                .compose(added -> version.inForce() ? store.putOutOfForce(tx, law.name()) : Future.succeededFuture())
                .compose(ready -> store.addVersion(tx, version, actor, now))
                .map(id -> id.orElseThrow(() -> Problem.conflict("bank.law.label-twice", law.name(), version.label())))
                .compose(id -> flag(tx, id, version.inForce()).compose(flagged -> audit.record(tx, actor, "law.version",
                        law.name(), Map.of("version", version.label(), "flagged", flagged))
                        .map(new Added(id, flagged))));
    }

    private Future<Integer> flag(Tx tx, long id, boolean inForce) {
        return inForce ? store.version(tx, id).compose(version -> store.flag(tx, version.orElseThrow(),
                clock.instant())) : Future.succeededFuture(0);
    }

    /** Loads the words of a version, in place of those it had. Fails with NOT_FOUND, or INVALID for an empty text. */
    public Future<Void> loadText(Tx tx, long version, List<Article> articles, String actor) {
        if (articles.isEmpty()) {
            return Future.failedFuture(Problem.of(Problem.Sort.INVALID, "bank.law.text.none"));
        }
        return version(tx, version).compose(found -> store.replaceText(tx, version, articles)
                .compose(stored -> audit.record(tx, actor, "law.text", found.law(),
                        Map.of("version", found.label(), "articles", articles.size()))));
    }

    /** The questions that wait to be confirmed. @param law short name, or nothing for all laws */
    public Future<List<Flagged>> flagged(Tx tx, Optional<String> law) {
        return flagged(tx, law, Optional.empty());
    }

    /** The same in the banks of one unit; in all banks when none is named. */
    public Future<List<Flagged>> flagged(Tx tx, Optional<String> law, Optional<String> unit) {
        return store.flagged(tx, law.orElse(null), unit.orElse(null));
    }

    /** Whether no law is known yet. */
    public Future<Boolean> isEmpty(Tx tx) {
        return store.laws(tx).map(List::isEmpty);
    }
}
