package org.pufa.bank.format.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.intake.Judgement;

/** Tells headers, footers and page numbers from what belongs to questions. */
final class Furniture {

    private static final int OFTEN = 3;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final String PAGE_SIGNS = " \t　第页共PpageOof-—–－·/,，.";
    /** One of these is in whatever numbers a page. */
    private static final String TELLING = "页a/-—–－·";
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern SIGNS = Pattern.compile("[-/]");
    private static final Pattern FRACTION = Pattern.compile("\\d{1,4}\\s*/\\s*\\d{1,4}");

    private final Map<String, Integer> textToTimes = new HashMap<>();

    Furniture(List<Line> lines) {
        lines.stream().map(line -> CleanText.trim(line.text())).filter(Furniture::mayRepeat)
                .forEach(text -> textToTimes.merge(text, 1, Integer::sum));
    }

    boolean isPiece(String line) {
        String text = CleanText.trim(line);
        return isPageNumber(text) || textToTimes.getOrDefault(text, 0) >= OFTEN;
    }

    /** Only what nothing else explains: no option, number, answer, heading or sentence. */
    private static boolean mayRepeat(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST && text.codePoints().anyMatch(Character::isLetter)
                && "。，；：？、（( _-#|".indexOf(text.charAt(text.length() - 1)) < 0 && !Judgement.of(Scan.unbracketed(text)).isPresent()
                && NumberMark.at(text, 0).isEmpty() && OptionMark.at(text, 0).isEmpty() && Marker.at(text, 0).isEmpty()
                && Heading.of(text).isEmpty() && !Heading.isKey(text) && Marker.within(text, 0).isEmpty()
                && OptionMark.inside(text).isEmpty() && !Signs.isRed(text) && !isJudgement(text);
    }

    private static boolean isJudgement(String text) {
        return CleanText.bare(text).chars().allMatch(c -> "正确错误对".indexOf(c) >= 0);
    }

    /** 第 3 页 共 10 页, - 3 -, 3/10, Page 3 of 10. */
    private static boolean isPageNumber(String text) {
        boolean possible = text.length() <= LONGEST && text.chars().anyMatch(c -> TELLING.indexOf(c) >= 0)
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().allMatch(c -> Character.isDigit(c) || PAGE_SIGNS.indexOf(c) >= 0);
        if (!possible) {
            return false;
        }
        String rest = words(text);
        boolean words = rest.equals("第页") || rest.equals("第页共页") || rest.equals("页") || rest.equals("共页")
                || rest.equals("page") || rest.equals("pageof");
        boolean dashes = rest.isEmpty() && text.length() > 2 && "-—–－·".indexOf(text.charAt(0)) >= 0
                && "-—–－·".indexOf(text.charAt(text.length() - 1)) >= 0;
        boolean fraction = FRACTION.matcher(text).matches();
        return words || dashes || fraction;
    }

    private static String words(String text) {
        return SIGNS.matcher(CleanText.bare(DIGITS.matcher(text).replaceAll(""))).replaceAll("");
    }
}
