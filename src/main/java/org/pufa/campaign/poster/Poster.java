package org.pufa.campaign.poster;

import java.util.List;
import org.pufa.campaign.poster.Brush.Style;

/**
 * Sets a poster: who invites, what it is, until when, and the code. One arrangement serves paper and phone screens; its
 * lengths are shares of the width.
 */
final class Poster {

    private static final double MM = 1 / 210.0;
    private static final int MOST_TITLE_LINES = 4;

    private final Brush brush;
    private final PosterText text;
    private final double width;
    private final double height;
    private final double unit;
    private final double margin;

    private Poster(Drawing drawing, Letters letters, PosterText text) {
        this.brush = new Brush(drawing, letters);
        this.text = text;
        this.width = drawing.width();
        this.height = drawing.height();
        this.unit = width * MM;
        this.margin = 18 * unit;
    }

    static Drawing draw(PosterText text, Format.Sheet sheet, Letters letters) {
        if (sheet == Format.Sheet.QR) {
            return code(text);
        }
        var drawing = new Drawing(text.title(), sheet == Format.Sheet.A4 ? 210 : sheet == Format.Sheet.A3 ? 297 : 90,
                sheet == Format.Sheet.A4 ? 297 : sheet == Format.Sheet.A3 ? 420 : 160);
        var poster = new Poster(drawing, letters, text);
        if (sheet == Format.Sheet.PHONE) {
            poster.onScreen();
        } else {
            poster.onPaper();
        }
        return drawing;
    }

    private static Drawing code(PosterText text) {
        var code = new QrCode(text.link());
        double side = code.size() * 1.25;
        var drawing = new Drawing(text.link(), side, side);
        drawing.fill(code.shape(0, 0, side), 0);
        return drawing;
    }

    private void onPaper() {
        head(16 * unit, 11 * unit, 5.6);
        double under = words(46 * unit, height - 132 * unit, 17, 6.2);
        double side = 92 * unit;
        double top = Math.max(height - 126 * unit, under + 4 * unit);
        double quiet = quiet(side);
        brush.code(new QrCode(text.link()), margin - quiet, top - quiet, side);
        beside(margin + side - quiet + 2 * unit, top);
        foot();
    }

    /** How wide the white is that a code of that size brings with it: left out where the margin is white anyway. */
    private double quiet(double side) {
        return side * QrCode.QUIET / new QrCode(text.link()).size();
    }

    private void onScreen() {
        head(24 * unit, 15 * unit, 7.4);
        words(62 * unit, height - 205 * unit, 21, 8.6);
        double side = 118 * unit;
        double top = height - 194 * unit;
        brush.code(new QrCode(text.link()), (width - side) / 2, top, side);
        var call = Style.bold(9.6 * unit, Brush.INK);
        String words = text.call() + "，" + text.go();
        brush.lineWithin(words, call, Math.max(margin, (width - brush.width(words, call)) / 2), top + side + 9 * unit,
                width - 2 * margin);
        var link = Style.regular(7 * unit, Brush.PALE_INK);
        brush.lineWithin(text.shortLink(), link, Math.max(margin, (width - brush.width(text.shortLink(), link)) / 2),
                top + side + 21 * unit, width - 2 * margin);
        foot();
    }

    private void head(double y, double seal, double size) {
        brush.seal(margin, y, seal);
        double x = margin + seal + 4 * unit;
        brush.lineWithin(text.organizer(), Style.regular(size * unit, Brush.INK), x, y + seal * 0.5 + size * 0.36 * unit,
                width - margin - x);
        brush.doubleRule(margin, y + seal + 6 * unit, width - 2 * margin, 1.3 * unit);
    }

    /** Kind, title, lead and window. @param bottom they end above it */
    private double words(double top, double bottom, double titleSize, double textSize) {
        double inner = width - 2 * margin;
        var kind = new Style(Letters.Weight.BOLD, textSize * 1.16 * unit, 1, Brush.RED, 0.12);
        brush.line(text.kind(), kind, margin, top + kind.size());
        double y = top + kind.size() + 8 * unit;
        var when = Style.bold(textSize * unit, Brush.INK);
        var whenLines = brush.lines(text.when(), when, inner);
        var lead = Style.regular(textSize * unit, Brush.PALE_INK);
        var leadLines = short2(brush.lines(text.lead(), lead, inner));
        double rest = (whenLines.size() + leadLines.size()) * textSize * 1.5 * unit + 17 * unit;
        y = title(y, bottom - rest, titleSize);
        y = brush.paragraph(leadLines, lead, margin, y + 7 * unit);
        return brush.paragraph(whenLines, when, margin, y + 6 * unit);
    }

    private static List<String> short2(List<String> lines) {
        return lines.size() > 2 ? List.of() : lines;
    }

    /** As large as it can be; rather a little smaller than with the name of a law in two lines. */
    private double title(double y, double bottom, double largest) {
        double inner = width - 2 * margin;
        for (double size = largest; ; size -= 0.5) {
            var style = Style.bold(size * unit, Brush.INK);
            var lines = brush.lines(text.title(), style, inner);
            double needed = lines.size() * style.size() * style.leading();
            boolean fits = lines.size() <= MOST_TITLE_LINES && y + needed <= bottom
                    && lines.stream().allMatch(line -> brush.width(line, style) <= inner);
            boolean whole = size < largest * 0.72 || lines.stream().noneMatch(LineBreaks::cutsName);
            if (fits && whole || size < 6) {
                return brush.paragraph(lines, style, margin, y);
            }
        }
    }

    /** What stands beside the code on paper. */
    private void beside(double x, double top) {
        double inner = width - margin - x;
        var call = Style.bold(9 * unit, Brush.INK);
        double y = brush.paragraph(brush.lines(text.call(), call, inner), call, x, top);
        var go = Style.bold(9 * unit, Brush.RED);
        y = brush.paragraph(List.of(text.go()), go, x, y + 2 * unit);
        var small = Style.regular(4.6 * unit, Brush.PALE_INK);
        y = brush.paragraph(brush.lines(text.note(), small, inner), small, x, y + 8 * unit);
        var link = Style.regular(4.6 * unit, Brush.INK);
        for (String part : linkParts()) {
            y += 8 * unit;
            brush.lineWithin(part, link, x, y + 4 * unit, inner);
        }
    }

    /** Host and path under each other. */
    private List<String> linkParts() {
        int slash = text.shortLink().indexOf('/');
        return slash < 1 ? List.of(text.shortLink())
                : List.of(text.shortLink().substring(0, slash), text.shortLink().substring(slash));
    }

    private void foot() {
        double base = height - 15 * unit;
        double size = width < 200 ? 6 * unit : 4.4 * unit;
        brush.box(margin, base - size * 2.1, width - 2 * margin, 0.3 * unit, Brush.LINE);
        var small = Style.regular(size, Brush.PALE_INK);
        brush.line(text.phone(), small, margin, base);
        String channel = text.code().isEmpty() ? "" : text.channel() + "  " + text.code();
        double left = margin + brush.width(text.phone(), small) + 6 * unit;
        double wide = brush.width(channel, small);
        double most = width - margin - left;
        brush.lineWithin(channel, small, Math.max(left, width - margin - wide), base, most);
    }
}
