package org.pufa.kinds.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pufa.kinds.vote.VoteSample.refused;
import static org.pufa.kinds.vote.VoteSample.sheet;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.ledger.Count;
import org.pufa.ledger.Entries.SheetBody;

class VoteFillTest {

    @Test
    void aBallotIsStoredInTheOrderOfNumbersWhateverTheOrderItCameIn() {
        assertThat(sheet(Map.of("works", List.of("03", "01"), "crafts", List.of("12"))))
                .isEqualTo(new JsonObject("{\"picks\":{\"crafts\":[\"12\"],\"works\":[\"01\",\"03\"]}}"));
    }

    @Test
    void aCategoryThatMayBeLeftOutIsNotStored() {
        assertThat(sheet(Map.of("works", List.of("02"), "crafts", List.of())))
                .isEqualTo(new JsonObject("{\"picks\":{\"works\":[\"02\"]}}"));
    }

    @Test
    void everyPickIsOneVote() {
        var filled = VoteSample.vote().fill(null,
                VoteSample.answers(Map.of("works", List.of("03", "01"), "crafts", List.of("11"))));

        assertThat(filled.score()).isNull();
        assertThat(filled.counts())
                .containsExactly(new Count("pick", "11"), new Count("pick", "01"), new Count("pick", "03"));
        assertThat(VoteSample.vote().counts(CanonicalJson.text(filled.sheet()))).isEqualTo(filled.counts());
    }

    @Test
    void whatIsNotAllowedIsRefusedAtItsCategory() {
        assertThat(refused(Map.of())).containsExactly("works none-picked [1]");
        assertThat(refused(Map.of("works", List.of("01", "02", "03")))).containsExactly("works too-many [2, 3]");
        assertThat(refused(Map.of("works", List.of("01", "01")))).containsExactly("works same-candidate-twice []");
        assertThat(refused(Map.of("works", List.of("04")))).containsExactly("works unknown-candidate []");
        assertThat(refused(Map.of("works", List.of("11")))).containsExactly("works unknown-candidate []");
        assertThat(refused(Map.of("works", List.of("")))).containsExactly("works unknown-candidate []");
        assertThat(refused(Map.of("works", List.of("01"), "other", List.of("02"))))
                .containsExactly("other unknown-category [other]");
        assertThat(refused(Map.of("works", List.of("01"), "works.other", List.of("我"))))
                .containsExactly("works.other unknown-category [works.other]");
    }

    @Test
    void everyFaultIsNamedAtOnceInTheOrderOfThePaper() {
        assertThat(refused(Map.of("crafts", List.of("11", "12"), "x".repeat(3000), List.of())))
                .containsExactly("works none-picked [1]", "crafts too-many [1, 2]",
                        "x".repeat(40) + " unknown-category [" + "x".repeat(40) + "]");
    }

    @Test
    void tooFewIsSaidWithTheNumberPicked() {
        var vote = (Vote) VoteSample.campaign(VoteSample.BODY.replace("min: 1", "min: 2"),
                State.OPEN).content();

        assertThatThrownBy(() ->
                        vote.fill(null, VoteSample.answers(Map.of("works", List.of("01")))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .containsExactly(FieldError.of("works", "kinds.vote.too-few", 2, 1)));
    }

    @Test
    void aBallotOnWhichNothingIsPickedIsRefusedEvenWhereNothingMustBe() {
        var vote = (Vote) VoteSample.campaign(VoteSample.BODY.replace("min: 1", "min: 0"),
                State.OPEN).content();

        assertThatThrownBy(() -> vote.fill(null, VoteSample.answers(Map.of())))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .containsExactly(FieldError.of("works", "kinds.vote.empty")));
    }

    @Test
    void anExportHasOneColumnForEachCategory() {
        var vote = VoteSample.vote();
        var sheet = new SheetBody(sheet(Map.of("works", List.of("02", "01"))).encode(), Optional.empty());

        assertThat(vote.columns(Lang.EN)).containsExactly("Construction", "Services");
        assertThat(vote.cells(Lang.ZH, sheet)).containsExactly("02 钱江路桥；01 三墩安装", "");
    }

    @Test
    void theReceiptOfAProgramDoesNotTellTheChoice() {
        var sheet = new SheetBody("{\"picks\":{\"works\":[\"02\"]}}", Optional.empty());

        assertThat(VoteSample.vote().receipt(Lang.ZH, Optional.of(sheet)).encode()).isEqualTo("{\"counted\":true}");
    }
}
