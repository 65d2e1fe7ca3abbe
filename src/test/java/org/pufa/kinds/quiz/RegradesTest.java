package org.pufa.kinds.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.House;
import org.pufa.bank.Bank;
import org.pufa.bank.BankDraft;
import org.pufa.bank.Citation;
import org.pufa.bank.Fared;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionState;
import org.pufa.bank.QuestionType;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Attempt;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Step;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Ledger;
import org.pufa.ledger.Outcome;
import org.pufa.ledger.Slots;
import org.pufa.ledger.Submission;
import org.pufa.ledger.Tallies;
import org.pufa.support.MemoryKeys;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

/** W-1 says A and should say B; each paper holds two of the three single choices and one judgement. */
class RegradesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant NOW = Instant.parse("2026-11-23T02:42:07Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static int runs;

    private final SettableClock clock = new SettableClock("2026-11-23T02:42:07Z");
    private final House house = new House(DATABASE.vertx(), DATABASE.database(), clock, RANDOM, false,
            new MemoryKeys());
    private final Ledger ledger = new Ledger(DATABASE.vertx(), DATABASE.database(), clock, RANDOM,
            new Ledger.Settings(2, 5000));
    private final Map<ReceiptCode, Answered> sent = new TreeMap<>((one, other) -> Long.compare(one.value(), other.value()));
    private String bank;
    private Campaign quiz;
    private Campaign judgements;
    private long wrong;

    /** What was picked in a paper: the first option by its letter, for each question by its id. */
    private record Answered(Campaign campaign, GradedSheet sheet) {
    }

    @BeforeEach
    void twoQuizzes() {
        bank = "bank-" + ++runs;
        inTx(tx -> house.banks().load(tx, new BankDraft(new Bank(bank, "题库", "劳动合同法", "2012-12-28修正"),
                List.of(question("W-1", QuestionType.SINGLE, "A"), question("R-1", QuestionType.SINGLE, "A"),
                        question("R-2", QuestionType.SINGLE, "B"), question("J-1", QuestionType.JUDGE, "对"))), "ana"));
        quiz = launch("quiz-" + runs, "[{type: single, count: 2}, {type: judge, count: 1}]");
        judgements = launch("judgements-" + runs, "[{type: judge, count: 1}]");
        wrong = read(tx -> house.banks().find(tx, bank, "W-1")).revision().id();
        ledger.start().await();
    }

    @AfterEach
    void stop() {
        ledger.stop().await();
    }

    private static Question question(String id, QuestionType type, String answer) {
        return new Question(id, type, "主题", 1, "题干" + id, type == QuestionType.JUDGE ? Question.JUDGEMENTS
                : List.of(new Option("A", "甲" + id), new Option("B", "乙" + id), new Option("C", "丙" + id)), List.of(answer),
                new Citation("劳动合同法", "2012-12-28修正", "第十九条"), "", "说明");
    }

    private Campaign launch(String slug, String draw) {
        String yaml = """
                kind: quiz
                slug: %s
                title: {zh: 答题, en: Quiz}
                lead: 试一试
                summary: 几题
                organizer: 人社局
                phone: "12333"
                minutes: 3
                privacy: 只记一个随机代号。
                rules: [{title: 怎样计分, text: 每题 10 分。}]
                window: {opens: 2026-11-01 00:00, closes: 2026-11-30 24:00}
                limit: {per: campaign, times: 1}
                channels: [{code: gzh, name: 公众号}]
                quiz:
                  bank: %s
                  draw: %s
                  points: {single: 40, judge: 20}
                  pass: 20
                """.formatted(slug, bank, draw);
        var reading = house.definitions().read(slug, yaml);
        house.desk().file(reading.definition().orElseThrow(() -> new AssertionError(reading.mistakes())), yaml, "ana")
                .await();
        house.desk().take(new Slug(slug), Step.SUBMIT, "ana", "").await();
        house.desk().take(new Slug(slug), Step.APPROVE, "ben", "").await();
        house.campaigns().renew(new Slug(slug)).await();
        return house.campaigns().get(slug);
    }

    /** Somebody takes the quiz and picks by chance. */
    private Future<Outcome> submit(Campaign campaign) {
        var attempt = new Attempt(campaign.id(), campaign.version(), new Pseudonym(UUID.randomUUID()), 0,
                new ReceiptCode(RANDOM.nextLong() >>> 5), NOW, NOW.plus(Duration.ofHours(1)), "direct");
        var sitting = campaign.sitting(attempt);
        var picks = new TreeMap<String, List<String>>();
        campaign.content().items(sitting, Lang.ZH).forEach(item -> picks.put(item.id(),
                List.of(item.options().get(RANDOM.nextInt(item.options().size())).id())));
        var filled = campaign.content().fill(sitting, new Answers(picks));
        String body = CanonicalJson.text(filled.sheet());
        sent.put(attempt.number(), new Answered(campaign, GradedSheet.read(body)));
        return ledger.submit(new Submission(campaign.book(), attempt.participant(), Slots.only(0), 0, attempt.number(),
                "direct", NOW, body, filled.score(), filled.counts()));
    }

    private void submit(Campaign campaign, int times) {
        var all = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < times; i++) {
            all.add(submit(campaign));
        }
        all.forEach(one -> assertThat(one.await()).isInstanceOf(Outcome.Accepted.class));
    }

    private Regrades.Key key(String letter) {
        return new Regrades.Key(bank, "W-1", wrong, List.of(letter));
    }

    private long apply(String letter) {
        long changed = inTx(tx -> house.regrades().apply(tx, key(letter), "chen", "第十九条写的是乙"));
        house.regrades().renew(wrong).await();
        return changed;
    }

    /** Receipt to score as it should be under that key. */
    private Map<ReceiptCode, Integer> expected(Campaign campaign, String letter) {
        var scores = new TreeMap<ReceiptCode, Integer>((one, other) -> Long.compare(one.value(), other.value()));
        sent.forEach((receipt, one) -> {
            if (one.campaign().id().equals(campaign.id())) {
                scores.put(receipt, one.sheet().items().stream().mapToInt(item -> item.revision() != wrong
                        ? item.points() : item.picked().equals(List.of(letter)) ? 40 : 0).sum());
            }
        });
        return scores;
    }

    /** Receipt to score as the rows say. */
    private Map<ReceiptCode, Integer> stored(Campaign campaign) {
        var scores = new TreeMap<ReceiptCode, Integer>((one, other) -> Long.compare(one.value(), other.value()));
        read(tx -> tx.list("""
                select e.attempt, coalesce((select r.score_after from regraded_entry r where r.campaign_id = e.campaign_id
                  and r.attempt = e.attempt order by r.regrade desc limit 1), e.score)
                from entry e where e.campaign_id = $1""", row -> scores.put(new ReceiptCode(row.getLong(0)),
                row.getInteger(1)), campaign.id().value()));
        return scores;
    }

    private void everythingAgrees(Campaign campaign, String letter) {
        var expected = expected(campaign, letter);
        assertThat(stored(campaign)).isEqualTo(expected);
        var counted = new TreeMap<Integer, Long>();
        expected.values().forEach(score -> counted.merge(score, 1L, Long::sum));
        var told = new TreeMap<>(Scores.scores(read(tx -> Tallies.of(tx, campaign.id()))));
        told.values().removeIf(n -> n == 0);
        assertThat(told).isEqualTo(counted);
        var content = house.campaigns().get(campaign.slug().value()).content();
        assertThat(house.verifier().verify(campaign.id(), content::counts).await().findings()).isEmpty();
    }

    @Test
    void exactlyThePapersThatHoldTheWrongRevisionChange() {
        submit(quiz, 120);
        submit(judgements, 30);
        everythingAgrees(quiz, "A");
        var before = stored(quiz);

        var tried = read(tx -> house.regrades().dryRun(tx, key("B")));
        assertThat(stored(quiz)).isEqualTo(before);
        long changed = apply("B");

        long held = before.entrySet().stream().filter(one -> !one.getValue().equals(expected(quiz, "B")
                .get(one.getKey()))).count();
        assertThat(changed).isEqualTo(held).isPositive();
        assertThat(tried).singleElement().satisfies(effect -> {
            assertThat(effect.campaign().slug()).isEqualTo(quiz.slug());
            assertThat(effect.moved()).hasSize((int) held).allSatisfy(moved -> {
                assertThat(moved.before()).isEqualTo(before.get(moved.receipt()));
                assertThat(moved.after()).isEqualTo(expected(quiz, "B").get(moved.receipt()));
            });
        });
        everythingAgrees(quiz, "B");
        everythingAgrees(judgements, "B");
        var sealed = new TreeMap<Long, Integer>();
        read(tx -> tx.list("select attempt, score from entry where campaign_id = $1",
                row -> sealed.put(row.getLong(0), row.getInteger(1)), quiz.id().value()));
        assertThat(sealed).hasSize(120).allSatisfy((attempt, score) ->
                assertThat(score).isEqualTo(expected(quiz, "A").get(new ReceiptCode(attempt))));
    }

    @Test
    void aSecondRunChangesNothingAndAnotherKeyTakesUpWhereTheFirstLeft() {
        submit(quiz, 60);
        apply("B");
        var once = stored(quiz);

        assertThatThrownBy(() -> apply("B")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.sort()).isEqualTo(Problem.Sort.CONFLICT));
        assertThat(read(tx -> house.regrades().dryRun(tx, key("B"))).get(0).moved()).isEmpty();
        assertThat(stored(quiz)).isEqualTo(once);
        apply("C");

        everythingAgrees(quiz, "C");
        assertThat(read(tx -> house.regrades().known(tx, bank, "W-1")).past()).extracting(RegradeStore.Past::after)
                .containsExactly(List.of("C"), List.of("B"));
    }

    @Test
    void whatComesInWhileItRunsOrFromANodeThatHasNotHeardOfItIsGradedByTheNewKey() {
        submit(quiz, 40);
        var meanwhile = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < 100; i++) {
            meanwhile.add(submit(quiz));
        }

        inTx(tx -> house.regrades().apply(tx, key("B"), "chen", "第十九条写的是乙"));
        for (int i = 0; i < 100; i++) {
            meanwhile.add(submit(quiz));
        }
        meanwhile.forEach(one -> assertThat(one.await()).isInstanceOf(Outcome.Accepted.class));
        house.regrades().renew(wrong).await();
        quiz = house.campaigns().get(quiz.slug().value());
        submit(quiz, 40);

        everythingAgrees(quiz, "B");
    }

    @Test
    void theBankGetsTheNewKeyAsADraftAndTheCitizenIsToldOfTheNewScore() {
        submit(quiz, 40);
        apply("B");

        var row = read(tx -> house.banks().find(tx, bank, "W-1"));
        assertThat(row.state()).isEqualTo(QuestionState.DRAFT);
        assertThat(row.question().answer()).containsExactly("B");
        assertThat(row.revision().number()).isEqualTo(2);
        var moved = sent.entrySet().stream().filter(one -> expected(quiz, "B").get(one.getKey())
                != one.getValue().sheet().score()).findFirst().orElseThrow();
        var body = read(tx -> house.entries().byReceipt(tx, quiz.id(), moved.getKey()).compose(entry ->
                house.entries().sheet(tx, entry.orElseThrow()))).map(SheetBody::body).orElseThrow();
        var json = house.campaigns().get(quiz.slug().value()).content().receipt(Lang.ZH,
                Optional.of(new SheetBody(body, Optional.empty())));
        assertThat(json.getInteger("score")).isEqualTo(expected(quiz, "B").get(moved.getKey()));
        assertThat(json.getInteger("regraded_from")).isEqualTo(moved.getValue().sheet().score());
    }

    @Test
    void howPeopleFareFollowsTheKeyAsItIsByNow() {
        submit(quiz, 60);
        apply("B");

        long held = sent.values().stream().flatMap(one -> one.sheet().items().stream())
                .filter(item -> item.revision() == wrong).count();
        long right = sent.values().stream().flatMap(one -> one.sheet().items().stream())
                .filter(item -> item.revision() == wrong && item.picked().equals(List.of("B"))).count();
        var fared = read(tx -> new QuizFared().of(tx, bank));
        assertThat(fared.get("W-1")).isEqualTo(new Fared.Facility(held, right));
        assertThat(fared.values().stream().mapToLong(Fared.Facility::answered).sum()).isEqualTo(180);
    }

    @Test
    void aChangedRowIsFound() {
        submit(quiz, 60);
        apply("B");
        inTx(tx -> tx.update("update regrade_tally set n = n + 1 where campaign_id = $1", quiz.id().value()));

        assertThatThrownBy(() -> inTx(tx -> tx.update("delete from regraded_entry where campaign_id = $1",
                quiz.id().value()))).hasMessageContaining("never taken back");
        assertThat(house.verifier().verify(quiz.id(), quiz.content()::counts).await().findings()).isNotEmpty();
    }

    @Test
    void aKeyThatCannotBeOneOrAMissingReasonIsRefused() {
        for (String letter : List.of("D", "对")) {
            assertThatThrownBy(() -> read(tx -> house.regrades().dryRun(tx, key(letter)))).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> inTx(tx -> house.regrades().apply(tx, key("B"), "chen", " ")))
                .isInstanceOf(Problem.class);
        assertThat(read(tx -> house.banks().find(tx, bank, "W-1")).question().answer()).containsExactly("A");
    }

    private static <T> T inTx(Function<Tx, Future<T>> work) {
        return DATABASE.database().inTx(work).await();
    }

    private static <T> T read(Function<Tx, Future<T>> work) {
        return DATABASE.database().read(work).await();
    }
}
