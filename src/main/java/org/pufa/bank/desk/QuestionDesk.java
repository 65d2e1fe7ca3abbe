package org.pufa.bank.desk;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Banks;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.QuestionState;
import org.pufa.bank.law.Finding;
import org.pufa.bank.law.LawShelf;
import org.pufa.bank.law.Laws;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;

/** Changes questions and brings them from draft to use; every change has its actor, and a reason where it undoes. */
public final class QuestionDesk {

    private final Banks banks;
    private final Laws laws;
    private final AuditLog audit;
    private final Clock clock;
    private final boolean secondPerson;
    private final DeskStore store = new DeskStore();

    /** @param secondPerson whether a question needs somebody else's review than its author's */
    public QuestionDesk(Banks banks, Laws laws, AuditLog audit, Clock clock, boolean secondPerson) {
        this.banks = Objects.requireNonNull(banks);
        this.laws = Objects.requireNonNull(laws);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
        this.secondPerson = secondPerson;
    }

    /** Which questions a step is for. */
    public record Chosen(String bank, List<String> questions) {

        public Chosen {
            Objects.requireNonNull(bank);
            questions = List.copyOf(questions);
        }
    }

    /**
     * Takes a step with each of the chosen questions, or with none when one of them cannot take it. Fails with CONFLICT
     * where its state does not allow the step, FORBIDDEN where somebody reviews what is their own, INVALID where a
     * citation does not stand or a reason is missing.
     */
    public Future<Void> move(Tx tx, Chosen chosen, QuestionMove move, String actor, String reason) {
        if (move.needsReason() && reason.isBlank()) {
            return Future.failedFuture(Problem.invalid("bank.desk.no-reason",
                    List.of(FieldError.of("reason", "bank.desk.reason"))));
        }
        return laws.shelf(tx).compose(shelf -> each(chosen, id -> move(tx, chosen.bank(), id, shelf, move, actor,
                        reason)))
                .compose(moved -> audit.record(tx, actor, "question." + move.code(), chosen.bank(),
                        Map.of("questions", chosen.questions(), "reason", reason)));
    }

    private static Future<Void> each(Chosen chosen, Function<String, Future<Void>> work) {
        Future<Void> all = Future.succeededFuture();
        for (String question : chosen.questions().stream().sorted().toList()) {
            all = all.compose(before -> work.apply(question));
        }
        return all;
    }

    private Future<Void> move(Tx tx, String bank, String id, LawShelf shelf, QuestionMove move, String actor,
            String reason) {
        return locked(tx, bank, id).compose(row -> {
            if (!move.isAllowedFrom(row.state())) {
                throw Problem.conflict("bank.desk.step-forbidden", id).with("state", row.state().code());
            }
            if (move == QuestionMove.REVIEW) {
                checkReview(row, shelf, actor);
            }
            return store.move(tx, bank, id, new QuestionStep(row.state(), move.to(), actor, reason, clock.instant()));
        });
    }

    private Future<QuestionRow> locked(Tx tx, String bank, String id) {
        return store.lock(tx, bank, id).compose(locked -> banks.find(tx, bank, id));
    }

    private void checkReview(QuestionRow row, LawShelf shelf, String actor) {
        String id = row.question().id();
        if (secondPerson && row.revision().createdBy().equals(actor)) {
            throw Problem.forbidden("bank.desk.second-person", id);
        }
        var faults = shelf.check(row.question()).stream().filter(Finding::isFault)
                .map(finding -> FieldError.of(id, finding.key(), finding.args().toArray())).toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid("bank.desk.not-reviewable", faults);
        }
    }

    /**
     * Writes a further revision; nothing when the question says the same. What citizens read is reviewed again before
     * new papers hold it: the question is a draft from now on. Fails with CONFLICT when it is retired, or when somebody
     * else has changed it since revision {@code expected}.
     */
    public Future<Void> change(Tx tx, String bank, Question changed, int expected, String actor, String reason) {
        return locked(tx, bank, changed.id()).compose(row -> row.question().equals(changed) ? Future.succeededFuture()
                : change(tx, bank, row, changed, expected, actor, reason));
    }

    private Future<Void> change(Tx tx, String bank, QuestionRow row, Question changed, int expected, String actor,
            String reason) {
        if (row.state() == QuestionState.RETIRED) {
            throw Problem.conflict("bank.desk.retired", changed.id());
        }
        if (row.state() != QuestionState.DRAFT && reason.isBlank()) {
            throw Problem.invalid("bank.desk.no-reason", List.of(FieldError.of("reason", "bank.desk.reason")));
        }
        boolean redrafted = row.state() != QuestionState.DRAFT
                && !QuestionDiff.isFilingOnly(row.question(), changed);
        return banks.revise(tx, bank, changed, expected, actor, reason)
                .compose(revised -> redrafted ? store.move(tx, bank, changed.id(), new QuestionStep(row.state(),
                        QuestionState.DRAFT, actor, reason, clock.instant())) : Future.succeededFuture())
                .compose(done -> audit.record(tx, actor, "question.change", bank + "/" + changed.id(),
                        Map.of("revision", expected + 1, "reason", reason)));
    }

    /** How questions are filed. @param topic nothing where each keeps its own; the same for the difficulty */
    public record Filing(Optional<String> topic, Optional<Integer> difficulty) {

        Question of(Question question) {
            return question.filed(topic.orElse(question.topic()), difficulty.orElse(question.difficulty()));
        }
    }

    /** Files each of the chosen questions under another topic or difficulty; their states stay as they are. */
    public Future<Void> file(Tx tx, Chosen chosen, Filing filing, String actor, String reason) {
        return each(chosen, id -> locked(tx, chosen.bank(), id).compose(row -> change(tx, chosen.bank(),
                filing.of(row.question()), row.revision().number(), actor, reason)));
    }

    /**
     * Confirms that a question is still right under the version of its law that is in force: its citation names that
     * version from now on, and new papers may hold it again. Fails with CONFLICT when it is not flagged, INVALID when
     * its citation does not stand in the new version.
     *
     * @param reason for the history of the question
     */
    public Future<Void> confirm(Tx tx, String bank, String id, String actor, String reason) {
        return laws.shelf(tx).compose(shelf -> locked(tx, bank, id).compose(row -> {
            if (!row.flagged()) {
                throw Problem.conflict("bank.law.not-flagged", id);
            }
            var current = current(shelf, row.question());
            var faults = shelf.check(current).stream().filter(Finding::isFault)
                    .map(finding -> FieldError.of(id, finding.key(), finding.args().toArray())).toList();
            if (!faults.isEmpty()) {
                throw Problem.invalid("bank.desk.not-confirmable", faults);
            }
            return confirm(tx, bank, row, current, actor, reason);
        }));
    }

    private static Question current(LawShelf shelf, Question question) {
        var old = question.citation();
        return shelf.inForce(old.law()).map(version ->
                question.citing(new Citation(old.law(), version.label(), old.article()))).orElse(question);
    }

    private Future<Void> confirm(Tx tx, String bank, QuestionRow row, Question current, String actor,
            String reason) {
        String id = current.id();
        return banks.revise(tx, bank, current, row.revision().number(), actor, reason)
                .compose(revised -> audit.record(tx, actor, "question.confirm", bank + "/" + id,
                        Map.of("version", current.citation().version())));
    }

    /** What was done with a question, the latest first. */
    public Future<List<QuestionStep>> steps(Tx tx, String bank, String question) {
        return store.steps(tx, bank, question);
    }
}
