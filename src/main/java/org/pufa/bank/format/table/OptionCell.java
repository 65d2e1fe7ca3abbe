package org.pufa.bank.format.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pufa.bank.format.OptionLabels;

/** All options in one cell, by lines, strokes, letters or semicolons. */
final class OptionCell {

    private static final List<Pattern> BETWEEN = List.of(Pattern.compile("\n+"), Pattern.compile("[|｜]"),
            Pattern.compile("\\$;\\$"), Pattern.compile("\t+"));
    private static final Pattern LABEL = Pattern.compile("(?<![A-Za-z0-9])([A-JＡ-Ｊ])[\\s　]*[.．、:：)）]");
    private static final Pattern SEMICOLON = Pattern.compile("[;；]");

    private OptionCell() {
    }

    static List<String> split(String cell) {
        for (Pattern between : BETWEEN) {
            var parts = parts(cell, between);
            if (parts.size() > 1) {
                return OptionLabels.strip(parts);
            }
        }
        var labelled = labelled(cell);
        return labelled.size() > 1 ? labelled : OptionLabels.strip(parts(cell, SEMICOLON));
    }

    private static List<String> parts(String cell, Pattern between) {
        return Arrays.stream(between.split(cell)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** A.一个月 B.两个月: letters that follow each other. */
    private static List<String> labelled(String cell) {
        var starts = new ArrayList<Integer>();
        var parts = new ArrayList<String>();
        Matcher label = LABEL.matcher(cell);
        int from = 0;
        while (label.find()) {
            if ((label.group(1).charAt(0) & 0x1F) == starts.size() + 1) {
                add(parts, cell.substring(from, label.start()), starts.size());
                starts.add(label.start());
                from = label.end();
            }
        }
        add(parts, cell.substring(from), starts.size());
        return parts;
    }

    /** What stands before the first letter is no option. */
    private static void add(List<String> parts, String text, int labels) {
        if (labels > 0) {
            parts.add(text.strip().replaceAll("[;；]$", ""));
        }
    }
}
