package org.pufa.kinds.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuizPagesTest {

    private static QuizServer server;
    private static QuizServer otherKey;
    private static QuizServer pictured;

    @BeforeAll
    static void start() {
        server = new QuizServer(Cast.CONTENT);
        otherKey = new QuizServer(Cast.content(Cast.revisions(1)));
        pictured = new QuizServer(Cast.content(Cast.pictured()));
    }

    @AfterAll
    static void stop() {
        server.close();
        otherKey.close();
        pictured.close();
    }

    @Test
    void thePaperIsOneFormWithAStepForEachQuestion() {
        var html = server.get("/attempt");
        var paper = Cast.paper(1);

        assertThat(html).contains("<form method=\"post\" action=\"/c/labor-quiz/entries\" data-sheet novalidate",
                "value=\"token-of-the-attempt\"", "<html lang=\"zh-CN\">", "第 1 题，共 5 题", "第 5 题，共 5 题",
                "<progress max=\"5\" value=\"5\"", "单选题，请选一项", "多选题", "判断题，请选对或错", "提交答卷");
        assertThat(html.split("data-step")).hasSize(6);
        for (Paper.Place place : paper.places()) {
            assertThat(html).contains("id=\"item-" + place.id() + "\" data-item=\"" + place.id() + "\" data-min=\"1\"",
                    place.asked().question().stem(), "name=\"a." + place.id() + "\"");
        }
        assertThat(html).contains("type=\"checkbox\" name=\"a.q3\"", "type=\"radio\" name=\"a.q1\"", "data-max=\"5\"");
        assertThat(html).doesNotContain(" checked", "aria-describedby", " style=", "onclick", "role=\"alert\"");
    }

    @Test
    void judgementsAreShownInAFixedOrderWithoutLetters() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(server.get("/attempt?seed=" + seed))
                    .containsPattern("value=\"a\"><label for=\"q4a\"><span>对</span>")
                    .containsPattern("value=\"b\"><label for=\"q4b\"><span>错</span>");
        }
    }

    /** Whatever is right, the bytes are the same; so nothing in them can tell, neither text nor order nor markup. */
    @Test
    void thePaperTellsNothingOfTheAnswers() {
        for (int seed = 0; seed < 60; seed++) {
            for (String path : new String[] {"/attempt?seed=", "/attempt/half?seed="}) {
                var html = server.get(path + seed);

                assertThat(otherKey.get(path + seed)).isEqualTo(html);
                assertThat(html).doesNotContain("原文", "解释", "劳动合同法》", "第十九条", "试用期", "910", "rev")
                        .doesNotContainPattern("[SMJ]-\\d[^甲]");
            }
        }
        assertThat(server.get("/attempt?seed=1")).isNotEqualTo(server.get("/attempt?seed=2"));
    }

    /** Those of the paper come with the page, since the network may be gone when their turn comes. */
    @Test
    void picturesStandBelowTheirStemsAndInTheirOptions() {
        var paper = pictured.get("/attempt");
        var result = pictured.get("/result");

        assertThat(paper.split("<img ")).hasSize(1 + 5 + 3);
        assertThat(paper).contains("<img src=\"/pictures/" + "ab".repeat(32) + ".png\" alt=\"图 ",
                "&quot;&lt;b&gt;&quot;\" lang=\"zh-CN\" width=\"640\" height=\"480\">",
                "<img src=\"/pictures/" + "cd".repeat(32) + ".jpg\" alt=\"选项图\" lang=\"zh-CN\" width=\"90\" height=\"60\">")
                .doesNotContain("loading=");
        assertThat(result).contains("width=\"640\" height=\"480\" loading=\"lazy\">");
        assertThat(server.get("/attempt")).doesNotContain("<img");
    }

    @Test
    void afterAMistakeTheAnswersAreStillThereAndTheFaultIsNamed() {
        var html = server.get("/attempt/half");

        assertThat(html).contains("id=\"q1b\" value=\"b\" checked", "id=\"q3a\" value=\"a\" checked",
                "id=\"q3c\" value=\"c\" checked", "role=\"alert\"",
                "<a href=\"#item-q2\">第 2 题：还没有选答案。请选一项再继续。</a>", "<p class=\"err\" id=\"err-q2\">",
                "class=\"field bad\" id=\"item-q2\"", "aria-describedby=\"err-q2\"",
                "试卷上没有这一题。请刷新页面，按现在的试卷作答。");
        assertThat(html).doesNotContain("#item-q9", "#item-q1\"", "err-q3");
    }

    @Test
    void theResultGivesEachAnswerWithTheWordsOfTheLaw() {
        var html = server.get("/result");

        assertThat(html).contains("<title>您的成绩：55 分", "55<small>分，满分 100</small>", "答对 3 题，共 5 题",
                "劳动合同法每日五题，11月23日", "60 分合格，这次还没有达到", "明天 0:00 后可以再答。", "√ 答对", "× 答错",
                "您的答案：", "正确答案：<strong>", "<blockquote class=\"law\" lang=\"zh-CN\">原文", "<br>第二行<cite>",
                "<cite>《劳动合同法》第十九条第一款</cite>", "《劳动合同法》（2012-12-28修正）",
                new org.pufa.kernel.ReceiptCode(123456789012345L).spaced(), "href=\"/c/labor-quiz/results\"",
                "<a class=\"btn\" href=\"/\">");
        assertThat(html.split("class=\"ans\"")).hasSize(6);
        assertThat(html.split("mark wrong")).hasSize(3);
        assertThat(html).doesNotContain("抽奖", "奖品");
    }

    @Test
    void whoPassesIsToldSo() {
        var html = server.get("/result?right");

        assertThat(html).contains("已达到 60 分，合格。", "答对 5 题，共 5 题").doesNotContain("正确答案", "× 答错");
    }

    @Test
    void lettersOnTheResultAreThoseOfThePaper() {
        var place = Cast.paper(1).places().get(0);
        int position = place.shown().indexOf(place.asked().answer().iterator().next());

        assertThat(server.get("/result?right")).contains("您的答案：" + (char) ('A' + position) + "　"
                + place.asked().question().option(place.shown().get(position)).text());
    }

    @Test
    void withoutASheetThePageSaysThatTheParticipationCounts() {
        assertThat(server.get("/result?none")).contains("<h1>您的参与已经计入</h1>").doesNotContain("每题的答案");
    }

    @Test
    void theResultsSayWhatTheyCount() {
        var html = server.get("/results?n=9");

        assertThat(html).contains("总体成绩", "参与人次", "<span class=\"fig\">9</span>", "85.0", "66.7%",
                "合格率 = 达到 60 分的答卷（6 份）÷ 全部答卷（9 份）。", "截至 11月23日 10:42", "试用期", "<rect class=\"v\" width=\"",
                "href=\"/c/labor-quiz\"");
        assertThat(server.get("/results")).contains("还没有人提交答卷。").doesNotContain("class=\"fig\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/attempt", "/attempt/half", "/result", "/result?right", "/result?none", "/results",
        "/results?n=5"})
    void everyPageComesInEnglishAndInLargePrint(String path) {
        var english = server.get(path, "lang=en");
        var large = server.get(path, "size=large");

        assertThat(english).contains("<html lang=\"en\">", "Hangzhou law campaigns");
        assertThat(english.replaceAll("(?s)<(\\w+)[^>]* lang=\"zh-CN\".*?</\\1>", "").replaceAll("(?s)<footer.*", ""))
                .doesNotContainPattern("[\\u4e00-\\u9fa5&&[^法版]]{2}");
        assertThat(large).contains("<html lang=\"zh-CN\" data-size=\"large\">");
    }

    @Test
    void judgementsAreTranslated() {
        assertThat(server.get("/attempt", "lang=en")).contains("<span>True</span>", "Question 1 of 5",
                "<span lang=\"zh-CN\">");
    }
}
