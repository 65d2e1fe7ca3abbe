package org.pufa.bank.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.pufa.bank.format.OfficeParts;
import org.pufa.bank.format.XmlText;

/** How the workbook shows numbers: a cell that people see as 10% or 2013年7月1日 is read as that. */
final class CellFormats {

    private static final int LONGEST_FORMAT = 100;
    private static final Pattern QUOTED = Pattern.compile("\"(\\p{IsHan}*)\"");
    /** Built-in formats that depend on the language of Excel, as Chinese Excel shows them. */
    private static final Map<Integer, String> CHINESE = Map.of(14, "yyyy-mm-dd", 22, "yyyy-mm-dd hh:mm",
            27, "yyyy\"年\"m\"月\"", 28, "m\"月\"d\"日\"", 30, "yyyy-mm-dd", 31, "yyyy\"年\"m\"月\"d\"日\"",
            57, "yyyy\"年\"m\"月\"", 58, "m\"月\"d\"日\"");

    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final Map<Integer, String> codes = new HashMap<>(CHINESE);
    private final List<Integer> styles = new ArrayList<>();
    private final boolean since1904;

    private CellFormats(boolean since1904) {
        this.since1904 = since1904;
    }

    static CellFormats in(OfficeParts workbook, boolean since1904) throws IOException, XMLStreamException {
        var formats = new CellFormats(since1904);
        var part = workbook.part("xl/styles.xml");
        if (part.isPresent()) {
            formats.read(XmlText.read(part.get()));
        }
        return formats;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        boolean inCells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                inCells |= name.equals("cellXfs");
                if (name.equals("numFmt")) {
                    XmlText.attribute(xml, "formatCode").ifPresent(code -> codes.put(number(xml, "numFmtId"), code));
                } else if (inCells && name.equals("xf")) {
                    styles.add(number(xml, "numFmtId"));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                inCells = false;
            }
        }
    }

    static int number(XMLStreamReader xml, String attribute) {
        return XmlText.attribute(xml, attribute).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf)
                .orElse(0);
    }

    /** The number as people see it in a cell of that style; the text itself when it is no number. */
    String shown(String value, int style) {
        int format = style < styles.size() ? styles.get(style) : 0;
        String code = bare(codes.getOrDefault(format, builtIn(format)));
        try {
            double number = Double.parseDouble(value);
            if (code.length() > LONGEST_FORMAT || DateUtil.isADateFormat(format, code) && !isDate(number)) {
                return value;
            }
            return formatter.formatRawCellContents(number, format, code, since1904).strip();
        } catch (RuntimeException e) {
            // a format that the library does not understand: the number says enough
            return value;
        }
    }

    /** Chinese words need no quotation marks, and the library would print those that stand in dates. */
    private static String bare(String code) {
        return code.length() > LONGEST_FORMAT ? code : QUOTED.matcher(code).replaceAll("$1");
    }

    private static String builtIn(int format) {
        String code = BuiltinFormats.getBuiltinFormat(format);
        return code == null || code.startsWith("reserved") ? "General" : code;
    }

    private static boolean isDate(double number) {
        return DateUtil.isValidExcelDate(number) && number < 2_958_466;
    }
}
