package org.pufa.web;

import com.github.jknack.handlebars.EscapingStrategy;

/** Cuts a Chinese title where a line may end: after closing and before opening marks, so that no word is cut. */
final class Phrases {

    private static final String CLOSING = "”》）】，、：；。？’";
    private static final String OPENING = "“《（【‘";

    private Phrases() {
    }

    /** The escaped title with {@code <wbr>} between its phrases. */
    static String html(String title) {
        var html = new StringBuilder(title.length() + 16);
        int start = 0;
        for (int i = 1; i < title.length(); i++) {
            if (mayEndBefore(title, i)) {
                html.append(escaped(title.substring(start, i))).append("<wbr>");
                start = i;
            }
        }
        return html.append(escaped(title.substring(start))).toString();
    }

    private static boolean mayEndBefore(String title, int at) {
        char before = title.charAt(at - 1);
        char after = title.charAt(at);
        boolean afterClosing = CLOSING.indexOf(before) >= 0 && CLOSING.indexOf(after) < 0;
        boolean beforeOpening = OPENING.indexOf(after) >= 0 && OPENING.indexOf(before) < 0;
        return afterClosing || beforeOpening;
    }

    private static CharSequence escaped(String text) {
        return EscapingStrategy.HTML_ENTITY.escape(text);
    }
}
