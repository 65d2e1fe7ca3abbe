package org.pufa.insight.report;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;

/** The section as a Word file: each number leads to its row in the annex and back. */
final class SectionDocx {

    /** In millimetres; the last is left out where there is nothing to lead to. */
    private static final List<Double> WIDTHS = List.of(13.0, 36.0, 24.0, 22.0, 48.0, 13.0);
    private static final List<Double> WITHOUT_SOURCE = List.of(13.0, 38.0, 25.0, 23.0, 57.0);
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private final ReportWords words;
    private final String site;

    /** @param site address of the platform without the last stroke, or "" where none is known */
    SectionDocx(ReportWords words, String site) {
        this.words = words;
        this.site = site;
    }

    byte[] write(Section section) {
        var document = new OfficialDocument();
        document.title(section.title());
        if (!section.finished()) {
            document.remark(words.say("docx.draft"));
        }
        int number = 0;
        for (Section.Part part : section.parts()) {
            if (!part.heading().isEmpty()) {
                document.heading(numeral(++number) + "、" + part.heading());
            }
            part.paragraphs().forEach(paragraph -> paragraph(document, paragraph));
        }
        annex(document, section);
        return document.bytes();
    }

    /** 一, 十二, 二十. @param number 1 to 99 */
    static String numeral(int number) {
        int tens = number / 10;
        String ten = tens == 0 ? "" : tens == 1 ? "十" : NUMERALS[tens - 1] + "十";
        return ten + (number % 10 == 0 ? "" : NUMERALS[number % 10 - 1]);
    }

    private static void paragraph(OfficialDocument document, Section.Paragraph paragraph) {
        XWPFParagraph line = document.indented();
        for (Section.Run run : paragraph.runs()) {
            if (run.source() == 0) {
                document.words(line, run.text());
            } else {
                document.reference(line, run.text(), Section.mark(run.source()), "n" + run.source(),
                        "a" + run.source());
            }
        }
    }

    private void annex(OfficialDocument document, Section section) {
        document.tableTitle(words.say("annex"));
        var widths = site.isEmpty() ? WITHOUT_SOURCE : WIDTHS;
        var headings = List.of(words.say("annex.number"), words.say("annex.label"), words.say("annex.written"),
                words.say("annex.exact"), words.say("annex.definition"), words.say("annex.source"));
        var table = document.table(widths, headings.subList(0, widths.size()));
        for (Section.Source source : section.annex()) {
            var cells = document.row(table, widths, List.of("", source.label(), source.written(), source.exact(),
                    source.definition() + source.remark(), "").subList(0, widths.size()));
            document.anchor(cells.get(0), source.mark(), "a" + source.number(), "n" + source.number());
            if (!source.href().isEmpty() && !site.isEmpty()) {
                document.outward(cells.get(WIDTHS.size() - 1), words.say("annex.rows"), site + source.href());
            }
        }
        document.remark("");
        SectionChart.people(section).ifPresent(bars -> bars.draw(document.file(), words.say("xlsx.people")));
        document.remark(words.say("annex.rounding"));
        document.remark(words.say("annex.snapshot", Format.moment(Lang.ZH, section.counted()), section.hash()));
    }
}
