package org.pufa.bank.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.pufa.bank.format.OfficeParts;
import org.pufa.bank.format.table.TableRow;
import org.pufa.bank.format.text.Figures;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** The rows of a workbook as they stand there, for tables that hold something else than questions. */
public final class XlsxSheets {

    private XlsxSheets() {
    }

    /** A sheet with the rows that hold something. */
    public record Sheet(String name, boolean hidden, List<TableRow> rows) {

        public Sheet {
            rows = List.copyOf(rows);
        }
    }

    /** @throws UnreadableFile for what is no sound workbook, or one that is too large */
    public static List<Sheet> read(SourceFile file) throws UnreadableFile {
        if (!new XlsxReader().recognises(file)) {
            throw new UnreadableFile("bank.intake.xlsx.broken");
        }
        try (var workbook = new OfficeParts(file.content())) {
            var contents = Contents.of(workbook);
            var texts = SharedTexts.in(workbook);
            var formats = CellFormats.in(workbook, contents.since1904());
            var pictures = CellPictures.in(workbook, new Figures());
            var sheets = new ArrayList<Sheet>();
            for (Contents.Sheet sheet : contents.sheets()) {
                var part = workbook.part(sheet.part());
                if (part.isPresent()) {
                    var rows = new SheetRows(texts, formats, pictures, sheet.hidden());
                    sheets.add(new Sheet(sheet.name(), sheet.hidden(), XlsxReader.rows(sheet, rows, part.get())));
                }
            }
            return sheets;
        } catch (IOException | XMLStreamException e) {
            throw new UnreadableFile(OfficeParts.isTooLarge(e) ? "bank.intake.xlsx.bomb" : "bank.intake.xlsx.broken");
        }
    }
}
