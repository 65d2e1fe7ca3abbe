package org.pufa.bank.format.docx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pufa.bank.format.XmlText;
import org.pufa.bank.format.OfficeParts;

/** The lists of a document: what number or letter Word shows before each paragraph. */
final class Numbering {

    private static final int LEVELS = 9;

    private final Map<String, Map<Integer, Level>> abstractToLevels = new HashMap<>();
    private final Map<String, String> listToAbstract = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> listToStarts = new HashMap<>();
    private final Map<String, Place> styleToPlace = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    /** How one level of a list is numbered: %1 in the text stands for the number of the first level. */
    private record Level(String format, String text, int start) {
    }

    /** A list, and the level in it. */
    record Place(String list, int level) {
    }

    private Numbering() {
    }

    static Numbering in(OfficeParts parts) throws IOException, XMLStreamException {
        var numbering = new Numbering();
        var lists = parts.part("word/numbering.xml");
        if (lists.isPresent()) {
            numbering.readLists(XmlText.read(lists.get()));
        }
        var styles = parts.part("word/styles.xml");
        if (styles.isPresent()) {
            numbering.readStyles(XmlText.read(styles.get()));
        }
        return numbering;
    }

    private void readLists(XMLStreamReader xml) throws XMLStreamException {
        String pattern = "";
        String list = "";
        int level = 0;
        Level read = new Level("decimal", "%1.", 1);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("lvl") && !pattern.isEmpty()) {
                abstractToLevels.computeIfAbsent(pattern, key -> new HashMap<>()).put(level, read);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "abstractNum" -> pattern = XmlText.attribute(xml, "abstractNumId").orElse("");
                    case "num" -> {
                        list = XmlText.attribute(xml, "numId").orElse("");
                        pattern = "";
                    }
                    case "abstractNumId" -> listToAbstract.put(list, value(xml));
                    case "lvlOverride", "lvl" -> {
                        level = number(XmlText.attribute(xml, "ilvl").orElse("0"));
                        read = new Level("decimal", "", 1);
                    }
                    case "startOverride" -> listToStarts.computeIfAbsent(list, key -> new HashMap<>())
                            .put(level, number(value(xml)));
                    case "start" -> read = new Level(read.format(), read.text(), number(value(xml)));
                    case "numFmt" -> read = new Level(value(xml), read.text(), read.start());
                    case "lvlText" -> read = new Level(read.format(), value(xml), read.start());
                    default -> {
                    }
                }
            }
        }
    }

    private void readStyles(XMLStreamReader xml) throws XMLStreamException {
        String style = "";
        int level = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            } else if (xml.getLocalName().equals("style")) {
                style = XmlText.attribute(xml, "styleId").orElse("");
                level = 0;
            } else if (xml.getLocalName().equals("ilvl")) {
                level = number(value(xml));
            } else if (xml.getLocalName().equals("numId")) {
                styleToPlace.put(style, new Place(value(xml), level));
            }
        }
    }

    static String value(XMLStreamReader xml) {
        return XmlText.attribute(xml, "val").orElse("");
    }

    static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** Where paragraphs of that style stand, unless they say otherwise; null for most. */
    Place place(String style) {
        return styleToPlace.get(style);
    }

    /** What Word shows before the next paragraph at that place; "" for bullets and unknown lists. */
    String label(Place place) {
        String pattern = listToAbstract.get(place.list());
        var levels = pattern == null ? null : abstractToLevels.get(pattern);
        if (levels == null || place.level() >= LEVELS || !levels.containsKey(place.level())) {
            return "";
        }
        boolean own = listToStarts.containsKey(place.list());
        var counts = counters.computeIfAbsent(own ? "list " + place.list() : pattern, key -> new int[LEVELS]);
        for (int i = 0; i <= place.level(); i++) {
            int start = listToStarts.getOrDefault(place.list(), Map.of()).getOrDefault(i,
                    levels.containsKey(i) ? levels.get(i).start() : 1);
            counts[i] = counts[i] == 0 ? start : i == place.level() ? counts[i] + 1
                    : counts[i];
        }
        for (int i = place.level() + 1; i < LEVELS; i++) {
            counts[i] = 0;
        }
        return written(levels, place.level(), counts);
    }

    private static String written(Map<Integer, Level> levels, int level, int[] counts) {
        Level shown = levels.get(level);
        if (shown.format().equals("bullet") || shown.format().equals("none")) {
            return "";
        }
        String label = shown.text();
        for (int i = 0; i <= level; i++) {
            String format = levels.containsKey(i) ? levels.get(i).format() : "decimal";
            label = label.replace("%" + (i + 1), Numerals.written(format, counts[i]));
        }
        boolean bare = !label.isEmpty() && Character.isLetterOrDigit(label.charAt(label.length() - 1));
        return label + (bare ? Numerals.isChinese(shown.format()) ? "、" : "." : "");
    }
}
