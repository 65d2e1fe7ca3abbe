package org.pufa.i18n;

import java.util.Optional;

/** A language the pages are written in. Chinese is the first; a text without English shows its Chinese. */
public enum Lang {

    ZH("zh-CN", "zh"), EN("en", "en");

    private final String tag;
    private final String code;

    Lang(String tag, String code) {
        this.tag = tag;
        this.code = code;
    }

    /** The tag for {@code lang} attributes and {@code Content-Language}: {@code zh-CN} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** The short form that cookies and addresses carry: {@code zh} or {@code en}. */
    public String code() {
        return code;
    }

    /** The language named by a cookie or an address; nothing for any other text. */
    public static Optional<Lang> parse(String text) {
        for (Lang lang : values()) {
            if (lang.code.equals(text) || lang.tag.equals(text)) {
                return Optional.of(lang);
            }
        }
        return Optional.empty();
    }
}
