package org.pufa.kinds.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pufa.campaign.Item;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.kernel.CanonicalJson;
import org.pufa.ledger.Count;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Tallies;

class QuizContentTest {

    @Test
    void anItemCarriesWhatAProgramMustShow() {
        var paper = Cast.paper(1);

        var items = Cast.CONTENT.items(Cast.sitting(1), Lang.EN);

        assertThat(items).extracting(Item::id).containsExactly("q1", "q2", "q3", "q4", "q5");
        assertThat(items).extracting(Item::type).containsExactly("single", "single", "multiple", "judge", "judge");
        assertThat(items).extracting(Item::max).containsExactly(1, 1, 5, 1, 1);
        assertThat(items).allMatch(item -> item.required() && item.min() == 1);
        assertThat(items.get(3).options()).containsExactly(new Item.Option("a", "True", false),
                new Item.Option("b", "False", false));
        assertThat(items.get(0).options()).extracting(Item.Option::id).containsExactly("a", "b", "c", "d");
        assertThat(items.get(0).options()).extracting(Item.Option::text).containsExactlyElementsOf(
                paper.places().get(0).shown().stream().map(letter -> paper.places().get(0).asked().question()
                        .option(letter).text()).toList());
    }

    @Test
    void thePaperDoesNotDependOnWhichAnswersAreRight() {
        for (int seed = 0; seed < 50; seed++) {
            var items = Cast.CONTENT.items(Cast.sitting(seed), Lang.ZH);

            assertThat(Cast.content(Cast.revisions(1)).items(Cast.sitting(seed), Lang.ZH)).isEqualTo(items);
            assertThat(items.toString()).doesNotContain("原文", "解释", "劳动合同法", "第十九条", "910", "topic")
                    .doesNotContainPattern("[SMJ]-\\d[^甲]");
        }
    }

    @Test
    void aReceiptExplainsEachAnswer() {
        var paper = Cast.paper(3);
        var filled = Cast.CONTENT.fill(Cast.sitting(3), Cast.wrong(paper));

        var json = Cast.CONTENT.receipt(Lang.ZH, Optional.of(new SheetBody(CanonicalJson.text(filled.sheet()),
                Optional.of(filled.score()))));

        assertThat(json.getInteger("score")).isZero();
        assertThat(json.getInteger("max")).isEqualTo(100);
        assertThat(json.getInteger("right")).isZero();
        assertThat(json.getInteger("total")).isEqualTo(5);
        assertThat(json.getBoolean("passed")).isFalse();
        JsonObject item = json.getJsonArray("items").getJsonObject(0);
        var asked = paper.places().get(0).asked();
        String letter = asked.answer().iterator().next();
        assertThat(item.getString("id")).isEqualTo("q1");
        assertThat(item.getString("stem")).isEqualTo(asked.question().stem());
        assertThat(item.getBoolean("right")).isFalse();
        assertThat(item.getJsonArray("correct").getJsonObject(0)).isEqualTo(new JsonObject()
                .put("id", Paper.Place.optionId(paper.places().get(0).shown().indexOf(letter)))
                .put("text", asked.question().option(letter).text()));
        assertThat(item.getJsonArray("picked")).hasSize(1).isNotEqualTo(item.getJsonArray("correct"));
        assertThat(item.getString("explanation")).isEqualTo(asked.question().explanation());
        assertThat(item.getString("citation")).isEqualTo("《劳动合同法》第十九条第一款");
        assertThat(item.getString("quote")).isEqualTo(asked.question().quote());
        assertThat(Cast.CONTENT.receipt(Lang.ZH, Optional.empty())).isEmpty();
    }

    @Test
    void anExportHasACellForEachColumn() {
        var paper = Cast.paper(3);
        var filled = Cast.CONTENT.fill(Cast.sitting(3), Cast.right(paper));

        var columns = Cast.CONTENT.columns(Lang.ZH);
        var cells = Cast.CONTENT.cells(Lang.ZH, new SheetBody(CanonicalJson.text(filled.sheet()), Optional.of(100)));

        assertThat(columns).hasSize(16).startsWith("第 1 题：题号/修订", "第 1 题：所选", "第 1 题：对错").endsWith("得分");
        var asked = paper.places().get(2).asked();
        assertThat(cells).hasSize(16).endsWith("100");
        assertThat(cells.subList(6, 9)).containsExactly(asked.question().id() + "/2",
                String.join("", asked.question().answer()), "答对");
    }

    @Test
    void resultsFollowFromTheTallies() {
        var tallies = new TreeMap<String, Map<String, Long>>();
        tallies.put("day", new TreeMap<>(Map.of("2026-11-23/gzh", 3L)));
        var counts = new ArrayList<Count>();
        for (int i = 0; i < 3; i++) {
            var paper = Cast.paper(i);
            counts.addAll(Cast.CONTENT.fill(Cast.sitting(i), i == 0 ? Cast.wrong(paper) : Cast.right(paper)).counts());
        }
        counts.forEach(count -> tallies.computeIfAbsent(count.dimension(), name -> new TreeMap<>())
                .merge(count.key(), 1L, Long::sum));

        var json = Cast.CONTENT.results(Lang.ZH, new Tallies(tallies));

        assertThat(json.getLong("participations")).isEqualTo(3);
        assertThat(json.getDouble("average")).isEqualTo(66.7);
        assertThat(json.getLong("passed")).isEqualTo(2);
        long answered = 0;
        long right = 0;
        for (Object topic : json.getJsonArray("topics")) {
            answered += ((JsonObject) topic).getLong("answered");
            right += ((JsonObject) topic).getLong("right");
        }
        assertThat(List.of(answered, right)).containsExactly(15L, 10L);
        assertThat(Cast.CONTENT.results(Lang.ZH, new Tallies(Map.of())).getDouble("average")).isZero();
    }

    @Test
    void resultsArePublicOnceTheQuizHasOpened() {
        assertThat(java.util.Arrays.stream(State.values()).filter(Cast.CONTENT::publishes))
                .containsExactly(State.OPEN, State.PAUSED, State.CLOSED, State.CERTIFIED);
    }

    @Test
    void eachSlotHasItsOwnPaper() {
        assertThat(Cast.CONTENT.paperBelongsToSlot()).isTrue();
    }
}
