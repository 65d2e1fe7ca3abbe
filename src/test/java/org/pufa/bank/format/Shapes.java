package org.pufa.bank.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Judge;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;

/** Small files in the shapes in which questions occur, and what reading them says. */
public final class Shapes {

    private Shapes() {
    }

    public static SourceFile file(String name) {
        try (var in = Shapes.class.getResourceAsStream("/org/pufa/bank/format/" + name)) {
            return new SourceFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every item as the judge sees it: its state, type, options and answer in one line. */
    public static List<String> judged(QuestionReader reader, SourceFile file) {
        var read = ReadBack.read(reader, file);
        return read.stream().map(raw -> line(new Judge().judge(1, raw))).toList();
    }

    private static String line(Item item) {
        return item.raw().line() + " " + item.state() + " " + item.type().map(type -> type.code()).orElse("-") + " "
                + item.options().size() + " " + String.join("", item.answer());
    }

    public static List<String> keys(RawQuestion raw) {
        return raw.reasons().stream().map(Reason::key).toList();
    }
}
