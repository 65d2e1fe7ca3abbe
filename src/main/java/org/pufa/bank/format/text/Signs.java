package org.pufa.bank.format.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What a document shows beside its words, written into the lines with characters that no text may hold: the end of a
 * passage in red, and the place of a picture.
 */
public final class Signs {

    public static final char RED = '\uFDD0';
    private static final char PICTURE = '\uFDD1';
    private static final char PICTURE_END = '\uFDD2';

    private Signs() {
    }

    /** Stands for the picture with that index. */
    public static String picture(int index) {
        return PICTURE + Integer.toString(index) + PICTURE_END;
    }

    /** The text as a file may hold it: these characters become U+FFFD. */
    public static String without(String text) {
        boolean clean = text.indexOf(RED) < 0 && text.indexOf(PICTURE) < 0 && text.indexOf(PICTURE_END) < 0;
        return clean ? text : text.replace(RED, '\uFFFD').replace(PICTURE, '\uFFFD').replace(PICTURE_END, '\uFFFD');
    }

    /** Whether a passage in red ends in it. */
    public static boolean isRed(String text) {
        return text.indexOf(RED) >= 0;
    }

    /** Whether it names a picture. */
    static boolean isPictured(String text) {
        return text.indexOf(PICTURE) >= 0;
    }

    /** The words alone. */
    public static String words(String text) {
        var words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = c == PICTURE ? text.indexOf(PICTURE_END, i) : -1;
            if (end > 0) {
                i = end;
            } else if (c != RED) {
                words.append(c);
            }
        }
        return words.toString();
    }

    /** The text with pictures that come before any words put behind the first line, where they hide no number. */
    public static String behindWords(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == PICTURE && text.indexOf(PICTURE_END, from) > 0) {
            from = text.indexOf(PICTURE_END, from) + 1;
        }
        int end = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
        return from == 0 || words(text.substring(from, end)).isBlank() ? text
                : text.substring(from, end) + text.substring(0, from) + text.substring(end);
    }

    /** The indexes of the pictures in it. */
    static List<Integer> pictures(String text) {
        var pictures = new ArrayList<Integer>();
        for (int at = text.indexOf(PICTURE); at >= 0; at = text.indexOf(PICTURE, at + 1)) {
            int end = text.indexOf(PICTURE_END, at);
            if (end > at + 1) {
                pictures.add(Integer.parseInt(text, at + 1, end, 10));
            }
        }
        return pictures;
    }
}
