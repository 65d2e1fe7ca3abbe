package org.pufa.bank.format.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Question;
import org.pufa.bank.format.docx.DocxReader;

/** Writes the Word document for the yearly review: each question with its answer and the words of the law. */
public final class DocxWriter implements BankExport {

    private static final String FONT = "宋体";
    private static final int SIZE = 11;
    private static final int SMALL = 9;
    private static final String GREY = "595959";
    /** Twentieths of a point. */
    private static final int LINE = 20;

    @Override
    public String format() {
        return "docx";
    }

    @Override
    public String contentType() {
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }

    @Override
    public String extension() {
        return "docx";
    }

    @Override
    public List<Part> keeps() {
        return List.of(Part.values());
    }

    @Override
    public Exported write(Bank bank, List<Question> questions) {
        return new Proof(new DocxReader(), "questions.docx").write(questions, DocxWriter::bytes);
    }

    private static byte[] bytes(List<Question> questions) {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < questions.size(); i++) {
                write(document, PrintedQuestion.of(i + 1, questions.get(i)));
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer never fails", e);
        }
    }

    private static void write(XWPFDocument document, PrintedQuestion question) {
        var asked = paragraph(document, question.asked());
        asked.getRuns().forEach(run -> run.setBold(true));
        asked.setSpacingBefore(12 * LINE);
        question.options().forEach(option -> paragraph(document, option).setIndentationLeft(21 * LINE));
        question.told().forEach(told -> paragraph(document, told));
        for (String filed : question.filed()) {
            var paragraph = paragraph(document, filed);
            paragraph.setKeepNext(false);
            paragraph.getRuns().forEach(run -> {
                run.setFontSize(SMALL);
                run.setColor(GREY);
            });
        }
    }

    /** A paragraph stays on one page with the next, so that no question is torn apart. */
    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        var paragraph = document.createParagraph();
        paragraph.setSpacingAfter(2 * LINE);
        paragraph.setKeepNext(true);
        var lines = text.split("\n");
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(SIZE);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
        return paragraph;
    }
}
