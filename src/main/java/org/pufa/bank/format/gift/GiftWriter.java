package org.pufa.bank.format.gift;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Carriage;
import org.pufa.bank.format.Feedback;

/** Writes GIFT that Moodle imports: citation and quote stand in the feedback, the difficulty is a tag. */
public final class GiftWriter implements BankExport {

    @Override
    public String format() {
        return "gift";
    }

    @Override
    public String contentType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public String extension() {
        return "gift.txt";
    }

    @Override
    public List<Part> keeps() {
        return Part.WORDS;
    }

    @Override
    public Exported write(Bank bank, List<Question> questions, Album album) {
        return Carriage.write(questions, GiftWriter::refusal, GiftWriter::bytes);
    }

    private static Optional<String> refusal(Question question) {
        boolean lines = question.id().indexOf('\n') >= 0 || question.topic().indexOf('\n') >= 0
                || question.topic().startsWith("/") || question.topic().endsWith("/")
                || question.id().isEmpty();
        return lines || !Feedback.carries(question) ? Optional.of("bank.export.left-out.format")
                : Carriage.unpictured(question);
    }

    private static byte[] bytes(List<Question> questions) {
        var file = new StringBuilder();
        String topic = "";
        for (Question question : questions) {
            if (!question.topic().equals(topic)) {
                topic = question.topic();
                file.append("$CATEGORY: ").append(topic.replace("/", "//")).append("\n\n");
            }
            write(question, file);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Question question, StringBuilder file) {
        file.append("// [tag:难度").append(question.difficulty()).append("]\n");
        file.append("::").append(GiftText.escaped(question.id()).substring("[plain]".length())).append("::")
                .append(GiftText.escaped(question.stem())).append(" {");
        if (question.type() == QuestionType.JUDGE) {
            file.append(question.answer().contains("对") ? "TRUE" : "FALSE");
        } else {
            question.options().forEach(option -> file.append("\n  ").append(mark(question, option))
                    .append(GiftText.escaped(option.text())));
            file.append('\n');
        }
        file.append("####").append(GiftText.escaped(Feedback.text(question))).append("}\n\n");
    }

    /** Every right option of a multiple choice has its share of the points, and a wrong one takes them all away. */
    private static String mark(Question question, Option option) {
        boolean right = question.answer().contains(option.letter());
        if (question.type() == QuestionType.SINGLE) {
            return right ? "=" : "~";
        }
        return right ? String.format(Locale.ROOT, "~%%%.5f%%", 100.0 / question.answer().size()) : "~%-100%";
    }
}
