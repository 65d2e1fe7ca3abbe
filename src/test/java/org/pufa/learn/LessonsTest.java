package org.pufa.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Banks;
import org.pufa.bank.format.BankYaml;
import org.pufa.bank.law.Article;
import org.pufa.bank.law.ArticleNumber;
import org.pufa.bank.law.Law;
import org.pufa.bank.law.LawVersion;
import org.pufa.bank.law.Laws;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Slug;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

class LessonsTest {

    private static final SettableClock CLOCK = new SettableClock("2026-11-23T02:00:00Z");
    private static final String WORDS = "用人单位应当按时足额支付劳动报酬。";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Lessons lessons;
    private static Lessons alone;
    private static LearnShelf shelf;
    private static int made;

    @BeforeAll
    static void open() {
        var audit = new AuditLog(CLOCK);
        var laws = new Laws(audit, CLOCK);
        var banks = new Banks(new BankYaml(), audit, CLOCK);
        lessons = new Lessons(laws, banks, audit, CLOCK, true);
        alone = new Lessons(laws, banks, audit, CLOCK, false);
        shelf = new LearnShelf(DATABASE.vertx(), DATABASE.database(), lessons);
        in(tx -> laws.add(tx, new Law("劳动合同法", "中华人民共和国劳动合同法"), new LawVersion(0, "劳动合同法",
                "2012-12-28修正", LocalDate.of(2012, 12, 28), 98, true, false), "system").compose(added ->
                laws.loadText(tx, added.version(), List.of(new Article(new ArticleNumber(30, 0), "", List.of(WORDS))),
                        "system")));
        in(tx -> laws.add(tx, new Law("劳动法", "中华人民共和国劳动法"), new LawVersion(0, "劳动法", "2018-12-29修正",
                LocalDate.of(2018, 12, 29), 107, true, false), "system"));
    }

    private static <T> T in(Function<Tx, Future<T>> work) {
        return DATABASE.database().inTx(work).await();
    }

    private static LessonText text(String body) {
        return new LessonText(LessonSort.GUIDE, "工资被拖欠，怎么办", "先留证据，再投诉。", body,
                "《劳动合同法》第三十条", "", "农民工、建筑企业", List.of("wage-survey"), List.of());
    }

    private static long draft(String actor) {
        Slug slug = new Slug("lesson-" + ++made);
        return in(tx -> lessons.create(tx, slug, LessonSort.GUIDE, "新的一页", Optional.empty(), actor));
    }

    private static long written(String actor, String body) {
        long id = draft(actor);
        in(tx -> lessons.save(tx, id, 1, text(body), actor));
        return id;
    }

    private static Lesson get(long id) {
        return in(tx -> lessons.get(tx, id));
    }

    private static void submit(long id, String actor) {
        int version = get(id).latest().version();
        in(tx -> lessons.submit(tx, id, version, "请看", actor));
    }

    private static void decide(long id, boolean publish, String actor) {
        int version = get(id).latest().version();
        in(tx -> lessons.decide(tx, id, version, publish, publish ? "" : "电话写错了", actor));
    }

    private static List<LessonStep> steps(long id) {
        return in(tx -> lessons.steps(tx, id));
    }

    private static Optional<String> gone(Slug slug) {
        return in(tx -> lessons.gone(tx, slug));
    }

    private static List<String> traces(Slug slug) {
        return in(tx -> tx.list("select action from audit_event where subject = $1 order by seq",
                row -> row.getString(0), slug.value()));
    }

    private static Problem refused(Runnable act) {
        try {
            act.run();
        } catch (Problem e) {
            return e;
        }
        throw new AssertionError("it was not refused");
    }

    private static Optional<PublicLesson> read(long id) {
        shelf.load().await();
        return shelf.find(get(id).slug());
    }

    @Test
    void aPageIsReadOnceASecondPersonHasPublishedIt() {
        long id = written("ana", "## 先留证据");
        assertThat(read(id)).isEmpty();

        submit(id, "ana");
        assertThat(read(id)).isEmpty();
        decide(id, true, "bo");

        var page = read(id).orElseThrow();
        assertThat(page.body().html().html()).isEqualTo("<h2>先留证据</h2>\n");
        assertThat(page.cited()).extracting(Cite::quote).containsExactly(WORDS);
        assertThat(page.text().audiences()).containsExactly("农民工", "建筑企业");
    }

    @Test
    void nobodyPublishesWhatTheyWroteOrSent() {
        long id = written("ana", "一");
        in(tx -> lessons.save(tx, id, 2, text("二"), "ana"));
        var second = get(id).latest().version();
        in(tx -> lessons.save(tx, id, second, text("三"), "ben"));
        submit(id, "cho");

        for (String actor : List.of("ana", "ben", "cho")) {
            assertThat(refused(() -> decide(id, true, actor)).sort()).as(actor).isEqualTo(Problem.Sort.FORBIDDEN);
        }
        decide(id, true, "dan");
        assertThat(read(id)).isPresent();
    }

    @Test
    void whereNoSecondPersonIsAskedForTheWriterPublishes() {
        long id = written("ana", "一");
        submit(id, "ana");

        int version = get(id).latest().version();
        in(tx -> alone.decide(tx, id, version, true, "", "ana"));

        assertThat(read(id)).isPresent();
    }

    @Test
    void aChangeIsReviewedAgainWhileTheOldOneIsRead() {
        long id = written("ana", "旧的");
        submit(id, "ana");
        decide(id, true, "bo");

        in(tx -> lessons.change(tx, id, "bo"));
        in(tx -> lessons.save(tx, id, 1, text("新的"), "bo"));
        submit(id, "bo");
        assertThat(read(id).orElseThrow().body().plain()).isEqualTo("旧的");
        assertThat(refused(() -> decide(id, true, "bo")).sort()).isEqualTo(Problem.Sort.FORBIDDEN);
        decide(id, true, "ana");

        assertThat(read(id).orElseThrow().body().plain()).isEqualTo("新的");
        assertThat(read(id).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void whatIsSentBackIsWrittenInAndSentAgain() {
        long id = written("ana", "一");
        submit(id, "ana");
        decide(id, false, "bo");
        assertThat(get(id).latest().status()).isEqualTo(LessonStatus.RETURNED);

        int version = get(id).latest().version();
        in(tx -> lessons.save(tx, id, version, text("二"), "ana"));
        submit(id, "ana");
        decide(id, true, "bo");

        assertThat(steps(id)).extracting(step -> step.sort().code())
                .containsExactly("publish", "submit", "return", "submit", "create");
    }

    @Test
    void ofTwoWhoWriteTheSecondIsToldAndLosesNothing() {
        long id = written("ana", "起稿");
        int seen = get(id).latest().version();
        var first = in(tx -> lessons.save(tx, id, seen, text("安的"), "ana"));
        assertThat(first.saved()).isTrue();

        var second = in(tx -> lessons.save(tx, id, seen, text("博的"), "bo"));

        assertThat(second.saved()).isFalse();
        assertThat(second.lesson().latest().text().body()).isEqualTo("安的");
        var third = in(tx -> lessons.save(tx, id, second.lesson().latest().version(), text("博和安的"), "bo"));
        assertThat(third.saved()).isTrue();
        assertThat(third.lesson().latest().writers()).containsExactly("ana", "bo");
    }

    @Test
    void thePersonWhoSavedLastIsNeverInTheirOwnWay() {
        long id = written("ana", "一");

        var again = in(tx -> lessons.save(tx, id, 1, text("二"), "ana"));

        assertThat(again.saved()).isTrue();
    }

    @Test
    void whatAReviewerDidNotSeeIsNotPublished() {
        long id = written("ana", "一");
        submit(id, "ana");
        int seen = get(id).latest().version();
        in(tx -> lessons.recall(tx, id, "ana"));
        in(tx -> lessons.save(tx, id, seen, text("二"), "ana"));
        submit(id, "ana");

        var problem = refused(() -> in(tx -> lessons.decide(tx, id, seen, true, "", "bo")));

        assertThat(problem.key()).isEqualTo("learn.meanwhile");
        assertThat(read(id)).isEmpty();
    }

    @Test
    void nothingIsWrittenInWhatWaitsOrIsPublished() {
        long id = written("ana", "一");
        submit(id, "ana");
        assertThat(refused(() -> in(tx -> lessons.save(tx, id, 2, text("二"), "ana"))).key()).isEqualTo("learn.not-open");
        decide(id, true, "bo");

        assertThat(refused(() -> in(tx -> lessons.save(tx, id, 2, text("二"), "ana"))).key()).isEqualTo("learn.not-open");
        assertThatThrownBy(() -> in(tx -> tx.update("update lesson_revision set body = 'x' where lesson_id = $1", id)))
                .hasMessageContaining("final");
        assertThatThrownBy(() -> in(tx -> tx.update("delete from lesson_step where lesson_id = $1", id)))
                .hasMessageContaining("not changed");
    }

    @Test
    void aChangeCanBeGivenUpAndBegunAnew() {
        long id = written("ana", "旧的");
        submit(id, "ana");
        decide(id, true, "bo");
        in(tx -> lessons.change(tx, id, "ana"));
        in(tx -> lessons.save(tx, id, 1, text("不要的"), "ana"));
        assertThat(refused(() -> in(tx -> lessons.change(tx, id, "bo"))).key()).isEqualTo("learn.begun");

        in(tx -> lessons.drop(tx, id, "ana"));
        in(tx -> lessons.change(tx, id, "bo"));

        assertThat(get(id).latest().number()).isEqualTo(3);
        assertThat(get(id).latest().text().body()).isEqualTo("旧的");
    }

    @Test
    void aWithdrawnPageIsGoneForItsReasonUntilItIsPublishedAnew() {
        long id = written("ana", "旧的");
        submit(id, "ana");
        decide(id, true, "bo");
        Slug slug = get(id).slug();

        in(tx -> lessons.withdraw(tx, id, "电话换了", "ana"));
        assertThat(read(id)).isEmpty();
        assertThat(gone(slug)).contains("电话换了");
        assertThat(refused(() -> in(tx -> lessons.withdraw(tx, id, "再来", "ana"))).sort())
                .isEqualTo(Problem.Sort.CONFLICT);
        in(tx -> lessons.change(tx, id, "ana"));
        submit(id, "ana");
        decide(id, true, "bo");

        assertThat(read(id)).isPresent();
        assertThat(gone(slug)).isEmpty();
    }

    @Test
    void everyStepIsInTheAuditLog() {
        long id = written("ana", "一");
        submit(id, "ana");
        in(tx -> lessons.recall(tx, id, "ana"));
        submit(id, "ana");
        decide(id, false, "bo");
        submit(id, "ana");
        decide(id, true, "bo");
        in(tx -> lessons.change(tx, id, "ana"));
        in(tx -> lessons.drop(tx, id, "ana"));
        in(tx -> lessons.withdraw(tx, id, "过时", "ana"));

        assertThat(traces(get(id).slug())).containsExactly("learn.create", "learn.submit",
                "learn.recall", "learn.submit", "learn.return", "learn.submit", "learn.publish", "learn.change",
                "learn.drop", "learn.withdraw");
    }

    @Test
    void whatDoesNotHoldIsNamedAndNotSent() {
        long id = draft("ana");
        var wrong = new LessonText(LessonSort.CASE, "标题", "", "见 [这里](javascript:x) ![](图7)",
                "《劳动合同法》第三十一条\n《劳动合同法》第二百条\n《工资法》第一条\n第几条", "乱写的\nno-bank/X-1", "", List.of(),
                List.of());
        in(tx -> lessons.save(tx, id, 1, wrong, "ana"));

        var problem = refused(() -> submit(id, "ana"));

        assertThat(problem.errors()).extracting(FieldError::field, FieldError::key).contains(
                org.assertj.core.groups.Tuple.tuple("summary", "web.form.required"),
                org.assertj.core.groups.Tuple.tuple("body", "learn.check.link"),
                org.assertj.core.groups.Tuple.tuple("body", "learn.check.picture"),
                org.assertj.core.groups.Tuple.tuple("cites", "bank.law.article-missing"),
                org.assertj.core.groups.Tuple.tuple("cites", "bank.law.article-beyond"),
                org.assertj.core.groups.Tuple.tuple("cites", "bank.law.unknown"),
                org.assertj.core.groups.Tuple.tuple("cites", "learn.check.cite"),
                org.assertj.core.groups.Tuple.tuple("questions", "learn.check.question"),
                org.assertj.core.groups.Tuple.tuple("questions", "learn.check.question-unknown"));
        assertThat(get(id).latest().status()).isEqualTo(LessonStatus.DRAFT);
    }

    @Test
    void aLawWithoutTextIsCheckedByItsNumberAndThatIsSaid() {
        long id = draft("ana");
        var text = new LessonText(LessonSort.GUIDE, "标题", "摘要", "正文", "《劳动法》第五十条", "", "", List.of(), List.of());
        in(tx -> lessons.save(tx, id, 1, text, "ana"));

        var lesson = get(id);

        var found = in(tx -> lessons.check(tx, lesson));

        assertThat(found.errors()).isEmpty();
        assertThat(found.unseen()).containsExactly("《劳动法》第五十条");
        assertThat(found.cited()).extracting(Cite::quote).containsExactly("");
    }

    @Test
    void onlyAPageOfContactsNeedsNoLaw() {
        long id = draft("ana");
        for (LessonSort sort : LessonSort.values()) {
            var text = new LessonText(sort, "标题", "摘要", "正文", "", "", "", List.of(), List.of());
            int version = get(id).latest().version();
            var saved = in(tx -> lessons.save(tx, id, version, text, "ana")).lesson();

            var errors = in(tx -> lessons.check(tx, saved)).errors();

            assertThat(errors.isEmpty()).as(sort.code()).isEqualTo(sort == LessonSort.CONTACT);
        }
    }

    @Test
    void noTwoPagesHaveOneAddress() {
        in(tx -> lessons.create(tx, new Slug("taken"), LessonSort.CASE, "一", Optional.empty(), "ana"));

        var problem = refused(() -> in(tx -> lessons.create(tx, new Slug("taken"), LessonSort.CASE, "二",
                Optional.empty(), "bo")));

        assertThat(problem.errors()).extracting(FieldError::field).containsExactly("slug");
    }

    @Test
    void thePagesOnAnArticleAreFoundByIt() {
        long id = written("ana", "一");
        submit(id, "ana");
        decide(id, true, "bo");
        shelf.load().await();
        var place = new org.pufa.campaign.StudyShelf.Place("劳动合同法", "第三十条第二款");

        assertThat(shelf.about(List.of(place))).extracting(org.pufa.campaign.StudyShelf.Reading::url)
                .hasSizeLessThanOrEqualTo(3).allMatch(url -> url.startsWith("/learn/lesson-"));
        assertThat(shelf.about(List.of(new org.pufa.campaign.StudyShelf.Place("劳动合同法", "第三条")))).isEmpty();
        assertThat(shelf.besides(new Slug("wage-survey"))).isNotEmpty();
        assertThat(shelf.besides(new Slug("other"))).isEmpty();
    }
}
