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
    private final List<StringBuilder> options = new ArrayList<>();
    private RawDraft draft = new RawDraft(1);
    private boolean blank;
    private boolean inOrder = true;
    private int number;
    /** The first line that went on with an option. */
    private int wrapped;

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
        if (letter != 'A' + options.size() && inOrder) {
            inOrder = false;
            draft.reason(Reason.refusal("bank.intake.aiken.letter", number, RawDraft.letter(options.size()),
                    Character.toString(letter)));
        }
        options.add(new StringBuilder(text));
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
            var last = options.get(options.size() - 1);
            wrapped = wrapped == 0 ? number : wrapped;
            last.append('\n').append(line);
        }
    }

    private void finish() {
        if (source.length() > 0) {
            options.forEach(option -> draft.option(option.toString()));
            if (wrapped > 0) {
                draft.reason(Reason.warning("bank.intake.aiken.wrapped", wrapped));
            }
            items.add(draft.stem(stem.toString()).source(source.toString().strip()).raw());
        }
        source.setLength(0);
        stem.setLength(0);
        options.clear();
        wrapped = 0;
        inOrder = true;
    }

    List<RawQuestion> all() {
        finish();
        return items;
    }
}
