package org.pufa.bank.law;

import java.util.Comparator;

/**
 * Which article of a law (条).
 *
 * @param number 1 for 第一条
 * @param inserted 1 for 之一, 2 for 之二; 0 for the article itself
 */
public record ArticleNumber(int number, int inserted) implements Comparable<ArticleNumber> {

    private static final Comparator<ArticleNumber> ORDER =
            Comparator.comparingInt(ArticleNumber::number).thenComparingInt(ArticleNumber::inserted);

    public ArticleNumber {
        if (number < 1 || inserted < 0) {
            throw new IllegalArgumentException("no article has number " + number + " or 之 " + inserted);
        }
    }

    @Override
    public int compareTo(ArticleNumber other) {
        return ORDER.compare(this, other);
    }

    /** 第十九条, 第八十七条之一. */
    @Override
    public String toString() {
        return "第" + Numerals.chinese(number) + "条" + (inserted == 0 ? "" : "之" + Numerals.chinese(inserted));
    }
}
