package org.pufa.bank.format.aiken;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Carriage;

/** Writes Aiken, which holds single choice only, and of each question only what people see before they answer. */
public final class AikenWriter implements BankExport {

    private static final Pattern NOT_A_STEM = Pattern.compile("[A-Z][).].*|ANSWER\\s*[:：].*");

    @Override
    public String format() {
        return "aiken";
    }

    @Override
    public String contentType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public String extension() {
        return "aiken.txt";
    }

    @Override
    public List<Part> keeps() {
        return List.of(Part.STEM, Part.OPTIONS, Part.ANSWER);
    }

    @Override
    public Exported write(Bank bank, List<Question> questions, Album album) {
        return Carriage.write(questions, AikenWriter::refusal, AikenWriter::bytes);
    }

    private static Optional<String> refusal(Question question) {
        if (question.type() != QuestionType.SINGLE) {
            return Optional.of("bank.export.left-out.single-only");
        }
        boolean lines = Stream.concat(Stream.of(question.stem()), question.options().stream().map(Option::text))
                .anyMatch(text -> text.indexOf('\n') >= 0);
        return lines || NOT_A_STEM.matcher(question.stem()).matches() || question.options().size() > 26
                ? Optional.of("bank.export.left-out.format") : Carriage.unpictured(question);
    }

    private static byte[] bytes(List<Question> questions) {
        var file = new StringBuilder();
        for (Question question : questions) {
            file.append(question.stem()).append('\n');
            question.options().forEach(option -> file.append(option.letter()).append(") ").append(option.text())
                    .append('\n'));
            file.append("ANSWER: ").append(question.answer().get(0)).append("\n\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
