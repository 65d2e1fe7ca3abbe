package org.pufa.bank.format.aiken;

import java.util.List;
import java.util.regex.Pattern;
import org.pufa.bank.format.TextBytes;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** Reads Aiken: a question, lines A) or A. for the options, and a line ANSWER: for the right one. */
public final class AikenReader implements QuestionReader {

    private static final Pattern ANSWER = Pattern.compile("(?m)^\\s*ANSWER\\s*:\\s*[A-Z]\\s*$");
    private static final Pattern OPTION = Pattern.compile("(?m)^\\s*A[).]\\s*\\S");

    @Override
    public String format() {
        return "aiken";
    }

    @Override
    public boolean recognises(SourceFile file) {
        String beginning = TextBytes.beginning(file.content());
        return ANSWER.matcher(beginning).find() && OPTION.matcher(beginning).find();
    }

    @Override
    public List<RawQuestion> read(SourceFile file) throws UnreadableFile {
        var items = new AikenItems();
        TextBytes.text(file.content()).lines().forEach(items::line);
        return items.all();
    }
}
