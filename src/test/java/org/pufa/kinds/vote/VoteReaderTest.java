package org.pufa.kinds.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pufa.kinds.vote.VoteSample.BODY;
import static org.pufa.kinds.vote.VoteSample.KIND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.campaign.State;
import org.pufa.i18n.LocalText;
import org.pufa.kinds.CampaignFile;
import org.pufa.kinds.KindServer;

class VoteReaderTest {

    @Test
    void theReadyVoteHasNoMistakes() {
        assertThat(CampaignFile.mistakes(new VoteKind(KindServer.MESSAGES), CampaignFile.ready("no-arrears-vote.yaml")))
                .isEmpty();
    }

    @Test
    void theSampleReadsAsItIsWritten() {
        var plan = (VotePlan) VoteSample.campaign(State.OPEN).definition().plan();

        assertThat(plan.linked()).isTrue();
        assertThat(plan.random()).isTrue();
        assertThat(plan.results()).isEqualTo(VotePlan.Publication.LIVE);
        assertThat(plan.categories()).extracting(category -> category.id() + category.min() + category.max())
                .containsExactly("works12", "crafts01");
        assertThat(plan.candidate("02")).contains(new Candidate("02", new LocalText("钱江路桥", "Qianjiang Bridges"),
                new LocalText("上城区", "Shangcheng"), new LocalText("总包代发。", "Paid by the general contractor."),
                new LocalText("每月二十日发。", "Paid on the 20th."), "bridge.svg"));
        assertThat(plan.candidate("04")).isEmpty();
    }

    /** Before; after; line within the part; field; key. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "order: random; order: any; 2; order; yaml.choice",
        "order: random; ordre: random; 2; order; yaml.missing",
        "order: random; ordre: random; 2; ordre; yaml.unknown",
        "results: live; results: later; 3; results; yaml.choice",
        "id: works; id: 建设; 5; categories[1].id; kinds.vote.file.category-id",
        "id: crafts; id: works; 18; categories[2].id; kinds.vote.file.category-twice",
        "min: 1; min: 4; 7; categories[1].min; yaml.number-range",
        "max: 2; max: 4; 8; categories[1].max; yaml.number-range",
        "max: 2; maximum: 2; 5; categories[1].max; yaml.missing",
        "min: 1; min: 3; 8; categories[1].max; kinds.vote.file.min-above-max",
        "'number: \"03\"'; 'number: \"11\"'; 23; categories[2].candidates[1].number; kinds.vote.file.number-twice",
        "'number: \"03\"'; number: 3号; 17; categories[1].candidates[3].number; kinds.vote.file.number",
        "'number: \"03\", '; ''; 17; categories[1].candidates[3].number; yaml.missing",
        "story: 进场当天签。; story: ''; 17; categories[1].candidates[3].story; yaml.empty",
        "bridge.svg; ../bridge.svg; 15; categories[1].candidates[1].picture; kinds.vote.file.picture-name",
        "bridge.svg; tunnel.svg; 15; categories[1].candidates[1].picture; kinds.vote.file.picture-missing",
        "bridge.svg; words.png; 15; categories[1].candidates[1].picture; kinds.vote.file.picture-content",
        "bridge.svg; active.svg; 15; categories[1].candidates[1].picture; kinds.vote.file.picture-content"})
    void everyMistakeIsFoundInItsLine(String before, String after, int line, String field, String key) {
        assertThat(CampaignFile.mistakesAfter(KIND, BODY, before, after)).contains(line + " vote." + field + " " + key);
    }

    @Test
    void aVoteNeedsCategoriesAndCandidates() {
        assertThat(CampaignFile.mistakesAfter(KIND, "vote: {}\n", "{}", "{ order: fixed, results: never }"))
                .containsExactly("1 vote.categories yaml.list");
        assertThat(CampaignFile.mistakesAfter(KIND, "vote: {}\n", "{}",
                "{ order: fixed, results: never, categories: [ { id: a, title: 一, min: 1, max: 1, candidates: [] } ] }"))
                .containsExactly("1 vote.categories[1].candidates yaml.list-size");
    }
}
