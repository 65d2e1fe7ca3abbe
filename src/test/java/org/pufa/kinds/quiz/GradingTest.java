package org.pufa.kinds.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Filled;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kinds.quiz.Paper.Place;
import org.pufa.ledger.Count;

class GradingTest {

    private static final Paper PAPER = Cast.paper(1);

    /** The single question has the answer A, the multiple one A and C, the judgement 对. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "DCBA  | d     | ECABD | bc  | a | 20 30 15 | A AC 对",
        "DCBA  | a     | ECABD | bc  | a | 0 30 15  | D AC 对",
        "ABCD  | a     | ABCDE | ca  | b | 20 30 0  | A AC 错",
        "ABCD  | a     | ABCDE | a   | a | 20 0 15  | A A 对",
        "ABCD  | b     | ABCDE | abc | b | 0 0 0    | B ABC 错",
        "CDAB  | c     | EDCBA | abcde | b | 20 0 0 | A ABCDE 错",
    })
    void aQuestionIsRightAsAWholeOrNotAtAll(String singleShown, String single, String multipleShown, String multiple,
            String judge, String points, String picked) {
        var paper = new Paper(List.of(new Place("q1", Cast.asked("S-0"), letters(singleShown)),
                new Place("q2", Cast.asked("M-0"), letters(multipleShown)),
                new Place("q3", Cast.asked("J-0"), List.of("对", "错"))));

        var sheet = Grading.grade(paper, new Answers(Map.of("q1", letters(single), "q2", letters(multiple), "q3",
                letters(judge))));

        assertThat(sheet.items()).extracting(item -> "" + item.points()).containsExactly(points.split(" "));
        assertThat(sheet.items()).extracting(item -> String.join("", item.picked())).containsExactly(picked.split(" "));
        assertThat(sheet.items()).allMatch(item -> item.right() == item.points() > 0);
        assertThat(sheet.score()).isEqualTo(sheet.items().stream().mapToInt(item -> item.points()).sum());
    }

    @Test
    void theSheetSaysWhatWasShownPickedAndScored() {
        var paper = new Paper(List.of(new Place("q1", Cast.asked("S-0"), letters("DBAC")),
                new Place("q2", Cast.asked("J-1"), List.of("对", "错"))));

        var sheet = Grading.grade(paper, new Answers(Map.of("q1", List.of("c"), "q2", List.of("a"))));

        assertThat(CanonicalJson.text(sheet.toMap())).isEqualTo("{\"items\":["
                + "{\"picked\":[\"A\"],\"points\":20,\"rev\":9100,\"right\":true,\"shown\":[\"D\",\"B\",\"A\",\"C\"]},"
                + "{\"picked\":[\"对\"],\"points\":0,\"rev\":9105,\"right\":false,\"shown\":[\"对\",\"错\"]}],"
                + "\"right\":1}");
        assertThat(sheet.counts()).containsExactly(new Count("score", "20"), new Count("picked:9100", "A"),
                new Count("picked:9105", "对"));
    }

    @Property(tries = 300)
    void aStoredSheetAddsTheSameToTheTalliesAndItsScoreIsWithinBounds(@ForAll long seed,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long choice) {
        var sitting = Cast.sitting(seed);
        var random = new java.util.Random(choice);
        var values = new HashMap<String, List<String>>();
        for (Place place : Cast.paper(seed).places()) {
            var ids = new ArrayList<>(List.of("a", "b", "c", "d", "e").subList(0, place.shown().size()));
            Collections.shuffle(ids, random);
            values.put(place.id(), ids.subList(0, place.asked().isMultiple() ? 1 + random.nextInt(ids.size()) : 1));
        }

        Filled filled = Cast.CONTENT.fill(sitting, new Answers(values));

        String body = CanonicalJson.text(filled.sheet());
        assertThat(Cast.CONTENT.counts(body)).isEqualTo(filled.counts());
        assertThat(CanonicalJson.text(GradedSheet.read(body).toMap())).isEqualTo(body);
        assertThat(filled.score()).isBetween(0, Cast.PLAN.max()).isEqualTo(GradedSheet.read(body).score());
        assertThat(filled.counts()).hasSize(1 + Cast.PLAN.draw().questions());
    }

    @Property(tries = 100)
    void allRightScoresTheMaximumAndAllWrongNothing(@ForAll long seed) {
        var paper = Cast.paper(seed);

        assertThat(Cast.CONTENT.fill(Cast.sitting(seed), Cast.right(paper)).score()).isEqualTo(100);
        assertThat(Cast.CONTENT.fill(Cast.sitting(seed), Cast.wrong(paper)).score()).isZero();
    }

    @Test
    void everyQuestionMustBeAnswered() {
        assertRefused(Answers.NONE).containsExactlyInAnyOrder(tuple("q1", "quiz.answers.none"),
                tuple("q2", "quiz.answers.none"), tuple("q3", "quiz.answers.none"), tuple("q4", "quiz.answers.none"),
                tuple("q5", "quiz.answers.none"));
        assertRefused(with("q3", List.of(" "))).containsExactly(tuple("q3", "quiz.answers.none"));
    }

    @Test
    void aSingleOrJudgeQuestionTakesOnePick() {
        assertRefused(with("q1", List.of("a", "b"))).containsExactly(tuple("q1", "quiz.answers.one"));
        assertRefused(with("q1", List.of("a", "a"))).containsExactly(tuple("q1", "quiz.answers.one"));
        assertRefused(with("q4", List.of("a", "b"))).containsExactly(tuple("q4", "quiz.answers.one"));
    }

    @Test
    void onlyOptionsOnThePaperCanBePicked() {
        assertRefused(with("q1", List.of("e"))).containsExactly(tuple("q1", "quiz.answers.no-option"));
        assertRefused(with("q1", List.of("A"))).containsExactly(tuple("q1", "quiz.answers.no-option"));
        assertRefused(with("q1", List.of("aa"))).containsExactly(tuple("q1", "quiz.answers.no-option"));
        assertRefused(with("q3", List.of("a", "对"))).containsExactly(tuple("q3", "quiz.answers.no-option"));
        assertRefused(with("q4", List.of("c"))).containsExactly(tuple("q4", "quiz.answers.no-option"));
    }

    @Test
    void nothingCanBePickedTwiceOrWithoutEnd() {
        assertRefused(with("q3", List.of("a", "b", "a"))).containsExactly(tuple("q3", "quiz.answers.twice"));
        assertRefused(with("q3", Collections.nCopies(100_000, "a"))).containsExactly(tuple("q3", "quiz.answers.twice"));
    }

    @Test
    void questionsOfOtherPapersAreRefusedAndNamed() {
        assertRefused(with("q6", List.of("a"))).containsExactly(tuple("q6", "quiz.answers.no-item"));
        assertRefused(with("q1.other", List.of("a"))).containsExactly(tuple("q1.other", "quiz.answers.no-item"));
    }

    @Test
    void aFloodOfOtherItemsIsAnsweredBriefly() {
        var values = new HashMap<>(Cast.right(PAPER).values());
        for (int i = 0; i < 50_000; i++) {
            values.put("x".repeat(200) + i, List.of("a"));
        }

        var problem = refusal(new Answers(values));

        assertThat(problem.errors()).hasSizeBetween(1, 10).allMatch(error -> error.field().length() <= 40);
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> assertRefused(
            Answers answers) {
        var problem = refusal(answers);
        assertThat(problem.sort()).isEqualTo(Problem.Sort.INVALID);
        return assertThat(problem.errors()).extracting(FieldError::field, FieldError::key);
    }

    private static Problem refusal(Answers answers) {
        return catchThrowableOfType(Problem.class, () -> Cast.CONTENT.fill(Cast.sitting(1), answers));
    }

    private static Answers with(String item, List<String> picks) {
        var values = new HashMap<>(Cast.right(PAPER).values());
        values.put(item, picks);
        return new Answers(values);
    }

    private static List<String> letters(String text) {
        return List.of(text.split(""));
    }
}
