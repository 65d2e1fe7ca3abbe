package org.pufa.kinds.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.kinds.KindServer;

class VoteOrderTest {

    private final Campaign campaign = VoteSample.campaign(State.OPEN);
    private final Vote vote = (Vote) campaign.content();

    /** Chi-square with 5 degrees of freedom: above 20.5 in one of a thousand fair shuffles; the seeds are fixed. */
    @Test
    void overManySittingsEveryOrderIsAsLikelyAsAnyOther() {
        int sittings = 6000;
        var orders = new TreeMap<String, Integer>();
        for (long participant = 0; participant < sittings; participant++) {
            String order = vote.paper(KindServer.sitting(campaign, participant)).get(0).candidates().stream()
                    .map(Candidate::number).reduce("", String::concat);
            orders.merge(order, 1, Integer::sum);
        }

        double expected = sittings / 6.0;
        double chiSquare = orders.values().stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
        assertThat(orders).hasSize(6);
        assertThat(chiSquare).isLessThan(20.5);
    }

    @Test
    void aFixedOrderIsThatOfTheFile() {
        var fixed = VoteSample.campaign(VoteSample.BODY.replace("random", "fixed"), State.OPEN);

        assertThat(((Vote) fixed.content()).items(KindServer.sitting(fixed, 7), Lang.ZH).get(0).options())
                .extracting(option -> option.id()).containsExactly("02", "01", "03");
    }
}
