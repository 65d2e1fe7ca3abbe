package org.pufa.learn.markdown;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.pufa.web.Markup;

/**
 * Markdown as pages show it. The tree that the parser makes is written out by {@link HtmlWriter}, which knows every tag
 * it writes; HTML in the text is shown as the words it is, and of addresses only those are kept that {@link Links}
 * allows. Length and depth are bounded, so that no text keeps the server busy. May be used by many threads.
 */
public final class SafeMarkdown {

    /** In characters. */
    public static final int LONGEST = 20_000;
    /** How deep lists, quotations and emphasis may lie in each other; more than anybody can read. */
    static final int DEEPEST = 24;
    private static final String GLUE = "\u200B";
    private static final String MARK = "[\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\u2010-\u2027·]";
    /** Markdown takes no emphasis that ends in 》 or ： before another character; in Chinese that is the usual case. */
    private static final Pattern BEFORE_MARK = Pattern.compile("(\\*{1,3})(?=" + MARK + ")");
    private static final Pattern AFTER_MARK = Pattern.compile("(?<=" + MARK + ")(\\*{1,3})");

    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST).build();

    /**
     * @param text what staff wrote
     * @param pictures that the text may show, by the names it uses
     * @throws IllegalArgumentException for a text longer than {@link #LONGEST}
     */
    public Rendered render(String text, Map<String, Picture> pictures) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters");
        }
        Node document = parser.parse(glued(text));
        if (isTooDeep(document)) {
            return new Rendered(new Markup("<p>" + HtmlWriter.escaped(text).replace("\n", "<br>\n") + "</p>"), text,
                    java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), true);
        }
        return new HtmlWriter(pictures).write(document);
    }

    private static String glued(String text) {
        String bare = text.replace(GLUE, "");
        return AFTER_MARK.matcher(BEFORE_MARK.matcher(bare).replaceAll("$1" + GLUE)).replaceAll(GLUE + "$1");
    }

    static String unglued(String text) {
        return text.replace(GLUE, "");
    }

    /** Counted without recursion: a hostile text can make a tree as deep as it is long. */
    private static boolean isTooDeep(Node document) {
        record Place(Node node, int depth) {
        }
        var waiting = new ArrayDeque<Place>(List.of(new Place(document, 0)));
        while (!waiting.isEmpty()) {
            var place = waiting.pop();
            if (place.depth() > 2 * DEEPEST) {
                return true;
            }
            for (Node child = place.node().getFirstChild(); child != null; child = child.getNext()) {
                waiting.push(new Place(child, place.depth() + 1));
            }
        }
        return false;
    }
}
