package org.pufa.campaign.poster;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.pufa.campaign.poster.Letters.Weight;

/** Draws the parts that posters are made of, in the colours of the platform. */
final class Brush {

    static final int INK = 0x211f1c;
    static final int PALE_INK = 0x57534c;
    static final int RED = 0xa52a1c;
    static final int LINE = 0xd9d6cd;
    static final int WHITE = 0xffffff;

    /** How far an opening mark stands out to the left, so that the letters below each other look aligned. */
    private static final double HANGING = 0.46;

    private final Drawing drawing;
    private final Letters letters;

    Brush(Drawing drawing, Letters letters) {
        this.drawing = drawing;
        this.letters = letters;
    }

    /** How a text looks. @param spacing between letters, as a share of the size */
    record Style(Weight weight, double size, double leading, int color, double spacing) {

        static Style regular(double size, int color) {
            return new Style(Weight.REGULAR, size, 1.5, color, 0);
        }

        static Style bold(double size, int color) {
            return new Style(Weight.BOLD, size, 1.32, color, 0);
        }

        Style sized(double other) {
            return new Style(weight, other, leading, color, spacing);
        }
    }

    double width(String text, Style style) {
        return letters.width(text, style.weight(), style.size(), style.spacing());
    }

    /** One line. @param y its base line */
    void line(String text, Style style, double x, double y) {
        drawing.fill(letters.line(text, style.weight(), style.size(), style.spacing(), x, y), style.color());
    }

    /** One line that ends at {@code right}. */
    void lineTo(String text, Style style, double right, double y) {
        line(text, style, right - width(text, style), y);
    }

    /** One line, set smaller where it would be too wide. */
    void lineWithin(String text, Style style, double x, double y, double widest) {
        double wide = width(text, style);
        line(text, wide > widest ? style.sized(style.size() * widest / wide) : style, x, y);
    }

    /** Cuts a text into lines. */
    List<String> lines(String text, Style style, double widest) {
        return LineBreaks.of(text, widest, piece -> width(piece, style));
    }

    /** Several lines under each other. @param y the upper edge. @return the lower edge */
    double paragraph(List<String> lines, Style style, double x, double y) {
        double base = y + style.size() * 0.9;
        for (String line : lines) {
            line(line, style, LineBreaks.hangs(line) ? x - HANGING * style.size() : x, base);
            base += style.size() * style.leading();
        }
        return lines.isEmpty() ? y : base - style.size() * style.leading() + style.size() * 0.25;
    }

    void box(double x, double y, double width, double height, int color) {
        drawing.fill(new Rectangle2D.Double(x, y, width, height), color);
    }

    /** 文武线: a thick rule over a thin one. */
    void doubleRule(double x, double y, double width, double unit) {
        box(x, y, width, unit, RED);
        box(x, y + unit * 1.65, width, unit * 0.3, RED);
    }

    /** The seal of the platform. */
    void seal(double x, double y, double side) {
        drawing.fill(new RoundRectangle2D.Double(x, y, side, side, side * 0.24, side * 0.24), RED);
        var style = Style.bold(side * 0.66, WHITE);
        line("法", style, x + (side - width("法", style)) / 2, y + side * 0.745);
    }

    void code(QrCode code, double x, double y, double side) {
        drawing.fill(code.shape(x, y, side), INK);
    }
}
