package org.pufa.bank.format.keyed;

import java.util.regex.Pattern;

/** A text as YAML writes it: bare where it can be, between quotes where it must. */
final class YamlScalar {

    /** Begins with a letter or a digit that makes no number of it, and holds nothing that could mean something. */
    private static final Pattern BARE = Pattern.compile(
            "[\\p{IsHan}A-Za-z“‘《（(][\\p{IsHan}\\p{IsAlphabetic}0-9 ，。、；？！“”‘’《》（）()～—…·％%+/.-]*");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|\\.inf|\\.nan");

    private YamlScalar() {
    }

    static String of(String text) {
        return BARE.matcher(text).matches() && !WORD.matcher(text).matches() && !text.endsWith(" ") ? text
                : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\\') {
                quoted.append('\\').append(sign);
            } else if (sign == '\n') {
                quoted.append("\\n");
            } else if (sign < ' ' || sign >= 0x7F && sign < 0xA0 || sign >= 0x2000 && sign <= 0x206F && !isSeen(sign)
                    || sign >= 0xE000 && sign <= 0xF8FF || sign >= 0xFE00 && sign <= 0xFEFF || sign >= 0xFFF0) {
                quoted.append(String.format("\\u%04X", (int) sign));
            } else {
                quoted.append(sign);
            }
        }
        return quoted.append('"').toString();
    }

    /** Dashes, quotation marks and dots among the signs of which most are unseen. */
    private static boolean isSeen(char sign) {
        return sign >= 0x2010 && sign <= 0x2027 || sign >= 0x2030 && sign <= 0x205E;
    }
}
