package org.pufa.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.audit.AuditLog;
import org.pufa.bank.format.BankYaml;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.support.TestDatabase;

class BanksTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final Instant NOW = Instant.parse("2026-11-23T02:42:00Z");
    private static final Citation CITATION = new Citation("劳动合同法", "2012-12-28修正", "第九条");
    private static int banks;

    private final AuditLog audit = new AuditLog(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Banks bank = new Banks(new BankYaml(), audit, Clock.fixed(NOW, ZoneOffset.UTC));
    private String code;

    @BeforeEach
    void aNewBank() {
        code = "bank-" + ++banks;
    }

    @Test
    void newChangedAndUnchangedQuestionsAreCounted() {
        var first = load(question("A-1", "一"), question("A-2", "二"));
        var second = load(question("A-1", "一"), question("A-2", "二改"), question("A-3", "三"));

        assertThat(first).isEqualTo(new LoadResult(bank(), 2, 0, 0));
        assertThat(second).isEqualTo(new LoadResult(bank(), 1, 1, 1));
        assertThat(current()).extracting(revision -> revision.question().stem()).containsExactly("一", "二改", "三");
        assertThat(current()).extracting(QuestionRevision::number).containsExactly(1, 2, 1);
    }

    @Test
    void loadingTheSameTwiceMakesNoRevision() {
        load(question("A-1", "一"), question("A-2", "二"));
        var before = current();

        var again = load(question("A-1", "一"), question("A-2", "二"));

        assertThat(again).isEqualTo(new LoadResult(bank(), 0, 0, 2));
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void aBankLoadedFileByFileKeepsWhatIsInTheOthers() {
        load(question("A-1", "一"));
        load(question("A-2", "二"));

        assertThat(current()).extracting(revision -> revision.question().id()).containsExactly("A-1", "A-2");
    }

    @Test
    void everyRevisionStaysReadable() {
        load(question("A-1", "一"));
        load(question("A-1", "一改"));

        var history = read(tx -> bank.history(tx, code, "A-1"));
        var byId = read(tx -> bank.revisions(tx, history.stream().map(QuestionRevision::id).sorted().toList()));

        assertThat(history).extracting(QuestionRevision::number).containsExactly(2, 1);
        assertThat(byId).extracting(revision -> revision.question().stem()).containsExactly("一", "一改");
        assertThat(byId.get(0)).isEqualTo(new QuestionRevision(history.get(1).id(), code, 1, question("A-1", "一"),
                "ana", NOW, ""));
    }

    @Test
    void revisionsComeInTheOrderAsked() {
        load(question("A-1", "一"), question("A-2", "二"));
        var ids = current().stream().map(QuestionRevision::id).toList();

        var reversed = read(tx -> bank.revisions(tx, List.of(ids.get(1), ids.get(0))));

        assertThat(reversed).extracting(QuestionRevision::id).containsExactly(ids.get(1), ids.get(0));
        assertThatThrownBy(() -> read(tx -> bank.revisions(tx, List.of(ids.get(0), Long.MAX_VALUE))))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update question_revision set answer = '{B}'", "delete from question_revision",
        "truncate question_revision cascade", "truncate question cascade"})
    void aRevisionCannotBeChangedInTheDatabase(String sql) {
        load(question("A-1", "一"));

        assertThatThrownBy(() -> database.database().inTx(tx -> tx.update(sql)).await())
                .isInstanceOfSatisfying(PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("PF005"));
    }

    @Test
    void aNewTextOfTheLawMakesNewRevisions() {
        load(question("A-1", "一"));
        var question = question("A-1", "一");
        var amended = new Question(question.id(), question.type(), question.topic(), 1, question.stem(),
                question.options(), question.answer(), new Citation("劳动合同法", "2030年修正", "第九条"),
                question.quote(), question.explanation());

        var result = load(amended);

        assertThat(result.changed()).isOne();
    }

    @Test
    void questionsAreFoundByTopicTypeDifficultyAndWords() {
        load(question("A-1", "能收押金吗"), question("A-2", "二"));

        assertThat(found(new QuestionFilter(Optional.of(QuestionType.SINGLE), Optional.of("订立合同"), Optional.of(1),
                Optional.of("押金"), Optional.of("劳动合同法"), Optional.of("第九条"),
                Optional.of(QuestionState.IN_USE)))).containsExactly("A-1");
        assertThat(found(new QuestionFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("不能"),
                Optional.empty(), Optional.empty(), Optional.empty()))).hasSize(2);
        assertThat(found(new QuestionFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of("第十条"), Optional.empty()))).isEmpty();
        assertThat(found(filter(Optional.of(QuestionType.JUDGE), Optional.empty()))).isEmpty();
        assertThat(found(filter(Optional.empty(), Optional.of("A-2")))).containsExactly("A-2");
        assertThat(found(QuestionFilter.ALL)).hasSize(2);
    }

    @Test
    void aSummaryCountsWhatTheBankHolds() {
        load(question("A-1", "一"), question("A-2", "二"));
        inTx(tx -> tx.update("update question set state = 'retired' where bank = $1 and code = 'A-2'", code));

        var summary = read(bank::summaries).stream().filter(each -> each.bank().code().equals(code)).findFirst();

        assertThat(summary).hasValueSatisfying(each -> {
            assertThat(each.questions()).isOne();
            assertThat(each.retired()).isOne();
            assertThat(each.inUse()).containsEntry(QuestionType.SINGLE, 1).containsEntry(QuestionType.JUDGE, 0);
            assertThat(each.topics()).containsExactly("订立合同");
            assertThat(each.changedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void aLoadLeavesAnEventAndAFailedOneLeavesNothing() {
        load(question("A-1", "一"));
        var event = read(tx -> audit.before(tx, Long.MAX_VALUE, 1)).get(0);

        assertThatThrownBy(() -> inTx(tx -> bank.load(tx, draft(question("A-2", "二")), "ana")
                .compose(loaded -> Future.failedFuture(new IllegalStateException("stop"))))).hasMessage("stop");

        assertThat(event.action()).isEqualTo("bank.load");
        assertThat(event.subject()).isEqualTo(code);
        assertThat(event.details()).isEqualTo("{\"added\":[\"A-1\"],\"changed\":[],\"unchanged\":0}");
        assertThat(current()).hasSize(1);
        var latest = read(tx -> audit.before(tx, Long.MAX_VALUE, 1)).get(0);
        assertThat(latest.seq()).isEqualTo(event.seq());
    }

    @Test
    void loadsOfTheSameBankComeOneAfterTheOther() {
        var one = database.database().inTx(tx -> bank.load(tx, draft(question("A-1", "一")), "ana"));
        var other = database.database().inTx(tx -> bank.load(tx, draft(question("A-1", "一")), "ben"));

        assertThat(List.of(one.await(), other.await())).extracting(LoadResult::added).containsExactlyInAnyOrder(1, 0);
        assertThat(current()).hasSize(1);
    }

    private static QuestionFilter filter(Optional<QuestionType> type, Optional<String> words) {
        return new QuestionFilter(type, Optional.empty(), Optional.empty(), words, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private List<String> found(QuestionFilter filter) {
        return read(tx -> bank.questions(tx, code, filter)).stream().map(row -> row.question().id()).toList();
    }

    private Bank bank() {
        return new Bank(code, "题库", "劳动合同法", "2012-12-28修正");
    }

    private BankDraft draft(Question... questions) {
        return new BankDraft(bank(), List.of(questions));
    }

    private LoadResult load(Question... questions) {
        return inTx(tx -> bank.load(tx, draft(questions), "ana"));
    }

    private List<QuestionRevision> current() {
        return read(tx -> bank.current(tx, code));
    }

    private static <T> T inTx(Function<Tx, Future<T>> work) {
        return database.database().inTx(work).await();
    }

    private static <T> T read(Function<Tx, Future<T>> work) {
        return database.database().read(work).await();
    }

    private static Question question(String id, String stem) {
        return new Question(id, QuestionType.SINGLE, "订立合同", 1, stem, List.of(new Question.Option("A", "能"),
                new Question.Option("B", "不能")), List.of("B"), CITATION, "不得扣押", "要退还。");
    }
}
