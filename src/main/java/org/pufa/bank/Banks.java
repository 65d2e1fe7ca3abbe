package org.pufa.bank;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.audit.AuditLog;
import org.pufa.bank.picture.PictureStore;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;

/** The question banks: reads them from files, keeps every revision, and gives them to whoever makes papers. */
public final class Banks {

    private final BankFormat format;
    private final AuditLog audit;
    private final Clock clock;
    private final BankStore store = new BankStore();
    private final PictureStore pictures = new PictureStore();

    /** @param format in which files are written */
    public Banks(BankFormat format, AuditLog audit, Clock clock) {
        this.format = Objects.requireNonNull(format);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Reads files without loading them. Files of the same bank are checked together. */
    public BankReading check(List<BankFile> files) {
        return format.read(files);
    }

    /**
     * Loads a bank: a new question gets its first revision, a changed one another, an unchanged one none. A question
     * that the draft does not hold stays as it is, since a bank may come in several files.
     *
     * <p>New questions are in use at once, and others stay in the state they have: such files are the authored banks,
     * whose reviews took place where the files are kept, and only whoever runs the server can load them so. What staff
     * upload at the console comes in as drafts.
     *
     * @param actor user name, for the revisions and the audit log
     */
    public Future<LoadResult> load(Tx tx, BankDraft draft, String actor) {
        var bank = draft.bank();
        return store.put(tx, bank)
                .compose(locked -> store.questions(tx, bank.code(), QuestionFilter.ALL))
                .map(rows -> LoadPlan.of(draft, rows))
                .compose(plan -> store.addQuestions(tx, bank.code(), plan.added(), QuestionState.IN_USE)
                        .compose(added -> pictures.add(tx, draft.album()))
                        .compose(kept -> store.addRevisions(tx, bank.code(), plan.revisions(), actor, clock.instant()))
                        .compose(revised -> audit.record(tx, actor, "bank.load", bank.code(), plan.details()))
                        .map(recorded -> plan.result(bank)));
    }

    /**
     * Writes a further revision of a question that is in the bank; its state stays as it is. Fails with NOT_FOUND, or
     * with CONFLICT when somebody else has changed the question since.
     *
     * @param expected number of the revision that was changed
     * @param reason why, for the history
     */
    public Future<Void> revise(Tx tx, String bank, Question question, int expected, String actor, String reason) {
        return find(tx, bank, question.id()).compose(row -> {
            if (row.revision().number() != expected) {
                throw Problem.conflict("bank.question.changed-meanwhile", question.id());
            }
            return store.addRevisions(tx, bank, List.of(new NewRevision(expected + 1, question, reason)), actor,
                    clock.instant());
        });
    }

    /** All banks, by code. */
    public Future<List<BankSummary>> summaries(Tx tx) {
        return store.summaries(tx, Optional.empty());
    }

    /** Those of one unit; all of them when none is named. */
    public Future<List<BankSummary>> summaries(Tx tx, Optional<String> unit) {
        return store.summaries(tx, unit);
    }

    /** The unit to which a bank belongs; the outer value is nothing when there is no such bank. */
    public Future<Optional<Optional<String>>> unitOf(Tx tx, String bank) {
        return store.unitOf(tx, bank);
    }

    /** Makes a bank belong to a unit or, with nothing, to the whole house. */
    public Future<Void> assign(Tx tx, String bank, Optional<String> unit) {
        return store.assign(tx, bank, unit);
    }

    /** All banks with their units, also those that hold nothing yet. */
    public Future<List<OwnedBank>> owned(Tx tx) {
        return store.owned(tx);
    }

    public Future<Optional<Bank>> bank(Tx tx, String code) {
        return store.bank(tx, code);
    }

    /** The questions of a bank that pass the filter, by id; none for a bank that does not exist. */
    public Future<List<QuestionRow>> questions(Tx tx, String bank, QuestionFilter filter) {
        return store.questions(tx, bank, filter);
    }

    /** The pictures that the questions name, from the first question on, as many as may be held in memory together. */
    public Future<Album> album(Tx tx, Collection<Question> questions) {
        return pictures.album(tx, questions.stream().flatMap(question -> question.pictures().stream())
                .map(QuestionPicture::hash).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The latest revisions of all questions that new papers may hold. */
    public Future<List<QuestionRevision>> current(Tx tx, String bank) {
        return store.questions(tx, bank, QuestionFilter.IN_USE)
                .map(rows -> rows.stream().filter(QuestionRow::usable).map(QuestionRow::revision).toList());
    }

    /** The question with its latest revision. Fails with a NOT_FOUND problem. */
    public Future<QuestionRow> find(Tx tx, String bank, String question) {
        return store.question(tx, bank, question)
                .map(found -> found.orElseThrow(() -> Problem.notFound("bank.question.unknown", question)));
    }

    /** Every revision of a question, the latest first. */
    public Future<List<QuestionRevision>> history(Tx tx, String bank, String question) {
        return store.history(tx, bank, question);
    }

    /** Revisions by their ids, in the order of the ids. @throws IllegalStateException (failed) when one is missing */
    public Future<List<QuestionRevision>> revisions(Tx tx, Collection<Long> ids) {
        return store.revisions(tx, ids).map(found -> {
            if (found.size() != ids.size()) {
                throw new IllegalStateException("some of these revisions are missing: " + ids);
            }
            return found;
        });
    }
}
