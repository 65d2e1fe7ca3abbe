package org.pufa.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.browser.Crowd;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

@TestMethodOrder(MethodOrderer.MethodName.class)
class ErasureTest {

    private static final String PAGE = "/c/job-survey/erasure";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static PrivacyTown town;
    private static Browser admin;

    @BeforeAll
    static void open() {
        town = new PrivacyTown(DATABASE);
        admin = town.hired("wangmin", "admin");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String survey(String words) {
        return town.takePart(PrivacyTown.LINKED, Map.of("sector", List.of("build"), "job", words));
    }

    private static HttpResponse<String> erase(String slug, String receipt) {
        return town.stranger().postAsIs("/c/" + slug + "/erasure", "receipt", receipt);
    }

    private static long erasures() {
        return town.number("select count(*) from audit_event where action = 'privacy.erase'");
    }

    @Test
    void itIsSaidWhatGoesAndWhatStaysBeforeAnythingIsDone() {
        String receipt = survey("钳工甲");

        assertThat(town.stranger().get(PAGE).body()).contains("请输入参与凭证", "看会删去什么");
        assertThat(town.stranger().get(PAGE + "?receipt=" + receipt.toLowerCase()).body()).contains("您自己写的文字",
                "会留下", "活动结束 180 天后随密钥销毁", "确认删去", receipt);
        assertThat(admin.get("/console/campaigns/job-survey/exports/entries.csv").body()).contains("钳工甲");
    }

    @Test
    void theWordsAreGoneTheCountAndTheSealsStay() {
        String receipt = survey("钳工乙");
        survey("钳工丙");
        var before = town.totals(PrivacyTown.LINKED);

        var answer = erase(PrivacyTown.LINKED, receipt);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(town.stranger().get(answer.headers().firstValue("location").orElseThrow()).body())
                .contains("已经删去", "总数没有变");
        assertThat(town.number("select count(*) from entry e join erasure x on x.attempt = e.attempt"
                + " where e.words is not null")).isZero();
        assertThat(admin.get("/console/campaigns/job-survey/exports/entries.csv").body()).contains(receipt, "钳工丙")
                .doesNotContain("钳工乙");
        assertThat(town.totals(PrivacyTown.LINKED)).isEqualTo(before);
        assertThat(town.verify(PrivacyTown.LINKED).findings()).isEmpty();
        assertThat(town.stranger().get("/api/v1/campaigns/job-survey/entries/" + receipt).body()).contains("\"proof\":{");
    }

    @Test
    void aGradedPaperIsShownToNobodyAnyMore() {
        String receipt = new Crowd(town.house.origin(), 3).takePart(PrivacyTown.QUIZ, "");
        String entry = "/c/labor-contract-quiz/entries/" + receipt;
        assertThat(town.stranger().get(entry).body()).contains("《劳动合同法》");
        assertThat(town.stranger().get("/c/labor-contract-quiz/erasure?receipt=" + receipt).body())
                .contains("您的选择和成绩").doesNotContain("您自己写的文字");

        assertThat(erase(PrivacyTown.QUIZ, receipt).statusCode()).isEqualTo(303);

        assertThat(town.stranger().get(entry).body()).doesNotContain("《劳动合同法》");
        assertThat(town.stranger().get("/api/v1/campaigns/labor-contract-quiz/entries/" + receipt).body())
                .contains("\"result\":{}");
        assertThat(town.verify(PrivacyTown.QUIZ).findings()).isEmpty();
    }

    @Test
    void askingAgainChangesNothingAndManyAtOnceAreOne() {
        String receipt = survey("钳工丁");
        long before = erasures();

        var answers = IntStream.range(0, 6).mapToObj(i ->
                CompletableFuture.supplyAsync(() -> erase(PrivacyTown.LINKED, receipt).statusCode())).toList();

        assertThat(answers).allMatch(answer -> answer.join() == 303);
        assertThat(erase(PrivacyTown.LINKED, receipt).statusCode()).isEqualTo(303);
        assertThat(erasures()).isEqualTo(before + 1);
        assertThat(town.texts("select details from audit_event where action = 'privacy.erase' order by seq desc limit 1"))
                .containsExactly("{\"by\":\"receipt\",\"words\":true}");
        assertThat(town.texts("select subject || details from audit_event")).noneMatch(text -> text.contains(receipt));
    }

    @Test
    void whereSheetsAreNotLinkedThePageSaysWhyItCannotBeDone() {
        String receipt = town.takePart(PrivacyTown.ANONYMOUS, Map.of("district", List.of("xihu"), "contract", List.of("not-signed"), "job", "瓦工"));

        assertThat(town.stranger().get("/c/wage-survey/erasure").body())
                .contains("这个活动不能单独删去", "没有任何编号能对上", "180 天后全部删去").doesNotContain("<form method=\"get\"");
        assertThat(erase(PrivacyTown.ANONYMOUS, receipt).statusCode()).isEqualTo(409);
        assertThat(town.number("select count(*) from sheet where words is not null")).isEqualTo(1);
    }

    @Test
    void anotherSiteCannotEraseForSomebody() {
        String receipt = survey("钳工戊");
        var browser = town.stranger();

        var answer = browser.send(browser.request(PAGE).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://elsewhere.example").POST(BodyPublishers.ofString("receipt=" + receipt)));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(town.stranger().get(PAGE + "?receipt=" + receipt).body()).contains("确认删去");
    }

    @Test
    void zzWhoeverGuessesReceiptsIsTurnedAway() {
        String receipt = survey("钳工己");

        for (int i = 0; i < WrongTries.MOST; i++) {
            assertThat(town.stranger().get(PAGE + "?receipt=ZZZZZZZZZZ" + (10 + i)).statusCode()).isEqualTo(404);
        }
        assertThat(town.stranger().get(PAGE + "?receipt=ZZZZZZZZZZ99").statusCode()).isEqualTo(429);
        assertThat(erase(PrivacyTown.LINKED, receipt).statusCode()).isEqualTo(429);
    }
}
