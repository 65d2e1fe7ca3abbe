package org.pufa.campaign.poster;

import java.awt.geom.PathIterator;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a drawing as SVG: outlines only, so that it looks the same everywhere. */
final class SvgFile {

    private static final double SCALE = 100;

    private SvgFile() {
    }

    static byte[] write(Drawing drawing) {
        var svg = new StringBuilder(64 * 1024);
        svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$smm\" "
                        + "height=\"%2$smm\" viewBox=\"0 0 %3$d %4$d\" role=\"img\"><title>%5$s</title>"
                        + "<path fill=\"#fff\" d=\"M0 0H%3$dV%4$dH0z\"/>", plain(drawing.width()),
                plain(drawing.height()), Math.round(drawing.width() * SCALE), Math.round(drawing.height() * SCALE),
                escaped(drawing.title())));
        for (Drawing.Area area : drawing.areas()) {
            svg.append(String.format(Locale.ROOT, "<path fill=\"#%06x\" d=\"", area.color()));
            path(svg, area.shape().getPathIterator(null));
            svg.append("\"/>");
        }
        return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(double length) {
        return String.format(Locale.ROOT, "%.2f", length);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void path(StringBuilder svg, PathIterator path) {
        var to = new double[6];
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(to)) {
                case PathIterator.SEG_MOVETO -> add(svg, 'M', to, 2);
                case PathIterator.SEG_LINETO -> add(svg, 'L', to, 2);
                case PathIterator.SEG_QUADTO -> add(svg, 'Q', to, 4);
                case PathIterator.SEG_CUBICTO -> add(svg, 'C', to, 6);
                default -> svg.append('z');
            }
        }
    }

    private static void add(StringBuilder svg, char command, double[] to, int count) {
        svg.append(command);
        for (int i = 0; i < count; i++) {
            long number = Math.round(to[i] * SCALE);
            svg.append(i > 0 && number >= 0 ? " " : "").append(number);
        }
    }
}
