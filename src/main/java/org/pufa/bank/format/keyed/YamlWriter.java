package org.pufa.bank.format.keyed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Carriage;

/** Writes a bank file that people go on writing: the keys in their usual order, a line for each. */
public final class YamlWriter implements BankExport {

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
    public Exported write(Bank bank, List<Question> questions) {
        return Carriage.write(questions, carried -> bytes(bank, carried));
    }

    private static byte[] bytes(Bank bank, List<Question> questions) {
        var file = new StringBuilder();
        line(file, "", "bank", bank.code());
        line(file, "", "title", bank.title());
        line(file, "", "law", bank.law());
        line(file, "", "version", bank.version());
        file.append("questions:\n");
        questions.forEach(question -> write(file, bank, question));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder file, String indent, String key, String text) {
        file.append(indent).append(key).append(": ").append(YamlScalar.of(text)).append('\n');
    }

    private static void write(StringBuilder file, Bank bank, Question question) {
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
        file.append('\n');
    }

    private static String answer(Question question) {
        return switch (question.type()) {
            case SINGLE -> question.answer().get(0);
            case MULTIPLE -> "[" + String.join(", ", question.answer()) + "]";
            case JUDGE -> '"' + question.answer().get(0) + '"';
        };
    }
}
