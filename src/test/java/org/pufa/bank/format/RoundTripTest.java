package org.pufa.bank.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.aiken.AikenReader;
import org.pufa.bank.format.aiken.AikenWriter;
import org.pufa.bank.format.csv.CsvReader;
import org.pufa.bank.format.csv.CsvWriter;
import org.pufa.bank.format.docx.DocxReader;
import org.pufa.bank.format.gift.GiftReader;
import org.pufa.bank.format.gift.GiftWriter;
import org.pufa.bank.format.keyed.JsonReader;
import org.pufa.bank.format.keyed.JsonWriter;
import org.pufa.bank.format.keyed.YamlReader;
import org.pufa.bank.format.keyed.YamlWriter;
import org.pufa.bank.format.moodle.MoodleReader;
import org.pufa.bank.format.moodle.MoodleWriter;
import org.pufa.bank.format.print.DocxWriter;
import org.pufa.bank.format.print.TextWriter;
import org.pufa.bank.format.xlsx.XlsxReader;
import org.pufa.bank.format.xlsx.XlsxWriter;

/** What is exported comes back exactly, whatever signs its texts hold; what would not is left out by name. */
class RoundTripTest {

    @Provide
    Arbitrary<List<Question>> questions() {
        return Nasty.questions();
    }

    @Property(tries = 400)
    void yamlGivesEveryQuestionBack(@ForAll("questions") List<Question> questions) {
        assertThat(ReadBack.holds(new YamlWriter(), new YamlReader(), questions)).isEmpty();
    }

    @Property(tries = 400)
    void jsonGivesEveryQuestionBack(@ForAll("questions") List<Question> questions) {
        assertThat(ReadBack.holds(new JsonWriter(), new JsonReader(), questions)).isEmpty();
    }

    @Property(tries = 400)
    void csvGivesEveryQuestionBack(@ForAll("questions") List<Question> questions) {
        assertThat(ReadBack.holds(new CsvWriter(), new CsvReader(), questions)).isEmpty();
    }

    @Property(tries = 60)
    void excelGivesEveryQuestionBack(@ForAll("questions") List<Question> questions) {
        assertThat(ReadBack.holds(new XlsxWriter(), new XlsxReader(), questions)).isEmpty();
    }

    @Property(tries = 400)
    void giftGivesBackWhatItTakes(@ForAll("questions") List<Question> questions) {
        var leftOut = ReadBack.holds(new GiftWriter(), new GiftReader(), questions);

        assertThat(leftOut).hasSize((int) questions.stream().filter(RoundTripTest::isRareForPlatforms).count());
    }

    @Property(tries = 400)
    void moodleGivesBackWhatItTakes(@ForAll("questions") List<Question> questions) {
        var leftOut = ReadBack.holds(new MoodleWriter(), new MoodleReader(), questions);

        assertThat(leftOut).hasSize((int) questions.stream().filter(RoundTripTest::isRareForPlatforms).count());
    }

    /** A topic that is a path, or texts that look like the lines for citation and quote. */
    private static boolean isRareForPlatforms(Question question) {
        return question.topic().startsWith("/") || question.topic().endsWith("/") || !Feedback.carries(question);
    }

    @Property(tries = 400)
    void aikenGivesBackSingleChoice(@ForAll("questions") List<Question> questions) {
        var leftOut = ReadBack.holds(new AikenWriter(), new AikenReader(), questions);

        assertThat(leftOut).containsAll(questions.stream().filter(question -> question.type() != QuestionType.SINGLE)
                .map(Question::id).toList());
    }

    @Property(tries = 60)
    void textGivesBackWhatItTakes(@ForAll("questions") List<Question> questions) {
        ReadBack.holds(new TextWriter(), new TextReader(), questions);
    }

    @Property(tries = 15)
    void wordGivesBackWhatItTakes(@ForAll("questions") List<Question> questions) {
        ReadBack.holds(new DocxWriter(), new DocxReader(), questions);
    }
}
