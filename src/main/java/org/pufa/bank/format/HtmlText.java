package org.pufa.bank.format;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a piece of HTML says to a reader: no tags, no script, a line for each paragraph. One pass. */
public final class HtmlText {

    private static final Set<String> BREAKING = Set.of("br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2",
            "h3", "h4", "h5", "h6", "blockquote", "pre");
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript", "iframe");
    private static final Map<String, String> ENTITIES = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"),
            Map.entry("gt", ">"), Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("nbsp", " "),
            Map.entry("ldquo", "“"), Map.entry("rdquo", "”"), Map.entry("lsquo", "‘"), Map.entry("rsquo", "’"),
            Map.entry("hellip", "…"), Map.entry("mdash", "—"), Map.entry("ndash", "–"), Map.entry("middot", "·"),
            Map.entry("times", "×"), Map.entry("divide", "÷"), Map.entry("radic", "√"), Map.entry("yen", "¥"),
            Map.entry("deg", "°"), Map.entry("plusmn", "±"), Map.entry("le", "≤"), Map.entry("ge", "≥"),
            Map.entry("ne", "≠"), Map.entry("permil", "‰"), Map.entry("ensp", " "), Map.entry("emsp", "　"),
            Map.entry("bull", "•"), Map.entry("copy", "©"), Map.entry("laquo", "«"), Map.entry("raquo", "»"));
    private static final int LONGEST_ENTITY = 10;

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    public static String plain(String html) {
        return new HtmlText(html).text();
    }

    private String text() {
        while (at < html.length()) {
            char next = html.charAt(at);
            if (next == '<' && beginsTag()) {
                tag();
            } else if (next == '&') {
                entity();
            } else {
                text.append(Character.isWhitespace(next) || next == '\u00A0' ? ' ' : next);
                at++;
            }
        }
        return text.toString().replaceAll(" {2,}", " ");
    }

    private boolean beginsTag() {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        return next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next == '/' || next == '!';
    }

    private void tag() {
        boolean comment = html.startsWith("<!--", at);
        int end = html.indexOf(comment ? "-->" : ">", at);
        if (end < 0) {
            // never closed: no tag after all
            text.append(html, at, html.length());
            at = html.length();
            return;
        }
        String name = name(html.substring(at + 1, Math.min(end, at + 20)));
        boolean opens = html.charAt(at + 1) != '/';
        at = end + (comment ? 3 : 1);
        if (BREAKING.contains(name)) {
            text.append('\n');
        } else if (opens && SILENT.contains(name)) {
            skipTo("</" + name);
        }
    }

    private void skipTo(String closing) {
        int end = at;
        while (end < html.length() && !html.regionMatches(true, end, closing, 0, closing.length())) {
            end++;
        }
        at = end;
    }

    private static String name(String tag) {
        int from = tag.startsWith("/") ? 1 : 0;
        int to = from;
        while (to < tag.length() && Character.isLetterOrDigit(tag.charAt(to))) {
            to++;
        }
        return tag.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private void entity() {
        int end = at + 1;
        while (end < html.length() && end - at < LONGEST_ENTITY && html.charAt(end) != ';') {
            end++;
        }
        String name = end < html.length() && html.charAt(end) == ';' ? html.substring(at + 1, end) : "";
        String meant = name.startsWith("#") ? numbered(name.substring(1)) : ENTITIES.getOrDefault(name, "");
        text.append(meant.isEmpty() ? "&" : meant);
        at = meant.isEmpty() ? at + 1 : end + 1;
    }

    private static String numbered(String digits) {
        try {
            int point = digits.startsWith("x") || digits.startsWith("X")
                    ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
            return Character.isValidCodePoint(point) ? Character.toString(point) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
