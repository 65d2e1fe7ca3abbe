package org.pufa.kinds.quiz;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Banks;
import org.pufa.bank.QuestionRevision;
import org.pufa.bank.QuestionState;
import org.pufa.bank.QuestionType;
import org.pufa.bank.desk.QuestionDesk;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Campaigns;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Books;

/** Corrects the key of a question, and the scores of all papers that hold it (更正答案、重新计分). */
public final class Regrades {

    private final Banks banks;
    private final QuestionDesk desk;
    private final Campaigns campaigns;
    private final Books books;
    private final AuditLog audit;
    private final Clock clock;
    private final RegradeStore store = new RegradeStore();

    public Regrades(Banks banks, QuestionDesk desk, Campaigns campaigns, Books books, AuditLog audit, Clock clock) {
        this.banks = Objects.requireNonNull(banks);
        this.desk = Objects.requireNonNull(desk);
        this.campaigns = Objects.requireNonNull(campaigns);
        this.books = Objects.requireNonNull(books);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    /** The right answer to one revision of a question. @param answer letters, none twice */
    record Key(String bank, String question, long revision, List<String> answer) {

        Key {
            answer = List.copyOf(new TreeSet<>(answer));
        }
    }

    /** Who corrects it and why. */
    record By(String actor, String reason, Instant at) {
    }

    /** What a correction changes in one campaign. */
    record Effect(Campaign campaign, List<RegradeStore.Moved> moved) {
    }

    /** A question as it stands. @param key of each of its revisions as it is corrected by now, by id */
    record Known(QuestionState state, List<QuestionRevision> history, Map<Long, List<String>> keys,
            List<RegradeStore.Past> past) {

        QuestionRevision revision(long id) {
            return history.stream().filter(one -> one.id() == id).findFirst()
                    .orElseThrow(() -> Problem.notFound("quiz.regrade.unknown"));
        }

        List<String> key(long id) {
            return keys.getOrDefault(id, revision(id).question().answer());
        }
    }

    Future<Known> known(Tx tx, String bank, String question) {
        return banks.find(tx, bank, question).compose(row -> banks.history(tx, bank, question).compose(history ->
                store.keys(tx, history.stream().map(QuestionRevision::id).toList()).compose(keys ->
                        store.past(tx, bank, question).map(past -> new Known(row.state(), history, keys, past)))));
    }

    /** What the key would change, campaign by campaign; changes nothing. @throws Problem INVALID for no possible key */
    Future<List<Effect>> dryRun(Tx tx, Key key) {
        return known(tx, key.bank(), key.question()).compose(known -> {
            check(known.revision(key.revision()), key);
            Future<List<Effect>> effects = Future.succeededFuture(new ArrayList<>());
            for (Campaign campaign : holding(key.revision())) {
                effects = effects.compose(list -> store.tried(tx, campaign.id(), key, points(campaign, key.revision()))
                        .map(moved -> {
                            list.add(new Effect(campaign, moved));
                            return list;
                        }));
            }
            return effects;
        });
    }

    private static void check(QuestionRevision revision, Key key) {
        var question = revision.question();
        var letters = question.options().stream().map(option -> option.letter()).toList();
        boolean fits = !key.answer().isEmpty() && letters.containsAll(key.answer())
                && (question.type() == QuestionType.MULTIPLE || key.answer().size() == 1);
        if (!fits) {
            throw Problem.invalid("quiz.regrade.no-key", List.of(FieldError.of("answer",
                    question.type() == QuestionType.MULTIPLE ? "quiz.regrade.some" : "quiz.regrade.one")));
        }
    }

    /** The campaigns whose papers hold the revision, in the order in which their books are held. */
    List<Campaign> holding(long revision) {
        return campaigns.all().stream().filter(campaign -> campaign.content() instanceof QuizContent quiz
                && quiz.points(revision).isPresent()).sorted(Comparator.comparing(one -> one.id().value())).toList();
    }

    private static int points(Campaign campaign, long revision) {
        return ((QuizContent) campaign.content()).points(revision).orElseThrow();
    }

    /**
     * Corrects the key and every score in one transaction; entries that come in meanwhile wait, and are graded by the
     * new key. Fails with CONFLICT when that is the key already.
     *
     * @return how many scores changed
     */
    Future<Long> apply(Tx tx, Key key, String actor, String reason) {
        if (reason.isBlank()) {
            throw Problem.invalid("quiz.regrade.no-reason", List.of(FieldError.of("reason", "quiz.regrade.reason")));
        }
        var by = new By(actor, reason, clock.instant());
        return known(tx, key.bank(), key.question()).compose(known -> {
            check(known.revision(key.revision()), key);
            if (known.key(key.revision()).equals(key.answer())) {
                throw Problem.conflict("quiz.regrade.same", String.join("", key.answer()));
            }
            var holding = holding(key.revision());
            return hold(tx, holding).compose(held -> revise(tx, known, key, by))
                    .compose(after -> store.add(tx, key, known.key(key.revision()), after, by))
                    .compose(regrade -> apply(tx, holding, key, regrade))
                    .compose(changed -> audit.record(tx, actor, "question.regrade", key.bank() + "/" + key.question(),
                            details(known, key, reason, changed)).compose(noted -> tell(tx, holding)).map(changed));
        });
    }

    private static Map<String, Object> details(Known known, Key key, String reason, long changed) {
        return Map.of("revision", known.revision(key.revision()).number(), "before",
                String.join("", known.key(key.revision())), "after", String.join("", key.answer()), "reason", reason,
                "entries", changed);
    }

    private Future<Void> hold(Tx tx, List<Campaign> holding) {
        Future<Void> held = Future.succeededFuture();
        for (Campaign campaign : holding) {
            held = held.compose(before -> books.hold(tx, campaign.id()));
        }
        return held;
    }

    /** The bank gets the new key too, as a draft to be reviewed, unless it has it already or is done with it. */
    private Future<Optional<Long>> revise(Tx tx, Known known, Key key, By by) {
        var latest = known.history().get(0);
        if (latest.question().answer().equals(key.answer())) {
            return Future.succeededFuture(Optional.of(latest.id()));
        } else if (latest.id() != key.revision() || known.state() == QuestionState.RETIRED) {
            return Future.succeededFuture(Optional.empty());
        }
        return desk.change(tx, key.bank(), latest.question().keyed(key.answer()), latest.number(), by.actor(),
                by.reason()).compose(changed -> banks.history(tx, key.bank(), key.question()))
                .map(history -> Optional.of(history.get(0).id()));
    }

    private Future<Long> apply(Tx tx, List<Campaign> holding, Key key, long regrade) {
        Future<Long> changed = Future.succeededFuture(0L);
        for (Campaign campaign : holding) {
            int points = points(campaign, key.revision());
            changed = changed.compose(sum -> store.addCampaign(tx, regrade, campaign.id(), points)
                    .compose(added -> store.apply(tx, campaign.id(), key, points, regrade)).map(n -> sum + n));
        }
        return changed;
    }

    private Future<Void> tell(Tx tx, List<Campaign> holding) {
        Future<Void> told = Future.succeededFuture();
        for (Campaign campaign : holding) {
            told = told.compose(before -> campaigns.changed(tx, campaign.slug()));
        }
        return told;
    }

    /** Has this node grade by the new key as soon as it is there. */
    Future<Void> renew(long revision) {
        Future<Void> renewed = Future.succeededFuture();
        for (Slug slug : holding(revision).stream().map(Campaign::slug).toList()) {
            renewed = renewed.compose(before -> campaigns.renew(slug));
        }
        return renewed;
    }
}
