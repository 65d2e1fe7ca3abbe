package org.pufa.bank.format.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.Question;
import org.pufa.bank.format.Carriage;
import org.pufa.bank.format.table.QuestionRows;

/** Writes CSV that spreadsheets open as it is: UTF-8 with a byte order mark, no cell that runs as a formula. */
public final class CsvWriter implements BankExport {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public String contentType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public List<Part> keeps() {
        return Part.WORDS;
    }

    @Override
    public Exported write(Bank bank, List<Question> questions, Album album) {
        return Carriage.write(questions, Carriage::unpictured, CsvWriter::bytes);
    }

    private static byte[] bytes(List<Question> questions) {
        var rows = new QuestionRows(questions);
        var out = new StringBuilder("\uFEFF");
        try (var printer = FORMAT.print(out)) {
            printer.printRecord(rows.headings());
            for (Question question : questions) {
                printer.printRecord(rows.cells(question).stream().map(FormulaGuard::guard).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a builder never fails", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
