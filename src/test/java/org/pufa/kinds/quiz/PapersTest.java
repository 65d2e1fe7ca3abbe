package org.pufa.kinds.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionType;
import org.pufa.kinds.quiz.Paper.Place;

class PapersTest {

    /** 99.9 % of fair draws stay below these, by degrees of freedom. */
    private static final double[] CHI_SQUARE_LIMIT = {0, 10.83, 13.82, 16.27, 18.47, 20.52};
    private static final int SEEDS = 4000;

    private final Papers papers = new Papers(Cast.PLAN.draw(), Asked.byRevision(Cast.REVISIONS, Cast.PLAN).values());

    @Property(tries = 300)
    void anySeedGivesAPaperWithinTheBlueprint(@ForAll @Size(32) byte[] seed) {
        var places = papers.draw(seed).places();

        int from = 0;
        for (DrawRow row : Cast.PLAN.draw().rows()) {
            assertThat(places.subList(from, from + row.count())).allMatch(place -> row.admits(place.asked().question()));
            from += row.count();
        }
        assertThat(places).hasSize(from).extracting(Place::id).containsExactly("q1", "q2", "q3", "q4", "q5");
        assertThat(places).extracting(place -> place.asked().id()).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void optionsAreAPermutationAndJudgementsKeepTheirOrder(@ForAll @Size(32) byte[] seed) {
        for (Place place : papers.draw(seed).places()) {
            var letters = place.asked().question().options().stream().map(Option::letter).toList();
            if (place.asked().type() == QuestionType.JUDGE) {
                assertThat(place.shown()).containsExactly("对", "错");
            } else {
                assertThat(place.shown()).containsExactlyInAnyOrderElementsOf(letters);
            }
        }
    }

    @Property(tries = 200)
    void theSameSeedGivesTheSamePaperOnEveryNode(@ForAll @Size(32) byte[] seed) {
        var elsewhere = new ArrayList<>(Cast.REVISIONS);
        java.util.Collections.reverse(elsewhere);
        var otherNode = new Papers(Cast.PLAN.draw(), Asked.byRevision(elsewhere, Cast.PLAN).values());

        assertThat(papers.draw(seed)).isEqualTo(papers.draw(seed)).isEqualTo(otherNode.draw(seed));
    }

    @Test
    void otherSeedsGiveOtherPapers() {
        var different = new HashSet<Paper>();
        for (int seed = 0; seed < 1000; seed++) {
            different.add(Cast.paper(seed));
        }

        assertThat(different).hasSizeGreaterThan(990);
    }

    @Test
    void theRightOptionStandsInEachPositionEquallyOften() {
        assertFair(4, positionsOf(QuestionType.SINGLE));
        assertFair(5, positionsOf(QuestionType.MULTIPLE));
    }

    @Test
    void everyCandidateIsDrawnEquallyOften() {
        var ids = Cast.REVISIONS.stream().filter(revision -> revision.question().type() == QuestionType.MULTIPLE)
                .map(revision -> revision.id()).toList();
        assertFair(6, seeds().flatMap(seed -> Cast.paper(seed).places().stream())
                .filter(place -> place.asked().isMultiple()).map(place -> ids.indexOf(place.asked().id())));
    }

    private static Stream<Integer> positionsOf(QuestionType type) {
        return seeds().flatMap(seed -> Cast.paper(seed).places().stream()).filter(place -> place.asked().type() == type)
                .flatMap(place -> IntStream.range(0, place.shown().size()).boxed()
                        .filter(position -> place.asked().answer().contains(place.shown().get(position))));
    }

    private static Stream<Integer> seeds() {
        return IntStream.range(0, SEEDS).boxed();
    }

    private static void assertFair(int cells, Stream<Integer> outcomes) {
        var counts = new long[cells];
        outcomes.forEach(outcome -> counts[outcome]++);
        double expected = (double) java.util.Arrays.stream(counts).sum() / cells;
        double chiSquare = java.util.Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected).sum();

        assertThat(expected).isGreaterThan(500);
        assertThat(chiSquare).as(List.of(counts).toString()).isLessThan(CHI_SQUARE_LIMIT[cells - 1]);
    }
}
