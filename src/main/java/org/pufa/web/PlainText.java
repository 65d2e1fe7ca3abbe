package org.pufa.web;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Text as it may be stored and shown: composed (NFC), trimmed, lines ended by {@code \n}, and without control
 * characters, unpaired surrogates or the marks that turn the direction of writing.
 */
public final class PlainText {

    private PlainText() {
    }

    /** The text made plain, or nothing when it holds characters that no honest text holds. */
    public static Optional<String> of(String text) {
        if (isPrintableAscii(text)) {
            return Optional.of(text.strip());
        }
        String lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        if (!lines.codePoints().allMatch(PlainText::isAllowed)) {
            return Optional.empty();
        }
        return Optional.of(Normalizer.normalize(lines, Normalizer.Form.NFC).strip());
    }

    /** Most of what comes is the id of an option, which needs no closer look. */
    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean turning = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return !control && !surrogate && !turning;
    }
}
