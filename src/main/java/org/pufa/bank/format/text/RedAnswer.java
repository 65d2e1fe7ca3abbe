package org.pufa.bank.format.text;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.intake.Judgement;
import org.pufa.bank.intake.Reason;

/** Answers that are shown by colour alone, and what is told where words say something else. */
public final class RedAnswer {

    private static final Set<String> CHOICES = Set.of("正确错误", "错误正确", "对错", "错对");

    private static final int LONGEST = 40;

    private RedAnswer() {
    }

    /** Whether the text offers 正确 错误, or 对 错, and nothing else. */
    public static boolean isJudgement(String text) {
        return text.length() <= LONGEST && CHOICES.contains(CleanText.bare(Signs.words(text)));
    }

    /** Which of the two is red; "" when neither is. @param text for which {@link #isJudgement} holds */
    public static String judged(String text) {
        if (!Signs.isRed(text)) {
            return "";
        }
        String bare = CleanText.bare(Signs.words(text));
        String before = CleanText.bare(Signs.words(text.substring(0, text.indexOf(Signs.RED))));
        return before.equals(bare) ? bare.substring(bare.length() / 2) : before;
    }

    /** A warning where an answer in letters is not what is red. @param red the letters of the red options, or "" */
    public static Optional<Reason> conflict(String answer, String red) {
        String given = letters(answer);
        boolean readable = !given.isEmpty() && Judgement.of(answer).isEmpty() && Scan.isAnswer(answer);
        return red.isEmpty() || !readable || given.equals(red) ? Optional.empty()
                : Optional.of(Reason.warning("bank.intake.answer.red", red, given));
    }

    private static String letters(String answer) {
        return answer.chars().map(c -> Scan.narrow((char) c)).filter(c -> c >= 'A' && c <= 'J').sorted().distinct()
                .mapToObj(Character::toString).collect(Collectors.joining());
    }
}
