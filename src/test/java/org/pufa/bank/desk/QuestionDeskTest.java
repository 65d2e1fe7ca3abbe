package org.pufa.bank.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Bank;
import org.pufa.bank.BankDraft;
import org.pufa.bank.Banks;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionFilter;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.QuestionState;
import org.pufa.bank.QuestionType;
import org.pufa.bank.desk.QuestionDesk.Chosen;
import org.pufa.bank.desk.QuestionDesk.Filing;
import org.pufa.bank.format.BankYaml;
import org.pufa.bank.law.Law;
import org.pufa.bank.law.LawVersion;
import org.pufa.bank.law.Laws;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.support.TestDatabase;

class QuestionDeskTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:42:00Z"), ZoneOffset.UTC);
    private static final AuditLog AUDIT = new AuditLog(CLOCK);
    private static final Banks BANKS = new Banks(new BankYaml(), AUDIT, CLOCK);
    private static final Laws LAWS = new Laws(AUDIT, CLOCK);
    private static final String VERSION = "2012-12-28修正";
    private static int banks;

    private final QuestionDesk desk = new QuestionDesk(BANKS, LAWS, AUDIT, CLOCK, true);
    private String bank;

    @BeforeAll
    static void aLaw() {
        law("劳动合同法", VERSION);
    }

    private static int law(String name, String label) {
        return inTx(tx -> LAWS.add(tx, new Law(name, name), new LawVersion(0, name, label,
                LocalDate.parse(label.substring(0, 10)), 98, true, false), "ana")).flagged();
    }

    @BeforeEach
    void aNewBank() {
        bank = "bank-" + ++banks;
    }

    private static Question question(String id, String stem, Citation citation) {
        return new Question(id, QuestionType.SINGLE, "订立合同", 1, stem, List.of(new Question.Option("A", "能"),
                new Question.Option("B", "不能")), List.of("B"), citation, "不得扣押", "要退还。");
    }

    private static Question question(String id) {
        return question(id, "能收押金吗？", new Citation("劳动合同法", VERSION, "第九条"));
    }

    private void load(Question... questions) {
        inTx(tx -> BANKS.load(tx, new BankDraft(new Bank(bank, "题库", "劳动合同法", VERSION), List.of(questions)), "ana"));
    }

    /** Brings a question from use into a state, by the shortest way. */
    private void bring(String id, QuestionState state) {
        var way = switch (state) {
            case IN_USE -> List.<String>of();
            case RETIRED -> List.of("retired");
            case DRAFT -> List.of("draft");
            case REVIEWED -> List.of("draft", "reviewed");
        };
        way.forEach(next -> inTx(tx -> tx.update("update question set state = $3 where bank = $1 and code = $2", bank,
                id, next)));
    }

    private Void move(QuestionMove move, String actor, String reason, String... ids) {
        return inTx(tx -> desk.move(tx, new Chosen(bank, List.of(ids)), move, actor, reason));
    }

    private QuestionRow row(String id) {
        return read(tx -> BANKS.find(tx, bank, id));
    }

    private static String key(Throwable failure) {
        return ((Problem) failure).key();
    }

    @Test
    void aQuestionGoesFromDraftToUseWithASecondPerson() {
        load(question("A-1"));
        bring("A-1", QuestionState.DRAFT);
        assertThatList(read(tx -> BANKS.current(tx, bank))).isEmpty();

        move(QuestionMove.REVIEW, "ben", "", "A-1");
        move(QuestionMove.USE, "ana", "", "A-1");

        assertThat(row("A-1").state()).isEqualTo(QuestionState.IN_USE);
        assertThatList(read(tx -> BANKS.current(tx, bank))).hasSize(1);
        assertThatList(read(tx -> desk.steps(tx, bank, "A-1"))).extracting(QuestionStep::to, QuestionStep::actor)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(QuestionState.IN_USE, "ana"),
                        org.assertj.core.groups.Tuple.tuple(QuestionState.REVIEWED, "ben"));
    }

    private static Stream<Arguments> forbiddenMoves() {
        return Arrays.stream(QuestionState.values()).flatMap(state -> Arrays.stream(QuestionMove.values())
                .filter(move -> !move.isAllowedFrom(state)).map(move -> Arguments.of(state, move)));
    }

    @ParameterizedTest
    @MethodSource("forbiddenMoves")
    void noStateAllowsAnyOtherStep(QuestionState state, QuestionMove move) {
        load(question("A-1"));
        bring("A-1", state);

        assertThatThrownBy(() -> move(move, "ben", "因为", "A-1"))
                .satisfies(failure -> assertThat(key(failure)).isEqualTo("bank.desk.step-forbidden"));
        assertThat(row("A-1").state()).isEqualTo(state);
    }

    private static Stream<Arguments> forbiddenTransitions() {
        return Arrays.stream(QuestionState.values()).flatMap(from -> Arrays.stream(QuestionState.values())
                .filter(to -> to != from && !(to == QuestionState.DRAFT)
                        && Arrays.stream(QuestionMove.values()).noneMatch(move -> move.isAllowedFrom(from) && move.to() == to))
                .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("forbiddenTransitions")
    void theDatabaseItselfRefusesATransitionThatNoStepMakes(QuestionState from, QuestionState to) {
        load(question("A-1"));
        bring("A-1", from);

        assertThatThrownBy(() -> inTx(tx -> tx.update("update question set state = $2 where bank = $1", bank, to.code())))
                .isInstanceOfSatisfying(PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("PF006"));
    }

    @Test
    void aQuestionCannotBeginReviewedOrBeReviewedWithoutCitationInTheDatabase() {
        load(question("A-1", "能收押金吗？", Citation.NONE));
        bring("A-1", QuestionState.DRAFT);

        assertThatThrownBy(() -> inTx(tx -> tx.update("insert into question values ($1, 'X-1', 'reviewed')", bank)))
                .isInstanceOfSatisfying(PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("PF006"));
        assertThatThrownBy(() -> bring("A-1", QuestionState.REVIEWED))
                .isInstanceOfSatisfying(PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("PF007"));
    }

    @Test
    void nobodyReviewsTheirOwnQuestionUnlessTheTeamIsTooSmall() {
        load(question("A-1"));
        bring("A-1", QuestionState.DRAFT);

        assertThatThrownBy(() -> move(QuestionMove.REVIEW, "ana", "", "A-1"))
                .satisfies(failure -> assertThat(key(failure)).isEqualTo("bank.desk.second-person"));

        var alone = new QuestionDesk(BANKS, LAWS, AUDIT, CLOCK, false);
        inTx(tx -> alone.move(tx, new Chosen(bank, List.of("A-1")), QuestionMove.REVIEW, "ana", ""));
        assertThat(row("A-1").state()).isEqualTo(QuestionState.REVIEWED);
    }

    @Test
    void aQuestionWhoseCitationDoesNotStandIsNotReviewedAndNeitherAreTheOthers() {
        load(question("A-1"), question("A-2", "二？", Citation.NONE),
                question("A-3", "三？", new Citation("劳动合同法", VERSION, "第九十九条")));
        List.of("A-1", "A-2", "A-3").forEach(id -> bring(id, QuestionState.DRAFT));

        assertThatThrownBy(() -> move(QuestionMove.REVIEW, "ben", "", "A-1", "A-2"))
                .satisfies(failure -> assertThat(((Problem) failure).errors()).singleElement()
                        .satisfies(error -> assertThat(error.key()).isEqualTo("bank.law.none")));
        assertThatThrownBy(() -> move(QuestionMove.REVIEW, "ben", "", "A-3"))
                .satisfies(failure -> assertThat(((Problem) failure).errors().get(0).key())
                        .isEqualTo("bank.law.article-beyond"));
        assertThat(row("A-1").state()).isEqualTo(QuestionState.DRAFT);
    }

    @Test
    void whatUndoesSomebodysWorkNeedsAReason() {
        load(question("A-1"));

        assertThatThrownBy(() -> move(QuestionMove.RETIRE, "ben", " ", "A-1"))
                .satisfies(failure -> assertThat(key(failure)).isEqualTo("bank.desk.no-reason"));
        move(QuestionMove.RETIRE, "ben", "过时", "A-1");
        assertThatList(read(tx -> BANKS.current(tx, bank))).isEmpty();
    }

    @Test
    void aChangeMakesADraftOfAQuestionInUseAndKeepsTheOldRevision() {
        load(question("A-1"));
        var changed = question("A-1", "可以收押金吗？", question("A-1").citation());

        inTx(tx -> desk.change(tx, bank, changed, 1, "ben", "用词"));

        assertThat(row("A-1").state()).isEqualTo(QuestionState.DRAFT);
        var history = read(tx -> BANKS.history(tx, bank, "A-1"));
        assertThat(history).extracting(revision -> revision.reason()).containsExactly("用词", "");
        assertThat(QuestionDiff.between(history.get(1).question(), history.get(0).question()))
                .containsExactly(new QuestionDiff.Change("stem", "能收押金吗？", "可以收押金吗？"));
        assertThatThrownBy(() -> inTx(tx -> desk.change(tx, bank, question("A-1"), 1, "ana", "改回")))
                .satisfies(failure -> assertThat(key(failure)).isEqualTo("bank.question.changed-meanwhile"));
    }

    @Test
    void aRetiredQuestionIsNotChangedAndOneInUseOnlyWithAReason() {
        load(question("A-1"));
        var changed = question("A-1", "可以收押金吗？", question("A-1").citation());

        assertThatThrownBy(() -> inTx(tx -> desk.change(tx, bank, changed, 1, "ben", "")))
                .satisfies(failure -> assertThat(key(failure)).isEqualTo("bank.desk.no-reason"));
        bring("A-1", QuestionState.RETIRED);
        assertThatThrownBy(() -> inTx(tx -> desk.change(tx, bank, changed, 1, "ben", "用词")))
                .satisfies(failure -> assertThat(key(failure)).isEqualTo("bank.desk.retired"));
    }

    @Test
    void filingManyQuestionsAnewLeavesThemInUse() {
        load(question("A-1"), question("A-2"));

        inTx(tx -> desk.file(tx, new Chosen(bank, List.of("A-1", "A-2")),
                new Filing(Optional.of("押金"), Optional.of(3)), "ben", "整理"));

        var rows = read(tx -> BANKS.questions(tx, bank, QuestionFilter.ALL));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.question().topic()).isEqualTo("押金");
            assertThat(row.question().difficulty()).isEqualTo(3);
            assertThat(row.usable()).isTrue();
            assertThat(row.revision().number()).isEqualTo(2);
        });
    }

    @Test
    void anAmendmentKeepsQuestionsOutOfNewPapersUntilTheyAreConfirmed() {
        law("会改的法", "2001-01-01通过");
        load(question("A-1", "一？", new Citation("会改的法", "2001-01-01通过", "第九条")), question("A-2"));
        assertThatList(read(tx -> BANKS.current(tx, bank))).hasSize(2);

        assertThat(law("会改的法", "2026-06-01修正")).isOne();
        assertThatList(read(tx -> BANKS.current(tx, bank))).extracting(revision -> revision.question().id())
                .containsExactly("A-2");
        assertThatList(read(tx -> LAWS.flagged(tx, Optional.of("会改的法")))).singleElement()
                .satisfies(flagged -> assertThat(flagged.question()).isEqualTo("A-1"));

        law("会改的法", "2026-09-01第二次修正");
        inTx(tx -> desk.confirm(tx, bank, "A-1", "ben", "核对过"));

        assertThatList(read(tx -> BANKS.current(tx, bank))).hasSize(2);
        assertThat(row("A-1").question().citation().version()).isEqualTo("2026-09-01第二次修正");
        assertThatList(read(tx -> tx.list("select settled_by from question_flag where bank = $1", r -> r.getString(0), bank)))
                .containsExactly("ben", "ben");
        assertThatThrownBy(() -> inTx(tx -> desk.confirm(tx, bank, "A-1", "ben", "")))
                .satisfies(failure -> assertThat(key(failure)).isEqualTo("bank.law.not-flagged"));
    }

    private static <T> T inTx(Function<Tx, Future<T>> work) {
        return DATABASE.database().inTx(work).await();
    }

    private static <T> T read(Function<Tx, Future<T>> work) {
        return DATABASE.database().read(work).await();
    }
}
