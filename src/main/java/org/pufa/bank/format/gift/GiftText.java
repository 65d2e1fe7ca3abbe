package org.pufa.bank.format.gift;

import java.util.List;
import java.util.regex.Pattern;
import org.pufa.bank.format.HtmlText;

/** How GIFT writes texts that hold its own signs. */
final class GiftText {

    private static final String SIGNS = "~=#{}:\\";
    private static final Pattern FORMAT = Pattern.compile("^\\s*\\[(html|plain|markdown|moodle)]",
            Pattern.CASE_INSENSITIVE);

    private GiftText() {
    }

    /** Where the sign first stands unescaped at or after that place; -1 when nowhere. */
    static int find(String text, char sign, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length() && isEscape(text.charAt(i + 1))) {
                i++;
            } else if (text.charAt(i) == sign) {
                return i;
            }
        }
        return -1;
    }

    static boolean isEscape(char sign) {
        return SIGNS.indexOf(sign) >= 0 || sign == 'n';
    }

    /** The text that is meant: without [html] or its like before it, without backslashes. */
    static String plain(String text) {
        return read(text).text();
    }

    /** The same with the pictures that it shows. */
    static HtmlText.Shown read(String text) {
        var format = FORMAT.matcher(text);
        boolean formatted = format.find();
        String plain = unescaped(formatted ? text.substring(format.end()) : text);
        return formatted && format.group(1).equalsIgnoreCase("html") ? HtmlText.read(plain)
                : new HtmlText.Shown(plain, List.of());
    }

    /** The text without backslashes: titles have no [html] before them. */
    static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\\' && i + 1 < text.length() && isEscape(text.charAt(i + 1))) {
                i++;
                plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                plain.append(sign);
            }
        }
        return plain.toString();
    }

    /** A text from which {@link #plain} gives this one back; it says that it is plain text. */
    static String escaped(String text) {
        var escaped = new StringBuilder("[plain]");
        for (char sign : text.toCharArray()) {
            if (sign == '\n') {
                escaped.append("\\n");
            } else {
                escaped.append(SIGNS.indexOf(sign) >= 0 ? "\\" : "").append(sign);
            }
        }
        return escaped.toString();
    }
}
