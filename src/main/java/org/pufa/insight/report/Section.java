package org.pufa.insight.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pufa.i18n.Format;

/**
 * The section as it is read: words, each number with the row of the annex that proves it.
 *
 * @param counted when its figures were counted
 * @param hash of the snapshot, in hexadecimal
 * @param finished whether it is final; else it says that it is a draft
 * @param annex row by row; the first has number 1
 */
public record Section(String title, Instant counted, String hash, boolean finished, List<Part> parts,
        List<Source> annex) {

    public Section {
        Objects.requireNonNull(title);
        Objects.requireNonNull(counted);
        Objects.requireNonNull(hash);
        parts = List.copyOf(parts);
        annex = List.copyOf(annex);
    }

    /** What stands under one heading. @param heading may be empty */
    public record Part(String heading, List<Paragraph> paragraphs) {

        public Part {
            Objects.requireNonNull(heading);
            paragraphs = List.copyOf(paragraphs);
        }
    }

    public record Paragraph(List<Run> runs) {

        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /** Some words. @param source number of the row that proves the number in them, or 0 for plain words */
    public record Run(String text, int source) {
    }

    /**
     * Where a number comes from.
     *
     * @param written as it stands in the text
     * @param position of the figure in the snapshot
     * @param value exactly
     * @param definition what was counted
     * @param remark that it can still grow, or was changed by hand; else ""
     * @param href page of the console with the rows, or ""
     */
    public record Source(int number, int position, String label, String written, BigDecimal value, String unit,
            String definition, String remark, String href) {

        /** With its unit: 2,034人. */
        public String exact() {
            String figure = value.stripTrailingZeros().scale() <= 0 ? Format.number(value.longValueExact())
                    : value.stripTrailingZeros().toPlainString();
            return figure + unit;
        }

        /** The sign by which text and annex refer to each other: ① to ㊿, (51). */
        public String mark() {
            return Section.mark(number);
        }
    }

    static String mark(int number) {
        int[] firstOf = {1, 21, 36};
        int[] signs = {0x2460, 0x3251, 0x32B1};
        if (number > 50) {
            return "(" + number + ")";
        }
        int row = number < firstOf[1] ? 0 : number < firstOf[2] ? 1 : 2;
        return Character.toString(signs[row] + number - firstOf[row]);
    }
}
