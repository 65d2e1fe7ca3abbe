package org.pufa.campaign.poster;

import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * Writes drawings as the pages of a PDF, page after page, so that one of any length needs the memory of one page. Text
 * is drawn as outlines; no reader or printer needs a font for it.
 */
final class PdfFile {

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final int CATALOG = 1;
    private static final int PAGES = 2;
    private static final int INFO = 3;

    private final List<Long> offsets = new ArrayList<>(List.of(0L, 0L, 0L, 0L));
    private final List<Integer> pages = new ArrayList<>();
    private final String title;
    private long written;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** @param title what readers show as the name of the document */
    PdfFile(String title) {
        this.title = title;
        text("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    static byte[] write(Drawing drawing) {
        var file = new PdfFile(drawing.title());
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(file.page(drawing));
        whole.writeBytes(file.end());
        return whole.toByteArray();
    }

    /** Adds a page. @return the next bytes of the file */
    byte[] page(Drawing drawing) {
        byte[] content = deflated(content(drawing).getBytes(StandardCharsets.ISO_8859_1));
        int stream = object();
        text(stream + " 0 obj\n<</Length " + content.length + "/Filter/FlateDecode>>\nstream\n");
        out.writeBytes(content);
        written += content.length;
        text("\nendstream\nendobj\n");
        int page = object();
        text(String.format(Locale.ROOT, "%d 0 obj\n<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources<<>>"
                + "/Contents %d 0 R>>\nendobj\n", page, PAGES, drawing.width() * POINTS_PER_MM,
                drawing.height() * POINTS_PER_MM, stream));
        pages.add(page);
        return taken();
    }

    /** @return the last bytes of the file */
    byte[] end() {
        begin(PAGES, "<</Type/Pages/Count " + pages.size() + "/Kids[" + String.join(" ",
                pages.stream().map(page -> page + " 0 R").toList()) + "]>>");
        begin(INFO, "<</Title<" + hex(title) + ">/Producer(Pufa)>>");
        begin(CATALOG, "<</Type/Catalog/Pages " + PAGES + " 0 R/Lang(zh-CN)"
                + "/ViewerPreferences<</DisplayDocTitle true>>>>");
        long table = written;
        var xref = new StringBuilder("xref\n0 " + offsets.size() + "\n0000000000 65535 f \n");
        offsets.subList(1, offsets.size()).forEach(at -> xref.append(String.format(Locale.ROOT, "%010d 00000 n \n", at)));
        text(xref + "trailer\n<</Size " + offsets.size() + "/Root " + CATALOG + " 0 R/Info " + INFO
                + " 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
        return taken();
    }

    private int object() {
        offsets.add(written);
        return offsets.size() - 1;
    }

    private void begin(int number, String dictionary) {
        offsets.set(number, written);
        text(number + " 0 obj\n" + dictionary + "\nendobj\n");
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.writeBytes(bytes);
        written += bytes.length;
    }

    private byte[] taken() {
        byte[] bytes = out.toByteArray();
        out = new ByteArrayOutputStream();
        return bytes;
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
    }

    private static String content(Drawing drawing) {
        var content = new StringBuilder(64 * 1024);
        content.append(String.format(Locale.ROOT, "%.5f 0 0 %.5f 0 %.3f cm\n", POINTS_PER_MM, -POINTS_PER_MM,
                drawing.height() * POINTS_PER_MM));
        for (Drawing.Area area : drawing.areas()) {
            int color = area.color();
            content.append(String.format(Locale.ROOT, "%.3f %.3f %.3f rg\n", (color >> 16 & 255) / 255.0,
                    (color >> 8 & 255) / 255.0, (color & 255) / 255.0));
            path(content, area.shape().getPathIterator(null));
            content.append("f\n");
        }
        return content.toString();
    }

    private static void path(StringBuilder content, PathIterator path) {
        var to = new double[6];
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(to)) {
                case PathIterator.SEG_MOVETO -> add(content, to, 2, 'm');
                case PathIterator.SEG_LINETO -> add(content, to, 2, 'l');
                case PathIterator.SEG_CUBICTO -> add(content, to, 6, 'c');
                case PathIterator.SEG_CLOSE -> content.append("h\n");
                default -> throw new IllegalArgumentException("PDF has no such curve");
            }
        }
    }

    private static void add(StringBuilder content, double[] to, int count, char operator) {
        for (int i = 0; i < count; i++) {
            long thousandths = Math.round(to[i] * 1000);
            content.append(thousandths < 0 ? "-" : "").append(Math.abs(thousandths) / 1000).append('.');
            long rest = Math.abs(thousandths) % 1000;
            content.append(rest < 100 ? "0" : "").append(rest < 10 ? "0" : "").append(rest).append(' ');
        }
        content.append(operator).append('\n');
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater(6);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
            var chunk = new byte[8192];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
