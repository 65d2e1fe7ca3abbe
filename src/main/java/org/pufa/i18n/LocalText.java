package org.pufa.i18n;

import java.util.Objects;

/**
 * A text that staff or authors wrote, in Chinese and perhaps in English.
 *
 * @param zh the Chinese text
 * @param en the English text, empty when there is none
 */
public record LocalText(String zh, String en) {

    public LocalText {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /** A text in Chinese only. */
    public static LocalText of(String zh) {
        return new LocalText(zh, "");
    }

    /** The text in that language, or the Chinese one where English is missing. */
    public String in(Lang lang) {
        return lang == Lang.EN && has(Lang.EN) ? en : zh;
    }

    /** Whether the text was written in that language. */
    public boolean has(Lang lang) {
        return !(lang == Lang.EN ? en : zh).isEmpty();
    }
}
