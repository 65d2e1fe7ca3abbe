package org.pufa.bank.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pufa.bank.Album;
import org.pufa.bank.BankExport;
import org.pufa.bank.BankExport.Part;
import org.pufa.bank.BankFile;
import org.pufa.bank.Citation;
import org.pufa.bank.Exported.LeftOut;
import org.pufa.bank.Picture;
import org.pufa.bank.PictureType;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.docx.DocxReader;
import org.pufa.bank.format.keyed.JsonReader;
import org.pufa.bank.format.keyed.JsonWriter;
import org.pufa.bank.format.keyed.YamlReader;
import org.pufa.bank.format.keyed.YamlWriter;
import org.pufa.bank.format.moodle.MoodleReader;
import org.pufa.bank.format.moodle.MoodleWriter;
import org.pufa.bank.format.print.DocxWriter;
import org.pufa.bank.format.xlsx.XlsxReader;
import org.pufa.bank.format.xlsx.XlsxWriter;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.picture.Painter;
import org.pufa.support.Painted;

/** Pictures come back with their questions, byte for byte, in their places and order, with what they show. */
class PicturedRoundTripTest {

    private static final Picture SIGN = painted(Painted.plain("png", 60, 40));
    private static final Picture SITE = painted(Painted.photograph(900, 600));
    private static final Album ALBUM = Album.of(List.of(SIGN, SITE));

    private static Picture painted(byte[] content) {
        return ((Painter.Painted) new Painter(0).paint(content)).picture();
    }

    @Provide
    Arbitrary<List<Question>> pictured() {
        return Nasty.picturedQuestions();
    }

    @Property(tries = 150)
    void yamlGivesEveryPictureBack(@ForAll("pictured") List<Question> questions) {
        assertThat(ReadBack.holds(new YamlWriter(), new YamlReader(), questions)).isEmpty();
    }

    @Property(tries = 150)
    void jsonGivesEveryPictureBack(@ForAll("pictured") List<Question> questions) {
        assertThat(ReadBack.holds(new JsonWriter(), new JsonReader(), questions)).isEmpty();
    }

    @Property(tries = 150)
    void moodleGivesBackWhatItTakes(@ForAll("pictured") List<Question> questions) {
        var leftOut = ReadBack.holds(new MoodleWriter(), new MoodleReader(), questions);

        assertThat(leftOut).hasSize((int) questions.stream().filter(question -> question.topic().startsWith("/")
                || question.topic().endsWith("/") || !Feedback.carries(question)).count());
    }

    @Property(tries = 40)
    void excelGivesEveryPictureBack(@ForAll("pictured") List<Question> questions) {
        assertThat(ReadBack.holds(new XlsxWriter(), new XlsxReader(), questions)).isEmpty();
    }

    @Property(tries = 15)
    void wordGivesBackWhatItTakes(@ForAll("pictured") List<Question> questions) {
        ReadBack.holds(new DocxWriter(), new DocxReader(), questions);
    }

    /** One question of each type, as an office would write them. */
    private static List<Question> plain() {
        var citation = new Citation("劳动法", Nasty.BANK.version(), "第二十一条");
        return List.of(new Question("P-1", QuestionType.SINGLE, "标志", 1, "图中的标志表示什么？（　）", List.of(new Option("A", "禁止"),
                        new Option("B", "允许"), new Option("C", "当心")), List.of("A"), citation, "原文。", "说明。",
                        List.of(QuestionPicture.of("stem", "红圈斜杠", SIGN), QuestionPicture.of("stem", "同一标志的照片", SITE))),
                new Question("P-2", QuestionType.MULTIPLE, "标志", 2, "哪些标志表示禁止？", List.of(new Option("A", "甲图"),
                        new Option("B", "乙图"), new Option("C", "丙图")), List.of("A", "C"), citation, "", "",
                        List.of(QuestionPicture.of("A", "红圈", SIGN), QuestionPicture.of("B", "蓝圈", SITE),
                                QuestionPicture.of("C", QuestionPicture.UNTOLD, SIGN))),
                new Question("P-3", QuestionType.JUDGE, "标志", 3, "图中的做法是对的。", Question.JUDGEMENTS, List.of("错"), citation,
                        "", "说明。", List.of(QuestionPicture.of("stem", "工人没有戴安全帽", SITE))),
                new Question("P-4", QuestionType.SINGLE, "标志", 3, "没有图的题？", List.of(new Option("A", "是"), new Option("B", "否定")),
                        List.of("B"), citation, "", ""));
    }

    static Stream<BankExport> exports() {
        return Exports.all().stream();
    }

    @ParameterizedTest
    @MethodSource("exports")
    void aBankOfPicturesGoesThroughEveryFormatThatHoldsThemAndIsLeftOutByNameOfTheOthers(BankExport export) {
        var exported = export.write(Nasty.BANK, plain(), ALBUM);
        var harvest = new Intake(Formats.readers()).read(new SourceFile("bank." + export.extension(), exported.content()));

        assertThat(harvest.format()).isEqualTo(export.format());
        if (export.keeps().contains(Part.PICTURES)) {
            assertThat(exported.leftOut()).isEmpty();
            assertThat(harvest.refused()).isZero();
            assertThat(harvest.items().stream().map(item -> item.pictures()).toList())
                    .isEqualTo(plain().stream().map(Question::pictures).toList());
            assertThat(harvest.album()).isEqualTo(ALBUM);
        } else {
            assertThat(exported.leftOut().stream().filter(left -> left.key().endsWith(".picture")).map(LeftOut::question))
                    .containsAnyOf("P-1").doesNotContain("P-4");
            assertThat(harvest.items()).hasSize(1);
        }
    }

    @Test
    void theYamlIsWhatABankWithPicturesIsLoadedFrom() {
        var questions = plain().stream().map(question -> new Question(question.id(), question.type(), question.topic(),
                question.difficulty(), question.stem(), question.options(), question.answer(), question.citation(), "原文。",
                "说明。", question.pictures())).limit(3).toList();
        var exported = new YamlWriter().write(Nasty.BANK, questions, ALBUM);

        var reading = new BankYaml().read(List.of(new BankFile("bank.yaml",
                new String(exported.content(), StandardCharsets.UTF_8))));

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.drafts().get(0).questions()).isEqualTo(questions);
        assertThat(reading.drafts().get(0).album()).isEqualTo(ALBUM);
    }

    @Test
    void questionsWhosePicturesWouldMakeTheFileTooLargeAreLeftOutByName() {
        var large = Stream.iterate(0, i -> i + 1).limit(20).map(i -> {
            var content = new byte[Picture.LARGEST];
            content[0] = i.byteValue();
            return Picture.of(PictureType.PNG, 9, 9, content);
        }).toList();
        var questions = large.stream().map(picture -> new Question("L-" + picture.content()[0], QuestionType.JUDGE, "", 1,
                "题", Question.JUDGEMENTS, List.of("对"), Citation.NONE, "", "",
                List.of(QuestionPicture.of("stem", "图", picture)))).toList();

        var exported = new YamlWriter().write(Nasty.BANK, questions, Album.of(large));

        assertThat(exported.leftOut()).isNotEmpty().hasSizeLessThan(20)
                .allMatch(left -> left.key().equals("bank.export.left-out.room"));
        assertThat(exported.content().length).isLessThan(4 * 1024 * 1024);
    }
}
