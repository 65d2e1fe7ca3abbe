package org.pufa.bank.law;

import java.util.Objects;

/**
 * One place that a text cites.
 *
 * @param law the name as it was written, without 《》; "" where the text names none
 * @param paragraph 款, 1 for the first; 0 where none is named
 * @param item 项, 1 for the first; 0 where none is named
 */
public record Cited(String law, ArticleNumber article, int paragraph, int item) {

    public Cited {
        Objects.requireNonNull(law);
        Objects.requireNonNull(article);
    }

    /** As laws number it: 第十四条第二款第（三）项. */
    public String place() {
        return article + (paragraph == 0 ? "" : "第" + Numerals.chinese(paragraph) + "款")
                + (item == 0 ? "" : "第（" + Numerals.chinese(item) + "）项");
    }
}
