package org.pufa.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.pufa.House;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Banks;
import org.pufa.bank.format.BankYaml;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Window;
import org.pufa.kinds.quiz.QuizKind;
import org.pufa.kinds.survey.SurveyKind;
import org.pufa.kinds.vote.VoteKind;
import org.pufa.yaml.Mistake;

/** The rules say what the settings say: every number of a definition that a participant can feel stands in them. */
class RulesTextTest {

    private static final Messages MESSAGES = House.messages();
    private static final DefinitionReader READER = new DefinitionReader(new Kinds(
            new QuizKind(new Banks(new BankYaml(), new AuditLog(Clock.systemUTC()), Clock.systemUTC()), MESSAGES), new SurveyKind(MESSAGES),
            new VoteKind(MESSAGES)));
    private static final Window WINDOW = new Window(Instant.parse("2026-11-30T16:00:00Z"),
            Instant.parse("2026-12-07T16:00:00Z"));

    private static String rules(Lang lang, String kind, String plan, int times, int minutes) {
        var reading = READER.read("x.yaml", """
                slug: some-campaign
                kind: %s
                title: 标题
                lead: 导语
                summary: 简介
                organizer: 某市人力资源和社会保障局
                phone: "0571-12333"
                window: { opens: start, days: 7 }
                limit: { per: day, times: %d }
                minutes: %d
                privacy: 不收姓名。
                rules: [{ title: 另外, text: 另外的说明。 }]
                %s
                """.formatted(kind, times, minutes, plan));
        assertThat(reading.mistakes()).isEmpty();
        return new RulesText(MESSAGES).of(lang, reading.definition().orElseThrow(), WINDOW).stream()
                .map(clause -> clause.title() + "\n" + clause.text()).collect(Collectors.joining("\n"));
    }

    /** The number as a whole word, so that 1 is not found in 12. */
    private static void hasNumbers(String text, int... numbers) {
        IntStream.of(numbers).forEach(number ->
                assertThat(text).containsPattern("(?<![0-9,])" + String.format("%,d", number) + "(?!,?[0-9])"));
    }

    @Property(tries = 60)
    void ofAQuiz(@ForAll @IntRange(min = 2, max = 1000) int times, @ForAll @IntRange(min = 1, max = 120) int minutes,
            @ForAll @IntRange(min = 1, max = 24) int singles, @ForAll @IntRange(min = 1, max = 24) int judges,
            @ForAll @IntRange(min = 1, max = 100) int points, @ForAll @IntRange(min = 1, max = 100) int others) {
        int max = singles * points + judges * others;
        int pass = (max + 1) / 2;
        for (Lang lang : Lang.values()) {
            String text = rules(lang, "quiz", """
                    quiz:
                      bank: some
                      draw: [{ type: single, count: %d }, { type: judge, count: %d }]
                      points: { single: %d, judge: %d }
                      pass: %d
                    """.formatted(singles, judges, points, others, pass), times, minutes);

            hasNumbers(text, times, minutes, singles, judges, singles + judges, points, others, max, pass);
            assertThat(text).contains("0571-12333", "某市人力资源和社会保障局", "不收姓名。", "另外的说明。");
        }
    }

    private static final List<String> THIRTEEN = List.of("奖项种类", "参与条件", "参与方式", "开奖时间", "开奖方式", "奖品价格",
            "奖品名称和数量", "兑奖时间", "兑奖条件", "兑奖方式", "奖品交付方式", "弃奖条件", "主办方和联系方式");

    private static DefinitionReader.Reading withPrizes(String phone, int value, int count, int drawn, int days,
            String who, int pass) {
        return READER.read("x.yaml", """
                slug: some-campaign
                kind: quiz
                title: 标题
                lead: 导语
                summary: 简介
                organizer: 某市人力资源和社会保障局
                %s
                window: { opens: 2026-12-01 00:00, closes: 2026-12-07 24:00 }
                limit: { per: day, times: 1 }
                minutes: 3
                privacy: 不收姓名。
                prizes:
                  who: %s
                  chances: entry
                  drawn: %d
                  items: [{ level: 一等奖, item: 话费, value: %d, count: %d }, { level: 纪念奖, item: 雨伞, value: 20, count: 777 }]
                  claim: { days: %d, need: 凭证件, how: 到大厅, delivery: 当面给, forfeit: 逾期作废 }
                quiz: { bank: some, draw: [{ type: single, count: 5 }], points: { single: 20 }, pass: %d }
                """.formatted(phone, who, drawn, value, count, days, pass));
    }

    @Property(tries = 40)
    void allThirteenItemsStandInTheRulesOfACampaignWithPrizes(@ForAll @IntRange(max = 50_000) int value,
            @ForAll @IntRange(min = 1, max = 100_000) int count, @ForAll @IntRange(min = 1, max = 20) int drawn,
            @ForAll @IntRange(min = 1, max = 3) int days) {
        var reading = withPrizes("phone: \"0571-12333\"", value, count, drawn, days, "passed", 60);
        assertThat(reading.mistakes()).isEmpty();

        for (Lang lang : Lang.values()) {
            var clauses = new RulesText(MESSAGES).prizes(lang, reading.definition().orElseThrow(), WINDOW);
            String text = clauses.stream().map(RulesText.Clause::text).collect(Collectors.joining("\n"));
            hasNumbers(text, value, count, 777, 20);
            assertThat(text).contains("话费", "雨伞", "凭证件", "到大厅", "当面给", "逾期作废", "0571-12333",
                    Format.day(lang, LocalDate.of(2026, 12, 7).plusDays(drawn)),
                    Format.day(lang, LocalDate.of(2026, 12, 7).plusDays(drawn + days)));
            if (lang == Lang.ZH) {
                assertThat(clauses).extracting(RulesText.Clause::title).containsExactlyElementsOf(THIRTEEN);
            }
        }
    }

    @Example
    void aCampaignWithPrizesNeedsATelephoneAModestTopPrizeAndAPassMarkToPass() {
        var wrong = withPrizes("", 50_001, 1, 3, 30, "passed", 0);

        assertThat(wrong.mistakes()).extracting(Mistake::field).containsExactlyInAnyOrder("phone",
                "prizes.items[1].value", "prizes.who");
    }

    @Property(tries = 40)
    void ofAVote(@ForAll @IntRange(min = 2, max = 30) int candidates, @ForAll @IntRange(min = 0, max = 30) int least) {
        int min = Math.min(least, candidates);
        String listed = IntStream.rangeClosed(1, candidates).mapToObj(i -> "{ number: \"%d\", name: 甲, unit: 乙, "
                .formatted(i) + "deeds: 丙, story: 丁 }").collect(Collectors.joining(", "));
        for (String results : List.of("live", "closed", "never")) {
            String text = rules(Lang.ZH, "vote", ("vote: { order: random, results: %s, categories: [{ id: c, "
                    + "title: 建设类, min: %d, max: %d, candidates: [%s] }] }").formatted(results, min, candidates,
                    listed), 3, 5);

            hasNumbers(text, candidates, min);
            assertThat(text).contains("建设类");
            assertThat(text.contains("结束后公布")).isEqualTo(results.equals("closed"));
            assertThat(text.contains("随时可以看到票数")).isEqualTo(results.equals("live"));
        }
    }

    @Property(tries = 30)
    void ofASurvey(@ForAll @IntRange(min = 1, max = 50) int questions, @ForAll @IntRange(min = 0, max = 50) int asked,
            @ForAll boolean anonymous) {
        int required = Math.min(asked, questions);
        String listed = IntStream.rangeClosed(1, questions).mapToObj(i -> "{ id: q%d, type: text, required: %s, ask: 问, maxlength: 9 }"
                .formatted(i, i <= required)).collect(Collectors.joining(", "));

        String text = rules(Lang.ZH, "survey", "survey: { anonymous: %s, sections: [{ title: 甲, questions: [%s] }] }"
                .formatted(anonymous, listed), 2, 4);

        hasNumbers(text, questions, required);
        assertThat(text.contains("谁也查不出")).isEqualTo(anonymous);
    }
}
