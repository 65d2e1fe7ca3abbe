package org.pufa.bank.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a piece of HTML says and shows to a reader: no tags, no script, a line for each paragraph. One pass. */
public final class HtmlText {

    private static final Set<String> BREAKING = Set.of("br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2",
            "h3", "h4", "h5", "h6", "blockquote", "pre");
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript", "iframe", "svg", "object",
            "video", "audio", "canvas");
    /** What people would see or hear, and a picture cannot hold. */
    private static final Set<String> MOVING = Set.of("svg", "object", "embed", "video", "audio", "canvas", "iframe");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?<=[\\s\"'/])(src|alt)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))", Pattern.CASE_INSENSITIVE);
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
    private final List<Found> found = new ArrayList<>();
    private int at;

    /**
     * A picture that the HTML shows.
     *
     * @param source its address; an element that is no picture is named as {@code <video>}
     * @param inline whether words stand before and behind it in its line
     */
    public record Image(String source, String alt, boolean inline) {
    }

    /** @param images in their order */
    public record Shown(String text, List<Image> images) {
    }

    private record Found(int place, String source, String alt) {
    }

    private HtmlText(String html) {
        this.html = html;
    }

    public static String plain(String html) {
        return read(html).text();
    }

    public static Shown read(String html) {
        return new HtmlText(html).shown();
    }

    private Shown shown() {
        String plain = text();
        return new Shown(plain.replaceAll(" {2,}", " "), found.stream().map(one -> new Image(one.source(), one.alt(),
                !plain.substring(plain.lastIndexOf('\n', one.place() - 1) + 1, one.place()).isBlank()
                        && !plain.substring(one.place()).lines().findFirst().orElse("").isBlank())).toList());
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
        return text.toString();
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
        if (opens && name.equals("img")) {
            image(html.substring(at, end));
        } else if (opens && MOVING.contains(name)) {
            found.add(new Found(text.length(), "<" + name + ">", ""));
        }
        at = end + (comment ? 3 : 1);
        if (BREAKING.contains(name)) {
            text.append('\n');
        } else if (opens && SILENT.contains(name)) {
            skipTo("</" + name);
        }
    }

    private void image(String tag) {
        String source = "";
        String alt = "";
        Matcher attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            String value = Stream.of(2, 3, 4).map(attribute::group).filter(Objects::nonNull).findFirst().orElse("");
            boolean isSource = attribute.group(1).equalsIgnoreCase("src");
            source = isSource ? value : source;
            alt = isSource ? alt : plain(value);
        }
        found.add(new Found(text.length(), source, alt));
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
