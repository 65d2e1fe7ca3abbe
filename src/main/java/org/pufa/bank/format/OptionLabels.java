package org.pufa.bank.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The letters that people write before options although the options have their own places: "A、一个月". */
public final class OptionLabels {

    private static final Pattern LABEL = Pattern.compile(
            "[\\s\\u3000]*([A-Za-zＡ-Ｚａ-ｚ])"
                    + "(?:[\\s\\u3000]*[.．、,，:：)）][\\s\\u3000]*|[\\s\\u3000]+|(?![A-Za-z0-9]))(.*)", Pattern.DOTALL);
    private static final Pattern GLUED = Pattern.compile("[A-Za-zＡ-Ｚａ-ｚ](?![\\s\\u3000.．、,，:：)）])");
    private static final int FULL_WIDTH = 'Ａ' - 'A';

    private OptionLabels() {
    }

    /**
     * The texts without their labels, when each begins with its own letter and something different is left of each;
     * else as they are: A类, B类, C类 are no labels.
     */
    public static List<String> strip(List<String> texts) {
        var bare = new ArrayList<String>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Matcher label = LABEL.matcher(texts.get(i));
            if (!label.matches() || place(label.group(1).charAt(0)) != i) {
                return texts;
            }
            bare.add(label.group(2));
        }
        return bare.size() > 1 && new HashSet<>(bare).size() == bare.size() ? bare : texts;
    }

    /** Whether a letter that was stripped stood glued to the words, as it does in 甲班 written A班: it may be a word's own. */
    public static boolean isDoubtful(List<String> texts) {
        return !strip(texts).equals(texts) && texts.stream().anyMatch(text -> GLUED.matcher(text.strip()).lookingAt());
    }

    /** Texts from which {@link #strip} gives these back: as they are, or labelled where they would lose something. */
    public static List<String> guard(List<String> texts) {
        if (strip(texts).equals(texts)) {
            return texts;
        }
        var labelled = new ArrayList<String>(texts.size());
        for (String text : texts) {
            labelled.add(RawDraft.letter(labelled.size()) + ". " + text);
        }
        return labelled;
    }

    private static int place(char letter) {
        char narrow = letter >= 'Ａ' ? (char) (letter - FULL_WIDTH) : letter;
        return Character.toUpperCase(narrow) - 'A';
    }
}
