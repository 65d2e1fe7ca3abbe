package org.pufa.bank.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pufa.bank.BankExport;
import org.pufa.bank.BankExport.Part;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;
import org.pufa.bank.picture.Painter;

/** Writes questions, reads the file, and makes questions again of what was read. */
public final class ReadBack {

    private static final Pattern CITATION = Pattern.compile("《(.*)》(第.*)", Pattern.DOTALL);

    private ReadBack() {
    }

    /** Holds that all questions but those left out come back, as far as the format keeps them. */
    public static List<String> holds(BankExport export, QuestionReader reader, List<Question> questions) {
        var exported = export.write(Nasty.BANK, questions, Nasty.ALBUM);
        var leftOut = exported.leftOut().stream().map(left -> left.question()).toList();
        var carried = new ArrayList<>(questions);
        leftOut.forEach(id -> carried.remove(carried.stream().filter(question -> question.id().equals(id)).findFirst()
                .orElseThrow()));

        var file = new SourceFile("questions." + export.extension(), exported.content());
        var read = read(reader, file);

        assertThat(export.format()).isEqualTo(reader.format());
        assertThat(read).hasSameSizeAs(carried);
        for (int i = 0; i < read.size(); i++) {
            assertThat(kept(question(read.get(i), carried.get(i)), export)).isEqualTo(kept(carried.get(i), export));
        }
        return leftOut;
    }

    public static List<RawQuestion> read(QuestionReader reader, SourceFile file) {
        try {
            return reader.read(file);
        } catch (UnreadableFile e) {
            throw new AssertionError(e.reason().toString(), e);
        }
    }

    /** What was read, as a question; parts that only the twin can tell are taken from it. */
    private static Question question(RawQuestion raw, Question twin) {
        var type = type(raw);
        Matcher citation = CITATION.matcher(raw.citation());
        var cited = citation.matches() ? new Citation(citation.group(1), twin.citation().version(), citation.group(2))
                : twin.citation();
        return new Question(raw.code(), type, raw.topic(), raw.difficulty().isEmpty() ? 1
                : Integer.parseInt(raw.difficulty()), raw.stem(),
                type == QuestionType.JUDGE ? Question.JUDGEMENTS : raw.options(), answer(raw.answer()), cited, raw.quote(),
                raw.explanation(), pictures(raw));
    }

    /** As they would be kept. */
    private static List<QuestionPicture> pictures(RawQuestion raw) {
        return raw.pictures().stream().map(picture -> QuestionPicture.of(picture.place(), CleanText.of(picture.alt()),
                ((Painter.Painted) new Painter(0).paint(picture.content())).picture())).toList();
    }

    private static QuestionType type(RawQuestion raw) {
        return switch (raw.typeWord()) {
            case "judge", "判断题" -> QuestionType.JUDGE;
            case "multiple", "多选题" -> QuestionType.MULTIPLE;
            case "single", "单选题", "" -> QuestionType.SINGLE;
            default -> throw new AssertionError(raw.typeWord());
        };
    }

    private static List<String> answer(String text) {
        return Arrays.stream(text.replaceAll("[ ,]", "").split("")).toList();
    }

    /** The question without what the format does not hold. */
    private static Question kept(Question question, BankExport export) {
        var parts = export.keeps();
        assertThat(parts).contains(Part.STEM, Part.OPTIONS, Part.ANSWER);
        return new Question(parts.contains(Part.ID) ? question.id() : "", question.type(),
                parts.contains(Part.TOPIC) ? question.topic() : "", parts.contains(Part.DIFFICULTY) ? question.difficulty() : 1,
                question.stem(), question.options().stream().map(option -> new Option(option.letter(), option.text())).toList(),
                question.answer(), parts.contains(Part.CITATION) ? question.citation()
                        : new Citation("法", "一", "第一条"), parts.contains(Part.QUOTE) ? question.quote() : "",
                parts.contains(Part.EXPLANATION) ? question.explanation() : "", question.pictures());
    }
}
