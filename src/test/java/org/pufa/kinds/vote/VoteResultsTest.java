package org.pufa.kinds.vote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.kinds.KindServer;

class VoteResultsTest {

    private static List<String> places(long ballots, Map<String, Long> votes) {
        return Standing.of(VoteSample.vote().plan().categories().get(0),
                KindServer.tallies(ballots, Map.of("pick", votes))).places().stream().map(place -> place.rank()
                + (place.shared() ? "=" : "") + " " + place.candidate().number() + " " + place.votes() + " "
                + place.share()).toList();
    }

    @Test
    void mostVotesComeFirst() {
        assertThat(places(4, Map.of("01", 1L, "02", 3L, "03", 2L)))
                .containsExactly("1 02 3 0.75", "2 03 2 0.5", "3 01 1 0.25");
    }

    @Test
    void equalVotesShareARankAndTheNextRankIsSkipped() {
        assertThat(places(8, Map.of("01", 2L, "02", 4L, "03", 4L)))
                .containsExactly("1= 02 4 0.5", "1= 03 4 0.5", "3 01 2 0.25");
        assertThat(places(8, Map.of("01", 4L, "02", 2L, "03", 2L)))
                .containsExactly("1 01 4 0.5", "2= 02 2 0.25", "2= 03 2 0.25");
    }

    @Test
    void withoutBallotsAllShareTheFirstRankWithNothing() {
        assertThat(places(0, Map.of())).containsExactly("1= 01 0 0.0", "1= 02 0 0.0", "1= 03 0 0.0");
    }

    @Test
    void programsGetTheSameFigures() {
        var results = VoteSample.vote().results(Lang.EN, KindServer.tallies(1_000_000,
                Map.of("pick", Map.of("01", 1_000_000L, "02", 333_333L, "12", 5L))));

        assertThat(results.getLong("ballots")).isEqualTo(1_000_000);
        assertThat(results.getJsonArray("categories").getJsonObject(0)).isEqualTo(new JsonObject("""
                {"id":"works","title":"Construction","candidates":[
                {"number":"01","name":"三墩安装","rank":1,"votes":1000000,"share":1.0},
                {"number":"02","name":"Qianjiang Bridges","rank":2,"votes":333333,"share":0.3333},
                {"number":"03","name":"青山劳务","rank":3,"votes":0,"share":0.0}]}"""));
    }

    @Test
    void theSettingSaysInWhichStatesTheCountIsPublic() {
        assertThat(publicIn("live"))
                .containsExactly(State.OPEN, State.PAUSED, State.CLOSED, State.CERTIFIED);
        assertThat(publicIn("closed")).containsExactly(State.CLOSED, State.CERTIFIED);
        assertThat(publicIn("never")).isEmpty();
    }

    private static List<State> publicIn(String setting) {
        var content = VoteSample.campaign(VoteSample.BODY.replace("live", setting), State.OPEN).content();
        return Arrays.stream(State.values()).filter(content::publishes).toList();
    }
}
