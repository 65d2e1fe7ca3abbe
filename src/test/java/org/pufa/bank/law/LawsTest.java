package org.pufa.bank.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Citation;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.support.TestDatabase;

class LawsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:42:00Z"), ZoneOffset.UTC);
    private static int laws;

    private final Laws shelf = new Laws(new AuditLog(CLOCK), CLOCK);
    private String name;

    @BeforeEach
    void aNewLaw() {
        name = "测试法之" + Numerals.chinese(++laws);
    }

    private Laws.Added add(String label, boolean inForce) {
        return inTx(tx -> shelf.add(tx, new Law(name, "中华人民共和国" + name), new LawVersion(0, name, label,
                LocalDate.parse(label.substring(0, 10)), 9, inForce, false), "ana"));
    }

    @Test
    void theNewestVersionInForcePutsTheEarlierOutOfForce() {
        add("2001-01-01通过", true);
        add("2020-05-01修正", true);
        add("1990-01-01旧稿", false);

        var now = read(shelf::shelf);

        assertThat(now.inForce(name)).map(LawVersion::label).contains("2020-05-01修正");
        assertThat(read(shelf::versions).stream().filter(version -> version.law().equals(name)))
                .extracting(LawVersion::label).containsExactly("2020-05-01修正", "2001-01-01通过", "1990-01-01旧稿");
    }

    @Test
    void theSameLabelTwiceIsRefusedAndNothingChanges() {
        add("2001-01-01通过", true);

        assertThatThrownBy(() -> add("2001-01-01通过", true)).isInstanceOfSatisfying(Problem.class, problem ->
                assertThat(problem.key()).isEqualTo("bank.law.label-twice"));
        assertThat(read(shelf::shelf).inForce(name)).isPresent();
    }

    @Test
    void theTextIsLoadedAndReplacedAsAWhole() {
        long version = add("2001-01-01通过", true).version();
        inTx(tx -> shelf.loadText(tx, version, LawText.read("第一条　甲。\n第二条　乙。\n（一）丙。").articles(), "ana"));
        inTx(tx -> shelf.loadText(tx, version, LawText.read("第一章　总则\n第一条　甲改。").articles(), "ana"));

        assertThatList(read(tx -> shelf.articles(tx, version))).singleElement()
                .satisfies(article -> assertThat(article.text()).isEqualTo("甲改。"));
        assertThat(read(shelf::shelf).article(new Citation(name, "2001-01-01通过", "第一条")))
                .map(Article::chapter).contains("第一章 总则");
        assertThat(read(tx -> shelf.version(tx, version)).withText()).isTrue();
        assertThatThrownBy(() -> inTx(tx -> shelf.loadText(tx, version, java.util.List.of(), "ana")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void theReadyListHoldsTheLawsThatQuestionsRestOn() throws IOException {
        var reading = LawsYaml.read("laws.yaml", Files.readString(Path.of("question-bank/laws.yaml")));

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.entries()).hasSize(17).allSatisfy(entry -> {
            assertThat(entry.version().label()).contains(entry.version().date().toString());
            assertThat(entry.version().inForce()).isTrue();
        });
        assertThat(reading.entries()).filteredOn(entry -> entry.law().name().equals("民法典"))
                .singleElement().satisfies(entry -> assertThat(entry.version().articles()).isEqualTo(1260));
        reading.entries().forEach(entry -> inTx(tx -> shelf.add(tx, entry.law(), entry.version(), "system")));
        assertThat(read(shelf::shelf).understand("中华人民共和国宪法第33条第2款", "").citation())
                .isEqualTo(new Citation("宪法", "2018-03-11修正", "第三十三条第二款"));
    }

    @Test
    void aListWithMistakesIsRefusedWithTheirLines() {
        var reading = LawsYaml.read("laws.yaml", """
                laws:
                  - { name: 甲法, title: 甲法, version: 一, date: "去年", articles: 0 }
                """);

        assertThat(reading.entries()).isEmpty();
        assertThat(reading.mistakes()).extracting(mistake -> mistake.key())
                .containsExactlyInAnyOrder("bank.law.file.date", "yaml.number-range");
    }

    @Test
    void nothingIsFlaggedWhereNoQuestionCitesTheLaw() {
        add("2001-01-01通过", true);

        assertThat(add("2020-05-01修正", true).flagged()).isZero();
        assertThatList(read(tx -> shelf.flagged(tx, Optional.of(name)))).isEmpty();
    }

    private static <T> T inTx(Function<Tx, Future<T>> work) {
        return DATABASE.database().inTx(work).await();
    }

    private static <T> T read(Function<Tx, Future<T>> work) {
        return DATABASE.database().read(work).await();
    }
}
