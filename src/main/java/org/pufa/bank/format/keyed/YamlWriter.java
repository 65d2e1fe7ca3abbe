package org.pufa.bank.format.keyed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Picture;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Base64Text;
import org.pufa.bank.format.Carriage;

/** Writes a bank file that people go on writing: the keys in their usual order, a line for each. */
public final class YamlWriter implements BankExport {

    /** For pictures, in bytes: files of this sort are read only up to a few megabytes. */
    private static final long ROOM = 1536 * 1024;
    private static final int DATA_LINE = 100;

    @Override
    public String format() {
        return "yaml";
    }

    @Override
    public String contentType() {
        return "application/yaml; charset=utf-8";
    }

    @Override
    public String extension() {
        return "yaml";
    }

    @Override
    public List<Part> keeps() {
        return List.of(Part.values());
    }

    @Override
    public Exported write(Bank bank, List<Question> questions, Album album) {
        return Carriage.write(questions, Carriage.within(ROOM, album), carried -> bytes(bank, carried, album));
    }

    private static byte[] bytes(Bank bank, List<Question> questions, Album album) {
        var file = new StringBuilder();
        line(file, "", "bank", bank.code());
        line(file, "", "title", bank.title());
        line(file, "", "law", bank.law());
        line(file, "", "version", bank.version());
        file.append("questions:\n");
        questions.forEach(question -> write(file, bank, question, album));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder file, String indent, String key, String text) {
        file.append(indent).append(key).append(": ").append(YamlScalar.of(text)).append('\n');
    }

    private static void write(StringBuilder file, Bank bank, Question question, Album album) {
        String in = "    ";
        line(file, "  - ", "id", question.id());
        line(file, in, "type", question.type().code());
        line(file, in, "topic", question.topic());
        file.append(in).append("difficulty: ").append(question.difficulty()).append('\n');
        line(file, in, "stem", question.stem());
        if (question.type() != QuestionType.JUDGE) {
            file.append(in).append("options:\n");
            question.options().forEach(option -> line(file, in + "  ", option.letter(), option.text()));
        }
        file.append(in).append("answer: ").append(answer(question)).append('\n');
        var citation = question.citation();
        line(file, in, "cite", citation.law().equals(bank.law()) ? citation.article() : citation.toString());
        line(file, in, "quote", question.quote());
        line(file, in, "explain", question.explanation());
        if (!question.pictures().isEmpty()) {
            file.append(in).append("pictures:\n");
            question.pictures().forEach(one -> write(file, in + "  ", one, album.get(one)));
        }
        file.append('\n');
    }

    private static void write(StringBuilder file, String in, QuestionPicture placed, Picture picture) {
        line(file, in + "- ", "place", placed.place());
        line(file, in + "  ", "alt", placed.alt());
        file.append(in).append("  data: |-\n");
        String data = Base64Text.of(picture.content());
        for (int from = 0; from < data.length(); from += DATA_LINE) {
            file.append(in).append("    ").append(data, from, Math.min(data.length(), from + DATA_LINE)).append('\n');
        }
    }

    private static String answer(Question question) {
        return switch (question.type()) {
            case SINGLE -> question.answer().get(0);
            case MULTIPLE -> "[" + String.join(", ", question.answer()) + "]";
            case JUDGE -> '"' + question.answer().get(0) + '"';
        };
    }
}
