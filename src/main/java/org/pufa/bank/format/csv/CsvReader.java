package org.pufa.bank.format.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.pufa.bank.format.TextBytes;
import org.pufa.bank.format.table.QuestionTable;
import org.pufa.bank.format.table.TableRow;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** Reads CSV as spreadsheets write it, in any of their encodings and with any of their separators. */
public final class CsvReader implements QuestionReader {

    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '，', '|');
    private static final int MOST_ROWS = 20_000;
    private static final int ROWS_TRIED = 40;
    private static final int MOST_CELLS = 100;

    @Override
    public String format() {
        return "csv";
    }

    /** By the headings, since any text has commas; a file called .csv also without them. */
    @Override
    public boolean recognises(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean named = name.endsWith(".csv") || name.endsWith(".tsv");
        boolean binary = file.content().length > 1 && file.content()[0] == 'P' && file.content()[1] == 'K';
        return !binary && (named || separator(TextBytes.beginning(file.content())).isPresent());
    }

    @Override
    public List<RawQuestion> read(SourceFile file) throws UnreadableFile {
        String text = TextBytes.text(file.content());
        char separator = separator(text.substring(0, Math.min(text.length(), 100_000)))
                .orElseThrow(() -> new UnreadableFile("bank.intake.table.no-headings"));
        List<TableRow> rows = all(text, separator);
        if (rows.size() > MOST_ROWS) {
            throw new UnreadableFile("bank.intake.csv.too-many", rows.get(MOST_ROWS).number(), MOST_ROWS);
        }
        var wide = rows.stream().filter(row -> row.cells().size() > MOST_CELLS).findFirst();
        if (wide.isPresent()) {
            throw new UnreadableFile("bank.intake.csv.too-wide", wide.get().number(), MOST_CELLS);
        }
        return QuestionTable.read(rows).orElseThrow(() -> new UnreadableFile("bank.intake.table.no-headings"));
    }

    private static Optional<Character> separator(String beginning) {
        return SEPARATORS.stream().filter(separator -> fits(beginning, separator)).findFirst();
    }

    private static boolean fits(String beginning, char separator) {
        try {
            return QuestionTable.isOne(rows(beginning, separator, ROWS_TRIED));
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static List<TableRow> all(String text, char separator) throws UnreadableFile {
        try {
            return rows(text, separator, MOST_ROWS + 1);
        } catch (UncheckedIOException e) {
            throw new UnreadableFile("bank.intake.csv.broken");
        }
    }

    private static List<TableRow> rows(String text, char separator, int most) {
        var rows = new ArrayList<TableRow>();
        var format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false)
                .setTrailingData(true).setLenientEof(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            long line = 0;
            var records = parser.iterator();
            while (rows.size() < most && records.hasNext()) {
                rows.add(row((int) line + 1, records.next(), separator));
                line = parser.getCurrentLineNumber();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static TableRow row(int line, CSVRecord cells, char separator) {
        var texts = new ArrayList<String>();
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < Math.min(filled(cells), MOST_CELLS + 1); i++) {
            String cell = FormulaGuard.unguard(cells.get(i));
            if (swallowsRows(cell, separator)) {
                reasons.add(Reason.warning("bank.intake.csv.quote"));
            }
            texts.add(cell);
        }
        return new TableRow(line, texts, Set.of(), reasons);
    }

    /** Without the empty cells at the end, of which some programs write hundreds. */
    private static int filled(CSVRecord cells) {
        int filled = cells.size();
        while (filled > 0 && cells.get(filled - 1).isBlank()) {
            filled--;
        }
        return filled;
    }

    /** A quotation mark that is never closed makes one cell of all the rows below it. */
    private static boolean swallowsRows(String cell, char separator) {
        return cell.lines().skip(1).anyMatch(line -> line.chars().filter(c -> c == separator).count() > 3);
    }
}
