package org.pufa.bank.format.gift;

import java.util.ArrayList;
import java.util.List;

/** Cuts a GIFT file into its items, which empty lines keep apart. */
final class GiftBlocks {

    /**
     * One item as it is written.
     *
     * @param comments the comment lines before and in it, without the strokes
     */
    record Block(int line, String text, String source, List<String> comments) {
    }

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder source = new StringBuilder();
    private List<String> comments = new ArrayList<>();
    private int first;
    private int depth;

    static List<Block> in(String file) {
        var cutting = new GiftBlocks();
        var lines = file.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            cutting.line(i + 1, lines[i], i + 1 < lines.length ? lines[i + 1] : "");
        }
        cutting.finish();
        return cutting.blocks;
    }

    private void line(int number, String line, String next) {
        String bare = line.strip();
        if (bare.startsWith("//")) {
            comments.add(bare.substring(2).strip());
        } else if (bare.isEmpty()) {
            if (depth == 0 || !goesOn(next)) {
                finish();
            }
        } else {
            if (text.length() > 0 && depth == 0 && beginsItem(bare)) {
                finish();
            }
            first = text.length() == 0 ? number : first;
            text.append(line).append('\n');
            source.append(line).append('\n');
            countBraces(line);
            if (bare.startsWith("$CATEGORY:")) {
                finish();
            }
        }
    }

    /** After an empty line within braces, only a line of answers goes on with the item. */
    private static boolean goesOn(String line) {
        String bare = line.strip();
        return bare.isEmpty() || bare.startsWith("~") || bare.startsWith("=") || bare.startsWith("}")
                || bare.startsWith("#");
    }

    /** Items that follow each other without an empty line: the one before has its braces. */
    private boolean beginsItem(String line) {
        return line.startsWith("::") && text.indexOf("}") >= 0 || line.startsWith("$CATEGORY:");
    }

    private void countBraces(String line) {
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '\\' && i + 1 < line.length() && GiftText.isEscape(line.charAt(i + 1))) {
                i++;
            } else if (sign == '{') {
                depth++;
            } else if (sign == '}' && depth > 0) {
                depth--;
            }
        }
    }

    private void finish() {
        if (text.length() > 0) {
            blocks.add(new Block(first, text.toString(), source.toString().strip(), comments));
            comments = new ArrayList<>();
        }
        text.setLength(0);
        source.setLength(0);
        depth = 0;
    }
}
