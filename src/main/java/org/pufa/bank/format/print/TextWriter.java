package org.pufa.bank.format.print;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Question;
import org.pufa.bank.format.Carriage;
import org.pufa.bank.format.TextReader;

/** Writes plain text as people type it, numbered, with the answer below each question. */
public final class TextWriter implements BankExport {

    @Override
    public String format() {
        return "text";
    }

    @Override
    public String contentType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public List<Part> keeps() {
        return Part.WORDS;
    }

    @Override
    public Exported write(Bank bank, List<Question> questions, Album album) {
        return new Proof(new TextReader(), "questions.txt", Carriage::unpictured).write(questions, TextWriter::bytes);
    }

    private static byte[] bytes(List<Question> questions) {
        var file = new StringBuilder();
        for (int i = 0; i < questions.size(); i++) {
            PrintedQuestion.of(i + 1, questions.get(i)).lines().forEach(line -> file.append(line).append('\n'));
            file.append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
