package org.pufa.kinds.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.State;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Problem;
import org.pufa.kinds.KindServer;

class VotePropertiesTest {

    private final Campaign campaign = VoteSample.campaign(State.OPEN);
    private final Vote vote = (Vote) campaign.content();

    @Property
    void anyPicksAreRefusedAsInvalidOrCountedAsTheyAreStored(@ForAll("anything") Map<String, List<String>> picks) {
        boolean allowed = isAllowed(picks);
        try {
            var filled = vote.fill(null, VoteSample.answers(picks));

            assertThat(allowed).isTrue();
            assertThat(vote.counts(CanonicalJson.text(filled.sheet()))).isEqualTo(filled.counts());
            assertThat(filled.counts()).hasSize(picks.values().stream().mapToInt(List::size).sum());
        } catch (Problem problem) {
            assertThat(allowed).isFalse();
            assertThat(problem.sort()).isEqualTo(Problem.Sort.INVALID);
            assertThat(problem.errors()).isNotEmpty();
        }
    }

    /** The rule of the sample, written down once more and plainly. */
    private static boolean isAllowed(Map<String, List<String>> picks) {
        var works = picks.getOrDefault("works", List.of());
        var crafts = picks.getOrDefault("crafts", List.of());
        return Set.of("works", "crafts").containsAll(picks.keySet())
                && Set.of("01", "02", "03").containsAll(works) && Set.of("11", "12").containsAll(crafts)
                && works.size() >= 1 && works.size() <= 2 && Set.copyOf(works).size() == works.size()
                && crafts.size() <= 1;
    }

    @Property(tries = 100)
    void theSameSittingAlwaysHasTheSameOrderOfTheSameCandidates(@ForAll @LongRange(min = 0) long participant) {
        var first = vote.paper(KindServer.sitting(campaign, participant));

        assertThat(vote.paper(KindServer.sitting(campaign, participant))).isEqualTo(first);
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i).candidates())
                    .containsExactlyInAnyOrderElementsOf(vote.plan().categories().get(i).candidates());
        }
    }

    @Provide
    Arbitrary<Map<String, List<String>>> anything() {
        var categories = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of("works", "crafts")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(8)));
        var numbers = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of("01", "02", "03", "11", "12")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(4)));
        return Arbitraries.maps(categories, numbers.list().ofMaxSize(3)).ofMaxSize(3);
    }
}
