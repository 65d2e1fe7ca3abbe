package org.pufa.bank.format.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.pufa.bank.format.OfficeParts;
import org.pufa.bank.format.table.QuestionTable;
import org.pufa.bank.format.table.TableRow;
import org.pufa.bank.format.text.Figures;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** Reads every sheet of a workbook that has headings. Formulas are never computed: what Excel last saw is taken. */
public final class XlsxReader implements QuestionReader {

    private static final byte[] NAME = "xl/workbook.xml".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public boolean recognises(SourceFile file) {
        byte[] content = file.content();
        return content.length > 4 && content[0] == 'P' && content[1] == 'K' && file.holds(NAME);
    }

    @Override
    public List<RawQuestion> read(SourceFile file) throws UnreadableFile {
        try (var workbook = new OfficeParts(file.content())) {
            return workbook.noted(questions(workbook));
        } catch (IOException | XMLStreamException e) {
            throw new UnreadableFile(OfficeParts.isTooLarge(e) ? "bank.intake.xlsx.bomb" : "bank.intake.xlsx.broken");
        }
    }

    private static List<RawQuestion> questions(OfficeParts workbook)
            throws IOException, XMLStreamException, UnreadableFile {
        var contents = Contents.of(workbook);
        var texts = SharedTexts.in(workbook);
        var formats = CellFormats.in(workbook, contents.since1904());
        var figures = new Figures();
        var inCells = CellPictures.in(workbook, figures);
        var questions = new ArrayList<RawQuestion>();
        var skipped = new ArrayList<String>();
        boolean found = false;
        for (Contents.Sheet sheet : contents.sheets()) {
            var rows = new SheetRows(texts, formats, inCells, sheet.hidden());
            var read = questions(workbook, sheet, rows, figures, skipped);
            found |= read.isPresent();
            questions.addAll(read.orElse(List.of()));
        }
        if (!found) {
            throw new UnreadableFile("bank.intake.table.no-headings");
        }
        return figures.noted(skipped.isEmpty() ? questions : RawQuestion.firstNoted(questions,
                Reason.warning("bank.intake.xlsx.sheet-skipped", String.join("、", skipped))));
    }

    private static Optional<List<RawQuestion>> questions(OfficeParts workbook, Contents.Sheet sheet, SheetRows reading,
            Figures figures, List<String> skipped) throws IOException, XMLStreamException, UnreadableFile {
        var part = workbook.part(sheet.part());
        if (part.isEmpty()) {
            return Optional.empty();
        }
        var rows = SheetPictures.of(workbook, sheet.part(), figures).in(rows(sheet, reading, part.get()));
        var read = QuestionTable.read(rows, figures);
        if (read.isEmpty() && !rows.isEmpty() && !sheet.hidden()) {
            skipped.add(sheet.name());
        }
        return read;
    }

    /** The rows of a sheet. @throws UnreadableFile naming the sheet that is too large */
    static List<TableRow> rows(Contents.Sheet sheet, SheetRows reading, InputStream part)
            throws XMLStreamException, UnreadableFile {
        try {
            return reading.read(part);
        } catch (SheetRows.TooLarge e) {
            throw e.in(sheet.name());
        }
    }
}
