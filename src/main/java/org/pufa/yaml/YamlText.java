package org.pufa.yaml;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Writes maps, lists and texts as a file that reads back as the same. */
final class YamlText {

    /** Plain numbers and words need no quotes; everything else gets them. Halves of characters are left out. */
    private static final Pattern PLAIN = Pattern.compile("0|[1-9][0-9]{0,8}|[a-z][a-z0-9_-]{0,58}[a-z0-9]");
    private static final List<String> READ_OTHERWISE = List.of("null", "yes", "no", "on", "off");

    private YamlText() {
    }

    static String of(Map<String, Object> root) {
        var out = new StringBuilder();
        fields(root, "", out);
        return out.isEmpty() ? "{}\n" : out.toString();
    }

    private static void fields(Map<?, ?> map, String indent, StringBuilder out) {
        boolean first = true;
        for (var field : map.entrySet()) {
            if (!isEmpty(field.getValue())) {
                out.append(first && !indent.isEmpty() && endsWithDash(out) ? "" : indent)
                        .append(field.getKey()).append(':');
                value(field.getValue(), indent, out);
                first = false;
            }
        }
    }

    private static boolean endsWithDash(StringBuilder out) {
        return out.length() > 1 && out.substring(out.length() - 2).equals("- ");
    }

    private static void value(Object value, String indent, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            out.append('\n');
            fields(map, indent + "  ", out);
        } else if (value instanceof List<?> list) {
            out.append('\n');
            list.stream().filter(Objects::nonNull).forEach(item -> item(item, indent + "  ", out));
        } else {
            out.append(' ').append(scalar(String.valueOf(value))).append('\n');
        }
    }

    private static void item(Object item, String indent, StringBuilder out) {
        out.append(indent).append("- ");
        if (item instanceof Map<?, ?> map && !isEmpty(map)) {
            fields(map, indent + "  ", out);
        } else {
            out.append(item instanceof Map<?, ?> ? "{}" : scalar(String.valueOf(item))).append('\n');
        }
    }

    private static boolean isEmpty(Object value) {
        return value == null || value.equals("") || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.values().stream().allMatch(YamlText::isEmpty);
    }

    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !READ_OTHERWISE.contains(text)) {
            return text;
        }
        var out = new StringBuilder("\"");
        text.codePoints().filter(c -> c < 0xd800 || c >= 0xe000).forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff || (c & 0xfffe) == 0xfffe && c < 0x10000) {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
