package org.pufa.bank.format.xlsx;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.XmlText;
import org.pufa.bank.format.table.TableRow;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.UnreadableFile;

/** Reads the rows of one sheet. */
final class SheetRows {

    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 100;
    /** What Excel calls the last of them. */
    private static final String LAST_COLUMN = "CV";
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");

    private final SharedTexts texts;
    private final CellFormats formats;
    private final CellPictures pictures;
    private final boolean hidden;
    private final List<TableRow> rows = new ArrayList<>();
    private final MergedCells merged = new MergedCells();
    private int number;
    private List<String> cells = new ArrayList<>();
    private Map<Integer, String> signs = new TreeMap<>();
    private final Map<Integer, Map<Integer, String>> rowToSigns = new HashMap<>();
    private List<Reason> reasons = new ArrayList<>();

    /** @param hidden whether the sheet as a whole is hidden */
    SheetRows(SharedTexts texts, CellFormats formats, CellPictures pictures, boolean hidden) {
        this.texts = texts;
        this.formats = formats;
        this.pictures = pictures;
        this.hidden = hidden;
    }

    /** All rows that hold something, in order. @throws XMLStreamException also when there are too many */
    List<TableRow> read(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = XmlText.read(in);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                endRow();
            }
        }
        return merged.filled(rows).stream().map(this::signed).toList();
    }

    private TableRow signed(TableRow row) {
        TableRow signed = row;
        for (var sign : rowToSigns.getOrDefault(row.number(), Map.of()).entrySet()) {
            signed = signed.signed(sign.getKey(), sign.getValue());
        }
        return signed;
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "row" -> beginRow(xml);
            case "c" -> cell(xml);
            case "mergeCell" -> merged.add(XmlText.attribute(xml, "ref").orElse(""));
            default -> { }
        }
    }

    private void beginRow(XMLStreamReader xml) {
        int given = CellFormats.number(xml, "r");
        number = given > 0 ? given : number + 1;
        if (hidden || XmlText.attribute(xml, "hidden").filter(text -> text.equals("1") || text.equals("true"))
                .isPresent()) {
            reasons.add(Reason.warning(hidden ? "bank.intake.xlsx.hidden-sheet" : "bank.intake.xlsx.hidden-row"));
        }
    }

    private void endRow() throws XMLStreamException {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            if (rows.size() >= MOST_ROWS) {
                throw new TooLarge("bank.intake.xlsx.too-many", number, MOST_ROWS);
            }
            rows.add(new TableRow(number, cells, Set.of(), reasons));
            if (!signs.isEmpty()) {
                rowToSigns.put(number, signs);
                signs = new TreeMap<>();
            }
        }
        cells = new ArrayList<>();
        reasons = new ArrayList<>();
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        String reference = XmlText.attribute(xml, "r").orElse("");
        int column = column(reference).orElse(cells.size());
        String type = XmlText.attribute(xml, "t").orElse("n");
        int style = CellFormats.number(xml, "s");
        boolean rich = type.equals("e") && XmlText.attribute(xml, "vm").isPresent();
        Value value = value(xml, type, style);
        var sign = pictures.sign(value.formula(), number).or(() -> pictures.sign(value.text(), number));
        sign.ifPresent(picture -> signs.merge(Math.min(column, MOST_COLUMNS - 1), picture, String::concat));
        String text = sign.isPresent() || rich ? "" : value.text();
        if (sign.isEmpty()) {
            note(value, rich ? "picture" : type, reference);
        }
        if (column >= MOST_COLUMNS && !text.isBlank()) {
            throw new TooLarge("bank.intake.xlsx.too-wide", reference.isEmpty() ? Integer.toString(number) : reference,
                    MOST_COLUMNS, LAST_COLUMN);
        }
        if (column < MOST_COLUMNS && !text.isEmpty()) {
            if (cells.size() <= column) {
                cells.addAll(Collections.nCopies(column + 1 - cells.size(), ""));
            }
            cells.set(column, text);
        }
    }

    /** @param formula by which the text was computed, or "" */
    private record Value(String text, String formula, boolean computed) {
    }

    private Value value(XMLStreamReader xml, String type, int style) throws XMLStreamException {
        String value = "";
        String formula = "";
        boolean computed = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = text(XmlText.text(xml), type, style);
                    case "is" -> value = SharedTexts.rich(xml);
                    case "f" -> {
                        formula = XmlText.text(xml);
                        computed = true;
                    }
                    default -> XmlText.text(xml);
                }
            }
        }
        return new Value(value, formula, computed);
    }

    private void note(Value value, String type, String reference) {
        if (type.equals("picture")) {
            reasons.add(Reason.refusal("bank.intake.xlsx.cell-picture", reference));
        } else if (type.equals("e")) {
            reasons.add(Reason.refusal("bank.intake.xlsx.error", reference, value.text()));
        } else if (value.computed()) {
            reasons.add(value.text().isEmpty() ? Reason.warning("bank.intake.xlsx.formula-empty", reference)
                    : Reason.warning("bank.intake.xlsx.formula", reference));
        }
    }

    private String text(String value, String type, int style) {
        return switch (type) {
            case "s" -> value.strip().matches("\\d{1,9}") ? texts.text(Integer.parseInt(value.strip())) : "";
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "n" -> value.isBlank() ? "" : formats.shown(value.strip(), style);
            default -> SharedTexts.unescaped(value);
        };
    }

    /** The column of a reference such as C12, from 0. */
    static Optional<Integer> column(String reference) {
        Matcher match = REFERENCE.matcher(reference);
        return match.matches() ? Optional.of(column(match)) : Optional.empty();
    }

    private static int column(Matcher reference) {
        return reference.group(1).chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1) - 1;
    }

    /** More rows than can be read in bounded time, or so wide that it cannot be a table of questions. */
    static final class TooLarge extends XMLStreamException {

        private static final long serialVersionUID = 1L;

        private final String key;
        private final transient Object[] args;

        /** @param key of the sentence that says so, whose first argument is the name of the sheet */
        TooLarge(String key, Object... args) {
            super(key);
            this.key = key;
            this.args = args;
        }

        /** What to tell, where the sheet has that name. */
        UnreadableFile in(String sheet) {
            return new UnreadableFile(key, Stream.concat(Stream.of(sheet), Stream.of(args)).toArray());
        }
    }
}
