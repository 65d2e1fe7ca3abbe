package org.pufa.bank.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.pufa.bank.Question.Option;

/** What is checked of the options of a choice. */
final class OptionCheck {

    /** Options are shown in another order to each person, so that these words mean nothing. */
    private static final Pattern ABOVE = Pattern.compile("^(?:以上|上述|前述).{0,4}[都均皆全对错是]");
    private static final int LONGEST_ABOVE = 16;

    private OptionCheck() {
    }

    static List<Reason> of(RawQuestion raw) {
        var reasons = new ArrayList<Reason>();
        var options = raw.options();
        if (options.size() < 2) {
            reasons.add(options.isEmpty() ? Reason.refusal("bank.intake.option.none")
                    : Reason.refusal("bank.intake.option.one"));
        } else if (options.size() > Judge.MOST_OPTIONS) {
            reasons.add(Reason.refusal("bank.intake.option.many", options.size(), Judge.MOST_OPTIONS));
        } else {
            checkLetters(reasons, options);
            checkTexts(reasons, raw);
        }
        return reasons;
    }

    private static void checkLetters(List<Reason> reasons, List<Option> options) {
        for (int i = 0; i < options.size(); i++) {
            String expected = Character.toString((char) ('A' + i));
            String letter = options.get(i).letter();
            if (!letter.equals(expected)) {
                boolean twice = options.subList(0, i).stream().anyMatch(option -> option.letter().equals(letter));
                reasons.add(Reason.refusal(twice ? "bank.intake.option.letter-twice" : "bank.intake.option.gap",
                        letter, expected));
                return;
            }
        }
    }

    private static void checkTexts(List<Reason> reasons, RawQuestion raw) {
        Map<String, String> textToLetter = new HashMap<>();
        for (Option option : raw.options()) {
            int length = option.text().codePointCount(0, option.text().length());
            if (length > Judge.LONGEST_OPTION) {
                reasons.add(Reason.refusal("bank.intake.option.long", option.letter(), length, Judge.LONGEST_OPTION));
            } else if (option.text().isEmpty()) {
                boolean pictured = raw.pictures().stream().anyMatch(one -> one.place().equals(option.letter()));
                reasons.add(Reason.refusal(pictured ? "bank.intake.option.picture" : "bank.intake.option.empty",
                        option.letter()));
            } else if (length <= LONGEST_ABOVE && ABOVE.matcher(option.text()).find()) {
                reasons.add(Reason.warning("bank.intake.option.above", option.letter(), Shown.of(option.text())));
            }
            String bare = option.text().isEmpty() ? "" : bare(option.text());
            String same = bare.isEmpty() ? null : textToLetter.putIfAbsent(bare, option.letter());
            if (same != null) {
                reasons.add(Reason.refusal("bank.intake.option.same", same, option.letter()));
            }
        }
    }

    /** A text of nothing but signs is itself: + and − differ. */
    private static String bare(String text) {
        String bare = CleanText.bare(text);
        return bare.isEmpty() ? text : bare;
    }
}
