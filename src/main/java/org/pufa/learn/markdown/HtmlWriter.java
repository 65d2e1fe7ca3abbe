package org.pufa.learn.markdown;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.pufa.web.Markup;

/** Writes one text; every tag and attribute that can come out stands in this class. */
final class HtmlWriter extends AbstractVisitor {

    /** Of the page's own headings, h1 is its title. */
    private static final int FIRST_HEADING = 2;
    private static final int LAST_HEADING = 4;
    private static final int MOST_NUMBER = 9999;

    private final Map<String, Picture> pictures;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private final Set<String> shown = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private final TreeSet<Integer> levels = new TreeSet<>();

    HtmlWriter(Map<String, Picture> pictures) {
        this.pictures = pictures;
    }

    Rendered write(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                levels.add(heading.getLevel());
            }
        });
        visitChildren(document);
        return new Rendered(new Markup(html.toString()), plain.toString().strip(), shown, missing, refused, false);
    }

    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private void words(String text) {
        String bare = SafeMarkdown.unglued(text);
        html.append(escaped(bare));
        plain.append(bare);
    }

    private void block(String tag, Node node) {
        html.append('<').append(tag).append('>');
        visitChildren(node);
        html.append("</").append(tag).append(">\n");
        plain.append('\n');
    }

    private void within(String tag, Node node) {
        html.append('<').append(tag).append('>');
        visitChildren(node);
        html.append("</").append(tag).append('>');
    }

    /** The highest level that the text uses comes right below the title, and no level is left out. */
    @Override
    public void visit(Heading heading) {
        int rank = levels.headSet(heading.getLevel()).size();
        block("h" + Math.min(FIRST_HEADING + rank, LAST_HEADING), heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (isTight(paragraph)) {
            visitChildren(paragraph);
            plain.append('\n');
        } else {
            block("p", paragraph);
        }
    }

    private static boolean isTight(Paragraph paragraph) {
        return paragraph.getParent() instanceof ListItem item
                && item.getParent() instanceof org.commonmark.node.ListBlock list && list.isTight();
    }

    @Override
    public void visit(BlockQuote quote) {
        block("blockquote", quote);
    }

    @Override
    public void visit(BulletList list) {
        html.append("<ul class=\"dots\">\n");
        visitChildren(list);
        html.append("</ul>\n");
    }

    @Override
    public void visit(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        boolean usual = start == null || start <= 1 || start > MOST_NUMBER;
        html.append(usual ? "<ol class=\"numbers\">\n" : "<ol class=\"numbers\" start=\"" + start + "\">\n");
        visitChildren(list);
        html.append("</ol>\n");
    }

    @Override
    public void visit(ListItem item) {
        block("li", item);
    }

    @Override
    public void visit(ThematicBreak line) {
        html.append("<hr>\n");
    }

    @Override
    public void visit(FencedCodeBlock code) {
        preformatted(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        preformatted(code.getLiteral());
    }

    private void preformatted(String text) {
        html.append("<pre>");
        words(text.stripTrailing());
        html.append("</pre>\n");
        plain.append('\n');
    }

    @Override
    public void visit(HtmlBlock block) {
        html.append("<p>");
        words(block.getLiteral());
        html.append("</p>\n");
        plain.append('\n');
    }

    @Override
    public void visit(HtmlInline inline) {
        words(inline.getLiteral());
    }

    @Override
    public void visit(Text text) {
        words(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        html.append("<code>");
        words(code.getLiteral());
        html.append("</code>");
    }

    @Override
    public void visit(Emphasis emphasis) {
        within("em", emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        within("strong", emphasis);
    }

    /** A line ends where its author ended it. */
    @Override
    public void visit(SoftLineBreak end) {
        html.append("<br>\n");
        plain.append('\n');
    }

    @Override
    public void visit(HardLineBreak end) {
        html.append("<br>\n");
        plain.append('\n');
    }

    @Override
    public void visit(Link link) {
        String written = SafeMarkdown.unglued(link.getDestination());
        var found = Links.of(written);
        if (found.isEmpty()) {
            refused.add(written);
            visitChildren(link);
            return;
        }
        html.append("<a href=\"").append(escaped(found.get().href())).append('"')
                .append(found.get().outward() ? " rel=\"noopener noreferrer nofollow external\"" : "").append('>');
        visitChildren(link);
        html.append("</a>");
    }

    /** Only a picture that belongs to the page is shown; of any other its description stays. */
    @Override
    public void visit(Image image) {
        String name = SafeMarkdown.unglued(image.getDestination());
        String alt = PlainWords.of(image);
        Picture picture = pictures.get(name);
        if (picture == null) {
            missing.add(name);
            words(alt);
            return;
        }
        shown.add(name);
        html.append("<img src=\"").append(escaped(picture.src())).append("\" alt=\"")
                .append(escaped(alt.isBlank() ? picture.alt() : alt)).append("\" width=\"").append(picture.width())
                .append("\" height=\"").append(picture.height()).append("\" loading=\"lazy\">");
    }

    /** A wide table is moved within its frame, by keyboard too. */
    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            html.append("<div class=\"wide\" tabindex=\"0\" role=\"group\"><table>\n");
            visitChildren(block);
            html.append("</table></div>\n");
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableHead) {
            block("thead", node);
        } else if (node instanceof TableBody) {
            block("tbody", node);
        } else if (node instanceof TableRow) {
            block("tr", node);
        } else if (node instanceof TableCell cell) {
            cell(cell);
        } else {
            visitChildren(node);
        }
    }

    private void cell(TableCell cell) {
        String tag = cell.isHeader() ? "th" : "td";
        html.append('<').append(tag).append(cell.isHeader() ? " scope=\"col\"" : "")
                .append(cell.getAlignment() == TableCell.Alignment.RIGHT ? " class=\"num\"" : "").append('>');
        visitChildren(cell);
        html.append("</").append(tag).append('>');
        plain.append(' ');
    }
}
