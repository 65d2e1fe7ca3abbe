package org.pufa.bank.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.Question.Option;
import org.pufa.bank.intake.CleanText;

/**
 * The letter with which an option begins: A. Ａ、 (A) 【A】, or only A where the next letter is due.
 *
 * @param end where the text of the option begins
 * @param sure false for a bare letter
 */
record OptionMark(char letter, int from, int end, boolean sure) {

    private static final String BEHIND = ".．、:：,，)）】]〕｡";
    private static final int MOST_SPACES = 2;
    private static final int MOST_TRIES = 4;
    private static final int MOST_OPTIONS = 14;
    /** No option is so long that the next one begins farther on. */
    private static final int FARTHEST = 3000;

    /** The options found in one passage, and where the first begins. */
    record Run(int from, List<Option> options) {
    }

    /** The mark at this place, whatever its letter. */
    static Optional<OptionMark> at(String text, int from) {
        int at = Scan.skipSpaces(text, from);
        if (Scan.isOneOf(text, at, Scan.OPENING)) {
            int close = Scan.skipSpaces(text, Scan.skipSpaces(text, at + 1) + 1);
            char letter = Scan.letter(text, Scan.skipSpaces(text, at + 1));
            return letter > 0 && Scan.isOneOf(text, close, Scan.CLOSING)
                    ? Optional.of(new OptionMark(letter, at, behind(text, close + 1), true)) : Optional.empty();
        }
        char letter = Scan.letter(text, at);
        int sign = Scan.skipSpaces(text, at + 1);
        if (letter == 0) {
            return small(text, at);
        } else if (Scan.isOneOf(text, sign, BEHIND) && sign - at <= MOST_SPACES + 1) {
            return Optional.of(new OptionMark(letter, at, sign + 1, true));
        }
        boolean bare = Scan.isSpace(text, at + 1) || Scan.isHan(text.charAt(at + 1));
        return bare && at + 1 < text.length() ? Optional.of(new OptionMark(letter, at, at + 1, false))
                : Optional.empty();
    }

    private static int behind(String text, int at) {
        return Scan.isOneOf(text, at, ".．、:：") ? at + 1 : at;
    }

    private static Optional<OptionMark> small(String text, int at) {
        char letter = at < text.length() ? Scan.narrow(text.charAt(at)) : 0;
        boolean mark = letter >= 'a' && letter <= 'j' && Scan.isOneOf(text, at + 1, ".．、)）");
        return mark ? Optional.of(new OptionMark(Character.toUpperCase(letter), at, at + 2, true)) : Optional.empty();
    }

    /** All options from this mark to the end of the passage. */
    static List<Option> split(String text, OptionMark first) {
        var options = new ArrayList<Option>();
        OptionMark mark = first;
        while (mark != null) {
            OptionMark next = options.size() < MOST_OPTIONS ? next(text, mark) : null;
            String words = text.substring(mark.end(), next == null ? text.length() : next.from());
            options.add(new Option(Character.toString(mark.letter()), CleanText.trim(words)));
            mark = next;
        }
        return options;
    }

    /** Two options or more, A first, within a passage that begins with something else. */
    static Optional<Run> inside(String text) {
        int tries = 0;
        for (int i = 1; i < text.length() && tries < MOST_TRIES; i++) {
            char before = text.charAt(i - 1);
            boolean begins = Scan.letter(text, i) == 'A' && !Scan.isLatin(before)
                    || Scan.isOneOf(text, i, Scan.OPENING) && Scan.letter(text, i + 1) == 'A';
            var mark = begins ? at(text, i) : Optional.<OptionMark>empty();
            if (mark.isEmpty() || !mark.get().sure() && !Scan.isSpace(text, i - 1)) {
                continue;
            }
            tries++;
            var options = split(text, mark.get());
            boolean whole = options.size() > 1 && options.stream().noneMatch(option -> option.text().isEmpty());
            if (whole) {
                return Optional.of(new Run(i, options));
            }
        }
        return Optional.empty();
    }

    /** The best mark of the letter that is due, or one further on where that one is missing. */
    private static OptionMark next(String text, OptionMark mark) {
        char due = (char) (mark.letter() + 1);
        OptionMark glued = null;
        OptionMark bare = null;
        OptionMark later = null;
        for (int i = mark.end(); i < Math.min(text.length(), mark.end() + FARTHEST); i++) {
            boolean bracket = Scan.isOneOf(text, i, Scan.OPENING) && Scan.isOneOf(text, i + 2, Scan.CLOSING);
            char letter = Scan.letter(text, bracket ? i + 1 : i);
            if (letter == 0 || letter < mark.letter()) {
                continue;
            }
            var found = at(text, i).orElse(null);
            if (found == null || !bracket && found.from() != i) {
                continue;
            } else if (letter == due && found.sure() && !Scan.isLatin(text.charAt(i - 1))
                    && !(bracket && !mark.isBracketed(text))) {
                return found;
            }
            boolean apart = Scan.isSpace(text, i - 1);
            glued = glued == null && letter == due && found.sure() && !bracket ? found : glued;
            bare = bare == null && letter == due && !found.sure() && apart ? found : bare;
            later = later == null && letter != due && found.sure() && apart && letter <= due + 1 && !bracket
                    ? found : later;
        }
        return glued != null ? glued : bare != null ? bare : later;
    }

    private boolean isBracketed(String text) {
        return Scan.isOneOf(text, from, Scan.OPENING);
    }
}
