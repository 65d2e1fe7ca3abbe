package org.pufa.bank.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pufa.bank.format.text.Figures;
import org.pufa.bank.format.text.Line;
import org.pufa.bank.format.text.Signs;
import org.pufa.bank.format.text.TextQuestions;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** Reads plain text and Markdown as people type it; takes any text, so it comes after all other readers. */
public final class TextReader implements QuestionReader {

    private static final String ESCAPED = "\\`*_{}[]()#+-.!|<>~";

    @Override
    public String format() {
        return "text";
    }

    @Override
    public boolean recognises(SourceFile file) {
        return TextBytes.isText(file.content());
    }

    @Override
    public List<RawQuestion> read(SourceFile file) throws UnreadableFile {
        String text = Signs.without(TextBytes.text(file.content()));
        String name = file.name().toLowerCase(Locale.ROOT);
        return TextQuestions.read(lines(text, name.endsWith(".md") || name.endsWith(".markdown")), new Figures());
    }

    private static List<Line> lines(String text, boolean markdown) {
        var lines = new ArrayList<Line>();
        for (String line : text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1)) {
            lines.add(new Line(lines.size() + 1, markdown ? withoutEscapes(withoutMarks(line)) : withoutMarks(line)));
        }
        return lines;
    }

    /** Without the marks of lists, headings, quotations and emphasis, which people also type in plain text. */
    private static String withoutMarks(String line) {
        int at = 0;
        while (at < line.length() && (" \t\u3000\uFEFF#>".indexOf(line.charAt(at)) >= 0
                || "-*+•●▪◆".indexOf(line.charAt(at)) >= 0 && at + 1 < line.length() && line.charAt(at + 1) == ' ')) {
            at++;
        }
        return line.substring(at).replace("**", "").replace("\u200B", "");
    }

    private static String withoutEscapes(String line) {
        var plain = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            boolean escape = line.charAt(i) == '\\' && i + 1 < line.length()
                    && ESCAPED.indexOf(line.charAt(i + 1)) >= 0;
            plain.append(escape ? line.charAt(++i) : line.charAt(i));
        }
        return plain.toString();
    }
}
