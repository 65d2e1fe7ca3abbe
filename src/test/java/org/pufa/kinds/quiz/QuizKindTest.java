package org.pufa.kinds.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Bank;
import org.pufa.bank.BankDraft;
import org.pufa.bank.Banks;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionRevision;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.BankYaml;
import org.pufa.campaign.Item;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.support.TestDatabase;

class QuizKindTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final Banks BANKS =
            new Banks(new BankYaml(), new AuditLog(Clock.systemUTC()), Clock.systemUTC());
    private static final Bank BANK = new Bank("labor", "题库", "劳动合同法", "2012-12-28修正");
    private static final List<Question> QUESTIONS = Cast.revisions(0).stream().map(QuestionRevision::question).toList();

    private final QuizKind kind = new QuizKind(BANKS, Cast.MESSAGES);

    @BeforeAll
    static void aLoadedBank() {
        inTx(tx -> BANKS.load(tx, new BankDraft(BANK, QUESTIONS), "ana"));
    }

    @Test
    void aLaunchPinsTheRevisionsThatPapersMayHold() {
        var plan = plan("labor", row(QuestionType.JUDGE, Set.of(), 3));

        var pinned = inTx(tx -> kind.pin(tx, plan));

        var current = inTx(tx -> BANKS.current(tx, "labor"));
        assertThat(pinned.getJsonArray("revisions")).hasSize(6).containsExactlyElementsOf(current.stream()
                .filter(revision -> revision.question().type() == QuestionType.JUDGE).map(revision -> (Object) revision.id())
                .toList());
    }

    @Test
    void aPaperStaysAsItWasPinnedWhateverHappensToTheBank() {
        var plan = plan("labor", row(QuestionType.SINGLE, Set.of(), 2));
        var pinned = inTx(tx -> kind.pin(tx, plan));
        var before = items(plan, pinned);

        inTx(tx -> BANKS.load(tx, new BankDraft(BANK, QUESTIONS.stream().map(QuizKindTest::reworded).toList()), "ben"));
        state("retired");

        assertThat(items(plan, pinned)).isEqualTo(before);
        List.of("draft", "reviewed", "in_use").forEach(QuizKindTest::state);
        inTx(tx -> BANKS.load(tx, new BankDraft(BANK, QUESTIONS), "ben"));
    }

    private static void state(String state) {
        inTx(tx -> tx.update("update question set state = $1 where bank = 'labor' and code = 'S-0'", state));
    }

    @Test
    void aBankThatHoldsTooLittleIsRefusedRowByRow() {
        var plan = plan("labor", row(QuestionType.SINGLE, Set.of(), 2), row(QuestionType.SINGLE, Set.of("试用期"), 2),
                row(QuestionType.JUDGE, Set.of("辞职"), 1));

        assertThatThrownBy(() -> inTx(tx -> kind.pin(tx, plan))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.sort()).isEqualTo(Problem.Sort.INVALID);
            assertThat(problem.errors()).containsExactly(
                    FieldError.of("quiz.draw[2]", "quiz.pin.too-few", 2, 2, 1),
                    FieldError.of("quiz.draw[3]", "quiz.pin.too-few", 3, 1, 0));
            assertThat(problem.errors()).allSatisfy(error ->
                    assertThat(Cast.MESSAGES.get(Lang.ZH, error.key(), error.args())).contains("组卷方案第"));
        });
    }

    @Test
    void anUnknownBankIsRefused() {
        assertThatThrownBy(() -> inTx(tx -> kind.pin(tx, plan("none", row(QuestionType.JUDGE, Set.of(), 1)))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .containsExactly(FieldError.of("quiz.bank", "quiz.pin.no-bank", "none")));
    }

    private List<Item> items(QuizPlan plan, io.vertx.core.json.JsonObject pinned) {
        return inTx(tx -> kind.content(tx, plan, pinned)).items(Cast.sitting(4), Lang.ZH);
    }

    private static Question reworded(Question question) {
        return new Question(question.id(), question.type(), question.topic(), question.difficulty(),
                question.stem() + "（改）", question.options(), question.answer(), question.citation(),
                question.quote(), question.explanation());
    }

    private static QuizPlan plan(String bank, DrawRow... rows) {
        return new QuizPlan(bank, new Blueprint(List.of(rows)),
                Map.of(QuestionType.SINGLE, 1, QuestionType.MULTIPLE, 1, QuestionType.JUDGE, 1), 0);
    }

    private static DrawRow row(QuestionType type, Set<String> topics, int count) {
        return new DrawRow(type, topics, Set.of(), count);
    }

    private static <T> T inTx(Function<Tx, Future<T>> work) {
        return database.database().inTx(work).await();
    }
}
