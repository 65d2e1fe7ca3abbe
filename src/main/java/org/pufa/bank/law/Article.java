package org.pufa.bank.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One article of a law, word for word.
 *
 * @param chapter heading of the chapter, with the section where there is one; "" in a law without chapters
 * @param lines its paragraphs (款) and the items (项) that follow them, in order
 */
public record Article(ArticleNumber number, String chapter, List<String> lines) {

    private static final Pattern ITEM = Pattern.compile("[（(][" + Numerals.CHARACTERS + "]{1,4}[)）].*");

    public Article {
        Objects.requireNonNull(number);
        Objects.requireNonNull(chapter);
        lines = List.copyOf(lines);
    }

    public String text() {
        return String.join("\n", lines);
    }

    /** How many paragraphs it has; an item belongs to the paragraph before it. */
    public int paragraphs() {
        return (int) lines.stream().filter(line -> !isItem(line)).count();
    }

    /** How many items a paragraph has. @param paragraph 1 for the first; 0 for the whole article */
    public int items(int paragraph) {
        return (int) linesOf(paragraph).stream().filter(Article::isItem).count();
    }

    /** The paragraph with its items. @param paragraph 1 for the first; 0 for the whole article */
    public List<String> linesOf(int paragraph) {
        if (paragraph == 0) {
            return lines;
        }
        var found = new ArrayList<String>();
        int current = 0;
        for (String line : lines) {
            current += isItem(line) ? 0 : 1;
            if (current == paragraph) {
                found.add(line);
            }
        }
        return found;
    }

    private static boolean isItem(String line) {
        return ITEM.matcher(line).matches();
    }
}
