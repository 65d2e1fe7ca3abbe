package org.pufa.bank;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where in a law an answer stands (条文依据). A question that does not say yet has {@link #NONE}.
 *
 * @param law short name, such as 劳动合同法
 * @param version which text of the law is meant, such as 2012-12-28修正，2013-07-01起施行
 * @param article such as 第十九条第一款 or 第十四条第二款第（三）项; see {@link #isArticle}
 */
public record Citation(String law, String version, String article) {

    private static final String DIGIT = "[一二三四五六七八九]";
    private static final String TENS = DIGIT + "十" + DIGIT + "?";
    private static final String HUNDREDS = DIGIT + "百(?:零" + DIGIT + "|" + TENS + ")?";
    private static final String NUMBER = "(?:" + DIGIT + "千(?:零(?:" + DIGIT + "|" + TENS + ")|" + HUNDREDS + ")?|"
            + HUNDREDS + "|[二三四五六七八九]?十" + DIGIT + "?|" + DIGIT + ")";
    private static final Pattern ARTICLE = Pattern.compile("第" + NUMBER + "条(?:之" + NUMBER + ")?(?:第" + NUMBER
            + "款)?(?:第（" + NUMBER + "）项)?");

    /** Of a draft that does not say yet on what it rests. */
    public static final Citation NONE = new Citation("", "", "");

    public Citation {
        Objects.requireNonNull(law);
        Objects.requireNonNull(version);
        boolean none = law.isEmpty() && version.isEmpty() && article.isEmpty();
        if (!none && !isArticle(article)) {
            throw new IllegalArgumentException("not an article: " + article);
        }
    }

    /** Whether it names nothing. */
    public boolean isNone() {
        return article.isEmpty();
    }

    /** Whether the text names an article, and perhaps its paragraph and item, the way laws number them. */
    public static boolean isArticle(String text) {
        return ARTICLE.matcher(text).matches();
    }

    /** 《劳动合同法》第十九条第一款, or "" for {@link #NONE}. */
    @Override
    public String toString() {
        return isNone() ? "" : "《" + law + "》" + article;
    }
}
