package org.pufa.insight.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.TestHouse;
import org.pufa.browser.Crowd;
import org.pufa.campaign.Campaign;
import org.pufa.support.TestDatabase;

/** Holds the analysis of a quiz against a count that is made from its stored papers alone. */
class ItemsTest {

    private static final int PEOPLE = 400;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static TestHouse house;
    private static Campaign quiz;
    private static Items.Analysis analysis;
    private static List<JsonArray> papers;

    @BeforeAll
    static void manyTakeTheQuiz() {
        house = new TestHouse(DATABASE, Map.of(), Clock.systemUTC());
        var crowd = new Crowd(house.origin(), 11);
        for (int i = 0; i < PEOPLE; i++) {
            crowd.takePart("labor-contract-quiz", "");
        }
        quiz = house.house().campaigns().get("labor-contract-quiz");
        analysis = house.house().statistics().items().of(quiz).await();
        papers = DATABASE.database().read(tx -> tx.list("select body from entry where campaign_id = $1", row ->
                new JsonObject(row.getString(0)).getJsonArray("items"), quiz.id().value())).await();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static FigureTable table(String code) {
        return analysis.tables().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    /** Marks of a question and of the rest of the same paper, paper by paper. */
    private static List<double[]> marks(String revision) {
        var marks = new ArrayList<double[]>();
        for (JsonArray paper : papers) {
            double total = paper.stream().mapToDouble(item -> ((JsonObject) item).getInteger("points")).sum();
            paper.stream().map(JsonObject.class::cast).filter(item -> item.getLong("rev").toString().equals(revision))
                    .forEach(item -> marks.add(new double[] {item.getInteger("points"), total - item.getInteger("points")}));
        }
        return marks;
    }

    @Test
    void everyQuestionIsCountedAsTheStoredPapersSay() {
        var items = table("items");

        assertThat(items.rows()).isNotEmpty().allSatisfy(row -> {
            var marks = marks(row.key().substring("item.".length()));
            assertThat(row.cells().get(0).orElseThrow().whole()).isEqualTo(marks.size());
            if (!marks.isEmpty()) {
                double right = marks.stream().filter(mark -> mark[0] > 0).count();
                assertThat(row.cells().get(1).orElseThrow().value().doubleValue())
                        .isCloseTo(100 * right / marks.size(), within(0.0001));
            }
        });
        assertThat(items.figures().filter(one -> one.code().endsWith(".answered")).mapToLong(Figure::whole).sum())
                .isEqualTo(papers.stream().mapToLong(JsonArray::size).sum());
    }

    @Test
    void theIndexIsTheCorrelationOfAQuestionWithTheRestOfItsPapers() {
        int stated = 0;
        for (FigureTable.Row row : table("items").rows()) {
            var marks = marks(row.key().substring("item.".length()));
            var index = row.cells().get(2);
            if (index.isPresent()) {
                assertThat(index.get().value().doubleValue()).isCloseTo(100 * correlation(marks), within(0.0001));
                stated++;
            }
        }
        assertThat(stated).isGreaterThan(3);
    }

    private static double correlation(List<double[]> pairs) {
        double n = pairs.size();
        double x = pairs.stream().mapToDouble(pair -> pair[0]).sum() / n;
        double y = pairs.stream().mapToDouble(pair -> pair[1]).sum() / n;
        double xy = pairs.stream().mapToDouble(pair -> (pair[0] - x) * (pair[1] - y)).sum();
        double xx = pairs.stream().mapToDouble(pair -> (pair[0] - x) * (pair[0] - x)).sum();
        double yy = pairs.stream().mapToDouble(pair -> (pair[1] - y) * (pair[1] - y)).sum();
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void articlesAndLawsAddUpTheAnswersToTheirQuestions() {
        long answers = papers.stream().mapToLong(JsonArray::size).sum();
        var right = papers.stream().flatMap(JsonArray::stream).filter(item -> ((JsonObject) item).getBoolean("right")).count();

        for (String table : List.of("articles", "laws")) {
            assertThat(sum(table, ".answered")).isEqualTo(answers);
            assertThat(sum(table, ".right")).isEqualTo(right);
            assertThat(table(table).rows()).allSatisfy(row -> {
                double awareness = row.cells().get(2).orElseThrow().value().doubleValue();
                assertThat(awareness).isBetween(row.cells().get(3).orElseThrow().value().doubleValue(),
                        row.cells().get(4).orElseThrow().value().doubleValue());
            });
        }
    }

    private static long sum(String table, String ending) {
        return table(table).figures().filter(one -> one.code().endsWith(ending)).mapToLong(Figure::whole).sum();
    }

    @Test
    void optionsArePickedAsOftenAsThePapersSay() {
        var picked = new HashMap<String, Long>();
        papers.forEach(paper -> paper.stream().map(JsonObject.class::cast).forEach(item -> item.getJsonArray("picked")
                .forEach(letter -> picked.merge(item.getLong("rev") + "/" + letter, 1L, Long::sum))));

        assertThat(analysis.picks().stream().flatMap(one -> one.options().stream()).mapToLong(Items.Option::n).sum())
                .isEqualTo(picked.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void everyFigureOfAnAnalysisIsCountedAgainByItsQuery() {
        var figures = analysis.tables().stream().flatMap(FigureTable::figures).toList();

        Map<Query, BigDecimal> again = house.house().statistics().again(figures.stream().map(Figure::query).toList()).await();

        assertThat(figures).isNotEmpty().allSatisfy(one ->
                assertThat(again.get(one.query())).as(one.code()).isEqualByComparingTo(one.value()));
    }

    @Test
    void whatPeopleDoNotKnowIsSuggestedForTheNextRound() {
        var missed = table("missed");

        assertThat(missed.rows()).isNotEmpty().hasSizeLessThanOrEqualTo(5).allSatisfy(row -> {
            assertThat(row.cells().get(4).orElseThrow().value()).isLessThan(new BigDecimal(80));
            assertThat(row.about()).contains(Label.of("suggestion"));
        });
    }
}
