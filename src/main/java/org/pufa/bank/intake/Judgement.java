package org.pufa.bank.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The many ways of writing that a statement is right or wrong. */
public final class Judgement {

    public static final String RIGHT = "对";
    public static final String WRONG = "错";
    private static final Set<String> RIGHT_WORDS = Set.of("对", "正确", "是", "√", "✓", "✔", "☑", "t", "true", "y",
            "yes", "right", "correct", "对的", "是的", "真");
    private static final Set<String> WRONG_WORDS = Set.of("错", "错误", "否", "×", "✗", "✘", "✕", "✖", "☒", "╳", "f",
            "false", "n", "no", "wrong", "incorrect", "不对", "不正确", "不是", "错的", "误", "x", "假", "非");
    private static final int LONGEST = 9;

    private Judgement() {
    }

    /** 对 or 错, when the text says one of them and nothing else. */
    public static Optional<String> of(String text) {
        if (text.length() > LONGEST + 4) {
            return Optional.empty();
        }
        String word = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        while (!word.isEmpty() && "。.,，;；!！ ".indexOf(word.charAt(word.length() - 1)) >= 0) {
            word = word.substring(0, word.length() - 1);
        }
        return RIGHT_WORDS.contains(word) ? Optional.of(RIGHT)
                : WRONG_WORDS.contains(word) ? Optional.of(WRONG) : Optional.empty();
    }

    /** Whether the text is a tick or a cross, which stands for a judgement wherever it is written. */
    static boolean isMark(String text) {
        return of(text).isPresent() && text.strip().codePoints().noneMatch(Character::isLetter);
    }
}
