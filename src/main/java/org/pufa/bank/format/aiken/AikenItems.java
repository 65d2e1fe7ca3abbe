package org.pufa.bank.format.aiken;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pufa.bank.format.RawDraft;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;

/** Puts the lines of an Aiken file together to items, the broken ones too. */
final class AikenItems {

    private static final Pattern OPTION = Pattern.compile("\\s*([A-Z])[).]\\s*(.*)");
    private static final Pattern ANSWER = Pattern.compile("\\s*ANSWER\\s*[:：]\\s*(.*)");

    private final List<RawQuestion> items = new ArrayList<>();
    private final StringBuilder source = new StringBuilder();
    private final StringBuilder stem = new StringBuilder();
    private final List<String> options = new ArrayList<>();
    private RawDraft draft = new RawDraft(1);
    private boolean blank;
    private int number;

    void line(String line) {
        number++;
        Matcher option = OPTION.matcher(line);
        Matcher answer = ANSWER.matcher(line);
        if (line.isBlank()) {
            blank = true;
            return;
        } else if (answer.matches()) {
            begin(line);
            draft.answer(answer.group(1));
            finish();
        } else if (option.matches()) {
            option(line, option.group(1).charAt(0), option.group(2));
        } else {
            text(line);
        }
        blank = false;
    }

    private void begin(String line) {
        if (source.length() == 0) {
            draft = new RawDraft(number);
        }
        source.append(line).append('\n');
    }

    private void option(String line, char letter, String text) {
        if (blank && letter == 'A' && !options.isEmpty()) {
            finish();
        }
        begin(line);
        if (letter != 'A' + options.size()) {
            draft.reason(Reason.refusal("bank.intake.aiken.letter", number, RawDraft.letter(options.size()),
                    Character.toString(letter)));
        }
        options.add(text);
    }

    /** A line that is neither option nor answer: the question, or a line of it that was too long. */
    private void text(String line) {
        if (blank && !options.isEmpty()) {
            finish();
        }
        begin(line);
        if (options.isEmpty()) {
            stem.append(line).append('\n');
        } else {
            options.set(options.size() - 1, options.get(options.size() - 1) + "\n" + line);
            draft.reason(Reason.warning("bank.intake.aiken.wrapped", number));
        }
    }

    private void finish() {
        if (source.length() > 0) {
            options.forEach(draft::option);
            items.add(draft.stem(stem.toString()).source(source.toString().strip()).raw());
        }
        source.setLength(0);
        stem.setLength(0);
        options.clear();
    }

    List<RawQuestion> all() {
        finish();
        return items;
    }
}
